import { z } from "zod";
import { propose } from "./propose";
import { REASONS, REDACTION_TYPES, type RedactionType } from "./types";

/** A rectangle of a page, in fractions of its width and height, so that it holds at every size it is drawn in. */
const fraction = z.number().min(0).max(1);
export const Region = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  page: z.int().min(0).max(999),
  x: fraction,
  y: fraction,
  w: fraction,
  h: fraction,
  type: z.enum([...REDACTION_TYPES, "OTHER"]),
  why: z.enum([...REASONS, "drawn"]),
  by: z.enum(["machine", "officer"]),
  /** Hidden; false: a person rejected it. */
  on: z.boolean(),
});
export type Region = z.infer<typeof Region>;

/** A stretch of a recording, in seconds, that is muted with the lines of the transcript that begin in it. */
export const Stretch = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  start: z.number().min(0).max(86_400),
  end: z.number().min(0).max(86_400),
  on: z.boolean(),
});
export type Stretch = z.infer<typeof Stretch>;

const span = z.strictObject({ start: z.int().min(0), end: z.int().min(1), type: z.enum(REDACTION_TYPES) });

/** What of a file is hidden. Holds no words of it: places only. */
export const FilePlan = z.strictObject({
  kind: z.enum(["pages", "sound", "text"]),
  /** Width and height of each page in pixels as it is drawn. */
  pages: z.array(z.strictObject({ width: z.int().positive(), height: z.int().positive() })).max(200),
  regions: z.array(Region).max(2_000),
  /** Seconds. */
  duration: z.number().min(0).nullable(),
  stretches: z.array(Stretch).max(500),
  spans: z.array(span).max(5_000),
});
export type FilePlan = z.infer<typeof FilePlan>;

export const emptyPlan = (kind: FilePlan["kind"]): FilePlan => ({
  kind,
  pages: [],
  regions: [],
  duration: null,
  stretches: [],
  spans: [],
});

/** A character as it was read: where it stands on its page, in pixels. */
export interface ReadLetter {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
/** A line as it was read, its letters from left to right. */
export type ReadLine = readonly ReadLetter[];

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Pixels around a box that are hidden with it, as a share of its height: edges of letters give numbers away. */
const MARGIN = 0.22;

/**
 * Regions for what `propose` finds in the lines of a page: within each line, and across the break of a line in two (a number that wraps in a bubble).
 */
export function regionsOf(page: number, size: PageSize, lines: readonly ReadLine[]): Omit<Region, "id">[] {
  const found: Omit<Region, "id">[] = [];
  const add = (letters: readonly ReadLetter[], type: RedactionType, why: Region["why"]) => {
    const box = around(letters, size);
    if (box) found.push({ page, ...box, type, why, by: "machine", on: true });
  };
  const joined: { text: string; letters: ReadLetter[]; ends: Set<number> }[] = [];
  lines.forEach((line, i) => {
    joined.push({ ...units(line), ends: new Set() });
    const next = lines[i + 1];
    // Two lines of one bubble stand below each other and begin near each other.
    if (next?.[0] && line[0] && isBelow(line, next)) {
      const [first, second] = [units(line), units(next)];
      joined.push({
        text: first.text + second.text,
        letters: [...first.letters, ...second.letters],
        ends: new Set([first.text.length]),
      });
    }
  });
  for (const { text, letters, ends } of joined)
    for (const { start, end, type, why } of propose(text)) {
      const cut = [...ends].find((at) => at > start && at < end);
      if (ends.size > 0 && cut === undefined) continue;
      if (cut === undefined) add(letters.slice(start, end), type, why);
      else {
        add(letters.slice(start, cut), type, why);
        add(letters.slice(cut, end), type, why);
      }
    }
  return withoutTwins(found);
}

/** Text of a line in UTF-16 units, with the letter each unit belongs to. Spaces between Chinese letters are an artefact of reading. */
function units(line: ReadLine): { text: string; letters: ReadLetter[] } {
  let text = "";
  const letters: ReadLetter[] = [];
  line.forEach((letter, i) => {
    const before = line[i - 1];
    const gap = before ? letter.x0 - before.x1 : 0;
    const wide = before !== undefined && gap > 0.5 * (letter.y1 - letter.y0);
    const apart = before !== undefined && gap > 1.2 * (letter.y1 - letter.y0);
    if (apart || (wide && /[A-Za-z0-9]$/.test(before.text) && /^[A-Za-z0-9]/.test(letter.text))) {
      text += " ";
      letters.push(letter);
    }
    for (const unit of letter.text.split("")) {
      text += unit;
      letters.push(letter);
    }
  });
  return { text, letters };
}

function isBelow(line: ReadLine, next: ReadLine): boolean {
  const [a, b] = [line[0], next[0]];
  if (!a || !b) return false;
  const height = Math.max(a.y1 - a.y0, b.y1 - b.y0);
  return b.y0 > a.y0 && b.y0 - a.y1 < 1.6 * height && Math.abs(a.x0 - b.x0) < 3 * height;
}

function around(letters: readonly ReadLetter[], { width, height }: PageSize) {
  if (letters.length === 0) return null;
  const [x0, y0] = [Math.min(...letters.map((l) => l.x0)), Math.min(...letters.map((l) => l.y0))];
  const [x1, y1] = [Math.max(...letters.map((l) => l.x1)), Math.max(...letters.map((l) => l.y1))];
  const margin = MARGIN * (y1 - y0);
  const [left, top] = [Math.max(0, x0 - margin), Math.max(0, y0 - margin)];
  const [right, bottom] = [Math.min(width, x1 + margin), Math.min(height, y1 + margin)];
  if (right <= left || bottom <= top) return null;
  return { x: left / width, y: top / height, w: (right - left) / width, h: (bottom - top) / height };
}

/** The same found twice (two ways of reading, a line alone and with its next) is one region. */
export function withoutTwins<R extends Omit<Region, "id">>(regions: readonly R[]): R[] {
  const kept: R[] = [];
  for (const region of [...regions].sort((a, b) => b.w * b.h - a.w * a.h))
    if (!kept.some((other) => other.page === region.page && overlap(other, region) > 0.8 * region.w * region.h))
      kept.push(region);
  return kept.sort((a, b) => a.page - b.page || a.y - b.y || a.x - b.x);
}

const overlap = (a: { x: number; y: number; w: number; h: number }, b: { x: number; y: number; w: number; h: number }) =>
  Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));

/** Lines of a time-coded transcript that are spoken in no muted stretch. A line begins at `at` seconds and lasts to the next. */
export function unmutedLines<L extends { readonly at: number }>(lines: readonly L[], stretches: readonly Stretch[]): L[] {
  return lines.filter((line, i) => {
    const end = lines[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    return !stretches.some((s) => s.on && s.start < end && s.end > line.at);
  });
}
