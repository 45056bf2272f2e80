import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { APIResponse, BrowserContext } from "@playwright/test";
import { type Examples, examples } from "../examples";
import { expect, portalDatabase, signIn, test } from "../fixtures";
import { holdReceipt } from "../receipt";
import { addressOf, LEFT_OUT, type Row, TABLE, VISITORS, type Visitor } from "./routes";

/** Every route of app/, as "GET /[locale]/rulings/[number]". */
function routesOfTheApp(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  return files.flatMap((file) => {
    const name = path.posix.basename(file);
    if (name !== "page.tsx" && name !== "route.ts") return [];
    const folders = path.posix.dirname(file).split("/");
    const route = `/${folders.filter((folder) => folder !== "." && !folder.startsWith("(")).join("/")}`;
    if (name === "page.tsx") return [`GET ${route}`];
    const code = readFileSync(path.join("app", file), "utf8");
    const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
    return verbs
      .filter((verb) =>
        new RegExp(`export (async )?(function|const) ${verb}\\b|export (const )?\\{[^}]*\\b${verb}\\b`).test(code),
      )
      .map((verb) => `${verb} ${route}`);
  });
}

function said(row: Row, response: APIResponse): number | string {
  const to = response.headers().location;
  if (response.status() < 300 || response.status() >= 400 || !to) return response.status();
  const { pathname, search } = new URL(to, response.url());
  return pathname.endsWith("/sign-in") && !row.route.endsWith("/sign-in") ? "sign-in" : `${pathname}${search}`;
}

const agrees = (wanted: number | string, got: number | string) =>
  wanted === got || (typeof wanted === "string" && wanted !== "sign-in" && String(got).startsWith(wanted));

async function come(context: BrowserContext, visitor: Visitor, found: Examples, baseURL: string) {
  const person = VISITORS[visitor];
  if (person !== "public") await signIn(context, person, baseURL);
  if (visitor === "receipt") await holdReceipt(context, addressOf("{bozhou}", found), baseURL);
}

test("every route stands in the table of who may open it", () => {
  const known = new Set([...TABLE.map((row) => `${row.method} ${row.route}`), ...Object.keys(LEFT_OUT)]);
  const routes = routesOfTheApp();
  expect(routes.filter((route) => !known.has(route))).toEqual([]);
  expect([...known].filter((route) => !routes.includes(route))).toEqual([]);
});

for (const visitor of Object.keys(VISITORS) as Visitor[]) {
  test(`${visitor} gets what the table says, and nothing else`, async ({ context, baseURL }) => {
    const found = await examples();
    await come(context, visitor, found, baseURL ?? "");
    const wrong: string[] = [];
    for (const row of TABLE) {
      const address = addressOf(row.path, found);
      const wanted = row.answers[visitor];
      const response = await context.request.fetch(address, {
        method: row.method,
        maxRedirects: 0,
        headers: row.headers ?? {},
      });
      const got = said(row, response);
      if (!agrees(wanted, got)) wrong.push(`${row.method} ${address}: ${got}, not ${wanted}`);
    }
    expect(wrong).toEqual([]);
  });
}

test("a receipt's page tells a stranger the same for a number that is and one that never was", async ({ page }) => {
  const found = await examples();
  const read = async (reference: string) => {
    await page.goto(`/zh-Hans/receipt/${reference}`);
    return ((await page.locator("main").textContent()) ?? "").replaceAll(reference, "");
  };
  expect(await read(addressOf("{bozhou}", found))).toBe(await read("2019-0101-0001"));
});

test("an administrator reads no word of any case", async ({ context, baseURL }) => {
  const found = await examples();
  await signIn(context, "admin", baseURL ?? "");
  const sql = portalDatabase();
  const told = await sql<{ words: string }[]>`
    select distinct left(narrative, 24) as words from complaint_texts where length(narrative) > 24
    union select email::text from complaint_contacts where email is not null`;
  await sql.end();
  expect(told.length).toBeGreaterThan(100);
  for (const row of TABLE) {
    if (!row.route.startsWith("/[locale]/admin") || row.answers.admin !== 200) continue;
    const response = await context.request.get(addressOf(row.path, found));
    const text = await response.text();
    expect(
      told.filter(({ words }) => text.includes(words)),
      addressOf(row.path, found),
    ).toEqual([]);
    expect(text, addressOf(row.path, found)).not.toContain(addressOf("{bozhou}", found));
  }
});
