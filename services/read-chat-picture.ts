import { cleanText, hanShare, type Script } from "@/domain/reading/clean-text";
import { timeStampOf } from "@/domain/reading/time-stamp";
import type { ChatTurn } from "@/domain/reading/turns";
import { lengthOf, pictureOf, type Words, wordsOf } from "@/platform/reading/chat/words";
import { type Pack, type Recognised, recognise } from "@/platform/reading/ocr";
import { decodeRaster, shrinkRaster } from "@/platform/reading/raster";

/** What a screenshot of a chat says. Boxes are shares of the picture's width and height, 0 to 1. */
export interface ChatReading {
  readonly width: number;
  readonly height: number;
  readonly script: Script;
  readonly turns: readonly ChatTurn[];
}

/** The width bubbles are looked for at, in pixels. */
const WORKING_WIDTH = 480;
const PACK: Readonly<Record<Script, Pack>> = { "zh-Hans": "chi_sim", "zh-Hant": "chi_tra", en: "eng" };
/** Below this the recogniser doubts what it says itself. */
const DOUBT = 62;

/**
 * Reads a screenshot of a chat: finds the bubbles, reads them one by one, tells the sides apart by where they stand. A time between
 * messages becomes the time of the turn after it. Throws when the file is no picture.
 */
export async function readChatPicture(picture: Buffer | string): Promise<ChatReading> {
  const full = await decodeRaster(picture);
  const small = await shrinkRaster(full, WORKING_WIDTH);
  const words = wordsOf(full, small);
  const { script, known } = await scriptOf(words);
  const read = await Promise.all(words.map((one) => known.get(one) ?? readWords(one, script)));
  const turns: ChatTurn[] = [];
  let at: ChatTurn["at"];
  for (const [i, one] of words.entries()) {
    const { text, confidence } = read[i] as Recognised;
    const clean = cleanText(text);
    if (clean === "") continue;
    const time = one.side === "system" ? timeStampOf(clean) : null;
    if (time) {
      at = time;
      continue;
    }
    turns.push({
      side: one.side,
      text: clean,
      confidence: Math.round(confidence),
      box: {
        left: one.box.left / full.width,
        right: one.box.right / full.width,
        top: one.box.top / full.height,
        bottom: one.box.bottom / full.height,
      },
      ...(at ? { at } : {}),
    });
    at = undefined;
  }
  return { width: full.width, height: full.height, script, turns };
}

/** Reads a bubble with the picture's pack; where that is not sure of itself, with the one the letters ask for, and takes the surer. */
async function readWords(words: Words, script: Script): Promise<Recognised> {
  const picture = await pictureOf(words.ink);
  const first = await recognise(PACK[script], picture);
  const share = hanShare(first.text);
  const letters = (first.text.match(/[A-Za-z]/g) ?? []).length;
  const other: Pack | null =
    script === "en" ? (first.confidence < DOUBT ? "chi_sim" : null) : share < 0.1 && letters > 8 ? "eng" : null;
  if (!other) return first;
  const second = await recognise(other, picture);
  return second.confidence > first.confidence ? second : first;
}

/** Which script the picture is in, told from its longest bubbles; what was read for that with the right pack is kept. */
async function scriptOf(words: readonly Words[]): Promise<{ script: Script; known: Map<Words, Recognised> }> {
  const known = new Map<Words, Recognised>();
  const sample = [...words]
    .filter((one) => one.side !== "system")
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, 2);
  const from = sample.length > 0 ? sample : words.slice(0, 1);
  if (from.length === 0) return { script: "zh-Hans", known };
  const pictures = await Promise.all(from.map((one) => pictureOf(one.ink)));
  const first = await Promise.all(pictures.map((one) => recognise("chi_sim", one)));
  if (hanShare(first.map((one) => one.text).join("")) < 0.3) return { script: "en", known };
  const sure = Math.min(...first.map((one) => one.confidence));
  let script: Script = "zh-Hans";
  let best = first;
  if (sure < 89) {
    const second = await Promise.all(pictures.map((one) => recognise("chi_tra", one)));
    if (process.env.READ_DEBUG)
      console.error(
        "sim",
        first.map((r) => r.confidence),
        "tra",
        second.map((r) => r.confidence),
      );
    if (mean(second) > mean(first)) {
      script = "zh-Hant";
      best = second;
    }
  }
  for (const [i, one] of from.entries()) if (hanShare((best[i] as Recognised).text) >= 0.1) known.set(one, best[i] as Recognised);
  return { script, known };
}

const mean = (all: readonly Recognised[]) => all.reduce((sum, one) => sum + one.confidence, 0) / all.length;
