import { type Ink, withoutPart } from "./ink";

/** Marks at the end of a bubble's last line, as they are drawn, and the words before them (null: nothing but marks). */
export interface Marked {
  readonly marks: readonly ("?" | "!" | "~")[];
  readonly rest: Ink | null;
}

/** Ink darker than this belongs to a letter (0 black, 255 white). */
const DARK = 160;
type Run = { readonly left: number; readonly right: number };

/**
 * Marks that end a bubble, by their shape: a recogniser takes several of them in a row for digits, and a wave for nothing. Null where there are fewer than
 * two beside words: one alone it reads well.
 */
export function marksAtEnd(ink: Ink): Marked | null {
  const line = ink.lines.at(-1);
  if (!line) return null;
  const runs = runsOf(ink, line);
  const marks: ("?" | "!" | "~")[] = [];
  let from = line.right;
  while (runs.length > 0) {
    const run = runs.at(-1) as Run;
    const mark = markOf(ink, run, line);
    if (!mark) break;
    marks.unshift(mark);
    from = run.left;
    runs.pop();
  }
  const alone = runs.length === 0 && ink.lines.length === 1;
  if (marks.length === 0 || (!alone && marks.length < 2 && marks[0] !== "~")) return null;
  if (alone && marks.every((one) => one === "~")) return null;
  return { marks, rest: alone ? null : withoutPart(ink, { ...line, left: from, right: ink.width }) };
}

const dark = (ink: Ink, x: number, y: number) => (ink.grey[y * ink.width + x] as number) < DARK;

function runsOf(ink: Ink, line: Ink["lines"][number]): Run[] {
  const runs: { left: number; right: number }[] = [];
  for (let x = line.left; x < line.right; x += 1) {
    let inked = false;
    for (let y = line.top; y < line.bottom && !inked; y += 1) inked = dark(ink, x, y);
    const last = runs.at(-1);
    if (inked && last?.right === x) last.right = x + 1;
    else if (inked) runs.push({ left: x, right: x + 1 });
  }
  return runs;
}

/** Stretches of rows with ink in a run of columns, with their own width. */
function partsOf(ink: Ink, run: Run, line: Ink["lines"][number]) {
  const parts: { top: number; bottom: number; left: number; right: number }[] = [];
  for (let y = line.top; y < line.bottom; y += 1) {
    let [left, right] = [-1, -1];
    for (let x = run.left; x < run.right; x += 1)
      if (dark(ink, x, y)) {
        if (left < 0) left = x;
        right = x + 1;
      }
    if (left < 0) continue;
    const last = parts.at(-1);
    if (last?.bottom === y) {
      last.bottom = y + 1;
      last.left = Math.min(last.left, left);
      last.right = Math.max(last.right, right);
    } else parts.push({ top: y, bottom: y + 1, left, right });
  }
  return parts;
}

function markOf(ink: Ink, run: Run, line: Ink["lines"][number]): "?" | "!" | "~" | null {
  const parts = partsOf(ink, run, line);
  const [upper, dot] = parts;
  // A mark may have a line of its own: then the others tell how tall letters are.
  const tall = Math.max(...ink.lines.map((one) => one.bottom - one.top));
  const wide = run.right - run.left;
  if (!upper) return null;
  if (parts.length === 1) return isWave(ink, upper, tall) ? "~" : null;
  if (parts.length !== 2 || !dot) return null;
  const height = dot.bottom - upper.top;
  const [low, broad] = [dot.bottom - dot.top, dot.right - dot.left];
  const below = height > tall * 0.55 && low < height * 0.28 && broad < height * 0.32 && upper.bottom - upper.top > height * 0.45;
  if (!below || wide > height * 0.85) return null;
  return wide < height * 0.34 ? "!" : "?";
}

/** Broad, thin, halfway up, its left half higher than its right. */
function isWave(ink: Ink, part: { top: number; bottom: number; left: number; right: number }, tall: number): boolean {
  const [wide, high] = [part.right - part.left, part.bottom - part.top];
  const middle = (part.top + part.bottom) / 2;
  const line = ink.lines.at(-1);
  if (!line || wide < tall * 0.5 || high > tall * 0.4 || high < tall * 0.12) return false;
  const amid = line.bottom - line.top > tall * 0.6;
  if (amid && (middle < line.top + tall * 0.3 || middle > line.top + tall * 0.75)) return false;
  const height = (from: number, to: number) => {
    let [sum, n] = [0, 0];
    for (let x = Math.round(from); x < to; x += 1)
      for (let y = part.top; y < part.bottom; y += 1)
        if (dark(ink, x, y)) {
          sum += y;
          n += 1;
        }
    return n === 0 ? 0 : sum / n;
  };
  const half = part.left + wide / 2;
  return height(half, part.right) - height(part.left, half) > high * 0.15;
}
