import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { goOn } from "../filing";
import { expect, test } from "../fixtures";

const FOLDER = ".test/uploads";
const MB = 1024 * 1024;

/** A recording of hiss: `megabytes` of 16-bit mono at 48 kHz, the same each time. */
function recording(name: string, megabytes: number): { path: string; sha256: string } {
  const data = Buffer.alloc(megabytes * MB);
  let x = 12345;
  for (let i = 0; i < data.length; i += 4) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    data.writeUInt32LE(x & 0x0fff0fff, i);
  }
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(48_000, 24);
  head.writeUInt32LE(96_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(data.length, 40);
  const bytes = Buffer.concat([head, data]);
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}/${name}`;
  writeFileSync(path, bytes);
  return { path, sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function toEvidence(page: Page): Promise<void> {
  await page.goto("/zh-Hans/file/company");
  await page.getByLabel("公司名字").fill("柏舟");
  await goOn(page, "what");
  await page.locator('input[value="long_queue"]').check();
  await goOn(page, "details");
  await goOn(page, "words");
  await page.locator("#narrative").fill("排队二十分钟没有人接，我录了下来。");
  await goOn(page, "evidence");
}

/** A bad line: so many bytes a second upwards. */
async function slow(page: Page, bytesPerSecond: number) {
  const line = await page.context().newCDPSession(page);
  const set = (uploadThroughput: number, offline = false) =>
    line.send("Network.emulateNetworkConditions", { offline, latency: 0, downloadThroughput: -1, uploadThroughput });
  await line.send("Network.enable");
  await set(bytesPerSecond);
  return { gone: () => set(0, true), back: () => set(bytesPerSecond), fast: () => set(-1) };
}

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test("a recording comes through a bad line: paused, gone on with, cut off, reloaded; and is what it was", async ({ page }) => {
  const call = recording("call.wav", 12);
  await toEvidence(page);
  const line = await slow(page, 1.5 * MB);
  await page.getByTestId("choose").setInputFiles(call.path);
  const row = page.locator("main li").filter({ hasText: "call.wav" });
  await expect(row.getByText(/正在传，还要大约/)).toBeVisible();

  await row.getByRole("button", { name: /暂停/ }).click();
  await expect(row.getByText("已暂停，传过的都在")).toBeVisible();
  await row.getByRole("button", { name: /接着传/ }).click();
  await expect(row.getByText(/正在传|接着传/).first()).toBeVisible();

  await line.gone();
  const noLine = page.getByText("没有网络。连上就自动接着传。");
  await expect(noLine).toBeVisible();
  const waits = row.getByText("现在连不上");
  await expect(waits).toBeVisible();
  await line.back();
  await expect(noLine).toBeHidden();
  await expect(waits).toBeHidden();

  await page.reload();
  await expect(row.getByText(/接着传|正在传|断网/).first()).toBeVisible({ timeout: 20_000 });
  await (await slow(page, -1)).fast();
  await expect(row.getByText("收到了，已封存")).toBeVisible({ timeout: 60_000 });
  // Asked anew, the portal shows what it keeps: the fingerprint of every byte.
  await page.reload();
  await expect(row).toContainText(call.sha256.slice(0, 8));
});

test("a screenshot is pasted, another dragged, the camera asked for; what is too large is refused and the rest stays", async ({
  page,
}) => {
  await toEvidence(page);
  const camera = page.locator('input[type=file][capture="environment"]');
  await expect(camera).toHaveAttribute("accept", "image/*");
  await expect(page.getByRole("button", { name: "现在拍照" })).toBeVisible();
  const picture = readFileSync("e2e/files/chat.png").toString("base64");
  const give = (type: "paste" | "drop", name: string) =>
    page.evaluate(
      ([event, fileName, base64]) => {
        const bytes = Uint8Array.from(atob(base64 as string), (letter) => letter.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], fileName as string, { type: "image/png" }));
        if (event === "paste")
          dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        else dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [type, name, picture] as const,
    );
  await give("paste", "image.png");
  await expect(page.locator("main li").filter({ hasText: /image-\d{6}\.png/ })).toContainText("收到了，已封存", {
    timeout: 30_000,
  });
  await give("drop", "拖进来.png");
  await expect(page.locator("main li").filter({ hasText: "拖进来.png" })).toContainText("收到了，已封存", { timeout: 30_000 });

  // Two gigabytes and one byte, none of them on the disk.
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/film.mp4`, "");
  truncateSync(`${FOLDER}/film.mp4`, 2 * 1024 * MB + 1);
  await page.getByTestId("choose").setInputFiles(`${FOLDER}/film.mp4`);
  const film = page.locator("main li").filter({ hasText: "film.mp4" });
  await expect(film).toContainText("超过2GB了。", { timeout: 30_000 });
  await expect(film).toContainText("请剪短，或者分成几段再传。");
  await expect(page.getByText("收到了，已封存")).toHaveCount(2);
});
