import type { QueueCursor } from "./ask";

/** The first few of many, in order, kept while they pass by. Equals stand by number, the newest first where `down`. */
export class FirstFew {
  private readonly keys: number[] = [];
  private readonly numbers: number[] = [];
  constructor(
    private readonly most: number,
    private readonly down: boolean,
  ) {}

  private before(key: number, n: number, otherKey: number, other: number): boolean {
    if (key !== otherKey) return key < otherKey;
    return this.down ? n > other : n < other;
  }

  later(key: number, n: number, cursor: QueueCursor): boolean {
    return this.before(cursor.key, cursor.number, key, n);
  }

  offer(key: number, n: number): void {
    const last = this.keys.length - 1;
    const full = this.keys.length === this.most;
    if (full && !this.before(key, n, this.keys[last] as number, this.numbers[last] as number)) return;
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.before(this.keys[mid] as number, this.numbers[mid] as number, key, n)) low = mid + 1;
      else high = mid;
    }
    this.keys.splice(low, 0, key);
    this.numbers.splice(low, 0, n);
    if (full) {
      this.keys.pop();
      this.numbers.pop();
    }
  }

  page(limit: number): { page: number[]; next: QueueCursor | null } {
    const more = this.keys.length > limit;
    const page = this.numbers.slice(0, limit);
    return { page, next: more ? { key: this.keys[limit - 1] as number, number: this.numbers[limit - 1] as number } : null };
  }
}
