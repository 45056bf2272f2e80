import { isDomainError } from "@/domain/errors";
import { isDatabaseGone } from "./faults";

/** Words of `errors` that next-auth's own codes stand for. */
const SAID: Readonly<Record<string, string>> = {
  CredentialsSignin: "signIn",
  Verification: "linkUsed",
  AccessDenied: "linkUsed",
  EmailSignin: "email",
  signIn: "signIn",
  tooMany: "tooMany",
  unavailable: "unavailable",
};

/** The sentence of a code next-auth hands back ("CredentialsSignin", "Error: tooMany"), or null for one that means a fault. */
export function saidBySignIn(code: string): string | null {
  return SAID[code.replace(/^\w*Error: /, "")] ?? null;
}

/** An error for next-auth to hand on: it puts the message into an address, so a code of ours and nothing else. Faults are logged by the caller. */
export function codeForNextAuth(error: unknown): string {
  if (isDomainError(error)) return typeof error.details.message === "string" ? error.details.message : error.code;
  return isDatabaseGone(error) ? "unavailable" : "fault";
}
