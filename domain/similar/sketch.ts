/** Bands of a sketch, and the minima each is made of: texts that share two fifths of their pieces share a band nineteen times in twenty. */
const BANDS = 24;
const ROWS = 2;
/** Letters a piece has. */
const PIECE = 3;
/** What is compared of a text at most, in letters. */
const MOST = 4_000;
const FEWEST = 12;
const SIGNS = /[\s\p{P}\p{S}]+/gu;

/** FNV-1a of a piece of text, mixed so that every bit counts. */
function hash(text: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The sketch of a text: 24 numbers (32 bits, signed), of which texts that read alike have some in common (min-wise hashing of pieces of three letters).
 * `folded`: as platform/fold-text gives it. Empty for a text too short to be alike to any. Nothing of the text can be read back.
 */
export function sketchOf(folded: string): number[] {
  const text = folded.replace(SIGNS, "").slice(0, MOST);
  if (text.length < FEWEST) return [];
  const minima = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (let i = 0; i + PIECE <= text.length; i++) {
    const piece = hash(text, i, i + PIECE);
    for (let k = 0; k < minima.length; k++) {
      const h = mix((piece + Math.imul(k + 1, 0x9e3779b9)) | 0);
      if (h < (minima[k] as number)) minima[k] = h;
    }
  }
  const bands: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    let h = band + 1;
    for (let row = 0; row < ROWS; row++) h = mix(Math.imul(h, 31) ^ (minima[band * ROWS + row] as number));
    bands.push(h | 0);
  }
  return bands;
}

/** What is said to everyone is no sign: a greeting is shorter than this. */
const REPLY_FEWEST = 10;
const QUOTED = /[“"「『]([^”"」』]{10,300})[”"」』]/g;

/**
 * Canned replies of a case as numbers: what an agent said twice or more in its chats, and what the complainant puts in quotation marks. Two cases with
 * one in common were answered by the same sentence.
 */
export function cannedReplies(
  chats: readonly (readonly { readonly side: string; readonly text: string }[])[],
  narrative: string,
): number[] {
  const said = new Map<string, number>();
  for (const turns of chats)
    for (const { side, text } of turns) {
      const plain = text.replace(SIGNS, "");
      if (side === "agent" && plain.length >= REPLY_FEWEST) said.set(plain, (said.get(plain) ?? 0) + 1);
    }
  const out = new Set<number>();
  for (const [text, times] of said) if (times > 1) out.add(hash(text, 0, text.length) | 0);
  for (const [, quoted = ""] of narrative.matchAll(QUOTED)) {
    const plain = quoted.replace(SIGNS, "");
    if (plain.length >= REPLY_FEWEST) out.add(hash(plain, 0, plain.length) | 0);
  }
  return [...out];
}
