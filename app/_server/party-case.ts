import { db } from "@/db/client";
import { actorInCase } from "@/db/queries/cases";
import { findCompany } from "@/db/queries/companies";
import { reportsOf, wordsOf } from "@/db/queries/decisions";
import { evidenceOf } from "@/db/queries/evidence";
import { agreementsOf, lettersByDesk, recordRequestsOf } from "@/db/queries/procedure";
import { allegationsOf, consentsOf, publicationOf, rectificationsOf, rulingOf, textOf } from "@/db/queries/rulings";
import type { Actor, Side } from "@/domain/actors";
import { caseClocks } from "@/domain/clocks";
import { dayOf, type Instant } from "@/domain/day";
import { mayReadDraft, mayReadEvent, mayReadEvidence, mayReadNarrative, mayReadReview } from "@/domain/visibility";
import { readCase } from "@/services/case-file";

/** A case as one of its parties sees it: everything here has passed the visibility policy. Null outside the actor's cases. */
export async function partyCase(actor: Actor, reference: string, locale: string, now: Instant) {
  const file = await readCase(db(), actor, { reference }, locale);
  if (!file || file.row.erasedAt) return null;
  const side: Side = actor.role === "company" ? "company" : "complainant";
  const { row, snapshot, calendar } = file;
  const [
    words,
    evidence,
    consents,
    ruling,
    publication,
    rectifications,
    reports,
    allegations,
    text,
    company,
    agreements,
    requests,
    letters,
  ] = await Promise.all([
    wordsOf(db(), row.id),
    evidenceOf(db(), row.id),
    consentsOf(db(), row.id),
    rulingOf(db(), row.id),
    publicationOf(db(), row.id),
    rectificationsOf(db(), row.id),
    reportsOf(db(), row.id),
    allegationsOf(db(), row.id),
    textOf(db(), row.id),
    row.companyId ? findCompany(db(), { id: row.companyId }) : null,
    agreementsOf(db(), row.id),
    recordRequestsOf(db(), row.id),
    lettersByDesk(db(), row.id),
  ]);
  const reader = await actorInCase(db(), actor, row.companyId);
  const of = { id: row.id, userId: row.userId, companyId: row.companyId, served: row.servedAt !== null, consents };
  return {
    file,
    side,
    company,
    clocks: caseClocks(snapshot, calendar, dayOf(now)),
    events: file.events.filter((e) => mayReadEvent(side, e, row.servedAt)),
    evidence: evidence.filter((e) => mayReadEvidence(reader, e, of)),
    consents,
    narrative: text && mayReadNarrative(actor, consents) ? text : null,
    decisions: words.decisions.filter(
      (d) =>
        d.type !== "ruling_returned" &&
        d.type !== "recused" &&
        (side === "complainant" || (row.servedAt !== null && d.at >= row.servedAt)),
    ),
    supplement: side === "complainant" ? words.supplements.at(-1) : undefined,
    replies: words.replies,
    comments: words.comments.filter((c) => c.side === side),
    reviews: words.reviews.filter((r) => mayReadReview(actor, r, consents)),
    draft: ruling && mayReadDraft(actor, snapshot.state, snapshot.draftSentAt !== null) ? ruling : null,
    publication,
    rectifications,
    reports,
    allegations,
    agreements,
    recordRequests: requests,
    /** What the desk wrote to this side; a text message only says that there is something to read. */
    letters: letters.filter((letter) => letter.audience === side),
  };
}
export type PartyCase = NonNullable<Awaited<ReturnType<typeof partyCase>>>;
