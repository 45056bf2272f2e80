import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import path from "node:path";

/**
 * AUTH_SECRET signs sessions; HMAC_KEY is what every keyed hash is derived from (contacts, addresses, receipt secrets, challenges);
 * SIGNING_KEY is the Ed25519 seed of receipts and of the public log. Each is 32 bytes in base64.
 */
export const SECRET_NAMES = ["AUTH_SECRET", "HMAC_KEY", "SIGNING_KEY"] as const;
export type SecretName = (typeof SECRET_NAMES)[number];

const held = new Map<string, Buffer>();

/**
 * Whether keys may be made under DATA_DIR/keys on first use: script/server says so (KEYS=generate) for its own embedded database, tests and
 * development do too. In production they come from the environment: a key made on one of two machines would be wrong on the other.
 */
export function mayGenerateKeys(): boolean {
  return process.env.KEYS === "generate" || process.env.NODE_ENV !== "production";
}

/**
 * The 32 bytes of a secret: from the environment, else from DATA_DIR/keys, where it is made (mode 0600) when that is allowed.
 * @throws Error naming the variable that is missing or is not 32 bytes of base64.
 */
export function secret(name: SecretName): Buffer {
  const known = held.get(name);
  if (known) return known;
  const given = process.env[name]?.trim();
  const value = given ? decode(name, given) : fromFile(name);
  held.set(name, value);
  return value;
}

/** A key of its own for one purpose ("contact", "attempt" …), derived from HMAC_KEY by HKDF-SHA256: 32 bytes, the same on every machine. */
export function hmacKey(purpose: string): Buffer {
  const name = `hmac:${purpose}`;
  const known = held.get(name);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", secret("HMAC_KEY"), "answered", purpose, 32));
  held.set(name, key);
  return key;
}

/** The Ed25519 private key of receipts and of the log. */
export function signingKey(): KeyObject {
  // RFC 8410: the PKCS #8 wrapping of a 32-byte seed is this constant and the seed.
  const wrapping = Buffer.from("302e020100300506032b657004220420", "hex");
  return createPrivateKey({ key: Buffer.concat([wrapping, secret("SIGNING_KEY")]), format: "der", type: "pkcs8" });
}

/** Its public half, as the 32 bytes that a vkey line or a JWK carries. */
export function signingPublicKey(): Buffer {
  return createPublicKey(signingKey()).export({ format: "der", type: "spki" }).subarray(-32);
}

/** Which secrets are missing or malformed, in words for the operator; makes those that may be made. Empty when all is well. */
export function checkSecrets(): string[] {
  return SECRET_NAMES.flatMap((name) => {
    try {
      secret(name);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
}

/** Forgets what was read, for tests that change the environment. */
export function forgetSecrets(): void {
  held.clear();
}

function decode(name: string, text: string): Buffer {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== 32) throw new Error(`${name} must be 32 bytes in base64: openssl rand -base64 32`);
  return bytes;
}

function fromFile(name: SecretName): Buffer {
  const file = path.join(process.env.DATA_DIR ?? ".data", "keys", name.toLowerCase().replaceAll("_", "-"));
  const kept = readIfThere(file);
  if (kept !== null) return decode(`${name} in ${file}`, kept);
  if (!mayGenerateKeys()) throw new Error(`${name} is not set: 32 bytes in base64 (script/new-keys)`);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // Written aside and linked: web and worker may start together, and neither reads half a key.
  const half = `${file}.${process.pid}`;
  const handle = openSync(half, "w", 0o600);
  writeSync(handle, `${randomBytes(32).toString("base64")}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(half, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(half);
  }
  return decode(`${name} in ${file}`, readFileSync(file, "utf8"));
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
