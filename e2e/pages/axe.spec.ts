import { LOCALES } from "@/platform/i18n/routing";
import { examples } from "../examples";
import { fillIn, submit } from "../filing";
import { expect, test } from "../fixtures";
import { holdReceipt } from "../receipt";
import { lookAt, lookAtColours, lookAtWords, violations } from "./axe";
import { addressOf, type Row, TABLE, VISITORS, type Visitor } from "./routes";

/** Each page once, with somebody who may see it: the public where it may. */
const PAGES = TABLE.flatMap((row): { row: Row; visitor: Visitor }[] => {
  // A picture is no page.
  if (!row.route.startsWith("/[locale]") || /\.(png|svg)$/.test(row.path)) return [];
  const visitor = (Object.keys(VISITORS) as Visitor[]).find((one) => row.answers[one] === 200);
  return visitor ? [{ row, visitor }] : [];
});
const OTHER_LOOKS = [
  "/zh-Hans",
  "/zh-Hans/rulings/{ruling}",
  "/zh-Hans/companies/bozhou",
  "/zh-Hans/file/company",
  "/zh-Hans/track",
];

for (const { row, visitor } of PAGES) {
  test(`${row.path} can be used by everyone (${visitor})`, async ({ visit, baseURL }) => {
    const found = await examples();
    const page = await visit(visitor, VISITORS[visitor]);
    if (visitor === "receipt") await holdReceipt(page.context(), addressOf("{bozhou}", found), baseURL ?? "");
    const address = addressOf(row.path, found);
    await page.goto(address);
    const said = await lookAt(page, address);
    expect(said.join("\n")).toBe("");
  });
}

for (const path of OTHER_LOOKS) {
  test(`${path} can be used in the dark, and in English`, async ({ page }) => {
    const found = await examples();
    const address = addressOf(path, found);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(address);
    const said = await lookAtColours(page, `${address} in the dark`);
    await page.emulateMedia({ colorScheme: "light" });
    for (const locale of LOCALES.filter((one) => one !== "zh-Hans")) {
      await page.goto(address.replace("/zh-Hans", `/${locale}`));
      said.push(...(await lookAtWords(page, `${address} in ${locale}`)));
    }
    expect(said.join("\n")).toBe("");
  });
}

test("every step of filing can be used by everyone, and the receipt", async ({ page }) => {
  await fillIn(page, {
    company: "柏舟",
    situations: ["asked_still_bot", "long_queue"],
    words: "我在App里要退款，说了二十次转人工，每次都回“亲，我在呢”。",
    email: `axe${Date.now()}@consumer.example`,
    files: ["e2e/files/chat.png"],
  });
  const said: string[] = [];
  for (const step of ["company", "what", "details", "words", "evidence", "wish", "contact", "check"]) {
    await page.goto(`/zh-Hans/file/${step}`);
    said.push(...(await lookAt(page, step)));
  }
  await page.goto("/zh-Hans/file/check");
  await submit(page);
  said.push(...(await lookAt(page, "receipt")));
  expect(said.join("\n")).toBe("");
});

test("an error beside a field can be heard too", async ({ page }) => {
  await page.goto("/zh-Hans/track");
  await page.getByRole("button", { name: "查看" }).click();
  await expect(page.locator(".field-error").first()).toBeVisible();
  expect((await violations(page)).join("\n")).toBe("");
});

test("the page that says there is nothing here can be used by everyone", async ({ page }) => {
  await page.goto("/zh-Hans/rulings/2019-9999");
  expect((await lookAt(page, "not found")).join("\n")).toBe("");
});
