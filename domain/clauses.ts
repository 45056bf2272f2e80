import type { Tier } from "./findings";

/** Version of the Standard that findings are made under; stored with each. */
export const STANDARD_VERSION = "2026";

/** Kinds of evidence (Rules §1). CO is held by the company only: asked of the company, never the consumer's burden. */
export const EVIDENCE_CODES = ["SS", "SR", "AR", "CL", "TX", "DOC", "CO"] as const;
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

export type ThresholdUnit = "seconds" | "hours" | "working_days" | "months" | "years" | "percent" | "times" | "menu_levels";

/** 以上 and 以内 include the number: 180 s of waiting keeps "at most 180 s", 181 s breaches it. */
export interface Threshold {
  readonly value: number;
  readonly unit: ThresholdUnit;
  readonly bound: "at_most" | "at_least";
  /** For seniors and disabled people only. */
  readonly priority?: true;
  /** What the Standard asks for but does not oblige to. */
  readonly target?: true;
}

export interface Clause {
  readonly id: string;
  readonly area: "A" | "B" | "C" | "D";
  readonly version: string;
  /** Default weight of a proven breach; null: nothing to breach. The officer may set another with a written reason. */
  readonly tier: Tier | null;
  /** Weight in the case the rule text names ("serious if hidden on purpose"). */
  readonly otherwise: Tier | null;
  /** Ways to prove it, any one of them; each lists what must come together. */
  readonly evidence: readonly (readonly EvidenceCode[])[];
  readonly threshold: Threshold | null;
  /** The number is reconstructed from a damaged source text. */
  readonly reconstructed: boolean;
  /** Three distinct complainants in a week open a special check (Rules §6). */
  readonly specialCheck: boolean;
}

type More = { otherwise?: Tier; threshold?: Threshold; specialCheck?: true };

function clause<Id extends string>(
  id: Id,
  tier: Tier | null,
  evidence: Clause["evidence"],
  more: More = {},
): Clause & { readonly id: Id } {
  const { otherwise = null, threshold = null, specialCheck = false } = more;
  const area = id.slice(0, 1) as Clause["area"];
  return { id, area, version: STANDARD_VERSION, tier, otherwise, evidence, threshold, reconstructed: false, specialCheck };
}

const most = (value: number, unit: ThresholdUnit): Threshold => ({ value, unit, bound: "at_most" });
const least = (value: number, unit: ThresholdUnit): Threshold => ({ value, unit, bound: "at_least" });
const CO = [["CO"]] as const;
const TX = [["TX"]] as const;
const SS = [["SS"]] as const;
const SR = [["SR"]] as const;
const AR = [["AR"]] as const;
const DOC = [["DOC"]] as const;

