import type { RedactionType, Span } from "./types";

/** A text with marks `[TYPE|words]`, taken apart into the text and the spans the marks stand for. */
export function unmark(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = "";
  let at = 0;
  for (const match of marked.matchAll(/\[([A-Z_]+)\|([^\]]+)\]/g)) {
    text += marked.slice(at, match.index);
    const words = match[2] ?? "";
    spans.push({ start: text.length, end: text.length + words.length, type: match[1] as RedactionType });
    text += words;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), spans };
}

/** How well found spans match expected ones, in units of text of the right type and in spans that agree exactly. */
export interface Score {
  expected: number;
  found: number;
  exact: number;
  /** Expected spans at least nine tenths of which lie under found ones. */
  covered: number;
  /** Found spans that touch no expected one. */
  needless: number;
}

export function compare(expected: Span[], found: Span[]): Score {
  const overlap = (a: Span, b: Span) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end && a.type === b.type;
  return {
    expected: expected.length,
    found: found.length,
    exact: expected.filter((one) => found.some((other) => same(one, other))).length,
    covered: expected.filter((one) => found.reduce((sum, other) => sum + overlap(one, other), 0) >= 0.9 * (one.end - one.start))
      .length,
    needless: found.filter((one) => !expected.some((other) => overlap(one, other) > 0)).length,
  };
}
