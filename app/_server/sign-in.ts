import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { DomainError } from "@/domain/errors";
import { env } from "@/platform/env";
import type { Locale } from "@/platform/i18n/routing";
import { authOptions } from "./auth";
import { csrfCookieName, newCsrf, overHttps } from "./auth-cookies";
import { saidBySignIn } from "./sign-in-errors";

interface Wish {
  readonly action: "signin" | "callback";
  readonly provider: "email" | "password" | "demo";
  readonly method: "GET" | "POST";
  readonly fields: Readonly<Record<string, string>>;
  readonly locale: Locale;
}

/**
 * Runs next-auth from a server action, so that signing in works without JavaScript: it sets its cookies, answers where it leads, and throws
 * `invalid` with the sentence when it refuses.
 */
export async function runSignIn({ action, provider, method, fields, locale }: Wish): Promise<string> {
  const jar = await cookies();
  const csrf = startCsrf(jar);
  const url = new URL(`${env().PUBLIC_URL}/api/auth/${action}/${provider}`);
  const body = new URLSearchParams({ ...fields, csrfToken: csrf, json: "true" });
  if (method === "GET") url.search = new URLSearchParams(fields).toString();
  const request = new NextRequest(url, method === "GET" ? {} : { method, body });
  const response = (await NextAuth(request, { params: { nextauth: [action, provider] } }, authOptions(locale))) as Response;

  const to = method === "GET" ? response.headers.get("location") : ((await response.json()) as { url?: string }).url;
  const target = new URL(to ?? "/", env().PUBLIC_URL);
  const error = target.searchParams.get("error");
  if (error) {
    const message = saidBySignIn(error);
    if (!message) throw new Error(`next-auth refused: ${error.slice(0, 40)}`);
    throw new DomainError(message === "tooMany" ? "limit_reached" : "invalid", { message });
  }
  for (const line of response.headers.getSetCookie()) keep(jar, line);
  return `${target.pathname}${target.search}`;
}

type Jar = Awaited<ReturnType<typeof cookies>>;

function startCsrf(jar: Jar): string {
  const { token, cookie } = newCsrf();
  jar.set(csrfCookieName(), cookie, { httpOnly: true, sameSite: "lax", path: "/", secure: overHttps() });
  return token;
}

/** Hands a Set-Cookie line of next-auth on to the browser. */
function keep(jar: Jar, line: string): void {
  const [pair = "", ...attributes] = line.split("; ");
  const at = pair.indexOf("=");
  const expires = attributes.find((a) => a.toLowerCase().startsWith("expires="))?.slice(8);
  jar.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)), {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: overHttps(),
    ...(expires ? { expires: new Date(expires) } : {}),
  });
}
