import type { ClauseId } from "./clauses";

/** Groups of the first question, in the order shown; words in messages namespace `situations.groups`. */
export const SITUATION_GROUPS = ["no_human", "too_long", "no_answer", "untrue", "records", "priority", "other"] as const;
export type SituationGroup = (typeof SITUATION_GROUPS)[number];

export interface Situation {
  readonly id: string;
  readonly group: SituationGroup;
  /** What it suggests; the officer decides which clauses are meant. */
  readonly clauses: readonly ClauseId[];
  /** A smaller second line stands under it. */
  readonly hint: boolean;
}

/** What consumers say happened, in plain words, and the clauses it points to. */
export const SITUATIONS = [
  { id: "no_way_to_human", group: "no_human", clauses: ["B1.1", "B1.2"], hint: true },
  { id: "asked_still_bot", group: "no_human", clauses: ["A2.1", "A2.2", "A2.3"], hint: false },
  { id: "questions_first", group: "no_human", clauses: ["B1.5"], hint: false },
  { id: "long_menu", group: "no_human", clauses: ["B1.3", "B1.4"], hint: true },
  { id: "long_queue", group: "too_long", clauses: ["B2.1", "B2.2"], hint: true },
  { id: "dropped", group: "too_long", clauses: ["B2.1", "B2.3", "A2.2"], hint: false },
  { id: "no_callback", group: "too_long", clauses: ["B2.4"], hint: false },
  { id: "same_words", group: "no_answer", clauses: ["C1.1", "C1.3", "C1.4"], hint: false },
  { id: "refund_unclear", group: "no_answer", clauses: ["C1.2"], hint: false },
  { id: "promise_broken", group: "no_answer", clauses: ["C2.1"], hint: false },
  { id: "told_wrong", group: "untrue", clauses: ["C2.2", "A1.4"], hint: true },
  { id: "not_told", group: "untrue", clauses: ["C3.1", "C3.2", "C3.3"], hint: true },
  { id: "records_refused", group: "records", clauses: ["D1.3", "D1.4"], hint: true },
  { id: "records_altered", group: "records", clauses: ["D1.5"], hint: false },
  { id: "not_first", group: "priority", clauses: ["B3.1", "B3.2"], hint: true },
  { id: "other", group: "other", clauses: [], hint: false },
] as const satisfies readonly Situation[];

export type SituationId = (typeof SITUATIONS)[number]["id"];
export const SITUATION_IDS: readonly SituationId[] = SITUATIONS.map((s) => s.id);

export function isSituationId(id: string): id is SituationId {
  return (SITUATION_IDS as readonly string[]).includes(id);
}

/** Clauses that the chosen situations point to, each once, in the order of choice. Unknown situations point to none. */
export function clausesFor(chosen: readonly string[]): ClauseId[] {
  const clauses = chosen.flatMap((id): readonly ClauseId[] => SITUATIONS.find((s) => s.id === id)?.clauses ?? []);
  return [...new Set(clauses)];
}
