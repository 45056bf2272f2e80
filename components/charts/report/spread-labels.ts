/**
 * Where labels go that would lie on one another: each as near as possible to its wish, in the order of the wishes, at least `gap` apart and
 * inside `from` to `to`. Wishes and places in px, in the order given. Throws nothing: where there is no room they are squeezed evenly.
 */
export function spreadLabels(wishes: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wishes.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  if (order.length === 0) return [];
  const step = Math.min(gap, order.length > 1 ? (to - from) / (order.length - 1) : gap);
  // Labels that push each other form a block that stands at the mean of its wishes.
  const blocks: { wish: number; size: number }[] = [];
  for (const { at } of order) {
    blocks.push({ wish: at, size: 1 });
    for (let last = blocks.at(-1), before = blocks.at(-2); last && before && overlaps(before, last, step); ) {
      const size = before.size + last.size;
      // Of the block: mean of what each member would have the first member's place be.
      const wish = (before.wish * before.size + (last.wish - step * before.size) * last.size) / size;
      blocks.splice(-2, 2, { wish: Math.max(from, wish), size });
      last = blocks.at(-1);
      before = blocks.at(-2);
    }
  }
  const placed: number[] = [];
  for (const { wish, size } of blocks) {
    const first = Math.min(Math.max(wish, from), to - step * (size - 1));
    for (let i = 0; i < size; i++) placed.push(first + i * step);
  }
  for (let i = placed.length - 2; i >= 0; i--) placed[i] = Math.min(placed[i] ?? 0, (placed[i + 1] ?? 0) - step);
  const out = new Array<number>(wishes.length).fill(0);
  order.forEach(({ index }, i) => {
    out[index] = placed[i] ?? 0;
  });
  return out;
}

function overlaps(before: { wish: number; size: number }, after: { wish: number }, step: number): boolean {
  return after.wish < before.wish + step * before.size;
}

const STEPS = [1, 2, 3, 5, 10, 15, 20, 25, 50];

/** End of a counted axis with four steps that are round numbers, at or above `most`; at least 4. */
export function roundEnd(most: number): number {
  for (let power = 1; ; power *= 100) {
    const step = STEPS.find((one) => one * power * 4 >= most);
    if (step !== undefined) return step * power * 4;
  }
}

const WIDE_CHARACTER = /[\u1100-\u11ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/u;

/** About how wide a text is in px at a size in px: Chinese characters are square, others half as wide. Never too little. */
export function textRoom(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += WIDE_CHARACTER.test(character) ? 1.03 : 0.58;
  return Math.ceil(ems * size);
}
