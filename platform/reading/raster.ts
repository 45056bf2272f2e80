import sharp from "sharp";

/** Pixels in memory: three bytes (red, green, blue) each, rows from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A rectangle in pixels; `right` and `bottom` are outside of it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Colour = readonly [number, number, number];

/** No picture larger than this is unpacked (pixels): a screenshot of forty screens is well below. */
const MOST_PIXELS = 60_000_000;

/** The pixels of an encoded picture, turned upright, on white where it is see-through. Throws when it is no picture or too large. */
export async function decodeRaster(picture: Buffer | string): Promise<Raster> {
  const { data, info } = await sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: "none" })
    .rotate()
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The picture at this width (pixels), never enlarged. */
export async function shrinkRaster(raster: Raster, width: number): Promise<Raster> {
  if (raster.width <= width) return raster;
  const { data, info } = await sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
    .resize({ width, kernel: "linear" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** How far apart two colours are: the largest difference of a channel, 0 to 255. */
export function apart(a: Colour, b: Colour): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
}

export function colourAt(raster: Raster, x: number, y: number): Colour {
  const i = (y * raster.width + x) * 3;
  return [raster.data[i] as number, raster.data[i + 1] as number, raster.data[i + 2] as number];
}

/** How far each pixel of a part of the picture is from a colour (as `apart` says), rows from the top; `into`: a buffer to use for it. */
export function farFrom(
  raster: Raster,
  box: Box,
  [red, green, blue]: Colour,
  into?: Float32Array<ArrayBuffer>,
): Float32Array<ArrayBuffer> {
  const { data } = raster;
  const width = box.right - box.left;
  const far = into ?? new Float32Array(width * (box.bottom - box.top));
  for (let y = box.top, at = 0; y < box.bottom; y += 1)
    for (let i = (y * raster.width + box.left) * 3, end = i + width * 3; i < end; i += 3, at += 1) {
      const r = Math.abs((data[i] as number) - red);
      const g = Math.abs((data[i + 1] as number) - green);
      const b = Math.abs((data[i + 2] as number) - blue);
      far[at] = Math.max(r, g, b);
    }
  return far;
}

/** The colour that most of the pixels have (to within a few steps), and the share of them that do. */
export function commonColour(
  raster: Raster,
  box: Box,
  where?: (x: number, y: number) => boolean,
): { colour: Colour; share: number } {
  const bins = new Map<number, [number, number, number, number]>();
  let seen = 0;
  const step = Math.max(1, Math.floor(Math.sqrt(((box.right - box.left) * (box.bottom - box.top)) / 40_000)));
  for (let y = box.top; y < box.bottom; y += step)
    for (let x = box.left; x < box.right; x += step) {
      if (where && !where(x, y)) continue;
      seen += 1;
      const i = (y * raster.width + x) * 3;
      const [r, g, b] = [raster.data[i] as number, raster.data[i + 1] as number, raster.data[i + 2] as number];
      const key = ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3);
      const bin = bins.get(key);
      if (bin) {
        bin[0] += 1;
        bin[1] += r;
        bin[2] += g;
        bin[3] += b;
      } else bins.set(key, [1, r, g, b]);
    }
  let best: [number, number, number, number] = [0, 0, 0, 0];
  for (const bin of bins.values()) if (bin[0] > best[0]) best = bin;
  if (best[0] === 0) return { colour: [255, 255, 255], share: 0 };
  const colour: Colour = [best[1] / best[0], best[2] / best[0], best[3] / best[0]];
  let near = 0;
  for (const [count, r, g, b] of bins.values()) if (apart([r / count, g / count, b / count], colour) <= 10) near += count;
  return { colour, share: near / seen };
}
