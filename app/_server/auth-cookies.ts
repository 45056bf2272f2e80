import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { env } from "@/platform/env";
import { secret } from "@/platform/secrets";

/** The longest a cookie lives: a consumer's month. The session's row decides, not the cookie. */
export const COOKIE_SECONDS = 30 * 24 * 60 * 60;

/** Secure cookies (and their prefixes) whenever the portal is reached by https. */
export function overHttps(): boolean {
  return env().PUBLIC_URL.startsWith("https://");
}

/** What next-auth signs and encrypts with. */
export function authSecret(): string {
  return secret("AUTH_SECRET").toString("base64");
}

export const sessionCookieName = () => `${overHttps() ? "__Secure-" : ""}next-auth.session-token`;
export const csrfCookieName = () => `${overHttps() ? "__Host-" : ""}next-auth.csrf-token`;

/** The cookie of a session: what tests and fixtures sign in with, after inserting the row. */
export async function sessionCookie(userId: string, sessionId: string): Promise<{ name: string; value: string }> {
  return {
    name: sessionCookieName(),
    value: await encode({ secret: authSecret(), token: { sub: userId, sid: sessionId }, maxAge: COOKIE_SECONDS }),
  };
}

/** A token of next-auth's double-submit check, and the cookie that goes with it. */
export function newCsrf(): { token: string; cookie: string } {
  const token = randomBytes(32).toString("hex");
  return { token, cookie: `${token}|${createHash("sha256").update(`${token}${authSecret()}`).digest("hex")}` };
}

/** How next-auth stores the token of a mail link. */
export function linkTokenHash(token: string): string {
  return createHash("sha256").update(`${token}${authSecret()}`).digest("hex");
}
