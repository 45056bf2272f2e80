import sharp from "sharp";
import type { ReadingContent, SoundContent } from "@/domain/reading/content";
import { lend, lentInput, runFfmpeg } from "@/platform/ffmpeg/ffmpeg";
import type { PlainSource } from "@/platform/file-kinds/kinds";

/** The samples' measure (mono, 16 bit, 8 kHz), and how much of a film's sound is listened to, in seconds. */
const RATE = 8_000;
const LONGEST = 3 * 3_600;
const POSTER = { width: 640, seconds: 60 } as const;

/** Listens to samples (16 bit, mono, 8 kHz) in a process of its own. */
export type Listen = (samples: Buffer) => Promise<SoundContent>;

/** A film's length, a picture of it and its sound. Throws NoFfmpeg where the machine has none, an error where it is no film. */
export async function readFilm(source: PlainSource, format: string, listen: Listen): Promise<ReadingContent> {
  const lent = await lend(source);
  try {
    const input = lentInput(lent.url, format);
    const { output, told } = await runFfmpeg(
      [
        ...input,
        "-frames:v",
        "1",
        "-vf",
        `thumbnail=24,scale='min(${POSTER.width},iw)':-2`,
        "-f",
        "image2pipe",
        "-c:v",
        "png",
        "-",
      ],
      { seconds: POSTER.seconds, most: 20 << 20 },
    ).catch((error: unknown) => {
      if (error instanceof Error && error.message.startsWith("ffmpeg")) return { output: Buffer.alloc(0), told: "" };
      throw error;
    });
    const poster = output.length > 0 ? (await sharp(output).webp({ quality: 70 }).toBuffer()).toString("base64") : null;
    const sound = await soundIn(lent.url, format, listen);
    if (!poster && !sound) throw new Error("There is neither picture nor sound in the film.");
    return { kind: "film", poster, sound, duration: durationIn(told) ?? sound?.duration ?? null };
  } finally {
    lent.close();
  }
}

/** The sound of a recording that the portal's own decoders do not know. Throws NoFfmpeg, or an error where there is no sound. */
export async function readByFfmpeg(source: PlainSource, format: string, listen: Listen): Promise<ReadingContent> {
  const lent = await lend(source);
  try {
    const sound = await soundIn(lent.url, format, listen);
    if (!sound) throw new Error("There is no sound in the file.");
    return { kind: "sound", ...sound };
  } finally {
    lent.close();
  }
}

async function soundIn(url: string, format: string, listen: Listen): Promise<SoundContent | null> {
  const args = [...lentInput(url, format), "-vn", "-ac", "1", "-ar", String(RATE), "-t", String(LONGEST), "-f", "s16le", "-"];
  const samples = await runFfmpeg(args, { seconds: 240, most: LONGEST * RATE * 2 + 4096 }).then(
    (ran) => ran.output,
    (error: unknown) => {
      if (error instanceof Error && error.message === "ffmpeg could not read the file") return Buffer.alloc(0);
      throw error;
    },
  );
  return samples.length < RATE / 10 ? null : listen(samples);
}

/** "Duration: 00:01:02.03" as seconds. */
function durationIn(told: string): number | null {
  const found = /Duration: (\d+):(\d{2}):(\d{2}(?:\.\d+)?)/.exec(told);
  return found ? Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]) : null;
}
