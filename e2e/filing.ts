import type { Page } from "@playwright/test";
import { expect, portalDatabase } from "./fixtures";

/** What a consumer types and ticks, step by step. */
export interface Filing {
  readonly company: string;
  readonly situations: readonly string[];
  readonly words: string;
  readonly email?: string;
  readonly phone?: string;
  readonly files?: readonly string[];
  readonly consents?: readonly string[];
}

/** Says to go on, and waits for the step that follows. */
export async function goOn(page: Page, to: string): Promise<void> {
  await page.locator("main button[name=go][value=next]").first().click();
  await expect(page).toHaveURL(new RegExp(`/file/${to}$`));
  await expect(page.locator("main h1")).toBeVisible();
}

/** Past what was read of the files, which comes between the evidence and the next question; nobody has to wait for it. */
export async function skipReading(page: Page): Promise<void> {
  await goOn(page, "reading");
  await page.getByRole("link", { name: "先不核对，继续" }).click();
  await expect(page).toHaveURL(/\/file\/wish$/);
  await expect(page.locator("main h1")).toBeVisible();
}

/** Fills in all steps up to the last look; works with and without JavaScript. */
export async function fillIn(page: Page, filing: Filing): Promise<void> {
  await page.goto("/zh-Hans/file/company");
  await page.getByLabel("公司名字").fill(filing.company);
  await goOn(page, "what");
  for (const situation of filing.situations) await page.locator(`input[value="${situation}"]`).check();
  await goOn(page, "details");
  await goOn(page, "words");
  await page.locator("#narrative").fill(filing.words);
  await goOn(page, "evidence");
  if (filing.files) {
    await page.getByTestId("choose").setInputFiles([...filing.files]);
    await expect(page.locator("main li .hui")).toHaveCount(filing.files.length, { timeout: 60_000 });
    await skipReading(page);
  } else await goOn(page, "wish");
  await goOn(page, "contact");
  await page.locator("#email").fill(filing.email ?? "");
  await page.locator("#phone").fill(filing.phone ?? "");
  for (const consent of filing.consents ?? []) await page.locator(`input[value="${consent}"]`).check();
  await goOn(page, "check");
}

/** Drafts were begun a while ago: a program types faster than the portal believes of a person (services/guard-filing). */
export async function asIfTypedByHand(): Promise<void> {
  const sql = portalDatabase();
  await sql`update drafts set created_at = created_at - interval '3 minutes' where complaint_id is null`;
  await sql.end();
}

/** Presses submit once the background check is done, and reads the receipt. */
export async function submit(page: Page): Promise<{ reference: string; secret: string }> {
  await expect(page.locator("button[data-solved]")).toBeVisible({ timeout: 60_000 });
  await asIfTypedByHand();
  await page.getByRole("button", { name: "提交投诉" }).click();
  return readReceipt(page);
}

/** Reference and secret, from the slip. */
export async function readReceipt(page: Page): Promise<{ reference: string; secret: string }> {
  await page.waitForURL("**/receipt/**", { timeout: 60_000 });
  const [reference = "", secret = ""] = await page.locator(".slip-number").allTextContents();
  expect(reference).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  return { reference, secret: secret.replaceAll(/\s/g, "") };
}
