import { hostileFiles } from "@/script/make-hostile-files";
import { asIfTypedByHand, fillIn, goOn, readReceipt, skipReading } from "../filing";
import { expect, portalDatabase, test } from "../fixtures";

test.use({ viewport: { width: 390, height: 844 } });

const words = (what: string) => `${what}，${Date.now()}：我在App里要退款，说了十几次转人工，每次都回“亲，我在呢”。`;

test("what is missing is said beside the field, and what was typed stays", async ({ page }) => {
  await page.goto("/zh-Hans/file/company");
  await page.locator("main button[name=go][value=next]").click();
  await expect(page.getByText("请写公司的名字，知道什么写什么。").last()).toBeVisible();
  await expect(page.getByLabel("公司名字")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("公司名字").fill("柏舟");
  await goOn(page, "what");
  await page.locator("main button[name=go][value=next]").click();
  await expect(page.locator(".field-error")).toHaveText(/请至少选一样/);
  await page.locator("input[value=long_queue]").check();
  await goOn(page, "details");
  await page.locator("#humanRequests").fill("很多次");
  await page.locator("main button[name=go][value=next]").click();
  await expect(page.locator(".field-error")).toBeVisible();
  await expect(page.locator("#humanRequests")).toHaveValue("很多次");
  await page.locator("#humanRequests").fill("20");
  await goOn(page, "words");
  await page.locator("main button[name=go][value=next]").click();
  await expect(page.locator(".field-error")).toHaveText(/请写几句经过/);
  await page.locator("#narrative").fill(words("空着"));
  await goOn(page, "evidence");
  await goOn(page, "wish");
  await goOn(page, "contact");
  await page.locator("#phone").fill("12345");
  await page.locator("#name").fill("阿禾");
  await page.locator("main button[name=go][value=next]").click();
  await expect(page.locator(".field-error")).toHaveText(/电话号码不对/);
  await expect(page.locator("#phone")).toHaveValue("12345");
  await expect(page.locator("#name")).toHaveValue("阿禾");
  // Back to the beginning and forth: nothing was lost.
  await page.goto("/zh-Hans/file/details");
  await expect(page.locator("#humanRequests")).toHaveValue("20");
});

test("an unknown number and a wrong secret are answered alike, and slowed down", async ({ page }) => {
  const sql = portalDatabase();
  const [row] = await sql<{ reference: string }[]>`select reference from complaints where state = 'final' limit 1`;
  await sql.end();
  const ask = async (reference: string) => {
    await page.goto("/zh-Hans/track");
    await page.getByLabel("编号").fill(reference);
    await page.getByLabel("查询口令").fill("ABCDEFGHJKMN");
    await page.getByRole("button", { name: "查看" }).click();
    const said = page.locator("main form [role=alert], main form .field-error").first();
    await expect(said).toBeVisible();
    return ((await page.locator("main form").textContent()) ?? "").trim();
  };
  const known = await ask(row?.reference ?? "");
  expect(known).toContain("编号和口令对不上");
  expect(await ask("2019-0101-0001")).toBe(known);
  for (let tries = 0; tries < 6; tries++) await ask("2019-0101-0001");
  expect(await ask("2019-0101-0001")).toContain("太频繁了");
});

test("pressing submit twice, in two windows, makes one complaint", async ({ page, context }) => {
  const narrative = words("交两次");
  await fillIn(page, {
    company: "柏舟",
    situations: ["long_queue"],
    words: narrative,
    email: `two${Date.now()}@consumer.example`,
  });
  const other = await context.newPage();
  await other.goto("/zh-Hans/file/check");
  for (const one of [page, other]) await expect(one.locator("button[data-solved]")).toBeVisible({ timeout: 60_000 });
  await asIfTypedByHand();
  await Promise.all([page, other].map((one) => one.getByRole("button", { name: "提交投诉" }).dblclick()));
  const [first, second] = [await readReceipt(page), await readReceipt(other)];
  expect(second.reference).toBe(first.reference);
  const sql = portalDatabase();
  const rows = await sql`select 1 from complaint_texts where narrative = ${narrative}`;
  await sql.end();
  expect(rows.length).toBe(1);
});

test("two officers accept at once: one does, the other is told", async ({ as }) => {
  const sql = portalDatabase();
  const [row] = await sql<{ reference: string }[]>`
    select reference from complaints where state = 'submitted' order by filed_at desc limit 1`;
  await sql.end();
  const desks = [await as("officer-zhou"), await as("officer-xu")];
  for (const desk of desks) await desk.goto(`/zh-Hans/desk/cases/${row?.reference}`);
  await Promise.all(desks.map((desk) => desk.getByRole("button", { name: /^受理/ }).click()));
  const told = desks.map((desk) => desk.getByText(/刚才有人先一步处理了|状态刚刚变了/).first());
  await expect.poll(async () => (await Promise.all(told.map((one) => one.isVisible()))).filter(Boolean).length).toBe(1);
  for (const desk of desks) {
    await desk.reload();
    await expect(desk.getByText("办理中").first()).toBeVisible();
    await expect(desk.getByRole("button", { name: /^受理/ })).toHaveCount(0);
  }
});

test("a hostile file is refused with a reason, and the rest goes on", async ({ page }, info) => {
  const files = await hostileFiles(info.outputPath("hostile"));
  const program = files.find((file) => "refused" in file.expect[0] && file.expect[0].refused === "program");
  if (!program) throw new Error("there is no program among the hostile files");
  await page.goto("/zh-Hans/file/company");
  await page.getByLabel("公司名字").fill("柏舟");
  await goOn(page, "what");
  await page.goto("/zh-Hans/file/evidence");
  const { readFileSync } = await import("node:fs");
  await page.getByTestId("choose").setInputFiles([
    { name: program.name, mimeType: "image/png", buffer: readFileSync(program.path) },
    { name: "chat.png", mimeType: "image/png", buffer: readFileSync("e2e/files/chat.png") },
  ]);
  await expect(page.getByText("这是程序，不能收。").first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("main li .hui")).toHaveCount(1, { timeout: 30_000 });
  await skipReading(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a complaint is filed, with a file", async ({ page }) => {
    const email = `plain${Date.now()}@consumer.example`;
    await fillIn(page, { company: "柏舟", situations: ["long_queue"], words: words("没有脚本"), email });
    await page.goto("/zh-Hans/file/evidence");
    await page.locator("input[type=file][name=file]").setInputFiles("e2e/files/chat.png");
    await page.getByRole("button", { name: "上传这个文件" }).click();
    // Locators do not look inside <noscript>, where the list of files stands for this reader.
    await expect.poll(() => page.content().catch(() => "")).toContain("chat.png");
    await page.goto("/zh-Hans/file/check");
    await expect(page.getByRole("definition").filter({ hasText: "chat.png" })).toBeVisible();
    // Without background work a draft must be a minute old; the test makes it so.
    await asIfTypedByHand();
    await page.getByRole("button", { name: "提交投诉" }).click();
    const { secret } = await readReceipt(page);
    expect(secret).toMatch(/^[0-9A-Z]{12}$/);
    await expect(page.getByText("chat.png")).toBeVisible();
  });
});
