import { SIMPLIFIED } from "./traditional";

const DASHES = "‐‑‒–—−－─";
const SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t";

/**
 * The text as the detectors read it: full-width letters, digits and signs become narrow ones, traditional characters simplified,
 * all dashes and spaces alike. Every unit becomes exactly one, so offsets in the result are offsets in the text.
 */
export function fold(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) folded += foldUnit(text.charAt(i));
  return folded;
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return unit === "\t" ? " " : unit;
  if (DASHES.includes(unit)) return "-";
  if (SPACES.includes(unit)) return " ";
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return SIMPLIFIED.get(unit) ?? unit;
}
