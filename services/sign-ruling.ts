import { db } from "@/db/client";
import { evidenceOf } from "@/db/queries/evidence";
import { markRuling, nextRulingNumber, rulingOf } from "@/db/queries/rulings";
import type { Actor } from "@/domain/actors";
import { checkEvidenceSeen } from "@/domain/case-checks";
import { dayOf, type Instant, yearOf } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { isUpheld, type Outcome } from "@/domain/findings";
import { type ConfirmedRedactions, unconfirmedPlaces } from "@/domain/publication/content";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";
import { announcePublicChange } from "./public-change";
import { publishRuling } from "./publish-ruling";
import { publishableTexts } from "./publishable-texts";

/**
 * Signs and publishes a ruling, marked not yet final (RULES §3, §5). By a supervisor who did not draft (`same_person`), when both sides have
 * commented or their 5 working days are over (`too_early`), and every public text has its redaction confirmed (`findings_incomplete`). What
 * the complainant no longer shares may carry a finding only when the company has looked at it (`evidence_unseen`).
 */
export async function signRuling(actor: Actor, reference: string, now: Instant): Promise<{ file: CaseFile; number: string }> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    const ruling = await rulingOf(tx, file.row.id);
    if (!ruling || file.snapshot.state !== "ruling_drafted") throw new DomainError("wrong_state", { state: file.snapshot.state });
    const texts = await publishableTexts(tx, file.row.id, ruling);
    const confirmed = (ruling.redaction ?? {}) as ConfirmedRedactions;
    if (unconfirmedPlaces(texts, confirmed).length > 0)
      throw new DomainError("findings_incomplete", { message: "redaction_open" });

    const found = ruling.findings.filter((f) => isUpheld(f.outcome as Outcome));
    if (!file.snapshot.consents.complainant.includes("share_with_company")) {
      const relied = new Set(found.flatMap((f) => f.evidenceIds));
      const theirs = (await evidenceOf(tx, file.row.id)).filter((e) => e.side === "complainant" && relied.has(e.id));
      checkEvidenceSeen(
        file.snapshot,
        theirs.map((e) => e.id),
      );
    }

    const number = await nextRulingNumber(tx, String(yearOf(dayOf(now))));
    const after = await carryOut(
      tx,
      file,
      actor,
      "sign_ruling",
      { type: "ruling_signed", data: { rulingId: ruling.id, number, upheld: found.map((f) => f.id) } },
      now,
    );
    await markRuling(tx, ruling.id, { state: "signed", signedBy: actor.userId ?? null, signedAt: now });
    await publishRuling(tx, after, ruling, { number, texts, confirmed, now });
    await notifyParties(tx, after, "ruled", ["complainant", "company"], { number });
    await announcePublicChange(tx, { rulings: [number], companies: [after.row.companyId ?? ""] });
    return { file: after, number };
  });
}
