import { Converter } from "opencc-js";
import { cleanText, hanShare, type Script } from "@/domain/reading/clean-text";
import { traditionalBy } from "@/domain/reading/script";
import { timeIn, timeStampOf } from "@/domain/reading/time-stamp";
import type { ChatTurn } from "@/domain/reading/turns";
import { withoutInnerTimes } from "@/platform/reading/chat/inner-time";
import { marksAtEnd } from "@/platform/reading/chat/marks";
import { lengthOf, pictureOf, type Words, wordsOf } from "@/platform/reading/chat/words";
import { type Pack, type Recognised, recognise } from "@/platform/reading/ocr";
import { decodeRaster, shrinkRaster } from "@/platform/reading/raster";
import { toTraditional } from "@/platform/traditional";

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
/** Marks by their shape, of half and full width: that of the script around them. */
const MARKS = { "?": ["?", "？"], "!": ["!", "！"], "~": ["~", "～"] } as const;
const SURE = 95;
/** Below this the recogniser doubts what it says itself. */
const DOUBT = 78;
/** From here on it is right of a few letters of its own script; Chinese ones taken for letters stay below. */
const FIRM = 90;

/**
 * Reads a screenshot of a chat: finds the bubbles, reads them one by one, tells the sides apart by where they stand. A time between
 * messages becomes the time of the turn after it. Throws when the file is no picture.
 */
export async function readChatPicture(picture: Buffer | string): Promise<ChatReading> {
  const full = await decodeRaster(picture);
  const small = await shrinkRaster(full, WORKING_WIDTH);
  const timed = await withoutInnerTimes(wordsOf(full, small), async (ink, part) => {
    const line = { ...part, colour: ink.colour };
    return timeIn((await recognise("chi_sim", await pictureOf(ink, [line]), { as: "line" })).text);
  });
  const marked = timed.map((one) => marksAtEnd(one.words.ink));
  const words = timed.map(({ words: one }, i) => ({ ...one, ink: marked[i]?.rest ?? one.ink }));
  const { script, known } = await scriptOf(words);
  const read: Recognised[] = [];
  // The longest first: so the recognisers end together.
  const order = [...words.keys()].sort((a, b) => lengthOf(words[b] as Words) - lengthOf(words[a] as Words));
  await Promise.all(
    order.map(async (i) => {
      const one = words[i] as Words;
      read[i] = marked[i]?.rest === null ? { text: "", confidence: SURE } : await readWords(one, script, known.get(one));
    }),
  );
  // Without any bubble it is no chat (a bill, a list of calls): its words are nobody's.
  const spoken = words.some((one) => !one.bare && one.side !== "system");
  const turns: ChatTurn[] = [];
  let at: ChatTurn["at"];
  for (const [i, one] of words.entries()) {
    const { text, confidence } = read[i] as Recognised;
    const clean = cleanText(text) + (marked[i]?.marks ?? []).map((mark) => MARKS[mark][script === "en" ? 0 : 1]).join("");
    if (clean === "") continue;
    // A time of its own between messages, or right under a bubble.
    const time = one.side === "system" || one.bare ? timeStampOf(clean) : null;
    // A time that was not read right is still no message.
    if (!time && one.side === "system" && /^[\d\s:：.年月日]{3,}$/.test(clean)) continue;
    if (time) {
      at = time;
      continue;
    }
    const own = timed[i]?.time ?? at;
    turns.push({
      side: spoken ? one.side : "system",
      text: clean,
      confidence: Math.round(confidence),
      box: {
        left: one.box.left / full.width,
        right: one.box.right / full.width,
        top: one.box.top / full.height,
        bottom: one.box.bottom / full.height,
      },
      ...(own ? { at: own } : {}),
    });
    at = undefined;
  }
  return { width: full.width, height: full.height, script, turns };
}

/**
 * Reads a bubble with the picture's pack (`known`: what that pack read already); where that is in doubt, line by line, or with the pack the letters ask
 * for, and takes the surest.
 */
