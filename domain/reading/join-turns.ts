import type { ChatTurn } from "./turns";

/** How alike two texts must be (share of characters in common) to be one message read twice. */
const ALIKE = 0.8;

/** A turn, the picture it is from and its place there, both from 0. */
export interface JoinedTurn {
  readonly turn: ChatTurn;
  readonly picture: number;
  readonly line: number;
}

/**
 * Joins the turns of overlapping screenshots of one chat, in the order given, without repeats: the longest end of what is there that is the beginning of the
 * next is one and the same. A message cut off at a picture's edge counts as the same when it is the end (or beginning) of the other; the longer stays.
 * Answers each turn with the picture it is from and its place in it.
 */
export function joinTurns(pictures: readonly (readonly ChatTurn[])[]): JoinedTurn[] {
  const out: JoinedTurn[] = [];
  for (const [picture, turns] of pictures.entries()) {
    const shared = overlap(
      out.map((one) => one.turn),
      turns,
    );
    for (let i = 0; i < shared; i += 1) {
      const place = out.length - shared + i;
      const before = out[place] as JoinedTurn;
      const now = turns[i] as ChatTurn;
      if (now.text.length > before.turn.text.length)
        out[place] = { turn: { ...now, ...(before.turn.at && !now.at ? { at: before.turn.at } : {}) }, picture, line: i };
    }
    for (const [i, turn] of turns.entries()) if (i >= shared) out.push({ turn, picture, line: i });
  }
  return out;
}

/** How many of the last turns of `before` are the first of `after`. */
export function overlap(before: readonly ChatTurn[], after: readonly ChatTurn[]): number {
  for (let size = Math.min(before.length, after.length); size > 0; size -= 1) {
    const tail = before.slice(before.length - size);
    const fits = tail.every((turn, i) => same(turn, after[i] as ChatTurn, i === 0, i === size - 1));
    // One short message alone ("好的") proves nothing; it must be the only thing there or long enough to be no chance.
    if (fits && (size > 1 || (tail[0] as ChatTurn).text.length >= 6)) return size;
  }
  return 0;
}

function same(a: ChatTurn, b: ChatTurn, first: boolean, last: boolean): boolean {
  if (a.side !== b.side) return false;
  if (a.text === b.text) return true;
  const [short, long] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  if (short.length >= 4 && ((first && long.endsWith(short)) || (last && long.startsWith(short)))) return true;
  return long.length >= 5 && alike(a.text, b.text) >= ALIKE;
}

/** The share of characters two texts have in common, in order, 0 to 1. */
export function alike(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  let row = new Array<number>(y.length + 1).fill(0);
  for (const c of x) {
    const next = [0];
    for (let j = 1; j <= y.length; j += 1)
      next.push(c === y[j - 1] ? (row[j - 1] as number) + 1 : Math.max(row[j] as number, next[j - 1] as number));
    row = next;
  }
  return x.length + y.length === 0 ? 1 : (2 * (row[y.length] as number)) / (x.length + y.length);
}
