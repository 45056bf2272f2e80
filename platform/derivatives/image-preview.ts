import sharp from "sharp";
import { MAX_PIXELS } from "../file-kinds/examine";

export interface ImagePreview {
  data: Buffer;
  mediaType: "image/webp";
  width: number;
  height: number;
}

/** Longest side of a preview, in pixels; a screenshot of a long chat keeps this width and may be up to eight times as high. */
export const PREVIEW_SIDE = 1600;

/**
 * A picture to look at, drawn anew: turned upright, at most 1600 px, without any metadata (EXIF, GPS, XMP, profile), so that nothing
 * hidden in the original reaches a viewer. Of a moving picture the first frame. Throws when the picture cannot be drawn.
 */
export async function imagePreview(original: Buffer): Promise<ImagePreview> {
  const open = () => sharp(original, { limitInputPixels: MAX_PIXELS, failOn: "truncated", sequentialRead: true });
  const { width = 0, height = 0 } = await open().metadata();
  const long = Math.max(width, height) > 3 * Math.min(width, height);
  const limit = long ? PREVIEW_SIDE * 8 : PREVIEW_SIDE;
  const upright = width >= height ? { width: limit, height: PREVIEW_SIDE } : { width: PREVIEW_SIDE, height: limit };
  const { data, info } = await open()
    .autoOrient()
    .resize({ ...(long ? upright : { width: limit, height: limit }), fit: "inside", withoutEnlargement: true })
    .webp({ quality: 86 })
    .toBuffer({ resolveWithObject: true });
  return { data, mediaType: "image/webp", width: info.width, height: info.height };
}
