import path from "node:path";
import { PDFDocument, PDFName, PDFString } from "pdf-lib";
import type { ReadLetter, ReadLine, Region } from "@/domain/redaction/regions";
import { type DrawnPage, paintOver } from "./picture";
import { plainLetter } from "./radicals";

/** Pages that are drawn of a paper; one with more is refused. */
export const MAX_PAGES = 60;
/** Pixels of a page's longer side. */
const SIDE = 1_800;

export class TooManyPages extends Error {
  constructor(readonly pages: number) {
    super(`${pages} pages`);
    this.name = "TooManyPages";
  }
}

export interface PaperPage extends DrawnPage {
  /** Lines of the text the paper carries, with the place of each letter; empty for a scan. */
  readonly lines: ReadLine[];
}

interface TextItem {
  readonly str: string;
  readonly transform: number[];
  readonly width: number;
  readonly height: number;
}

type Paper = Awaited<ReturnType<Awaited<typeof import("pdfjs-dist/legacy/build/pdf.mjs")>["getDocument"]>["promise"]>;

/** Opens a PDF; no script in it runs. Throws TooManyPages, or what pdf.js says of a broken file. */
export async function openPaper(original: Buffer): Promise<{ paper: Paper; close(): Promise<void> }> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // Its data lies beside its code and is no part of a bundle.
  const home = path.resolve(/* turbopackIgnore: true */ process.cwd(), "node_modules/pdfjs-dist");
  const task = getDocument({
    data: new Uint8Array(original),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: true,
    verbosity: 0,
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    maxImageSize: 60_000_000,
    stopAtErrors: false,
  });
  try {
    const paper = await task.promise;
    if (paper.numPages > MAX_PAGES) throw new TooManyPages(paper.numPages);
    return { paper, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

/** The text a page carries, line by line; empty for a scan. `number` from 1. */
export async function textOfPage(paper: Paper, number: number): Promise<string> {
  const page = await paper.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const lines = linesOf(items as TextItem[], (x, y) => viewport.convertToViewportPoint(x, y) as [number, number], 1);
  page.cleanup();
  return lines.map(columnsOf).join("\n");
}

/** The words of a line; what stands far apart (columns of a table) does not run together. */
function columnsOf(line: ReadLine): string {
  return line
    .map((letter, i) => {
      const before = line[i - 1];
      const apart = before && letter.x0 - before.x1 > 0.8 * (letter.y1 - letter.y0);
      return apart && letter.text !== " " && before.text !== " " ? ` ${letter.text}` : letter.text;
    })
    .join("");
}

/** Draws the pages of a PDF, one after the other, with its own text; with `only` (from 0) that page alone. Throws as openPaper does. */
export async function* drawPaper(original: Buffer, only?: number): AsyncGenerator<PaperPage> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const { paper, close } = await openPaper(original);
  try {
    for (let number = 1; number <= paper.numPages; number++) {
      if (only !== undefined && number !== only + 1) continue;
      const page = await paper.getPage(number);
      const plain = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: Math.min(4, SIDE / Math.max(plain.width, plain.height)) });
      const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))];
      const canvas = createCanvas(width, height);
      const context = canvas.getContext("2d");
      context.fillStyle = "#ffffff";
      context.fillRect(0, 0, width, height);
      await page.render({ canvasContext: context as never, canvas: canvas as never, viewport }).promise;
      const { items } = await page.getTextContent();
      const lines = linesOf(
        items as TextItem[],
        (x, y) => viewport.convertToViewportPoint(x, y) as [number, number],
        viewport.scale,
      );
      yield { png: canvas.toBuffer("image/png"), width, height, lines };
      page.cleanup();
    }
  } finally {
    await close();
  }
}

