import { expect, test } from "../fixtures";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a reader's language is kept in the path, and changed without leaving the page", async ({ page }) => {
    await page.goto("/zh-Hans/companies/bozhou");
    for (const [name, locale] of [
      ["English", "en"],
      ["繁體", "zh-Hant"],
    ] as const) {
      await page.locator("summary").first().click();
      await page.getByRole("link", { name }).first().click();
      await expect(page).toHaveURL(new RegExp(`/${locale}/companies/bozhou$`));
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
    }
  });

  test("large type stays when one goes on, and goes when one says so", async ({ page }) => {
    const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    await page.goto("/zh-Hans");
    const before = await size();
    await page.getByRole("button", { name: "大字版" }).click();
    await expect.poll(size).toBeGreaterThan(before);
    const large = await size();
    await page.goto("/zh-Hans/rulings");
    expect(await size()).toBe(large);
    await page.goto("/zh-Hans/file/company");
    expect(await size()).toBe(large);
    await page.getByRole("button", { name: "大字版" }).click();
    await expect.poll(size).toBe(before);
    await page.reload();
    expect(await size()).toBe(before);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("the menu of the phone opens, and large type is there", async ({ page }) => {
    await page.goto("/zh-Hans");
    const link = page.locator("details.menu").getByRole("link", { name: "裁决" });
    await expect(link).toBeHidden();
    await page.locator("details.menu summary").click();
    await link.click();
    await expect(page).toHaveURL(/\/zh-Hans\/rulings$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("裁决");
    const lead = page.getByRole("heading", { level: 1 });
    const before = (await lead.boundingBox())?.height ?? 0;
    await page.getByRole("button", { name: "大字版" }).click();
    expect((await lead.boundingBox())?.height).toBeGreaterThan(before);
  });
});
