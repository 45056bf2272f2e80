import sharp from "sharp";
import { MAX_PIXELS } from "../file-kinds/examine";

/** A larger file is kept, and not turned into a picture: it is unpacked in memory (bytes). */
const MOST_BYTES = 40 * 1024 * 1024;

/** A HEIC picture as PNG, without metadata. Throws where it cannot be unpacked or is too large. */
export async function heicToPng(original: Buffer): Promise<Buffer> {
  if (original.length > MOST_BYTES) throw new Error("The picture is too large to be unpacked.");
  const { default: decode } = await import("heic-decode");
  const [first] = await decode.all({ buffer: new Uint8Array(original) });
  if (!first || first.width * first.height > MAX_PIXELS) throw new Error("The picture is too large to be unpacked.");
  const { width, height, data } = await first.decode();
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } })
    .flatten({ background: "#fff" })
    .png({ compressionLevel: 3 })
    .toBuffer();
}