/** Letters of the text items, spread evenly over each item's width, joined to lines by their height on the page. */
function linesOf(items: readonly TextItem[], at: (x: number, y: number) => [number, number], scale: number): ReadLine[] {
  const rows: { y: number; size: number; letters: ReadLetter[] }[] = [];
  for (const item of items) {
    if (!item.str) continue;
    const [x, base] = at(item.transform[4] ?? 0, item.transform[5] ?? 0);
    const size = Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0) * scale || 12;
    const widths = Array.from(item.str, (letter) => (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.55));
    const total = widths.reduce((sum, w) => sum + w, 0);
    let left = x;
    const letters = Array.from(item.str, (seen, i) => {
      const text = plainLetter(seen);
      const wide = ((widths[i] ?? 0) / total) * item.width * scale;
      const letter = { text, x0: left, y0: base - size, x1: left + wide, y1: base + 0.25 * size };
      left += wide;
      return letter;
    });
    const row = rows.find((r) => Math.abs(r.y - base) < 0.4 * Math.min(r.size, size));
    if (row) row.letters.push(...letters);
    else rows.push({ y: base, size, letters });
  }
  return rows.sort((a, b) => a.y - b.y).map((r) => r.letters.sort((a, b) => a.x0 - b.x0));
}

/** Letters of a page that lie under no region: what the text layer may carry. */
export function openLetters(page: PaperPage, regions: readonly Region[]): ReadLine[] {
  const hidden = regions.filter((r) => r.on);
  const under = ({ x0, y0, x1, y1 }: ReadLetter) =>
    hidden.some(
      (r) => x1 > r.x * page.width && x0 < (r.x + r.w) * page.width && y1 > r.y * page.height && y0 < (r.y + r.h) * page.height,
    );
  return page.lines
    .map((line) => line.filter((letter) => !under(letter)))
    .filter((line) => line.some((letter) => letter.text.trim() !== ""));
}

/**
 * The public copy of a paper: every page a picture with its regions burnt in, below it invisible text of what is left, so that it can be searched and read
 * aloud. A new document: no properties, links, forms, attachments or earlier versions come along.
 */
export async function publicPaper(pages: AsyncIterable<PaperPage>, regions: readonly Region[]): Promise<Buffer> {
  const copy = await PDFDocument.create({ updateMetadata: false });
  const font = invisibleFont(copy);
  let number = 0;
  for await (const page of pages) {
    const here = regions.filter((r) => r.page === number);
    const picture = await copy.embedPng(await paintOver(page, here));
    // 1 pixel is 0.5 pt: 1,800 px come to about A4.
    const [width, height] = [page.width / 2, page.height / 2];
    const sheet = copy.addPage([width, height]);
    sheet.drawImage(picture, { x: 0, y: 0, width, height });
    sheet.node.setFontDictionary(PDFName.of("Hidden"), font);
    const lines = openLetters(page, here).map((line) => textLine(line, height));
    const stream = copy.context.stream(`BT 3 Tr\n${lines.join("\n")}\nET`);
    sheet.node.addContentStream(copy.context.register(stream));
    number += 1;
  }
  return Buffer.from(await copy.save({ useObjectStreams: false, addDefaultPage: false }));
}

function textLine(line: ReadLine, height: number): string {
  const first = line[0];
  if (!first) return "";
  const size = Math.max(1, (first.y1 - first.y0) / 2.5);
  const hex = Buffer.from(line.map((l) => l.text).join(""), "utf16le")
    .swap16()
    .toString("hex");
  return `/Hidden ${size.toFixed(2)} Tf 1 0 0 1 ${(first.x0 / 2).toFixed(2)} ${(height - first.y1 / 2).toFixed(2)} Tm <${hex}> Tj`;
}

/** A font without shapes whose codes are UTF-16 (ISO 32000-1, 9.7.4 and 9.10.3): text that is read, not seen, needs no more. */
function invisibleFont(copy: PDFDocument) {
  const { context } = copy;
  const unicode = context.register(
    context.stream(
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end",
    ),
  );
  const descriptor = context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: "Hidden",
      Flags: 4,
      FontBBox: [0, -200, 1000, 800],
      ItalicAngle: 0,
      Ascent: 800,
      Descent: -200,
      CapHeight: 700,
      StemV: 80,
    }),
  );
  const cid = context.register(
    context.obj({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: "Hidden",
      CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of("Identity"), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      CIDToGIDMap: "Identity",
    }),
  );
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: "Hidden",
      Encoding: "Identity-H",
      DescendantFonts: [cid],
      ToUnicode: unicode,
    }),
  );
}
