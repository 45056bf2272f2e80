import path from "node:path";
import sharp from "sharp";
import { createWorker, PSM, type Worker } from "tesseract.js";
import type { PageSize, ReadLetter, ReadLine } from "@/domain/redaction/regions";

const PACK = path.resolve(/* turbopackIgnore: true */ process.cwd(), "node_modules/@tesseract.js-data/chi_sim/4.0.0_best_int");
/** Letters smaller than about 20 px are read badly: what is narrower is enlarged. Larger pictures are read as they are, to this many pixels. */
const READ_WIDTH = 1000;
const MAX_HEIGHT = 12_000;

/** Reads pages one after the other with one engine; `close` ends it. */
export class LetterReader {
  private constructor(private readonly worker: Worker) {}

  static async open(): Promise<LetterReader> {
    return new LetterReader(
      await createWorker("chi_sim", 1, { langPath: PACK, cacheMethod: "none", gzip: true, errorHandler: () => undefined }),
    );
  }

  /** Lines of a page with every letter's place, read twice: as a block, which keeps numbers whole, and as scattered text, which finds every bubble. */
  async read(picture: Buffer, { width, height }: PageSize): Promise<ReadLine[]> {
    const scale = Math.min(Math.max(1, READ_WIDTH / width), MAX_HEIGHT / height);
    const drawn = await sharp(picture, { limitInputPixels: 120_000_000 })
      .resize({ width: Math.round(width * scale) })
      .flatten({ background: "#ffffff" })
      .grayscale()
      .normalise()
      .png({ compressionLevel: 1 })
      .toBuffer();
    const lines: ReadLine[] = [];
    for (const mode of [PSM.SINGLE_BLOCK, PSM.SPARSE_TEXT]) {
      await this.worker.setParameters({ tessedit_pageseg_mode: mode });
      const { data } = await this.worker.recognize(drawn, {}, { blocks: true, text: false });
      for (const block of data.blocks ?? [])
        for (const paragraph of block.paragraphs)
          for (const line of paragraph.lines) {
            const letters: ReadLetter[] = line.words.flatMap((word) =>
              word.symbols.map(({ text, bbox: b }) => ({
                text,
                x0: b.x0 / scale,
                y0: b.y0 / scale,
                x1: b.x1 / scale,
                y1: b.y1 / scale,
              })),
            );
            if (letters.length > 0) lines.push(letters);
          }
    }
    return lines;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
