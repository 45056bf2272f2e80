import { type BrowserContext, expect, type Page } from "@playwright/test";
import { beginAndFreeze, look, tell, textOfPdf, writeAll } from "../alliance";
import { goOn, skipReading, submit } from "../filing";
import { test } from "../fixtures";

const NARRATIVE =
  "九月十二日我订的酒店不能退，在App里找客服。说了二十次转人工，都回“亲，我在呢”。排队二十一分钟，断了；说24小时内回电，一直没有打来。我叫程晓禾，电话13800138000。";
const FACTS = "九月十二日，投诉人在App里二十次要求转人工，排队1260秒后通话中断。";
const REASONS = "等待1260秒，超过180秒的界限；公司没有提出相反的记录。投诉人的电话是13800138000。";
/** Its own each time, so that the journey can be walked again on the same portal. */
const TITLE = `排队二十一分钟，没有等到人工，断在第${Date.now() % 1000}秒`;
const LEAD = "这一季，排队的人多了，等到的人少了。";
const COMPANY_WORDS = "贵客的情况属实，当天线路故障。我们已经加开人工坐席，并把排队人数显示出来。";

/** Waits until what was done has come back from the server, then says what the page shows. */
async function done(page: Page, press: string | RegExp): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST" && response.ok());
  await page.getByRole("button", { name: press }).first().click();
  await answered;
}

/** The score that stands on the page of the company, to the tenth. */
async function scoreOf(page: Page): Promise<number> {
  await page.goto("/zh-Hans/companies/bozhou");
  const numeral = await page
    .locator("main .num")
    .filter({ hasText: /^\d+\.\d$/ })
    .first()
    .textContent();
  return Number(numeral);
}

/** Moves the clock of the demo as a visitor does, with the buttons above the page, until the page shows what is waited for. */
async function letTimePass(page: Page, until: () => Promise<boolean>, most: number): Promise<void> {
  for (let moved = 0; moved < most; moved++) {
    if (await until()) return;
    const before = await page
      .getByRole("complementary", { name: "演示时钟" })
      .getByText(/演示中/)
      .textContent();
    await page.getByRole("button", { name: "到下一个工作日" }).click();
    await expect(page.getByRole("complementary", { name: "演示时钟" }).getByText(/演示中/)).not.toHaveText(before ?? "");
  }
  expect(await until(), "the time passed and it did not come").toBe(true);
}

