import { IN_TITLE, OFTEN, OFTEN_TIMES } from "./grams";
import { encodePosting } from "./posting";
import { isHan, runsOf } from "./tokens";

/** Pairs of small numbers to a number, without an object a pair. */
class PairTable {
  private a = new Int32Array(1 << 16);
  private b = new Uint16Array(1 << 16);
  private v = new Int32Array(1 << 16).fill(-1);
  private used = 0;

  private place(a: number, b: number): number {
    const mask = this.v.length - 1;
    let at = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 7;
    for (at &= mask; this.v[at] !== -1; at = (at + 1) & mask) if (this.a[at] === a && this.b[at] === b) break;
    return at;
  }
  get(a: number, b: number): number {
    return this.v[this.place(a, b)] as number;
  }
  set(a: number, b: number, value: number): void {
    if (this.used * 2 > this.v.length) this.grow();
    const at = this.place(a, b);
    if (this.v[at] === -1) this.used++;
    this.a[at] = a;
    this.b[at] = b;
    this.v[at] = value;
  }
  private grow(): void {
    const { a, b, v } = this;
    this.a = new Int32Array(v.length * 2);
    this.b = new Uint16Array(v.length * 2);
    this.v = new Int32Array(v.length * 2).fill(-1);
    this.used = 0;
    for (let i = 0; i < v.length; i++) if (v[i] !== -1) this.set(a[i] as number, b[i] as number, v[i] as number);
  }
}

/** Pairs of token and document in the order they came. */
class Pairs {
  tokens = new Uint32Array(1 << 16);
  docs = new Uint16Array(1 << 16);
  length = 0;
  push(token: number, doc: number): void {
    if (this.length === this.tokens.length) {
      const { tokens, docs } = this;
      this.tokens = new Uint32Array(tokens.length * 2);
      this.tokens.set(tokens);
      this.docs = new Uint16Array(docs.length * 2);
      this.docs.set(docs);
    }
    this.tokens[this.length] = token;
    this.docs[this.length++] = doc;
  }
}

/** Makes the postings of one chunk: every letter, every two letters, every word of the dictionary, every word in Latin letters. */
export class ChunkBuilder {
  private readonly names: string[] = [];
  private readonly letters = new Int32Array(65_536).fill(-1);
  private readonly twos = new PairTable();
  private readonly words = new Map<string, number>();
  /** Steps of the dictionary from one beginning to the next, and the token where a word ends. */
  private readonly steps = new PairTable();
  private readonly ends: number[] = [-1];
  private last = new Int32Array(1 << 16).fill(-1);
  private times = new Uint8Array(1 << 16);
  private readonly all = new Pairs();
  private readonly title = new Pairs();
  private readonly often = new Pairs();

  constructor(dictionary: readonly string[]) {
    for (const word of dictionary) {
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i);
        let next = this.steps.get(node, code);
        if (next === -1) {
          next = this.ends.length;
          this.ends.push(-1);
          this.steps.set(node, code, next);
        }
        node = next;
      }
      this.ends[node] = this.name(word);
    }
  }

  private name(token: string): number {
    const id = this.names.length;
    this.names.push(token);
    if (id === this.last.length) {
      const { last, times } = this;
      this.last = new Int32Array(id * 2).fill(-1);
      this.last.set(last);
      this.times = new Uint8Array(id * 2);
      this.times.set(times);
    }
    return id;
  }

  /** Reads a document in; `doc`: its number within the chunk, in ascending order. Texts are folded. */
  add(doc: number, title: string, body: string): void {
    const seen: number[] = [];
    // Twice two: the title's words are of the text as well, and marked.
    this.read(title, doc * 2, seen);
    for (const token of seen) this.title.push(token, doc);
    const whole: number[] = [];
    this.read(title, doc * 2 + 1, whole);
    this.read(body, doc * 2 + 1, whole);
    for (const token of whole) {
      this.all.push(token, doc);
      if ((this.times[token] as number) >= OFTEN_TIMES) this.often.push(token, doc);
    }
  }

  private see(token: number, pass: number, seen: number[]): void {
    if (this.last[token] !== pass) {
      this.last[token] = pass;
      this.times[token] = 1;
      seen.push(token);
    } else if ((this.times[token] as number) < 255) this.times[token] = (this.times[token] as number) + 1;
  }

  private read(text: string, pass: number, seen: number[]): void {
    for (const run of runsOf(text)) {
      if (!run.han) {
        let id = this.words.get(run.text);
        if (id === undefined) {
          id = this.name(run.text);
          this.words.set(run.text, id);
        }
        this.see(id, pass, seen);
        continue;
      }
      const { text: letters } = run;
      for (let i = 0; i < letters.length; i++) {
        const code = letters.charCodeAt(i);
        let one = this.letters[code] as number;
        if (one === -1) {
          one = this.name(letters[i] as string);
          this.letters[code] = one;
        }
        this.see(one, pass, seen);
        if (i + 1 >= letters.length) break;
        const next = letters.charCodeAt(i + 1);
        let two = this.twos.get(code, next);
        if (two === -1) {
          two = this.name(letters.slice(i, i + 2));
          this.twos.set(code, next, two);
        }
        this.see(two, pass, seen);
        let node = 0;
        for (let k = i; k < letters.length; k++) {
          node = this.steps.get(node, letters.charCodeAt(k));
          if (node === -1) break;
          const end = this.ends[node] as number;
          if (end !== -1) this.see(end, pass, seen);
        }
      }
    }
  }

  /** Every token with its stored posting; single letters are not marked by title or number. */
  *postings(): Generator<{ token: string; docs: Uint8Array }> {
    for (const [mark, pairs] of [["", this.all] as const, [IN_TITLE, this.title] as const, [OFTEN, this.often] as const]) {
      const starts = new Uint32Array(this.names.length + 1);
      for (let i = 0; i < pairs.length; i++)
        starts[(pairs.tokens[i] as number) + 1] = (starts[(pairs.tokens[i] as number) + 1] as number) + 1;
      for (let t = 0; t < this.names.length; t++) starts[t + 1] = (starts[t + 1] as number) + (starts[t] as number);
      const sorted = new Uint16Array(pairs.length);
      const at = starts.slice();
      for (let i = 0; i < pairs.length; i++) {
        const token = pairs.tokens[i] as number;
        sorted[at[token] as number] = pairs.docs[i] as number;
        at[token] = (at[token] as number) + 1;
      }
      for (let t = 0; t < this.names.length; t++) {
        const from = starts[t] as number;
        const to = starts[t + 1] as number;
        const token = this.names[t] as string;
        if (to === from || (mark !== "" && token.length === 1 && isHan(token.charCodeAt(0)))) continue;
        yield { token: mark + token, docs: encodePosting(sorted.subarray(from, to)) };
      }
    }
  }
}
