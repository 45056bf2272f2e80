import type { Role } from "@/domain/actors";

/** Where each role starts its work, below the language. */
export function roleHome(role: Role): string {
  switch (role) {
    case "officer":
    case "supervisor":
      return "/desk";
    case "company":
      return "/company";
    case "editor":
    case "publisher":
      return "/alliance";
    case "admin":
      return "/admin";
    default:
      return "/track";
  }
}
