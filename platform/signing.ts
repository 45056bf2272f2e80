import { createHash, createPublicKey, sign, verify } from "node:crypto";
import type { Sha256 } from "@/domain/log/merkle";
import type { VerifyEd25519 } from "@/domain/log/note";
import { signingKey, signingPublicKey } from "./secrets";

/** A signed document: `signed` is the very text the signature covers (RFC 8785 JSON in UTF-8), so that nothing has to be rebuilt to check it. */
export interface Signed {
  readonly signed: string;
  /** Ed25519 (RFC 8032) over `signed`, base64. */
  readonly signature: string;
  /** Public key as PEM (SubjectPublicKeyInfo), as OpenSSL reads it. */
  readonly key: string;
}

const publicKey = () =>
  createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: signingPublicKey().toString("base64url") }, format: "jwk" });

/** Signs a text (canonical JSON, so that it can be made again from its content) with the portal's key. */
export function signText(signed: string): Signed {
  return {
    signed,
    signature: sign(null, Buffer.from(signed), signingKey()).toString("base64"),
    key: publicKey().export({ type: "spki", format: "pem" }).toString(),
  };
}

/** True when the document was signed with the portal's key and not altered since. The key it carries itself proves nothing. */
export function verifySigned({ signed, signature }: Pick<Signed, "signed" | "signature">): boolean {
  return verify(null, Buffer.from(signed), publicKey(), Buffer.from(signature, "base64"));
}

/** What domain/log is handed on a server: SHA-256, and the check of an Ed25519 signature by 32 bytes of public key. */
export const sha256: Sha256 = (data) => {
  const { buffer, byteOffset, length } = createHash("sha256").update(data).digest();
  return new Uint8Array(buffer, byteOffset, length);
};
export const verifyEd25519: VerifyEd25519 = (message, signature, key) =>
  verify(
    null,
    message,
    createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(key).toString("base64url") }, format: "jwk" }),
    signature,
  );

/** Ed25519 over bytes with the portal's key: 64 bytes, the same for the same bytes. */
export function signBytes(message: Uint8Array): Uint8Array {
  return sign(null, message, signingKey());
}
