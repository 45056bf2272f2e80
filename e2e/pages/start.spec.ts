import { expect, test } from "@playwright/test";

test("the portal says that it is well, and nothing else about itself", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["cache-control"]).toBe("no-store");
  expect(await answer.json()).toEqual({
    ok: true,
    unwell: [],
    database: { ok: true },
    worker: { ok: true, secondsAgo: expect.any(Number) },
    storage: { ok: true },
    queue: { depth: expect.any(Number) },
  });
});

for (const [language, wanted] of [
  ["zh-CN", "zh-Hans"],
  ["zh-TW", "zh-Hant"],
  ["en-GB", "en"],
  ["fr", "zh-Hans"],
] as const) {
  test(`the bare address leads a reader of ${language} to ${wanted}`, async ({ browser }) => {
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    await page.goto("/");
    await expect(page).toHaveURL(new RegExp(`/${wanted}$`));
    await expect(page.locator("html")).toHaveAttribute("lang", wanted);
    await context.close();
  });
}
