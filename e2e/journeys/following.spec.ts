import { expect, portalDatabase, test } from "../fixtures";

/** The links of the newest letter to an address. */
async function linksTo(address: string): Promise<string[]> {
  const sql = portalDatabase();
  try {
    const [row] = await sql<{ body: string }[]>`select body from mails where to_address = ${address} order by id desc limit 1`;
    return [...(row?.body ?? "").matchAll(/https?:\/\/[^/\s]+(\/\S+)/g)].map((m) => m[1] ?? "");
  } finally {
    await sql.end();
  }
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a reader follows a company by mail and stops again", async ({ page }) => {
      const address = `reader-${javaScriptEnabled}@mail.example`;
      await page.goto("/zh-Hans/companies/bozhou");
      await page.getByRole("link", { name: "邮件", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("泊舟旅行");
      await page.getByLabel("邮箱").fill("no address");
      await page.getByRole("button", { name: "发确认信" }).click();
      await expect(page.locator(".field-error")).toBeVisible();
      await page.getByLabel("邮箱").fill(address);
      await page.getByRole("button", { name: "发确认信" }).click();
      await expect(page.getByText("请到邮箱里看看")).toBeVisible();
      const [confirm = ""] = await linksTo(address);
      await page.goto(confirm);
      await page.getByRole("button", { name: "确认" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("关注上了");
      await page.goto(confirm);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("这个链接不能用了");
    });
  });
