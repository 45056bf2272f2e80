import { type Day, dayOf, type Instant } from "../day";

/** What the public statistics count (RULES §4, §5): each when it happened, never what a deadline may still become. */
export const MEASURES = [
  "received",
  "accepted",
  "accepted_late",
  "declined",
  "ruled",
  "ruled_late",
  "upheld",
  "replies_due",
  "replies_in_time",
  "rectifications_due",
  "rectified_in_time",
  "waits_told",
  "waits_over_limit",
] as const;
export type Measure = (typeof MEASURES)[number];
export const SCOPES = ["all", "sector", "company", "clause"] as const;
export type Scope = (typeof SCOPES)[number];

/** 3:00 of waiting passes, 3:01 breaches; 60 s for seniors and disabled people (B2.1, B3.2). */
const WAIT_LIMIT = { usual: 180, priority: 60 } as const;

export interface CountedCase {
  readonly filedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly deemed: boolean;
  readonly declinedAt: Instant | null;
  readonly channel: string | null;
  readonly group: string | null;
  readonly waitSeconds: number | null;
  /** Slug and sector of the company it is bound to today, mergers followed. */
  readonly company: { readonly slug: string; readonly sector: string } | null;
  readonly alleged: readonly string[];
  readonly ruling: {
    readonly signedOn: Day;
    readonly late: boolean;
    readonly outcome: string;
    readonly annulled: boolean;
    readonly replyFailing: string | null;
    readonly findings: readonly { readonly clause: string; readonly upheld: boolean }[];
  } | null;
  readonly rectifications: readonly { readonly clause: string; readonly dueOn: Day; readonly inTime: boolean }[];
}

/** One count: scope, key, month, channel, group, measure. */
export type Fact = readonly [Scope, string, string, string, string, Measure];

/** All that a case adds to the statistics, one entry for each one it adds. The sum over all cases is the statistics. */
export function factsOf(c: CountedCase): Fact[] {
  const facts: Fact[] = [];
  const month = (day: Day) => day.slice(0, 7);
  const [channel, group] = [c.channel ?? "", c.group ?? ""];
  const add = (day: Day, measure: Measure, clauses: readonly string[] = []) => {
    facts.push(["all", "", month(day), channel, group, measure]);
    if (c.company) {
      facts.push(["sector", c.company.sector, month(day), channel, group, measure]);
      facts.push(["company", c.company.slug, month(day), channel, group, measure]);
    }
    for (const clause of new Set(clauses)) facts.push(["clause", clause, month(day), channel, group, measure]);
  };
  const filedOn = dayOf(c.filedAt);
  add(filedOn, "received", c.alleged);
  if (c.waitSeconds !== null) {
    add(filedOn, "waits_told");
    if (c.waitSeconds > (c.group ? WAIT_LIMIT.priority : WAIT_LIMIT.usual)) add(filedOn, "waits_over_limit");
  }
  if (c.acceptedAt) {
    add(dayOf(c.acceptedAt), "accepted", c.alleged);
    if (c.deemed) add(dayOf(c.acceptedAt), "accepted_late");
  }
  if (c.declinedAt) add(dayOf(c.declinedAt), "declined");
  if (c.ruling && !c.ruling.annulled) {
    const { signedOn, findings, outcome, late, replyFailing } = c.ruling;
    add(
      signedOn,
      "ruled",
      findings.map((f) => f.clause),
    );
    if (late) add(signedOn, "ruled_late");
    if (outcome === "upheld" || outcome === "partly_upheld")
      add(
        signedOn,
        "upheld",
        findings.filter((f) => f.upheld).map((f) => f.clause),
      );
    add(signedOn, "replies_due");
    if (replyFailing === null) add(signedOn, "replies_in_time");
  }
  for (const r of c.rectifications) {
    add(r.dueOn, "rectifications_due", [r.clause]);
    if (r.inTime) add(r.dueOn, "rectified_in_time", [r.clause]);
  }
  return facts;
}

/** What changes when a case's facts go from old to new: cell (facts joined by a line feed) → difference, never zero. */
export function differences(cases: readonly { before: readonly Fact[]; after: readonly Fact[] }[]): Map<string, number> {
  const cells = new Map<string, number>();
  const count = (fact: Fact, by: number) => {
    const cell = fact.join("\n");
    cells.set(cell, (cells.get(cell) ?? 0) + by);
  };
  for (const { before, after } of cases) {
    for (const fact of before) count(fact, -1);
    for (const fact of after) count(fact, 1);
  }
  return new Map([...cells].filter(([, n]) => n !== 0));
}

/** Counts from 1 to 4 are hidden; when one alone would be, the smallest of the others goes with it, so that no total gives it away. */
export function hideSmall<T extends { readonly n: number }>(cells: readonly T[]): (Omit<T, "n"> & { n: number | null })[] {
  const small = (n: number) => n > 0 && n < 5;
  const hidden = new Set(cells.filter((c) => small(c.n)));
  if (hidden.size === 1) {
    const next = cells.filter((c) => c.n >= 5).sort((a, b) => a.n - b.n)[0];
    if (next) hidden.add(next);
  }
  return cells.map((c) => ({ ...c, n: hidden.has(c) ? null : c.n }));
}
