import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** The width of an A4 page between its margins at 96 px an inch: what is drawn is drawn for paper. */
const WIDTH = Math.round(((210 - 34) / 25.4) * 96);

/** Whether this machine has the browser that prints. */
export function canPrint(executable: string): boolean {
  return existsSync(executable);
}

export interface PrintJob {
  /** Of this very server. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly executable: string;
  /** For everything together, in ms. */
  readonly timeout: number;
}

/**
 * Prints a page of this server as a tagged PDF with an outline. The page says on <html data-print-ready> when its fonts and drawings are there. Nothing
 * but this server is reached. Throws when the browser does not start, the page fails, or the time is over; the browser is then gone too.
 */
export async function printPage({ url, headers, executable, timeout }: PrintJob): Promise<Buffer> {
  const origin = new URL(url).origin;
  const browser = await chromium.launch({ executablePath: executable, args: FLAGS, timeout });
  const stop = setTimeout(() => void browser.close(), timeout);
  try {
    const context = await browser.newContext({ viewport: { width: WIDTH, height: 1000 }, colorScheme: "light" });
    await context.route("**/*", (route) => {
      const asked = new URL(route.request().url());
      if (asked.protocol === "data:" || asked.origin === origin)
        return route.continue({ headers: { ...route.request().headers(), ...headers } });
      return route.abort();
    });
    const page = await context.newPage();
    page.setDefaultTimeout(timeout);
    await page.emulateMedia({ media: "print", reducedMotion: "reduce" });
    const answer = await page.goto(url, { waitUntil: "domcontentloaded" });
    if (answer?.status() !== 200) throw new Error(`the page to print answered ${answer?.status() ?? "nothing"}`);
    await page.waitForSelector("html[data-print-ready], html[data-print-failed]", { state: "attached" });
    const failed = await page.evaluate("document.documentElement.dataset.printFailed");
    if (failed) throw new Error(`the page to print failed: ${String(failed)}`);
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    clearTimeout(stop);
    await browser.close();
  }
}
