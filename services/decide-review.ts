import { db, type Tx } from "@/db/client";
import { openReview, updateReview } from "@/db/queries/decisions";
import { markPublication, markPublishedFindings, publicationOf } from "@/db/queries/rulings";
import { type Actor, SYSTEM } from "@/domain/actors";
import { dayOf, type Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { propose, redact } from "@/domain/redaction";
import { type CaseFile, carryOut } from "./case-file";
import { catchUp, openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";
import { announcePublicChange } from "./public-change";
import { recomputeScore } from "./recompute-score";
import { serveCase } from "./serve-case";

export type ReviewOutcome = "upheld" | "annulled";

/** An officer who took no part proposes the outcome of a review with its reason. Throws `took_part`. */
export async function draftReview(
  actor: Actor,
  input: { reference: string; result: ReviewOutcome; reason: string },
  now: Instant,
): Promise<CaseFile> {
  if (input.reason.trim() === "") throw new DomainError("missing_reason", { field: "reason" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const review = await openReview(tx, file.row.id);
    if (!review) throw new DomainError("wrong_state");
    const after = await carryOut(tx, file, actor, "draft_review", { type: "review_drafted", data: { reviewId: review.id } }, now);
    await updateReview(tx, review.id, {
      result: input.result,
      resultReason: input.reason.trim(),
      decidedBy: actor.userId ?? null,
    });
    return after;
  });
}

/** A second person signs the proposed outcome (RULES §3): an annulled finding leaves the record and the score at once. Throws `same_person`. */
export async function signReview(actor: Actor, reference: string, now: Instant): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    const review = await openReview(tx, file.row.id);
    if (!review?.result || !review.resultReason) throw new DomainError("wrong_state");
    const annulled = review.result === "annulled";
    const action = review.of === "decline" ? (annulled ? "annul_decline" : "uphold_decline") : annulled ? "annul" : "uphold";
    const upheld = review.of === "ruling" && !annulled ? [...file.snapshot.upheld] : [];
    const decided = await carryOut(
      tx,
      file,
      actor,
      action,
      { type: "review_decided", data: { result: annulled ? "annulled" : "upheld", upheld } },
      now,
    );
    await updateReview(tx, review.id, { signedBy: actor.userId ?? null, decidedAt: now });
    if (review.of === "ruling") await publishReview(tx, decided, annulled, review.resultReason, now);
    await notifyParties(
      tx,
      decided,
      annulled ? "review_annulled" : "review_upheld",
      review.of === "ruling" ? ["complainant", "company"] : ["complainant"],
    );
    // A case taken in after all is served like any accepted one.
    const served = decided.snapshot.state === "accepted" ? await serveCase(tx, decided, SYSTEM, now) : decided;
    return catchUp(tx, served, now);
  });
}

/** The reason is public beside an annulled ruling: what the machine finds of a person is hidden in it, as in every public text (RULES §5). */
async function publishReview(tx: Tx, file: CaseFile, annulled: boolean, reason: string, now: Instant): Promise<void> {
  const today = dayOf(now);
  const published = await publicationOf(tx, file.row.id);
  if (!published || !file.row.companyId) return;
  const ids = published.findings.map((f) => f.id);
  if (annulled) {
    const annulReason = redact(reason, propose(reason));
    await markPublication(tx, file.row.id, { status: "annulled", finalOn: today, annulledOn: today, annulReason });
    await markPublishedFindings(tx, ids, { finalOn: today, annulledOn: today });
  } else {
    await markPublication(tx, file.row.id, { status: "final", finalOn: today });
    await markPublishedFindings(tx, ids, { finalOn: today });
  }
  await recomputeScore(tx, file.row.companyId, today);
  await announcePublicChange(tx, { rulings: [published.number], companies: [file.row.companyId] });
}
