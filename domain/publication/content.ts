import { DomainError } from "../errors";
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

/**
 * What was confirmed before, with these places confirmed anew: each for the text that whoever confirms had before their eyes (`seen`). A place that is
 * not among the texts is passed over. Throws `conflict` when a text was changed meanwhile, `invalid` when a span does not lie in its text.
 */
export function confirmPlaces(
  texts: PublishableTexts,
  before: ConfirmedRedactions,
  input: { readonly spans: Readonly<Record<string, readonly Redaction[]>>; readonly seen: Readonly<Record<string, string>> },
): ConfirmedRedactions {
  const confirmed: Record<string, ConfirmedRedactions[string]> = { ...before };
  for (const [place, spans] of Object.entries(input.spans)) {
    const text = texts[place];
    if (text === undefined) continue;
    if (input.seen[place] !== text) throw new DomainError("conflict");
    if (spans.some((s) => s.start < 0 || s.end > text.length || s.start >= s.end))
      throw new DomainError("invalid", { field: place });
    confirmed[place] = { text, spans: [...spans].sort((a, b) => a.start - b.start) };
  }
  return confirmed;
}

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
