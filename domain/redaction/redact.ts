import { fold } from "./fold";
import { COMPOUND_SURNAMES } from "./name-words";
import { REDACTION_TYPES, type RedactionType, type Span } from "./types";

/** What stands in place of a hidden part; in the reader's language the words are `redaction.hidden.<TYPE>`. */
export type Replacements = Readonly<Record<RedactionType, string>>;

/** The marks a published record keeps: it is one for all languages, and its fingerprint must not depend on words. */
export const MARKS = Object.fromEntries(REDACTION_TYPES.map((type) => [type, `[${type}]`])) as Record<RedactionType, string>;

/**
 * The text with every span replaced: a name by its surname and 某, everything else by the mark of its type. Spans may come in any
 * order and overlap; overlapping ones are hidden as one. Throws RangeError on a span outside the text.
 */
export function redact(text: string, spans: readonly Span[], replacements: Replacements = MARKS): string {
  let out = "";
  let at = 0;
  for (const span of united(text, spans)) {
    const hidden = text.slice(span.start, span.end);
    out += text.slice(at, span.start) + (span.type === "NAME" ? shortened(hidden, replacements) : replacements[span.type]);
    at = span.end;
  }
  return out + text.slice(at);
}

/** A redacted text with its marks in the reader's words. */
export function inWords(redacted: string, words: Replacements): string {
  return redacted.replace(/\[([A-Z_]+)\]/g, (mark, type: string) => words[type as RedactionType] ?? mark);
}

function united(text: string, spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Span[] = [];
  for (const span of sorted) {
    if (
      !Number.isInteger(span.start) ||
      !Number.isInteger(span.end) ||
      span.start < 0 ||
      span.end > text.length ||
      span.start >= span.end
    ) {
      throw new RangeError(`no span of this text: ${span.start} to ${span.end}`);
    }
    const last = out.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
}

function shortened(name: string, replacements: Replacements): string {
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(name)) return replacements.NAME;
  const family = COMPOUND_SURNAMES.test(fold(name)) ? 2 : 1;
  return `${name.slice(0, family)}某`;
}
