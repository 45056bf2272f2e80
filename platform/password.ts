import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** Fewest and most characters; long ones are refused so that nobody makes the server hash a book. */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;

// OWASP's figures for argon2id: 19 MiB, two passes, one lane.
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobodys: Promise<string> | undefined;

/** A password as argon2id in PHC format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COST);
}

/** True when the password is right. Without a hash (no such person, no password) it works just as long, and answers false. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword("nobody has this password");
  const right = await verify(stored ?? (await nobodys), password.normalize("NFC").slice(0, PASSWORD_LENGTH.max + 1));
  return right && stored !== null;
}
