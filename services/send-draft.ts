import { db } from "@/db/client";
import { evidenceOf } from "@/db/queries/evidence";
import { allegationsOf, consentsOf, markRuling, rulingOf } from "@/db/queries/rulings";
import type { Actor } from "@/domain/actors";
import { clauseOf } from "@/domain/clauses";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { isUpheld, type Outcome, type Tier } from "@/domain/findings";
import { tierNeedsReason } from "@/domain/publication/content";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/**
 * Closes the working draft and sends it to both sides, who have 5 working days (RULES §3). Throws `findings_incomplete`, `missing_reason`
 * (tier), `not_served`, `evidence_unseen` where an upheld finding relies on what the company may not see.
 */
export async function sendDraft(actor: Actor, reference: string, now: Instant): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    if (!file.snapshot.companyId) throw new DomainError("missing_company");
    if (!file.snapshot.servedAt) throw new DomainError("not_served");
    const ruling = await rulingOf(tx, file.row.id);
    const allegations = await allegationsOf(tx, file.row.id);
    if (!ruling || ruling.title === "" || ruling.decision === "")
      throw new DomainError("findings_incomplete", { field: "title" });
    const found = new Set(ruling.findings.map((f) => f.allegationId));
    if (ruling.findings.length === 0 || allegations.some((a) => !found.has(a.id))) throw new DomainError("findings_incomplete");
    const shared = (await consentsOf(tx, file.row.id)).has("share_with_company");
    const bySide = new Map((await evidenceOf(tx, file.row.id)).map((e) => [e.id, e.side]));
    for (const finding of ruling.findings) {
      if (!finding.outcome || !finding.title || finding.reasons === "" || finding.facts === "")
        throw new DomainError("findings_incomplete", { clause: finding.clause });
      if (!isUpheld(finding.outcome as Outcome)) continue;
      if (!finding.tier) throw new DomainError("findings_incomplete", { clause: finding.clause });
      const byDefault = clauseOf(finding.clause)?.tier ?? null;
      if (tierNeedsReason({ tier: finding.tier as Tier, byDefault, reason: finding.tierReason }))
        throw new DomainError("missing_reason", { clause: finding.clause });
      if (!shared && finding.evidenceIds.some((id) => bySide.get(id) === "complainant"))
        throw new DomainError("evidence_unseen", { clause: finding.clause });
    }
    const drafted = await carryOut(
      tx,
      file,
      actor,
      "draft_ruling",
      { type: "ruling_drafted", data: { rulingId: ruling.id } },
      now,
    );
    const sent = await carryOut(tx, drafted, actor, "send_draft", { type: "draft_sent", data: {} }, now);
    await markRuling(tx, ruling.id, { state: "drafted", draftedBy: actor.userId ?? null, draftedAt: now, returnReason: null });
    await notifyParties(tx, sent, "draft_sent", ["complainant", "company"]);
    return sent;
  });
}
