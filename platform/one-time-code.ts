import { createHmac, randomInt } from "node:crypto";
import { generateURI, verifySync } from "otplib";
import { hmacKey } from "./secrets";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** Without letters and digits that are read as one another. */
const READABLE = "23456789abcdefghjkmnpqrstuvwxyz";
const PERIOD = 30;

function base32(bytes: Uint8Array): string {
  let out = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      out += BASE32[(held >>> (bits - 5)) & 31];
      bits -= 5;
    }
    held &= (1 << bits) - 1;
  }
  return out;
}

/** The TOTP secret (RFC 6238, 160 bits, base32) that belongs to an enrolment. The same each time, so that a page shown again shows the same code to scan. */
export function totpSecretFor(enrolmentId: string): string {
  return base32(createHmac("sha256", hmacKey("totp-enrolment")).update(enrolmentId).digest().subarray(0, 20));
}

/** What an authenticator app scans. */
export function totpUri(issuer: string, account: string, secret: string): string {
  return generateURI({ issuer, label: account, secret, period: PERIOD });
}

/**
 * The time step a six-digit code stands for, or null when it is wrong. One step of clock drift either way is forgiven; steps up to
 * `afterStep` are refused, so that a code works once (RFC 6238 §5.2).
 */
export function totpStep(secret: string, code: string, now: Date, afterStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: PERIOD,
    period: PERIOD,
    ...(afterStep === null ? {} : { afterTimeStep: afterStep }),
  });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

/** Eight codes for the day the phone is lost, each like "k7m2-qx9t-4rbe" (about 59 bits). */
export function newRecoveryCodes(): string[] {
  const letter = () => READABLE[randomInt(READABLE.length)];
  const group = () => `${letter()}${letter()}${letter()}${letter()}`;
  return Array.from({ length: 8 }, () => `${group()}-${group()}-${group()}`);
}

/** A recovery code as typed, in the form it was given out; null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const bare = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return bare.length === 12 ? `${bare.slice(0, 4)}-${bare.slice(4, 8)}-${bare.slice(8)}` : null;
}
