import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { db } from "@/db/client";
import { liveSession, touchSession } from "@/db/queries/sessions";
import { admit } from "@/domain/access";
import { type Actor, isRole, PUBLIC, type Role } from "@/domain/actors";
import { isLocale, type Locale } from "@/platform/i18n/routing";
import { sessionOptions } from "./auth";

/** Someone who is signed in. */
export interface SignedIn extends Actor {
  readonly userId: string;
  readonly sessionId: string;
  /** As they are called; their address when they gave no name. */
  readonly name: string;
  readonly email: string;
  /** The language their letters come in. */
  readonly locale: Locale;
}

/** Who is signed in, or null; asked of the database once a request. Throws when the database is gone (nobody is signed out by that). */
export const currentActor = cache(async (): Promise<SignedIn | null> => {
  const cookie = (await getServerSession(sessionOptions())) as { sid?: unknown } | null;
  if (typeof cookie?.sid !== "string") return null;
  const row = await liveSession(db(), cookie.sid);
  if (!row || !isRole(row.role)) return null;
  if (row.stale) await touchSession(db(), row.sessionId);
  return {
    role: row.role,
    userId: row.userId,
    sessionId: row.sessionId,
    name: row.name ?? row.email,
    email: row.email,
    locale: isLocale(row.locale) ? row.locale : "zh-Hans",
    ...(row.companyId ? { companyId: row.companyId } : {}),
  };
});

/** Where to sign in, and come back from to `next` (a path with its language). */
export function signInPath(locale: string, next?: string): string {
  return `/${locale}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ""}`;
}

/**
 * Who acts, for an action or a route handler. "anyone": PUBLIC when not signed in. Else: not signed in → to the sign-in page;
 * a wrong role → not found, as if there were nothing.
 */
export async function requireActor(
  roles: readonly Role[] | "anyone",
  locale: Locale,
  next?: string,
): Promise<Actor & Partial<SignedIn>> {
  const actor = await currentActor();
  const answer = admit(actor, roles);
  if (answer === "sign_in") redirect(signInPath(locale, next));
  if (answer === "not_found") notFound();
  return actor ?? PUBLIC;
}

/** Who reads a page or a layout, by the same rule. `next` is the page's path below the language ("/desk/companies"), to come back to. */
export async function requirePage(roles: readonly Role[], next?: string): Promise<SignedIn> {
  const locale = await getLocale();
  const actor = await currentActor();
  const answer = admit(actor, roles);
  if (answer === "sign_in" || !actor) redirect(signInPath(locale, next ? `/${locale}${next}` : undefined));
  if (answer === "not_found") notFound();
  return actor;
}
