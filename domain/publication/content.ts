import type { Outcome, Tier } from "../findings";
import { isUpheld } from "../findings";
import type { Redaction } from "../redaction/types";

/** A measured value against the clause's threshold, e.g. 281 of 180 seconds. */
export interface Measure {
  readonly value: number;
  readonly limit: number;
  readonly unit: "s" | "h" | "times" | "levels" | "days";
}

/** The texts of a ruling that may hold personal data, by place: "title", "decision", "reply", "words", "finding.<id>.facts" … */
export type PublishableTexts = Readonly<Record<string, string>>;

/** What an officer confirmed for one text: the text it was confirmed for, and the spans to hide. */
export interface ConfirmedRedaction {
  readonly text: string;
  readonly spans: readonly Redaction[];
}
export type ConfirmedRedactions = Readonly<Record<string, ConfirmedRedaction>>;

/** Places whose text was never confirmed, or changed since: they keep a ruling from being signed (RULES §5). */
export function unconfirmedPlaces(texts: PublishableTexts, confirmed: ConfirmedRedactions): string[] {
  return Object.entries(texts)
    .filter(([place, text]) => text !== "" && confirmed[place]?.text !== text)
    .map(([place]) => place);
}

/** Overall outcome of a ruling from its findings, as the seal says it. */
export function overallOutcome(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.length > 0 && outcomes.every((o) => o === "upheld")) return "upheld";
  if (outcomes.some(isUpheld)) return "partly_upheld";
  if (outcomes.some((o) => o === "not_upheld")) return "not_upheld";
  return "insufficient_evidence";
}

export interface TierChoice {
  readonly tier: Tier;
  readonly byDefault: Tier | null;
  readonly reason: string | null;
}

/** Another tier than the clause's own needs a written reason (RULES §1). */
export function tierNeedsReason(choice: TierChoice): boolean {
  return choice.tier !== choice.byDefault && !choice.reason?.trim();
}
