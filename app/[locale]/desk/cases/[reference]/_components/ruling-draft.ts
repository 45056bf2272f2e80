import { breaches, clauseOf } from "@/domain/clauses";
import { isUpheld, type Outcome, type Tier } from "@/domain/findings";
import type { Measure } from "@/domain/publication/content";

/** A finding as one writes it; the measured value as typed. */
export interface EditedFinding {
  readonly allegationId: string;
  readonly clause: string;
  readonly outcome: Outcome | null;
  readonly tier: Tier | null;
  readonly tierReason: string;
  readonly title: string;
  readonly facts: string;
  readonly reasons: string;
  readonly evidenceIds: readonly string[];
  readonly value: string;
}

export interface EditedRuling {
  readonly title: string;
  readonly decision: string;
  readonly findings: readonly EditedFinding[];
}

const UNITS = { seconds: "s", hours: "h", times: "times", menu_levels: "levels", working_days: "days" } as const;

/** What a clause measures and its limit; null where it measures nothing one could put into a number at the desk. */
export function measureOf(clause: string): Pick<Measure, "limit" | "unit"> | null {
  const threshold = clauseOf(clause)?.threshold;
  if (!threshold || !(threshold.unit in UNITS)) return null;
  return { limit: threshold.value, unit: UNITS[threshold.unit as keyof typeof UNITS] };
}

/** The measured value as a number; null while it is none. */
export function measured(finding: EditedFinding): Measure | null {
  const measure = measureOf(finding.clause);
  const value = Number(finding.value.normalize("NFKC").trim());
  return measure && finding.value.trim() !== "" && Number.isFinite(value) && value >= 0 ? { ...measure, value } : null;
}

/** True when the measured value lies beyond the clause's limit. */
export function isBeyond(finding: EditedFinding): boolean {
  const threshold = clauseOf(finding.clause)?.threshold;
  const value = measured(finding)?.value;
  return threshold !== null && threshold !== undefined && value !== undefined && breaches(threshold, value);
}

/** The default weight of a clause. */
export function defaultTier(clause: string): Tier | null {
  return clauseOf(clause)?.tier ?? null;
}

/** Chooses an outcome: an upheld one takes the clause's own tier, any other none; an empty title takes the one offered. */
export function withOutcome(finding: EditedFinding, outcome: Outcome, title: string): EditedFinding {
  const tier = isUpheld(outcome) ? (finding.tier ?? defaultTier(finding.clause)) : null;
  return { ...finding, outcome, tier, tierReason: isUpheld(outcome) ? finding.tierReason : "", title: finding.title || title };
}

/** The draft as the service takes it. */
export function toInput(reference: string, base: string | null, ruling: EditedRuling) {
  return {
    reference,
    base,
    title: ruling.title,
    decision: ruling.decision,
    findings: ruling.findings.map((f) => ({
      allegationId: f.allegationId,
      clause: f.clause,
      outcome: f.outcome,
      tier: f.tier,
      tierReason: f.tierReason.trim() === "" ? null : f.tierReason,
      title: f.title,
      facts: f.facts,
      reasons: f.reasons,
      evidenceIds: [...f.evidenceIds],
      measure: measured(f),
    })),
  };
}
