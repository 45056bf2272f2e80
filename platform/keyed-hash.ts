import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { hmacKey } from "./secrets";

/**
 * What stands in the database in place of an address, a token or a contact: HMAC-SHA256 (hex) under the key of that purpose.
 * Parts are separated so that ("ab","c") and ("a","bc") differ.
 */
export function keyedHash(purpose: string, ...parts: readonly string[]): string {
  const mac = createHmac("sha256", hmacKey(purpose));
  for (const part of parts) mac.update(`${Buffer.byteLength(part)}:`).update(part);
  return mac.digest("hex");
}

/** A secret for a link: 32 random bytes, base64url. Only its keyed hash is stored. */
export function newLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Compares two texts without telling by the time taken how much of them agrees. */
export function sameSecret(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(keyedHash("compare", a)), Buffer.from(keyedHash("compare", b))];
  return timingSafeEqual(x, y);
}