/** The Standard, clause by clause (Rules §1). Titles and rule texts: messages namespace `clauses`, keyed by `clauseKey`. */
export const CLAUSES = [
  clause("A1.1", null, TX),
  clause("A1.2", null, SR, { threshold: { ...most(10, "seconds"), target: true } }),
  clause("A1.3", "minor", CO, { threshold: most(1, "months") }),
  clause("A1.4", "moderate", [["SS", "TX"]], { threshold: most(24, "hours") }),
  clause("A2.1", "moderate", TX),
  clause("A2.2", "moderate", [["TX"], ["SR"]]),
  clause("A2.3", "moderate", SR),
  clause("A3.1", "minor", CO),
  clause("A3.2", "moderate", CO, { threshold: least(95, "percent") }),
  clause("A3.3", "moderate", TX),
  clause("B1.1", "moderate", SS),
  clause("B1.2", "minor", SR, { otherwise: "serious", threshold: most(2, "menu_levels"), specialCheck: true }),
  clause("B1.3", "moderate", AR, { threshold: most(15, "seconds") }),
  clause("B1.4", "moderate", AR),
  clause("B1.5", "moderate", SR),
  clause("B2.1", "moderate", [["SR"], ["CL"]], { threshold: most(180, "seconds") }),
  clause("B2.2", "minor", SS),
  clause("B2.3", "minor", SS),
  clause("B2.4", "moderate", [["CL", "SS"]], { threshold: most(24, "hours") }),
  clause("B2.5", "moderate", CO, { threshold: least(98, "percent") }),
  clause("B2.6", "minor", CO, { threshold: least(30, "percent") }),
  clause("B3.1", "moderate", AR),
  clause("B3.2", "moderate", [["AR"], ["CL"]], { threshold: { ...most(60, "seconds"), priority: true } }),
  clause("B3.3", "minor", CO),
  clause("C1.1", "moderate", TX, { threshold: most(24, "hours") }),
  clause("C1.2", "moderate", TX),
  clause("C1.3", "moderate", TX),
  clause("C1.4", "moderate", TX, { threshold: most(2, "times") }),
  clause("C2.1", "moderate", [["TX", "DOC"]], { otherwise: "serious", specialCheck: true }),
  clause("C2.2", "moderate", [["TX", "DOC"]]),
  clause("C2.3", "minor", CO),
  clause("C3.1", "moderate", TX),
  clause("C3.2", "moderate", TX),
  clause("C3.3", "moderate", TX),
  clause("D1.1", "minor", DOC),
  clause("D1.2", "minor", CO, { threshold: least(3, "years") }),
  clause("D1.3", "serious", DOC, { threshold: most(1, "years"), specialCheck: true }),
  clause("D1.4", "moderate", DOC, { threshold: most(3, "working_days") }),
  clause("D1.5", "minor", [["TX", "DOC"]], { otherwise: "serious", specialCheck: true }),
  clause("D3.5", "minor", CO, { threshold: least(10, "percent") }),
] as const;

export type ClauseId = (typeof CLAUSES)[number]["id"];
export const CLAUSE_IDS: readonly ClauseId[] = CLAUSES.map((c) => c.id);

const BY_ID: ReadonlyMap<string, Clause & { readonly id: ClauseId }> = new Map(CLAUSES.map((c) => [c.id, c]));

export function isClauseId(id: string): id is ClauseId {
  return BY_ID.has(id);
}

/** The clause, or null when the Standard has none of that id. */
export function clauseOf(id: string): (Clause & { readonly id: ClauseId }) | null {
  return BY_ID.get(id) ?? null;
}

/** Key of a clause in messages: "B2.1" is `clauses.B2_1`. */
export function clauseKey<Id extends string>(id: Id): string {
  return id.replace(".", "_");
}

/** True when a measured number breaches a threshold; the threshold itself is kept (以上 and 以内 include it). */
export function breaches(threshold: Pick<Threshold, "value" | "bound">, measured: number): boolean {
  return threshold.bound === "at_most" ? measured > threshold.value : measured < threshold.value;
}

/** What the Standard attaches to a tier; CNY fen. The site never calls it an official penalty. */
export interface Consequence {
  readonly rectifyWithinWorkingDays: number;
  readonly fromFen: number | null;
  readonly toFen: number | null;
  readonly creditFile: boolean;
  /** Suspension, rebuild and re-inspection. */
  readonly suspension: boolean;
  readonly reconstructed: boolean;
}

export const CONSEQUENCES: Readonly<Record<Tier, Consequence>> = {
  minor: { rectifyWithinWorkingDays: 7, fromFen: null, toFen: null, creditFile: false, suspension: false, reconstructed: false },
  moderate: {
    rectifyWithinWorkingDays: 7,
    fromFen: 500_000,
    toFen: 2_000_000,
    creditFile: true,
    suspension: false,
    reconstructed: true,
  },
  serious: {
    rectifyWithinWorkingDays: 7,
    fromFen: 2_000_000,
    toFen: 10_000_000,
    creditFile: true,
    suspension: true,
    reconstructed: true,
  },
};
