import { db } from "@/db/client";
import { forgetConfirmedWords, markPublication, putConsent } from "@/db/queries/rulings";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { announcePublicChange } from "./public-change";

/** Gives or takes back one consent (RULES §5). Published words go at once when theirs is withdrawn; coded facts stay. */
export async function changeConsent(
  actor: Actor,
  input: { reference: string; kind: "share_with_company" | "publish_words"; given: boolean },
  now: Instant,
): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const after = await carryOut(
      tx,
      file,
      actor,
      "change_consent",
      { type: "consent_changed", data: { kind: input.kind, given: input.given } },
      now,
    );
    await putConsent(tx, file.row.id, input.kind, input.given, now);
    if (input.kind === "publish_words" && !input.given) await forgetConfirmedWords(tx, file.row.id);
    if (input.kind === "publish_words" && !input.given && file.snapshot.rulingNumber) {
      await markPublication(tx, file.row.id, { consumerWords: null });
      await announcePublicChange(tx, { rulings: [file.snapshot.rulingNumber] });
    }
    return after;
  });
}
