import { type Browser, chromium } from "playwright-core";
import sharp from "sharp";
import type { ChatScript } from "./chat-types";
import { chatPage } from "./skins";

export const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A page of HTML as a lossless picture, 390 CSS px wide at two pixels each, as long as the page. */
export async function capture(browser: Browser, html: string, width = 390): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height: 844 }, deviceScaleFactor: 2 });
  await page.setContent(html, { waitUntil: "load" });
  await page.evaluate("document.fonts.ready");
  const picture = await page.screenshot({ fullPage: true, type: "png" });
  await page.close();
  return picture;
}

/** As phones and messengers hand them on: palette PNG, JPEG or WebP at about 80. */
export async function encode(picture: Buffer, format: ChatScript["format"]): Promise<Buffer> {
  const image = sharp(picture);
  if (format === "jpg") return image.jpeg({ quality: 78, mozjpeg: true }).toBuffer();
  if (format === "webp") return image.webp({ quality: 78 }).toBuffer();
  return image.png({ palette: true, colours: 96, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
}

export async function renderChat(browser: Browser, script: ChatScript): Promise<Buffer> {
  return encode(await capture(browser, chatPage(script)), script.format);
}
