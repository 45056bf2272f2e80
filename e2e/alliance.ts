import type { Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { STUDY_TEXTS } from "@/domain/report/case-study";
import { expect } from "./fixtures";

const LANGUAGES = ["zh-Hans", "en"] as const;

/** Presses a button and waits for the answer of the server. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST" && response.ok());
  await page.getByRole("button", { name }).first().click();
  await answered;
}

/** Begins the report of the latest quarter that is over and freezes its figures; answers the address of its builder. */
export async function beginAndFreeze(editor: Page): Promise<string> {
  await editor.goto("/zh-Hans/alliance");
  await editor.getByRole("button", { name: "开始" }).click();
  await editor.waitForURL(/\/alliance\/reports\/[0-9a-f-]{36}/);
  await press(editor, "冻结");
  await expect(editor.getByText("冻结好了，数字已经算出来。")).toBeVisible({ timeout: 30_000 });
  await expect(editor.locator("figure").first()).toBeVisible();
  return new URL(editor.url()).pathname;
}

/** Writes every place that may not be empty, in both languages, and waits until each is saved. `lead` stands on the cover. */
export async function writeAll(editor: Page, builder: string, lead: string): Promise<void> {
  for (const language of LANGUAGES) {
    await editor.goto(`${builder}?lang=${language}`);
    const places = editor.locator("[data-passage]:has(textarea)");
    for (let at = 0; at < (await places.count()); at++) {
      const place = places.nth(at);
      const name = await place.getAttribute("data-passage");
      const words = language === "en" ? `What this quarter shows about ${name}.` : `这一季关于${name}的话。`;
      await place.locator("textarea").fill(name === "lead" && language === "zh-Hans" ? lead : words);
      await place.locator("textarea").blur();
      await expect(place.locator("[data-saving=saved]")).toBeVisible();
    }
  }
}

/** Makes a case study of the finding of that title; answers its address. */
export async function tell(editor: Page, builder: string, finding: string): Promise<string> {
  await editor.goto(`${builder}/studies/new?q=${encodeURIComponent(finding)}`);
  await editor.getByRole("listitem").filter({ hasText: finding }).getByRole("button", { name: "写成案例" }).click();
  await editor.waitForURL(/\/alliance\/studies\//);
  for (const key of STUDY_TEXTS)
    for (const language of LANGUAGES) {
      const field = editor.locator(`[name="${key}.${language}"]`);
      const words =
        language === "en" ? "A caller waited twenty-one minutes and was cut off." : `有人排队二十一分钟，断线了（${key}）。`;
      if ((await field.inputValue()) === "" || key === "title") await field.fill(words);
    }
  await press(editor, "保存");
  await expect(editor.getByText("存好了。改了文字，两个人要重新核对。")).toBeVisible();
  return new URL(editor.url()).pathname;
}

/** One of the two looks whether anyone could be recognised. */
export async function look(person: Page, study: string): Promise<void> {
  await person.goto(study);
  await press(person, "我看过了，认不出人");
  await expect(person.getByRole("button", { name: "我看过了，认不出人" })).toHaveCount(0);
}

/** All text of a PDF, pages one after the other. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: pdf, verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const content = await (await document.getPage(n)).getTextContent();
    texts.push(content.items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  return texts.join("\n");
}
