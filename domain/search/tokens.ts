/** What a folded text is cut into: Chinese runs letter by letter, other runs as whole words ("refund", "b2.1", "2026-00142"). */
export interface Run {
  readonly text: string;
  readonly start: number;
  readonly han: boolean;
}

const RUNS = /[\u3400-\u9fff]+|[a-z0-9\u00c0-\u024f]+(?:[.\-'][a-z0-9\u00c0-\u024f]+)*/g;

export function runsOf(folded: string): Run[] {
  const out: Run[] = [];
  for (const match of folded.matchAll(RUNS)) {
    const code = match[0].charCodeAt(0);
    out.push({ text: match[0], start: match.index, han: code >= 0x3400 && code <= 0x9fff });
  }
  return out;
}

export const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

/** An English word with and without its plural: asking for "refund" finds "refunds". Numbers, clause ids and short words stand alone. */
export function wordForms(word: string): readonly string[] {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return [word];
  if (word.endsWith("ies")) return [word, `${word.slice(0, -3)}y`];
  if (/(?:ss|us|is)$/.test(word)) return [word, `${word}es`];
  if (word.endsWith("s")) return [word, word.slice(0, -1)];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  return [word, `${word}s`];
}
