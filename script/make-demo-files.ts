import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { mixCall } from "./demo-files/call-mix";
import { CALLS } from "./demo-files/calls";
import { CHATS } from "./demo-files/chats";
import { EXPORTS, PAPERS, type Paper } from "./demo-files/papers";
import { capture, encode, openBrowser, renderChat } from "./demo-files/pictures";
import { SCREENS } from "./demo-files/screens";

/** Renders the demo's evidence into db/seed/files. Needs Chromium, espeak-ng and ffmpeg; the demo itself does not. */

const OUT = resolve("db/seed/files");

interface ManifestRow {
  file: string;
  kind: "chat" | "screen" | "call" | "letter" | "terms" | "bill" | "chat_export";
  mime: string;
  sha256: string;
  bytes: number;
  company: string | null;
  matter: string | null;
  situation: string;
  truth: unknown;
}

const MIME: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  mp3: "audio/mpeg",
  pdf: "application/pdf",
  txt: "text/plain",
  json: "application/json",
};

async function printPaper(browser: Browser, paper: Paper, dir: string): Promise<Buffer> {
  const html = join(dir, `${paper.file}.html`);
  const fonts = pathToFileURL(dirname(require.resolve("@fontsource/noto-sans-sc/package.json"))).href.replace(
    /\/noto-sans-sc$/,
    "",
  );
  writeFileSync(html, paper.html.replaceAll("FONTS", fonts));
  const page = await browser.newPage();
  await page.goto(pathToFileURL(html).href, { waitUntil: "load" });
  await page.evaluate("document.fonts.ready");
  const pdf = await page.pdf({ format: "A4", printBackground: true, tagged: true, preferCSSPageSize: true });
  await page.close();
  return pdf;
}

async function main() {
  mkdirSync(OUT, { recursive: true });
  for (const name of readdirSync(OUT)) rmSync(join(OUT, name));
  const rows: ManifestRow[] = [];
  const put = (
    file: string,
    data: Buffer | string,
    row: Pick<ManifestRow, "kind" | "situation" | "truth"> & { company?: string; matter?: string },
  ) => {
    const bytes = Buffer.from(data);
    writeFileSync(join(OUT, file), bytes);
    const mime = MIME[file.slice(file.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    const { company = null, matter = null, ...rest } = row;
    rows.push({
      file,
      mime,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      company,
      matter,
      ...rest,
    });
  };
  const browser = await openBrowser();
  const dir = mkdtempSync(join(tmpdir(), "papers-"));
  try {
    for (const chat of CHATS) {
      const turns = chat.turns.map(({ side, text, at }) => ({ side, text, at: at ?? null }));
      const truth = { ...chat.truth, lang: chat.lang, skin: chat.skin, theme: chat.theme, turns };
      put(`${chat.file}.${chat.format}`, await renderChat(browser, chat), {
        kind: "chat",
        company: chat.company,
        matter: chat.matter,
        situation: chat.situation,
        truth,
      });
    }
    for (const s of SCREENS) {
      const picture = await encode(await capture(browser, s.html), s.format);
      put(`${s.file}.${s.format}`, picture, { kind: "screen", company: s.company, situation: s.situation, truth: s.truth });
    }
    for (const p of PAPERS)
      put(p.file, await printPaper(browser, p, dir), {
        kind: p.kind,
        company: p.company,
        matter: p.matter,
        situation: p.situation,
        truth: p.truth,
      });
  } finally {
    await browser.close();
    rmSync(dir, { recursive: true, force: true });
  }
  const truths = CALLS.map((call) => {
    const { audio, truth } = mixCall(call);
    put(truth.file, audio, {
      kind: "call",
      company: call.company,
      situation: call.situation,
      truth: { ...truth, segments: undefined, note: call.note, tells: call.tells },
    });
    return { ...truth, note: call.note };
  });
  for (const e of EXPORTS)
    put(e.file, e.text, { kind: "chat_export", company: e.company, matter: e.matter, situation: e.situation, truth: e.truth });
  writeFileSync(join(OUT, "calls.json"), `${JSON.stringify(truths, null, 1)}\n`);
  writeFileSync(join(OUT, "manifest.json"), `${JSON.stringify(rows, null, 1)}\n`);
  const total = rows.reduce((sum, r) => sum + r.bytes, 0);
  console.info(`${rows.length} files, ${(total / 1048576).toFixed(2)} MB`);
  if (total > 10 * 1048576) throw new Error("the demo's files are over 10 MB");
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
