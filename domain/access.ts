import type { Actor, Role } from "./actors";

/** Who keeps the register of companies. */
export const REGISTER_ROLES = ["officer", "supervisor", "admin"] as const satisfies readonly Role[];

export function keepsRegister(role: Role): boolean {
  return (REGISTER_ROLES as readonly Role[]).includes(role);
}

/**
 * What meets someone at a door for `roles`: in; to sign in first; or nothing there at all. A wrong role learns nothing, not even that
 * the page exists.
 */
export function admit(actor: Actor | null, roles: readonly Role[] | "anyone"): "in" | "sign_in" | "not_found" {
  if (roles === "anyone") return "in";
  if (!actor) return "sign_in";
  return roles.includes(actor.role) ? "in" : "not_found";
}
