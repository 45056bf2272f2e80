import sharp from "sharp";
import type { PageSize, Region } from "@/domain/redaction/regions";

export const MAX_PIXELS = 120_000_000;
/** Longest side of what is published, in pixels; a long chat may be higher. */
const MAX_WIDTH = 2_000;
const MAX_HEIGHT = 16_000;

export interface DrawnPage extends PageSize {
  /** PNG, upright, without metadata. */
  readonly png: Buffer;
}

/** A picture drawn anew: turned upright, its first frame, nothing kept beside the pixels. Throws when this machine cannot draw it. */
export async function drawPicture(original: Buffer): Promise<DrawnPage> {
  const { data, info } = await sharp(original, { limitInputPixels: MAX_PIXELS, pages: 1, failOn: "truncated" })
    .autoOrient()
    .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .png({ compressionLevel: 3 })
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

/** The page with its regions painted over: the pixels below are gone, as the result is encoded anew from what is seen. */
export async function paintOver(page: DrawnPage, regions: readonly Region[]): Promise<Buffer> {
  const patches = regions
    .filter((r) => r.on)
    .flatMap((r) => {
      const left = Math.max(0, Math.floor(r.x * page.width));
      const top = Math.max(0, Math.floor(r.y * page.height));
      const width = Math.min(page.width - left, Math.ceil(r.w * page.width));
      const height = Math.min(page.height - top, Math.ceil(r.h * page.height));
      if (width < 1 || height < 1) return [];
      return [{ input: { create: { width, height, channels: 3 as const, background: "#1b1f24" } }, left, top }];
    });
  const painted = await sharp(page.png).composite(patches).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = painted.info;
  return sharp(painted.data, { raw: { width, height, channels } }).png({ compressionLevel: 9, palette: false }).toBuffer();
}

/** The public copy of a picture: PNG turned to WebP from raw pixels only, so that no block of metadata can come along. */
export async function publicPicture(page: DrawnPage, regions: readonly Region[]): Promise<Buffer> {
  return sharp(await paintOver(page, regions))
    .webp({ quality: 88, effort: 4 })
    .toBuffer();
}
