/** A letter as a recogniser saw it, and how sure it was, 0 to 100. */
export interface SeenLetter {
  readonly text: string;
  readonly confidence: number;
}

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;

/** Turns a text into the other script. */
export interface Scripts {
  readonly toSimplified: (text: string) => string;
  readonly toTraditional: (text: string) => string;
}

/** How much each kind of difference says. Set by what both recognisers said of rendered chats of either script, clean and small. */
const EQUAL = 0.5;
const TELLS = 0.4;
const SIMPLIFIED_UNLESS = 0.5;

/**
 * Which of two recognisers, one of simplified and one of traditional script, read what is there. Both turn what they see into their own script,
 * about equally sure of it. What tells most is a letter of one script alone that the other took for something else: a traditional form the
 * simplified one does not know, or the reverse; of letters that are the same but for the script, who is surer of many tells too.
 * Each pair counts once. Above 0: traditional; near 0 nothing tells, and it is simplified.
 */
export function traditionalBy(simplified: readonly SeenLetter[], traditional: readonly SeenLetter[], scripts: Scripts): number {
  const seen = new Set<string>();
  let sum = -SIMPLIFIED_UNLESS;
  for (const [a, b] of aligned(simplified, traditional)) {
    if (a.text === b.text || !HAN.test(a.text) || !HAN.test(b.text) || seen.has(a.text + b.text)) continue;
    seen.add(a.text + b.text);
    const surer = Math.log(doubt(a)) - Math.log(doubt(b));
    if (scripts.toSimplified(b.text) === a.text || scripts.toTraditional(a.text) === b.text) sum += surer * EQUAL;
    else if (scripts.toSimplified(b.text) !== b.text) sum += Math.max(0, surer + TELLS);
    else if (scripts.toTraditional(a.text) !== a.text) sum -= Math.max(0, TELLS - surer);
  }
  return sum;
}

const doubt = (letter: SeenLetter) => 101.5 - Math.min(100, Math.max(0, letter.confidence));

/** Pairs of letters at the same place of the two readings: fewest changes. */
function aligned(a: readonly SeenLetter[], b: readonly SeenLetter[]): [SeenLetter, SeenLetter][] {
  const width = b.length + 1;
  const cost = new Float64Array((a.length + 1) * width);
  const swap = (x: SeenLetter, y: SeenLetter) => (x.text === y.text ? 0 : HAN.test(x.text) && HAN.test(y.text) ? 0.6 : 1.2);
  for (let i = 0; i <= a.length; i += 1)
    for (let j = 0; j <= b.length; j += 1) {
      if (i === 0 || j === 0) cost[i * width + j] = i + j;
      else
        cost[i * width + j] = Math.min(
          (cost[(i - 1) * width + j] as number) + 1,
          (cost[i * width + j - 1] as number) + 1,
          (cost[(i - 1) * width + j - 1] as number) + swap(a[i - 1] as SeenLetter, b[j - 1] as SeenLetter),
        );
    }
  const pairs: [SeenLetter, SeenLetter][] = [];
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    const here = cost[i * width + j] as number;
    if (here === (cost[(i - 1) * width + j - 1] as number) + swap(a[i - 1] as SeenLetter, b[j - 1] as SeenLetter)) {
      pairs.push([a[i - 1] as SeenLetter, b[j - 1] as SeenLetter]);
      i -= 1;
      j -= 1;
    } else if (here === (cost[(i - 1) * width + j] as number) + 1) i -= 1;
    else j -= 1;
  }
  return pairs.reverse();
}
