import { type Browser, type BrowserContext, test as base, type Page } from "@playwright/test";
import postgres from "postgres";
import { sessionCookie } from "@/app/_server/auth-cookies";
import { demoPerson } from "@/db/seed/demo-people";

/** A connection to the database of the portal under test, as its web process has it. */
export function portalDatabase() {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("the portal under test has no database yet");
  return postgres(url, { max: 2, onnotice: () => undefined });
}

/** Signs a demo person in through rows, not through the form (the form has a test of its own). */
export async function signIn(context: BrowserContext, key: string, baseURL: string): Promise<void> {
  const person = demoPerson(key);
  if (!person) throw new Error(`nobody in the demo is called ${key}`);
  const sql = portalDatabase();
  try {
    const [row] = await sql<{ id: string }[]>`
      insert into sessions (user_id, expires_at) values (${person.id}, portal_now() + interval '400 days') returning id`;
    if (!row) throw new Error("no session was made");
    const cookie = await sessionCookie(person.id, row.id);
    await context.addCookies([{ ...cookie, url: baseURL, httpOnly: true, sameSite: "Lax" }]);
  } finally {
    await sql.end();
  }
}

interface Fixtures {
  /** A page of its own for a person of the demo, on a desktop screen. */
  readonly as: (key: string) => Promise<Page>;
}

interface KeptFixtures {
  /** One page for all that only looks as `visitor`, kept from test to test with what the browser has already read; `key` as for `as`. */
  readonly visit: (visitor: string, key: string) => Promise<Page>;
}

async function newContext(browser: Browser, key: string, baseURL: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 }, locale: "zh-CN" });
  if (key !== "public") await signIn(context, key, baseURL);
  return context;
}

export const test = base.extend<Fixtures, KeptFixtures>({
  as: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (key) => {
      const context = await newContext(browser, key, baseURL ?? "");
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  visit: [
    async ({ browser }, use, { project }) => {
      const pages = new Map<string, Page>();
      await use(async (visitor, key) => {
        const kept = pages.get(visitor) ?? (await (await newContext(browser, key, project.use.baseURL ?? "")).newPage());
        pages.set(visitor, kept);
        return kept;
      });
      for (const page of pages.values()) await page.context().close();
    },
    { scope: "worker" },
  ],
});
export { expect } from "@playwright/test";
