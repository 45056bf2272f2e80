import { currentActor, type SignedIn } from "./session";

/** The officer or supervisor who asks; null for everyone else. */
export async function requireDesk(): Promise<SignedIn | null> {
  const actor = await currentActor();
  return actor?.role === "officer" || actor?.role === "supervisor" ? actor : null;
}