test("from a complaint on a phone to the alliance's report", async ({ browser, baseURL, as }) => {
  test.setTimeout(600_000);
  let reference = "";
  let secret = "";
  let number = "";
  const phone: BrowserContext = await browser.newContext({
    baseURL: baseURL ?? "",
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: "zh-CN",
  });
  const consumer = await phone.newPage();

  await test.step("the company's score is looked at before", async () => {
    await consumer.goto("/zh-Hans/companies/bozhou");
    await expect(consumer.getByRole("heading", { level: 1 })).toContainText("泊舟旅行");
    await expect(consumer.getByText(TITLE)).toHaveCount(0);
  });

  await test.step("a consumer files in eight steps on a phone, with a screenshot and a recording", async () => {
    await consumer.goto("/zh-Hans");
    await consumer.getByRole("link", { name: /投诉/ }).first().click();
    await expect(consumer).toHaveURL(/\/zh-Hans\/file$/);
    await consumer.getByRole("link", { name: "开始填" }).click();
    await expect(consumer.getByText("第1步，共8步")).toBeVisible();
    await consumer.getByLabel("公司名字").fill("泊舟旅行网");
    await goOn(consumer, "what");
    await consumer.getByLabel(/排队超过3分钟/).check();
    await consumer.getByLabel(/说好回电/).check();
    await goOn(consumer, "details");
    await consumer.getByLabel("App", { exact: true }).check();
    await consumer.locator("#occurredOn").fill("2026-09-12");
    await consumer.locator("#waitMinutes").fill("21");
    await goOn(consumer, "words");
    await consumer.getByLabel("经过").fill(NARRATIVE);
    await goOn(consumer, "evidence");
    await consumer.getByTestId("choose").setInputFiles(["e2e/files/chat.png", "e2e/files/call.m4a"]);
    await expect(consumer.getByText("收到了，已封存")).toHaveCount(2, { timeout: 60_000 });
    await skipReading(consumer);
    await consumer.getByLabel("道歉").check();
    await goOn(consumer, "contact");
    await consumer.getByLabel("邮箱").fill(`xiaohe${Date.now()}@consumer.example`);
    await consumer.getByLabel(/可以把我说的经过和材料转给公司/).check();
    await goOn(consumer, "check");
    await expect(consumer.getByText("第8步，共8步")).toBeVisible();
    await expect(consumer.getByText(NARRATIVE)).toBeVisible();
    ({ reference, secret } = await submit(consumer));
  });

  await test.step("the receipt says number, secret, when and how it was counted, and the fingerprints", async () => {
    await expect(consumer.getByRole("heading", { name: "收到了。" })).toBeVisible();
    expect(secret).toMatch(/^[0-9A-Z]{12}$/);
    await expect(consumer.locator(".due-d").first()).toContainText("月");
    await expect(consumer.locator("details.how[open]").first()).toBeVisible();
    const hashes = await consumer.locator("main code").allTextContents();
    expect(hashes.filter((text) => /^[0-9a-f]{64}$/.test(text))).toHaveLength(2);
  });

  await test.step("it is tracked with number and secret on another device", async () => {
    const other = await as("public");
    await other.setViewportSize({ width: 390, height: 844 });
    await other.goto("/zh-Hans/track");
    await other.getByLabel("编号").fill(reference);
    await other.getByLabel("查询口令").fill(secret.toLowerCase());
    await other.getByRole("button", { name: "查看" }).click();
    await expect(other).toHaveURL(new RegExp(`/track/${reference}$`));
    await expect(other.getByText("待受理").first()).toBeVisible();
    await expect(other.getByText("chat.png").first()).toBeVisible();
  });

  const officer = await as("officer-zhou");
  await test.step("an officer binds the name to the register and accepts in time", async () => {
    await officer.goto("/zh-Hans/desk");
    await officer.getByRole("searchbox").first().fill(reference);
    await officer.getByRole("searchbox").first().press("Enter");
    await expect(officer).toHaveURL(new RegExp(`/desk/cases/${reference}`));
    await expect(officer.getByText("泊舟旅行网").first()).toBeVisible();
    await done(officer, /^对应到泊舟旅行（/);
    await expect(officer.getByRole("link", { name: "泊舟旅行" }).first()).toBeVisible();
    await done(officer, /^受理/);
    await expect(officer.getByText("办理中").first()).toBeVisible();
  });

  const company = await as("company-bozhou");
  await test.step("the company sees it and replies, with a document", async () => {
    await company.goto("/zh-Hans/company");
    await company.locator(`a[href$="/company/cases/${reference}"]`).first().click();
    await expect(company.getByText(/二十次转人工/).first()).toBeVisible();
    await expect(company.getByText("consumer.example")).toHaveCount(0);
    await company.getByLabel("给投诉人的话").fill("我们查到当天线路故障，十月底前回电。");
    await done(company, "交首次答复");
    await company.getByTestId("choose").first().setInputFiles("e2e/files/bill.pdf");
    await expect(company.getByText("收到了，已封存").first()).toBeVisible({ timeout: 60_000 });
    await company.getByLabel(/^答复全文/).fill(COMPANY_WORDS);
    await done(company, "交书面答复");
    await expect(company.getByText("贵公司的答复收到了，我们在查。")).toBeVisible();
  });

  await test.step("the officer writes findings and sends the draft to both sides", async () => {
    await officer.reload();
    await expect(officer.locator("#reply").getByText("加开人工坐席").first()).toBeVisible();
    const rows = officer.locator("#ruling .finding-row");
    const count = await rows.count();
    expect(count).toBeGreaterThan(1);
    for (let at = 0; at < count; at++) {
      const row = rows.nth(at);
      const upheld = /^B2\.1/.test((await row.getAttribute("aria-label")) ?? "");
      await row.locator(".finding-open").click();
      await row.getByRole("radio", { name: upheld ? "成立" : "证据不足", exact: true }).check({ force: true });
      await row.getByLabel("小标题").fill(upheld ? TITLE : "没有材料能说明");
      await row.getByLabel(/^查到的事实/).fill(upheld ? FACTS : "双方都没有交材料。");
      await row.getByLabel(/^理由/).fill(upheld ? REASONS : "没有材料，不能认定。");
    }
    await officer.getByLabel("裁决的标题").fill(TITLE);
    await officer.getByLabel("结论").fill("排队超过3分钟的投诉成立，公司应当整改并报告。");
    await expect(officer.getByText(/已保存/).first()).toBeVisible({ timeout: 20_000 });
    await done(officer, /^送双方提意见/);
    await expect(officer.getByText("待签发").first()).toBeVisible();
  });

  await test.step("both sides comment", async () => {
    await company.reload();
    await expect(company.getByText(TITLE).first()).toBeVisible();
    await company.getByLabel("贵公司的意见").fill("事实无误，没有意见。");
    await done(company, "交意见");
    await consumer.goto(`/zh-Hans/track/${reference}`);
    await expect(consumer.getByText(TITLE).first()).toBeVisible();
    await done(consumer, "交上去");
    await expect(consumer.getByText("您的意见收到了，等签发。")).toBeVisible();
  });

  await test.step("what identifies people is hidden, and confirmed", async () => {
    await officer.reload();
    await expect(officer.locator("#comments").getByText("事实无误，没有意见。").first()).toBeVisible();
    await done(officer, /^确认这\d+处文字/);
    await expect(officer.getByRole("button", { name: /^都确认了/ })).toBeVisible();
    await expect(officer.getByRole("button", { name: /^签发并公开/ })).toHaveCount(0);
  });

  const supervisor = await as("supervisor");
  await test.step("a second person signs", async () => {
    await supervisor.goto(`/zh-Hans/desk/cases/${reference}`);
    await done(supervisor, /^签发并公开/);
    await expect(supervisor.getByText("已裁决").first()).toBeVisible();
  });

  const reader = await as("public");
  await test.step("the ruling is public, not yet final, and names nobody", async () => {
    await consumer.reload();
    const link = consumer.getByRole("link", { name: "看裁决" });
    number = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
    expect(number).not.toBe("");
    await reader.goto(`/zh-Hans/rulings/${number}`);
    await expect(reader.getByRole("heading", { level: 1 })).toContainText(TITLE);
    await expect(reader.getByText("已裁决，未生效").first()).toBeVisible();
    await expect(reader.getByText("加开人工坐席")).toBeVisible();
    const text = await reader.locator("main").textContent();
    for (const secretWord of ["13800138000", "程晓禾", "consumer.example", reference]) expect(text).not.toContain(secretWord);
    expect(text).toContain("〔电话号码〕");
    await reader.goto("/zh-Hans/rulings");
    await expect(reader.getByRole("link", { name: TITLE }).first()).toBeVisible();
  });

  await test.step("when the window for a review is over it is final, and the score counts it", async () => {
    let before = Number.NaN;
    let held = Number.NaN;
    await letTimePass(
      reader,
      async () => {
        before = held;
        held = await scoreOf(reader);
        await reader.goto(`/zh-Hans/rulings/${number}`);
        return (await reader.getByText("已裁决，未生效").count()) === 0;
      },
      20,
    );
    await expect(reader.getByText("已生效").first()).toBeVisible();
    expect(await scoreOf(reader), "a final finding costs points").toBeLessThan(before);
    await reader.locator("summary").filter({ hasText: "逐条看" }).click();
    const point = reader.getByRole("link", { name: TITLE }).first();
    await expect(point).toBeVisible();
    await point.click();
    await expect(reader).toHaveURL(new RegExp(`/rulings/${number}`));
  });

  const editor = await as("editor");
  const publisher = await as("publisher");
  let builder = "";
  await test.step("the editor freezes the quarter's figures, writes, and tells the case", async () => {
    const open = () => editor.goto("/zh-Hans/alliance").then(() => editor.getByRole("button", { name: "开始" }).count());
    await letTimePass(reader, async () => (await open()) > 0, 70);
    builder = await beginAndFreeze(editor);
    await writeAll(editor, builder, LEAD);
    const study = await tell(editor, builder, TITLE);
    await look(editor, study);
    await look(publisher, study);
    await editor.goto(builder);
    await done(editor, "提交签发");
    await expect(editor.getByText("已经提交，等发布人签发。")).toBeVisible();
    await expect(editor.getByRole("button", { name: "签发并发布" })).toHaveCount(0);
  });

  await test.step("a second person publishes; page, figures and PDF hold what was written", async () => {
    await publisher.goto(builder);
    await done(publisher, "签发并发布");
    await publisher.getByRole("link", { name: "看公开页" }).click();
    await publisher.waitForURL(/\/reports\/\d{4}Q\d\/v1\.0/);
    const quarter = /\d{4}Q\d/.exec(publisher.url())?.[0];
    await reader.goto(`/zh-Hans/reports/${quarter}/v1.0`);
    await expect(reader.getByText(LEAD).first()).toBeVisible();
    await expect(reader.getByText("有人排队二十一分钟，断线了（title）。").first()).toBeVisible();
    await expect(reader.locator("figure").first()).toBeVisible();
    const figure = await reader.request.get(`/api/v1/reports/${quarter}/v1.0/figures/F1.json`);
    expect(figure.ok()).toBe(true);
    const pdf = await reader.request.get(`/api/v1/reports/${quarter}/v1.0/report.pdf`, { timeout: 120_000 });
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    const text = await textOfPdf(new Uint8Array(await pdf.body()));
    const words = text.replaceAll(/\s/g, "");
    expect(words).toContain(LEAD);
    expect(words).toContain("等待1260秒，超过180秒的界限");
    expect(words, "what the ruling hides is hidden in words").not.toContain("[PHONE]");
    for (const secretWord of ["13800138000", "程晓禾", reference]) expect(words).not.toContain(secretWord);
  });

  await phone.close();
});
