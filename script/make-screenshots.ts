import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

/** Takes the pictures of the README from a running demo: PORT=3000 npx tsx script/make-screenshots.ts */
const BASE = `http://127.0.0.1:${process.env.PORT || 3000}`;
const OUT = "docs/screens";
const ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium", args: ARGS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.goto(`${BASE}/zh-Hans`, { waitUntil: "networkidle" });
  await page.screenshot({ path: `${OUT}/home.png` });
  await page.goto(`${BASE}/zh-Hans/sign-in`, { waitUntil: "networkidle" });
  await page.locator('button[value="officer-zhou"]').click();
  await page.waitForURL("**/desk**");
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${OUT}/desk.png` });
  await browser.close();
}

void main();
