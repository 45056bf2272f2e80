import { createHmac, randomInt } from "node:crypto";
import { SECRET_LENGTH, SECRET_LETTERS } from "@/domain/case-number";
import { keyedHash } from "@/platform/keyed-hash";
import { hmacKey } from "@/platform/secrets";

/**
 * What the database keeps of a receipt's secret. HMAC-SHA-256 and not argon2: the secret is drawn from 59 bits, so there is nothing to
 * guess that a slow hash would protect, and filing must keep up with 150 a second.
 */
export function secretHash(secret: string): string {
  return keyedHash("receipt-secret", secret);
}

/**
 * The secret that belongs to one submission. Drawn from a seed that only its draft keeps, so that a second click shows the same receipt;
 * once the draft is gone nobody can make it again.
 */
export function secretOf(submissionKey: string, seed: string): string {
  const letters: string[] = [];
  for (let block = 0; letters.length < SECRET_LENGTH; block++) {
    const mac = createHmac("sha256", hmacKey("receipt-secret-draw"))
      .update(`${block}:${submissionKey.length}:${submissionKey}:${seed}`)
      .digest();
    // Bytes above 8 · 30 are passed over: every letter is equally likely.
    for (const byte of mac) if (byte < 240 && letters.length < SECRET_LENGTH) letters.push(SECRET_LETTERS[byte % 30] as string);
  }
  return letters.join("");
}

/** Letters of SECRET_LETTERS at random, for codes of drafts and new secrets. */
export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => SECRET_LETTERS[randomInt(SECRET_LETTERS.length)]).join("");
}
