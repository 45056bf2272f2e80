import type { TimeStamp } from "@/domain/reading/time-stamp";
import type { Box } from "../raster";
import { heightOf, widthOf } from "./components";
import { type Ink, withoutPart } from "./ink";
import type { Words } from "./words";

/** Reads a part of a bubble as a time; null when it is none. */
type ReadTime = (ink: Ink, part: Box) => Promise<TimeStamp | null>;
/** A bubble with the time that stood inside it, where one did. */
export interface Timed {
  readonly words: Words;
  readonly time?: TimeStamp;
}

/**
 * Many apps set the time inside the bubble, small and pale in its lower right corner, where a recogniser takes it for words. What stands
 * there like that is read by itself: when it is a time it is taken out of the words and told apart from them.
 */
export async function withoutInnerTimes(all: readonly Words[], read: ReadTime): Promise<Timed[]> {
  const parts = all.map((one) => (one.bare || one.side === "system" ? null : cornerOf(one.ink)));
  const times = await Promise.all(parts.map((part, i) => (part ? read((all[i] as Words).ink, part) : null)));
  // Where the app does so in other bubbles, a corner that was not read right is a time as well.
  const usual = times.filter(Boolean).length * 2 > parts.filter(Boolean).length;
  return all.map((words, i) => {
    const [part, time] = [parts[i], times[i]];
    if (!part || !(time || usual)) return { words };
    const ink = withoutPart(words.ink, part);
    return ink ? { words: { ...words, ink }, ...(time ? { time } : {}) } : { words };
  });
}

/** Ink this dark (of 255, white) counts as part of a letter: less than for words, for what is looked for is pale. */
const SEEN = 200;

/** Something small and pale at the lower right of a bubble, set apart from the words; null where there is nothing like it. */
function cornerOf(ink: Ink): Box | null {
  const last = ink.lines.at(-1);
  if (!last) return null;
  // Of marks right under the last line (二) or of a corner that hangs below it, what matters are the rows from its top on.
  const rows = { top: last.top, bottom: ink.height };
  const inked = Array.from({ length: ink.width }, (_, x) => columnOf(ink, x, rows.top, rows.bottom));
  let right = ink.width;
  while (right > 0 && !inked[right - 1]) right -= 1;
  if (right < ink.width * 0.6) return null;
  const tall = (from: number) => {
    const spans = inked.slice(from, right).filter((one) => one !== null);
    return { top: Math.min(...spans.map((s) => s.top)), bottom: Math.max(...spans.map((s) => s.bottom)) };
  };
  let left = right;
  for (let blank = 0, x = right - 1; x >= 0; x -= 1) {
    if (inked[x]) {
      left = x;
      blank = 0;
      continue;
    }
    blank += 1;
    const part = { left, right, ...tall(left) };
    const enough = widthOf(part) > heightOf(part) * 1.4;
    if (blank > heightOf(part) * (enough ? 0.55 : 1.2)) break;
  }
  const part: Box = { left, right, ...tall(left) };
  const [w, h] = [widthOf(part), heightOf(part)];
  if (h < 5 || w < h * 1.4 || w > h * 9) return null;
  const rest = withoutPart(ink, part);
  if (!rest) return null;
  const letter = Math.max(...rest.lines.map((line) => line.bottom - line.top));
  if (h > letter * 0.78) return null;
  const words = darkest(
    ink,
    { left: 0, right: ink.width, top: rest.lines[0]?.top ?? 0, bottom: rest.lines.at(-1)?.bottom ?? 0 },
    part,
  );
  return darkest(ink, part, null) > words + 25 ? part : null;
}

function columnOf(ink: Ink, x: number, top: number, bottom: number): { top: number; bottom: number } | null {
  let first = -1;
  let end = -1;
  for (let y = top; y < bottom; y += 1)
    if ((ink.grey[y * ink.width + x] as number) < SEEN) {
      if (first < 0) first = y;
      end = y + 1;
    }
  return first < 0 ? null : { top: first, bottom: end };
}

/** How dark the body of the letters of a part is (0 black): that of the darkest fifth of its ink. */
function darkest(ink: Ink, part: Box, but: Box | null): number {
  const counts = new Uint32Array(256);
  let all = 0;
  for (let y = part.top; y < part.bottom; y += 1)
    for (let x = part.left; x < part.right; x += 1) {
      const grey = ink.grey[y * ink.width + x] as number;
      const out = but && x >= but.left && x < but.right && y >= but.top && y < but.bottom;
      if (grey >= SEEN || out) continue;
      counts[grey] = (counts[grey] as number) + 1;
      all += 1;
    }
  let seen = 0;
  for (let grey = 0; grey < 256; grey += 1) {
    seen += counts[grey] as number;
    if (seen > all * 0.2) return grey;
  }
  return 255;
}
