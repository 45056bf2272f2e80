/** Who acts (Rules §2). `system` is the clocks: it carries out what a deadline says and decides nothing else. */
export const ROLES = [
  "complainant",
  "company",
  "officer",
  "supervisor",
  "editor",
  "publisher",
  "admin",
  "public",
  "system",
] as const;

export type Role = (typeof ROLES)[number];

/** Who works at the regulator and the alliance, and administers. */
export const STAFF_ROLES = ["officer", "supervisor", "editor", "publisher", "admin"] as const satisfies readonly Role[];
/** Who comes by invitation and signs in with a password and a code. */
export const INVITED_ROLES = ["company", ...STAFF_ROLES] as const satisfies readonly Role[];

/** Everyone who can have an account. */
export const SIGNED_IN_ROLES = ["complainant", ...INVITED_ROLES] as const satisfies readonly Role[];

/** `companyId` binds a company's user to one company, `complaintId` a receipt holder without an account to one complaint. */
export interface Actor {
  readonly role: Role;
  readonly userId?: string;
  readonly companyId?: string;
  readonly complaintId?: string;
}

/** The two parties of a case. */
export const SIDES = ["complainant", "company"] as const;
export type Side = (typeof SIDES)[number];

export const SYSTEM: Actor = { role: "system" };
export const PUBLIC: Actor = { role: "public" };

export function isRole(value: string): value is Role {
  return (ROLES as readonly string[]).includes(value);
}

/** True for those who work at the regulator's desk. */
export function isRegulator(role: Role): role is "officer" | "supervisor" {
  return role === "officer" || role === "supervisor";
}

export function isStaffRole(value: string): value is (typeof STAFF_ROLES)[number] {
  return (STAFF_ROLES as readonly string[]).includes(value);
}

export function isInvitedRole(value: string): value is (typeof INVITED_ROLES)[number] {
  return (INVITED_ROLES as readonly string[]).includes(value);
}
