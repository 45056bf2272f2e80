import { createReadStream, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { FORMATS, type Format } from "../file-kinds/kinds";
import { audioFacts } from "./audio-facts";
import { imagePreview } from "./image-preview";

const sample = (name: string) => path.join(import.meta.dirname, "..", "file-kinds", "samples", name);
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#264" } });

describe("the preview of a picture", () => {
  it("has at most 1600 px and nothing of the metadata", async () => {
    const exif = { IFD0: { Copyright: "张三", Make: "Phone" }, IFD3: { GPSLatitude: "31/1 14/1 0/1" } };
    const original = await picture(4000, 3000).jpeg().withExif(exif).toBuffer();
    expect(original.includes("Phone")).toBe(true);
    const preview = await imagePreview(original);
    expect(preview).toMatchObject({ mediaType: "image/webp", width: 1600, height: 1200 });
    const facts = await sharp(preview.data).metadata();
    expect([facts.exif, facts.xmp, facts.icc, facts.iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(preview.data.includes("Phone")).toBe(false);
  });

  it("stands upright as the camera was held", async () => {
    const original = await picture(80, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await imagePreview(original)).toMatchObject({ width: 40, height: 80 });
  });

  it("of a long screenshot stays readable, a small one is not blown up", async () => {
    expect(await imagePreview(await picture(1080, 9000).png().toBuffer())).toMatchObject({ width: 1080, height: 9000 });
    expect(await imagePreview(await picture(9000, 1080).png().toBuffer())).toMatchObject({ width: 9000, height: 1080 });
    expect(await imagePreview(await picture(300, 200).webp().toBuffer())).toMatchObject({ width: 300, height: 200 });
  });

  it("of a torn or foreign file is an error, not an empty picture", async () => {
    const whole = await picture(500, 500).png({ compressionLevel: 0 }).toBuffer();
    await expect(imagePreview(whole.subarray(0, whole.length / 2))).rejects.toThrow();
    await expect(imagePreview(Buffer.from("nothing"))).rejects.toThrow();
  });
});

describe("how long a recording is", () => {
  const facts = (name: string, format: Format) =>
    audioFacts(createReadStream(sample(name)), {
      format,
      mediaType: FORMATS[format].mediaType,
      bytes: statSync(sample(name)).size,
    });

  it.each([
    ["tone.mp3", "mp3"],
    ["tone-bare.mp3", "mp3"],
    ["tone.m4a", "m4a"],
    ["tone.aac", "aac"],
    ["tone.wav", "wav"],
    ["tone.ogg", "ogg"],
    ["tone.flac", "flac"],
    ["film.mp4", "mp4"],
    ["film.webm", "webm"],
    ["tone.webm", "weba"],
  ] as const)("%s", async (name, format) => {
    const { duration } = await facts(name, format);
    expect(duration).toBeGreaterThan(0.9);
    expect(duration).toBeLessThan(1.2);
  });

  it("AMR, in pieces of any size", async () => {
    const frame = Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31)]);
    const bytes = Buffer.concat([Buffer.from("#!AMR\n"), ...Array.from({ length: 150 }, () => frame)]);
    for (const step of [1, 7, 32, 1000, bytes.length]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) => bytes.subarray(i * step, (i + 1) * step));
      const file = { format: "amr", mediaType: "audio/amr", bytes: bytes.length } as const;
      expect(await audioFacts(Readable.from(pieces), file)).toEqual({ duration: 3, hertz: 8000, channels: 1 });
    }
  });

  it("is unknown where the file does not tell", async () => {
    const file = { format: "mp3", mediaType: "audio/mpeg", bytes: 9 } as const;
    expect(await audioFacts(Readable.from([Buffer.from("nonsense!")]), file)).toMatchObject({ duration: null });
    const cut = readFileSync(sample("film.mp4")).subarray(0, 300);
    expect((await audioFacts(Readable.from([cut]), { ...file, format: "mp4", mediaType: "video/mp4" })).duration).toBeNull();
  });
});
