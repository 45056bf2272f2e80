import { createPublicKey, sign, verify } from "node:crypto";
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
