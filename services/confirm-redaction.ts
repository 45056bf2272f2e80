import { db } from "@/db/client";
import { markRuling, rulingOf } from "@/db/queries/rulings";
import type { Actor } from "@/domain/actors";
import { checkNotRecused } from "@/domain/case-checks";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type ConfirmedRedactions, confirmPlaces, unconfirmedPlaces } from "@/domain/publication/content";
import type { Redaction } from "@/domain/redaction/types";
import { openCase } from "./enforce-deadlines";
import { publishableTexts } from "./publishable-texts";

/**
 * An officer confirms, place by place, what is hidden in the texts that will be public (RULES §5); each confirmation holds for the text it was
 * given for. `seen`: those texts as the officer had them before their eyes. Returns the places still open. Throws `conflict` when a text was
 * changed meanwhile, `invalid` when a span does not lie in its text, `took_part` for who stepped aside from the case.
 */
export async function confirmRedaction(
  actor: Actor,
  input: {
    reference: string;
    spans: Readonly<Record<string, readonly Redaction[]>>;
    seen: Readonly<Record<string, string>>;
  },
  now: Instant,
): Promise<string[]> {
  if (actor.role !== "officer" && actor.role !== "supervisor") throw new DomainError("forbidden");
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    checkNotRecused(file.snapshot, actor);
    const ruling = await rulingOf(tx, file.row.id);
    if (!ruling || ruling.state === "signed") throw new DomainError("wrong_state");
    const texts = await publishableTexts(tx, file.row.id, ruling);
    const confirmed = confirmPlaces(texts, (ruling.redaction ?? {}) as ConfirmedRedactions, input);
    const open = unconfirmedPlaces(texts, confirmed);
    await markRuling(tx, ruling.id, {
      redaction: confirmed,
      redactionConfirmedAt: open.length === 0 ? now : null,
      redactionConfirmedBy: actor.userId ?? null,
    });
    return open;
  });
}
