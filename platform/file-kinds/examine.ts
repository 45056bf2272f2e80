import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { accepted, type Examination, FORMATS, type Format, type PlainSource, REFUSALS, type Refusal, refused } from "./kinds";
import { announced, ebmlFormat, framedSound, heicSize, isoFormat } from "./media";
import { examinePdf } from "./pdf";
import { readText, textFormat } from "./text";
import { isPolyglot, refusalFor, unwantedStart } from "./unwanted";

const MIB = 1024 * 1024;
const EDGE = 66 * 1024;
/** Largest file of a kind, in bytes. Sound and film have the limit of the upload itself. */
export const MAX_BYTES = { image: 64 * MIB, pdf: 256 * MIB, text: 20 * MIB } as const;
/** Pixels of one picture (all frames of a moving one count four times as many): beyond this it is a bomb, not a photograph. */
export const MAX_PIXELS = 120_000_000;

/**
 * What a file is, by its content and never by its name, and whether the portal takes it. Reads the first and last 66 KiB, of
 * pictures, PDF and text everything. Throws only what reading throws.
 */
export async function examine(source: PlainSource): Promise<Examination> {
  if (source.bytes === 0) return refused("empty");
  const head = await source.read(0, EDGE - 1);
  const tail = await source.read(Math.max(0, source.bytes - EDGE), source.bytes - 1);
  const unwanted = unwantedStart(head, tail);
  if (unwanted) return refused(unwanted);
  const found = await formatOf(source, head);
  if (found === null) return examineText(source, head);
  if (isRefusal(found)) return refused(found);
  const { kind } = FORMATS[found];
  if (kind === "image") return examineImage(source, found, head, tail);
  if (isPolyglot(found, head, tail)) return refused("polyglot");
  if (kind !== "pdf") return accepted(found);
  if (source.bytes > MAX_BYTES.pdf) return refused("too_large");
  const pdf = await examinePdf(source, head, tail);
  return typeof pdf === "string" ? refused(pdf) : accepted("pdf", { active: pdf.active });
}

async function formatOf(source: PlainSource, head: Buffer): Promise<Format | Refusal | null> {
  const start = announced(head);
  if (start === "iso") return isoFormat(source);
  if (start === "ebml") return ebmlFormat(head);
  if (start === "unwanted_media") return "not_allowed_type";
  return start ?? framedSound(source, head);
}

async function examineImage(source: PlainSource, format: Format, head: Buffer, tail: Buffer): Promise<Examination> {
  if (source.bytes > MAX_BYTES.image) return refused("too_large");
  const whole = await source.read(0, source.bytes - 1);
  if (isPolyglot(format, head, tail, whole)) return refused("polyglot");
  const size = format === "heic" ? { ...heicSize(head), pages: 1 } : await pictureSize(whole, format);
  if (!size) return refused("damaged");
  const pixels = (size.width ?? 0) * (size.height ?? 0);
  if (pixels > MAX_PIXELS || pixels * size.pages > MAX_PIXELS * 4) return refused("image_bomb");
  return accepted(format, size.width && size.height ? { width: size.width, height: size.height } : {});
}

async function pictureSize(bytes: Buffer, format: Format): Promise<{ width: number; height: number; pages: number } | null> {
  try {
    const facts = await sharp(bytes, { limitInputPixels: false }).metadata();
    const same = facts.format === format || (format === "avif" && facts.format === "heif");
    if (!same || !facts.width || !facts.height) return null;
    // A viewer of GIF makes room for the screen the file claims, however small its frames are.
    const claimed = format === "gif" ? { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) } : facts;
    return {
      width: Math.max(facts.width, claimed.width),
      height: Math.max(facts.height, claimed.height),
      pages: facts.pages ?? 1,
    };
  } catch {
    return null;
  }
}

async function examineText(source: PlainSource, head: Buffer): Promise<Examination> {
  if (!readText(head, head.length < source.bytes)) return refused(refusalFor((await knownType(head))?.ext));
  if (source.bytes > MAX_BYTES.text) return refused("too_large");
  const whole = readText(await source.read(0, source.bytes - 1));
  if (!whole) return refused("not_allowed_type");
  if (whole.text.trim() === "") return refused("empty");
  const format = textFormat(whole.text);
  if (isRefusal(format)) return refused(format);
  return accepted(format, { encoding: whole.encoding, active: format === "html" || format === "eml" });
}

async function knownType(head: Buffer): Promise<{ ext: string } | undefined> {
  try {
    return await fileTypeFromBuffer(head);
  } catch {
    return undefined;
  }
}

const isRefusal = (found: Format | Refusal): found is Refusal => (REFUSALS as readonly string[]).includes(found);
