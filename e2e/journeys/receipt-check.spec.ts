import { examples } from "../examples";
import { expect, test } from "../fixtures";
import { addressOf } from "../pages/routes";

test("a receipt is checked in the browser with the network gone: the good one holds, altered ones do not", async ({ as }) => {
  const found = await examples();
  const page = await as("complainant");
  const answer = await page.request.get(addressOf("/api/receipts/{own}", found));
  expect(answer.ok()).toBe(true);
  const receipt = (await answer.json()) as {
    signed: string;
    signature: string;
    log: { checkpoint: string; events: { index: number; proof: string[] }[] };
  };
  expect(receipt.log.events.length).toBeGreaterThan(0);
  const [first] = receipt.log.events;
  if (!first) throw new Error("no proof");

  await page.goto("/zh-Hans/log/receipt");
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const put = (content: object | string) =>
    page.getByLabel("回执文件").setInputFiles({
      name: "receipt.json",
      mimeType: "application/json",
      buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
    });

  await put(receipt);
  await expect(page.getByText("这张回执是真的，一个字没有改过")).toBeVisible();
  await expect(page.getByText(addressOf("{own}", found), { exact: true })).toBeVisible();
  await put({ ...receipt, signed: receipt.signed.replace(/"filedAt":"\d{4}/, '"filedAt":"2020') });
  await expect(page.getByText("签名对不上", { exact: false })).toBeVisible();
  await put(receipt);
  await expect(page.getByText("这张回执是真的，一个字没有改过")).toBeVisible();
  const bent = { ...first, proof: [...first.proof.slice(1), first.proof[0]] };
  await put({ ...receipt, log: { ...receipt.log, events: [bent, ...receipt.log.events.slice(1)] } });
  await expect(page.getByText("日志证明和事情对不上", { exact: false })).toBeVisible();
  await put({ ...receipt, log: { ...receipt.log, checkpoint: receipt.log.checkpoint.replace(/\n\d+\n/, "\n5\n") } });
  await expect(page.getByText("日志的签名不是本平台的", { exact: false })).toBeVisible();
  await put("not a receipt");
  await expect(page.getByText("读不出回执", { exact: false })).toBeVisible();

  await page.getByLabel("或者粘贴回执的内容").fill(JSON.stringify({ ...receipt, log: null }));
  await page.getByRole("button", { name: "核对" }).click();
  await expect(page.getByText("开出时还没有记入日志", { exact: false })).toBeVisible();
  expect(asked.filter((url) => url.startsWith("http"))).toEqual([]);
});
