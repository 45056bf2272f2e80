import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { headers } from "next/headers";
import type { AuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import CredentialsProvider from "next-auth/providers/credentials";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { personByEmail, personById } from "@/db/queries/people";
import { accounts, users, verificationTokens } from "@/db/schema";
import { demoPerson } from "@/db/seed/demo-people";
import { isRole } from "@/domain/actors";
import { env, isDemo } from "@/platform/env";
import { DEFAULT_LOCALE, type Locale } from "@/platform/i18n/routing";
import { errorFields, log } from "@/platform/log";
import { checkSignIn } from "@/services/check-sign-in";
import { allowAttempt } from "@/services/limit-attempts";
import { LINK_LIMITS, LINK_MINUTES, sendPasswordHint, sendSignInLink } from "@/services/send-sign-in-link";
import { startSession } from "@/services/start-session";
import { authSecret, COOKIE_SECONDS, overHttps } from "./auth-cookies";
import { networkOf } from "./network";
import { codeForNextAuth } from "./sign-in-errors";

/** What reading a session needs; no provider, no database. */
export function sessionOptions(): AuthOptions {
  // next-auth reads its own address from this variable only.
  process.env.NEXTAUTH_URL ??= env().PUBLIC_URL;
  return {
    providers: [],
    secret: authSecret(),
    useSecureCookies: overHttps(),
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    callbacks: {
      jwt: ({ token }) => token,
      // The cookie names a row of `sessions`; whether it lives is asked of the database on each request (session.ts).
      session: ({ session, token }) => ({ expires: session.expires, sid: token.sid }),
    },
    logger: {
      error: (code) => log("error", "auth", { code }),
      warn: (code) => log("debug", "auth", { code }),
      debug: () => {},
    },
  };
}

/** All of next-auth: mail links for consumers, password and code for everyone else, one click in the demo. `locale` is that of the page. */
export function authOptions(locale: Locale = DEFAULT_LOCALE): AuthOptions {
  const base = sessionOptions();
  const pages = `/${locale}/sign-in`;
  return {
    ...base,
    adapter: adapterFor(locale),
    pages: { signIn: pages, verifyRequest: `${pages}/check-mail`, error: `${pages}/error`, signOut: `/${locale}/sign-out` },
    providers: [mailLink(locale), password(), oneClick()],
    callbacks: {
      ...base.callbacks,
      signIn: async ({ user, account, email }) =>
        account?.provider === "email"
          ? handOn(() => admitByMail(user.email ?? "", Boolean(email?.verificationRequest), pages))
          : true,
      async jwt({ token, user }) {
        if (!user) return token;
        const person = await personById(db(), user.id);
        if (!person || person.disabledAt || !isRole(person.role)) throw new Error("AccessDenied");
        return {
          sub: person.id,
          sid: await startSession({ id: person.id, role: person.role }, (await headers()).get("user-agent")),
        };
      },
    },
  };
}

/** Whether an address may come in by mail link (when asked for, and again when used): consumers, and whoever has no account yet. */
async function admitByMail(address: string, asking: boolean, pages: string): Promise<boolean | string> {
  if (asking) {
    const now = await portalNow(db());
    await allowAttempt(db(), ["mail-link", address], { ...LINK_LIMITS.address, now });
    await allowAttempt(db(), ["mail-link-network", networkOf(await headers())], { ...LINK_LIMITS.network, now });
  }
  const person = await personByEmail(db(), address);
  if (!person || (person.role === "complainant" && !person.disabledAt)) return true;
  // Nobody learns here who works at the portal: the page is the same, the letter differs.
  if (asking) await sendPasswordHint({ email: address, link: `${env().PUBLIC_URL}${pages}` });
  return asking ? `${pages}/check-mail` : false;
}

/** next-auth writes the message of what is thrown into an address: only our codes get there, faults go to the log. */
async function handOn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeForNextAuth(error);
    if (code === "fault") log("error", "sign-in", errorFields(error));
    throw new Error(code);
  }
}

/** The adapter writes our tables; a new consumer's language is that of the page they signed in from. */
function adapterFor(locale: Locale): Adapter {
  // next-auth's types know text columns only; citext and uuid behave alike.
  const tables = { usersTable: users, accountsTable: accounts, verificationTokensTable: verificationTokens } as never;
  const adapter = DrizzleAdapter(db(), tables) as Adapter;
  return { ...adapter, createUser: (user: object) => adapter.createUser?.({ ...user, locale } as never) as never };
}

function mailLink(locale: Locale): AuthOptions["providers"][number] {
  return {
    id: "email",
    type: "email",
    name: "Email",
    from: "",
    server: "",
    maxAge: LINK_MINUTES * 60,
    options: {},
    // The link leads to a page with a button: mail scanners that open links use nothing up, and no address stands in it.
    sendVerificationRequest: async ({ identifier, token, url }) => {
      const next = new URL(url).searchParams.get("callbackUrl") ?? "";
      const path = nextPath(next);
      const query = path ? `?next=${encodeURIComponent(path)}` : "";
      await sendSignInLink({ email: identifier, link: `${env().PUBLIC_URL}/${locale}/sign-in/link/${token}${query}`, locale });
    },
  };
}

function password(): AuthOptions["providers"][number] {
  return CredentialsProvider({
    id: "password",
    name: "Password",
    credentials: { email: {}, password: {}, code: {} },
    authorize: (given) =>
      handOn(async () => {
        const tried = {
          email: given?.email ?? "",
          password: given?.password ?? "",
          code: given?.code ?? "",
          network: networkOf(await headers()),
        };
        return checkSignIn(tried, await portalNow(db()), new Date());
      }),
  });
}

/** Every role of the demo by one click. Refuses outside demo mode whatever is sent. */
function oneClick(): AuthOptions["providers"][number] {
  return CredentialsProvider({
    id: "demo",
    name: "Demo",
    credentials: { key: {} },
    async authorize(given) {
      const person = isDemo() ? demoPerson(given?.key ?? "") : null;
      return person ? { id: person.id } : null;
    },
  });
}

/** A path of this site to go on to, or null: no other site, no protocol, no backslash. */
export function nextPath(wanted: string | null | undefined): string | null {
  if (!wanted) return null;
  const path = wanted.startsWith(env().PUBLIC_URL) ? wanted.slice(env().PUBLIC_URL.length) : wanted;
  return /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : null;
}
