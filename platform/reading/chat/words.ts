import sharp from "sharp";
import { apart, type Box, type Colour, type Raster } from "../raster";
import { type Bubble, bubblesOf } from "./bubbles";
import { heightOf, rowsShared, widthOf } from "./components";
import { chroma, type Ink, inkOf } from "./ink";

/** A bubble ready to be recognised: its box in the pixels of the whole picture, and its words as dark on white. */
export interface Words {
  readonly side: Bubble["side"];
  readonly bare: boolean;
  readonly box: Box;
  readonly ink: Ink;
}

/**
 * The bubbles of a screenshot with their words, from the top. Left out: suggestions to tap, buttons in a bubble, and what holds no words.
 * `small` is the same picture at the working width.
 */
export function wordsOf(picture: Raster, small: Raster): Words[] {
  const scale = picture.width / small.width;
  const all = bubblesOf(small).flatMap((bubble) => {
    const box = enlarge(bubble, scale, picture, bubble.bare);
    const ink = inkOf(picture, box, bubble.fill as Colour);
    return ink ? [{ side: bubble.side, bare: bubble.bare, box, ink }] : [];
  });
  const usual = usualColour(all.filter((one) => one.side === "agent" && !one.bare));
  return all.filter((one) => !suggestion(one, all, usual)).flatMap((one) => withoutButtons(one, usual));
}

function enlarge(box: Box, scale: number, picture: Raster, bare: boolean): Box {
  const more = bare ? Math.round(3 * scale) : 0;
  return {
    left: Math.max(0, Math.floor(box.left * scale) - more),
    top: Math.max(0, Math.floor(box.top * scale) - more),
    right: Math.min(picture.width, Math.ceil(box.right * scale) + more),
    bottom: Math.min(picture.height, Math.ceil(box.bottom * scale) + more),
  };
}

/** The colour of what an agent says: that of the most area. */
function usualColour(bubbles: readonly Words[]): Colour | null {
  const sums: { colour: Colour; area: number }[] = [];
  for (const { ink } of bubbles)
    for (const line of ink.lines) {
      const area = (line.right - line.left) * (line.bottom - line.top);
      const same = sums.find((one) => apart(one.colour, line.colour) < 40);
      if (same) same.area += area;
      else sums.push({ colour: line.colour, area });
    }
  return sums.sort((a, b) => b.area - a.area)[0]?.colour ?? null;
}

const coloured = (colour: Colour, usual: Colour | null) =>
  usual !== null && apart(colour, usual) > 55 && Math.abs(chroma(colour) - chroma(usual)) > 35;

/** Boxes to tap under an answer: of another colour of ink, or several beside one another. */
function suggestion(one: Words, all: readonly Words[], usual: Colour | null): boolean {
  if (one.side === "system" || one.bare) return false;
  const beside = all.some(
    (other) =>
      other !== one && !other.bare && rowsShared(other.box, one.box) > Math.min(heightOf(other.box), heightOf(one.box)) * 0.5,
  );
  if (beside) return true;
  return one.side === "agent" && one.ink.lines.every((line) => coloured(line.colour, usual));
}

/** Cuts off buttons under the words of a bubble: last lines of another colour, set apart by more than a line's distance. */
function withoutButtons(words: Words, usual: Colour | null): Words[] {
  const { ink } = words;
  let count = ink.lines.length;
  while (count > 1) {
    const line = ink.lines[count - 1] as Ink["lines"][number];
    const above = ink.lines[count - 2] as Ink["lines"][number];
    const gap = line.top - above.bottom;
    if (gap > (above.bottom - above.top) * 0.75 && (coloured(line.colour, usual) || line.bottom - line.top <= 3)) count -= 1;
    else break;
  }
  return count === ink.lines.length ? [words] : [{ ...words, ink: { ...ink, lines: ink.lines.slice(0, count) } }];
}

/** Height in pixels at which the recogniser reads letters best. */
const LETTER = 40;

/** The words as a picture for the recogniser: letters of one height, a white border. */
export async function pictureOf(ink: Ink, lines: Ink["lines"] = ink.lines): Promise<Buffer> {
  const left = Math.min(...lines.map((l) => l.left));
  const right = Math.max(...lines.map((l) => l.right));
  const top = Math.min(...lines.map((l) => l.top));
  const bottom = Math.max(...lines.map((l) => l.bottom));
  const tallest = Math.max(...lines.map((l) => l.bottom - l.top), 6);
  const scale = LETTER / tallest;
  return sharp(ink.grey, { raw: { width: ink.width, height: ink.height, channels: 1 } })
    .extract({ left, top, width: right - left, height: bottom - top })
    .resize({
      width: Math.max(1, Math.round((right - left) * scale)),
      height: Math.max(1, Math.round((bottom - top) * scale)),
      fit: "fill",
      kernel: scale > 1 ? "cubic" : "lanczos3",
    })
    .extend({ top: 14, bottom: 14, left: 14, right: 14, background: "#fff" })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** How much there is to read: the width of all lines in letters. */
export const lengthOf = (words: Words) =>
  words.ink.lines.reduce((sum, line) => sum + (line.right - line.left) / Math.max(6, line.bottom - line.top), 0);
export { widthOf };