async function readWords(words: Words, script: Script, known?: Recognised): Promise<Recognised> {
  const pack = PACK[script];
  const rows = words.ink.lines.length;
  // Noise beside a single line would else pass for a second one.
  const whole = known ?? (await recognise(pack, await pictureOf(words.ink), { as: rows === 1 ? "line" : "block" }));
  let best = whole;
  // Lines it tore apart or ran together are worth a second look, however sure it is of them.
  const torn = whole.text.split("\n").filter((line) => line.trim() !== "").length !== rows;
  if (torn || (rows > 1 && best.confidence < DOUBT)) best = surer(best, await readLines(words, pack));
  // Two or three characters alone are too little for its finding of lines.
  if (best.confidence < DOUBT && lengthOf(words) < 4.5)
    best = surer(best, await recognise(pack, await pictureOf(words.ink), { as: "word" }));
  const letters = (whole.text.match(/[A-Za-z]/g) ?? []).length;
  const other: Pack | null =
    script === "en"
      ? best.confidence < (letters < 4 ? FIRM : DOUBT)
        ? "chi_sim"
        : null
      : hanShare(whole.text) < 0.1 && (letters > 6 || best.confidence < DOUBT)
        ? "eng"
        : null;
  return other ? surer(best, await recognise(other, await pictureOf(words.ink))) : best;
}

const surer = (a: Recognised, b: Recognised) => (b.confidence > a.confidence ? b : a);

async function readLines(words: Words, pack: Pack): Promise<Recognised> {
  const lines = await Promise.all(
    words.ink.lines.map(async (line) => recognise(pack, await pictureOf(words.ink, [line]), { as: "line" })),
  );
  return {
    text: lines.map((line) => line.text).join("\n"),
    confidence: lines.reduce((sum, l) => sum + l.confidence, 0) / Math.max(1, lines.length),
  };
}

const SCRIPTS = { toSimplified: Converter({ from: "tw", to: "cn" }), toTraditional };

/** The longest bubbles, which tell the script; how much of each is looked at to tell letters from characters, in heights of its line. */
const TELLING = 3;
const GLANCE = 8;
/** A score beyond this did not turn any more by further bubbles, of rendered chats squeezed and small. */
const CERTAIN = 1;

/** Which script the picture is in; what was read for that with the right pack is kept. */
async function scriptOf(words: readonly Words[]): Promise<{ script: Script; known: Map<Words, Recognised> }> {
  const known = new Map<Words, Recognised>();
  const spoken = words.filter((one) => one.side !== "system");
  const sample = [...(spoken.length > 0 ? spoken : words)].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, TELLING);
  if (sample.length === 0) return { script: "zh-Hans", known };
  const glances = await Promise.all(sample.map(glance));
  if (hanShare(glances.join("")) < 0.3) return { script: "en", known };
  const [simplified, traditional]: [Recognised[], Recognised[]] = [[], []];
  const letters = (all: readonly Recognised[]) => all.flatMap((one) => one.letters ?? []);
  let score = 0;
  for (const one of sample) {
    const picture = await pictureOf(one.ink);
    const both = (["chi_sim", "chi_tra"] as const).map((pack) => recognise(pack, picture, { letters: true }));
    const [a, b] = (await Promise.all(both)) as [Recognised, Recognised];
    simplified.push(a);
    traditional.push(b);
    score = traditionalBy(letters(simplified), letters(traditional), SCRIPTS);
    if (Math.abs(score) >= CERTAIN) break;
  }
  const right = score > 0 ? traditional : simplified;
  for (const [i, one] of right.entries()) known.set(sample[i] as Words, one);
  return { script: score > 0 ? "zh-Hant" : "zh-Hans", known };
}

/** The beginning of a bubble's first line, as the pack that knows characters and letters reads it. */
async function glance({ ink }: Words): Promise<string> {
  const line = ink.lines[0] as Words["ink"]["lines"][number];
  const right = Math.min(line.right, line.left + (line.bottom - line.top) * GLANCE);
  return (await recognise("chi_sim", await pictureOf(ink, [{ ...line, right }]), { as: "line" })).text;
}
