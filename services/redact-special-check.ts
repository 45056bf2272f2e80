import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { type ConfirmedRedactions, confirmPlaces } from "@/domain/publication/content";
import type { Redaction } from "@/domain/redaction/types";
import { textsOfCheck } from "./conclude-special-check";
import { stepOfCheck } from "./special-check-step";

/**
 * Confirms what is hidden in the texts of a special check that will be public (RULES §5); each confirmation holds for the text it was given
 * for. Throws `conflict` when a text was changed meanwhile, `invalid` when a span does not lie in its text.
 */
export async function confirmCheckRedaction(
  actor: Actor,
  input: {
    number: string;
    spans: Readonly<Record<string, readonly Redaction[]>>;
    seen: Readonly<Record<string, string>>;
  },
  now: Instant,
): Promise<void> {
  await stepOfCheck(actor, input.number, "hide", now, async (_tx, check) => {
    return { redaction: confirmPlaces(textsOfCheck(check), (check.redaction ?? {}) as ConfirmedRedactions, input) };
  });
}
