import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { hmacKey } from "./secrets";

/**
 * Seals a short secret for the database (AES-256-GCM, key of its purpose). `owner` is bound in: a value moved to another row does not open.
 * Answers "v1.<base64url of nonce, tag, cipher text>".
 */
export function sealText(purpose: string, owner: string, plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", hmacKey(`seal:${purpose}`), nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** Opens what sealText made for the same purpose and owner. @throws Error when it was altered, moved, or the key is another. */
export function openText(purpose: string, owner: string, sealed: string): string {
  const [version, text] = sealed.split(".");
  if (version !== "v1" || !text) throw new Error("sealed text of an unknown kind");
  const bytes = Buffer.from(text, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", hmacKey(`seal:${purpose}`), bytes.subarray(0, 12))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
