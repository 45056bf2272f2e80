import type { Day } from "../day";
import type { DeadlineGroup } from "../desk-queue";

/** What the desk's memory keeps of a case: facets and what the queue is ordered by. No words, no reference. */
export interface DeskCaseFacts {
  readonly number: number;
  readonly state: string;
  readonly deskDue: Day | null;
  readonly deskClock: string | null;
  readonly paused: boolean;
  readonly wait: string | null;
  readonly officer: string | null;
  readonly company: string | null;
  readonly sector: string | null;
  readonly channel: string | null;
  readonly group: string | null;
  /** Microseconds since 1970. */
  readonly filedAt: number;
  /** Tells complainants apart without naming them; null: nobody else. */
  readonly person: number | null;
  /** Clauses in the order of the complaint, by commas. */
  readonly clauses: string;
  /** Received files a kind, "audio:2,image:3". */
  readonly evidence: string;
}

export const CODED = ["state", "wait", "officer", "company", "sector", "channel", "group"] as const;
export type Coded = (typeof CODED)[number];
export const GROUPS: readonly DeadlineGroup[] = ["overdue", "today", "soon", "later", "paused"];
export const KINDS = ["image", "audio", "video", "pdf", "text"] as const;
/** Stands for "no file" among the kinds. */
export const NO_FILE = KINDS.length;

/** Days since 2000-01-01 and one more, so that 0 is "none". */
export const dayCode = (day: Day | null): number =>
  day === null ? 0 : Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) - 10_956;
export const dayOfCode = (code: number): Day => new Date((code + 10_956) * 86_400_000).toISOString().slice(0, 10) as Day;

/** Values by small numbers; 0 is none. */
class Values {
  readonly names: string[] = [""];
  private readonly codes = new Map<string, number>();
  code(name: string | null): number {
    if (name === null || name === "") return 0;
    let code = this.codes.get(name);
    if (code === undefined) {
      code = this.names.length;
      this.names.push(name);
      this.codes.set(name, code);
    }
    return code;
  }
  /** -1 where no case ever had it. */
  known(name: string): number {
    return this.codes.get(name) ?? -1;
  }
  name(code: number): string | null {
    return code === 0 ? null : (this.names[code] as string);
  }
}

/** One kind of column for everything that is counted: the engine then makes one fast loop of it. */
type Numbers = Uint32Array | Float64Array;
const made = () => ({
  state: new Uint32Array(0),
  wait: new Uint32Array(0),
  officer: new Uint32Array(0),
  company: new Uint32Array(0),
  sector: new Uint32Array(0),
  channel: new Uint32Array(0),
  group: new Uint32Array(0),
  clock: new Uint32Array(0),
  /** Day of what is owed, and whether its clock stands. */
  due: new Uint32Array(0),
  paused: new Uint32Array(0),
  /** Lists as they stand, by number; most cases share one of few. */
  clauses: new Uint32Array(0),
  evidence: new Uint32Array(0),
  live: new Uint32Array(0),
  filed: new Float64Array(0),
  person: new Float64Array(0),
});
type Columns = ReturnType<typeof made>;
export const at = (column: Uint32Array, n: number) => column[n] as number;

/**
 * The facets of every case, column by column, in memory: some 70 bytes a case. One pass counts every facet under the filters of the others and finds
 * the page, so that the database reads the rows of the page alone (decision 0032).
 */
export class DeskColumns {
  size = 0;
  /** Grows with each change: what was computed from an older one is out of date. */
  version = 0;
  c: Columns = made();
  readonly values = Object.fromEntries([...CODED, "clock"].map((f) => [f, new Values()])) as Record<Coded | "clock", Values>;
  readonly clauseLists = new Values();
  readonly clauseSets: (readonly number[])[] = [[]];
  readonly clauseNames = new Values();
  readonly evidenceLists = new Values();
  readonly evidenceSets: (readonly number[])[] = [[NO_FILE]];

  private room(size: number): void {
    const had = this.c.live.length;
    if (size > had) {
      let next = Math.max(1_024, had);
      while (next < size) next *= 2;
      for (const name of Object.keys(this.c) as (keyof Columns)[]) {
        const old = this.c[name];
        const larger: Numbers = old instanceof Float64Array ? new Float64Array(next) : new Uint32Array(next);
        larger.set(old);
        (this.c as Record<keyof Columns, Numbers>)[name] = larger;
      }
    }
    if (size > this.size) this.size = size;
  }

  put(d: DeskCaseFacts): void {
    const n = d.number;
    this.room(n + 1);
    this.version++;
    for (const f of CODED) this.c[f][n] = this.values[f].code(d[f]);
    this.c.clock[n] = this.values.clock.code(d.deskClock);
    this.c.due[n] = dayCode(d.deskDue);
    this.c.paused[n] = d.paused ? 1 : 0;
    this.c.filed[n] = d.filedAt;
    this.c.person[n] = d.person ?? -n;
    const list = this.clauseLists.code(d.clauses);
    if (list === this.clauseSets.length)
      this.clauseSets.push([...new Set(d.clauses.split(","))].map((c) => this.clauseNames.code(c)));
    this.c.clauses[n] = list;
    const kinds = this.evidenceLists.code(d.evidence);
    if (kinds === this.evidenceSets.length)
      this.evidenceSets.push(
        d.evidence
          .split(",")
          .map((part) => KINDS.indexOf(part.split(":")[0] as (typeof KINDS)[number]))
          .filter((k) => k >= 0),
      );
    this.c.evidence[n] = kinds;
    this.c.live[n] = 1;
  }

  /** A case that is no more. */
  drop(number: number): void {
    if (number < this.size) this.c.live[number] = 0;
    this.version++;
  }

  clausesOf(number: number): readonly string[] {
    const list = this.clauseLists.name(at(this.c.clauses, number));
    return list ? list.split(",") : [];
  }

  /** Received files a kind. */
  evidenceOf(number: number): Readonly<Record<string, number>> {
    const list = this.evidenceLists.name(at(this.c.evidence, number));
    return Object.fromEntries((list ? list.split(",") : []).map((part) => [part.split(":")[0], Number(part.split(":")[1])]));
  }
}
