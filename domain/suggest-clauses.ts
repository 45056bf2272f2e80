import { breaches, type ClauseId, clauseOf, type ThresholdUnit } from "./clauses";
import type { Day } from "./day";
import { SITUATIONS, type SituationId } from "./situations";

/** What a consumer reported, as far as it can be held against a threshold (Rules §1). Seconds, times, menu levels. */
export interface ReportedFacts {
  readonly situations: readonly string[];
  readonly humanRequests: number | null;
  readonly waitSeconds: number | null;
  readonly reachedHuman: boolean | null;
  readonly menuDepth: number | null;
  readonly loopback: boolean | null;
  readonly sameReplyRepeated: number | null;
  readonly promisedAction: boolean | null;
  readonly promisedBy: string | null;
  readonly priorityGroup: string | null;
}

/** Which of the reported facts speaks for a clause. */
export const FACT_REASONS = [
  "wait",
  "priority_wait",
  "menu_depth",
  "human_requests",
  "loopback",
  "same_reply",
  "promise_passed",
] as const;
export type FactReason = (typeof FACT_REASONS)[number];

/** Why a clause is suggested: a fact, with the number and its limit where there is one, or a situation the person chose. */
export type SuggestionReason =
  | { readonly kind: "fact"; readonly fact: FactReason; readonly value: number | null; readonly limit: number | null }
  | { readonly kind: "situation"; readonly situation: SituationId };

/** A suggestion is not a finding: the officer judges. `measured`: a reported number lies beyond the clause's threshold. */
export interface Suggestion {
  readonly clause: ClauseId;
  readonly measured: boolean;
  readonly reasons: readonly SuggestionReason[];
}

type FactReasonFound = Extract<SuggestionReason, { kind: "fact" }>;

function beyond(clause: ClauseId, unit: ThresholdUnit, value: number | null, fact: FactReason): [ClauseId, FactReasonFound][] {
  const threshold = clauseOf(clause)?.threshold;
  if (!threshold || threshold.unit !== unit || value === null || !breaches(threshold, value)) return [];
  return [[clause, { kind: "fact", fact, value, limit: threshold.value }]];
}

function fromFacts(f: ReportedFacts, today: Day): [ClauseId, FactReasonFound][] {
  const said = (fact: FactReason, value: number | null = null): FactReasonFound => ({ kind: "fact", fact, value, limit: null });
  const found: [ClauseId, FactReasonFound][] = [
    ...beyond("B2.1", "seconds", f.waitSeconds, "wait"),
    ...(f.priorityGroup ? beyond("B3.2", "seconds", f.waitSeconds, "priority_wait") : []),
    ...beyond("B1.2", "menu_levels", f.menuDepth, "menu_depth"),
  ];
  // Ours: whoever had to ask again was not transferred at once; "not solved" twice is the Standard's own number.
  if ((f.humanRequests ?? 0) >= 2) found.push(["A2.2", said("human_requests", f.humanRequests)]);
  if ((f.humanRequests ?? 0) > 2 && f.reachedHuman === false) found.push(["C1.4", said("human_requests", f.humanRequests)]);
  if (f.loopback) found.push(["A2.2", said("loopback")]);
  if ((f.sameReplyRepeated ?? 0) >= 2) found.push(["C1.3", said("same_reply", f.sameReplyRepeated)]);
  if (f.promisedAction && f.promisedBy && f.promisedBy < today) found.push(["C2.1", said("promise_passed")]);
  return found;
}

function fromSituations(chosen: readonly string[]): [ClauseId, SuggestionReason][] {
  return SITUATIONS.filter((s) => chosen.includes(s.id)).flatMap((s) =>
    s.clauses.map((clause): [ClauseId, SuggestionReason] => [clause, { kind: "situation", situation: s.id }]),
  );
}

/**
 * The clauses a complaint may touch, and why: those with a number beyond their threshold first, then those several things speak for. `today`
 * tells whether a promised day has passed. Nothing is decided by it.
 */
export function suggestClauses(facts: ReportedFacts, today: Day): Suggestion[] {
  const reasons = new Map<ClauseId, SuggestionReason[]>();
  for (const [clause, reason] of [...fromFacts(facts, today), ...fromSituations(facts.situations)])
    reasons.set(clause, [...(reasons.get(clause) ?? []), reason]);
  return [...reasons]
    .map(([clause, why]) => ({
      clause,
      measured: why.some((r) => r.kind === "fact" && r.limit !== null),
      reasons: why,
    }))
    .sort((a, b) => Number(b.measured) - Number(a.measured) || b.reasons.length - a.reasons.length);
}
