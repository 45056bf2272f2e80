import { placeOf } from "./query";

/** A piece of a text; `hit`: it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where any of these strings stands in a folded text, in order, without overlaps; the longest first where two begin together. */
export function placesOf(folded: string, wanted: readonly string[]): Place[] {
  const all: Place[] = [];
  for (const word of wanted)
    for (let at = placeOf(folded, word, 0); at >= 0; at = placeOf(folded, word, at + 1))
      all.push({ from: at, to: at + word.length });
  all.sort((a, b) => a.from - b.from || b.to - a.to);
  const out: Place[] = [];
  for (const place of all) {
    const last = out.at(-1);
    if (!last || place.from >= last.to) out.push(place);
  }
  return out;
}

/** The text as written, cut where hits begin and end. `folded` has the same length. */
export function marked(text: string, folded: string, wanted: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of placesOf(folded, wanted)) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

/** The stretch of about `length` letters, of one of several texts, in which most different words are found; null when none holds any. */
export function snippet(
  texts: readonly { text: string; folded: string }[],
  wanted: readonly string[],
  length: number,
): Piece[] | null {
  let best: { text: string; folded: string; from: number; worth: number } | null = null;
  for (const { text, folded } of texts) {
    const places = placesOf(folded, wanted);
    for (let i = 0; i < Math.min(places.length, 40); i++) {
      const from = (places[i] as Place).from;
      const inside = places.filter((p) => p.from >= from && p.to <= from + length * 0.7);
      const worth = new Set(inside.map((p) => folded.slice(p.from, p.to))).size * 10 + Math.min(inside.length, 5);
      if (!best || worth > best.worth) best = { text, folded, from, worth };
    }
  }
  if (!best) return null;
  const from = sentenceStart(best.text, best.from, Math.round(length * 0.3));
  const to = Math.min(best.text.length, from + length);
  const cut = marked(best.text.slice(from, to), best.folded.slice(from, to), wanted);
  return [
    ...(from > 0 ? [{ text: "…", hit: false }] : []),
    ...cut,
    ...(to < best.text.length ? [{ text: "…", hit: false }] : []),
  ];
}

/** The beginning of the sentence a place lies in, at most `back` letters before it. */
function sentenceStart(text: string, at: number, back: number): number {
  for (let i = at; i > Math.max(0, at - back); i--) if (/[。！？；\n]/.test(text[i - 1] ?? "")) return i;
  return Math.max(0, at - Math.min(back, 12));
}
