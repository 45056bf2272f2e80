import { db, type Tx } from "@/db/client";
import { openReview, updateReview } from "@/db/queries/decisions";
import { publicationOf } from "@/db/queries/rulings";
import { type Actor, isRegulator, SYSTEM } from "@/domain/actors";
import { checkNotRecused } from "@/domain/case-checks";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { isUpheld, type Outcome, type Tier } from "@/domain/findings";
import { propose, redact } from "@/domain/redaction";
import { type CaseFile, carryOut } from "./case-file";
import { catchUp, openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";
import { publishReview } from "./publish-review";
import { serveCase } from "./serve-case";

export type ReviewOutcome = "upheld" | "varied" | "annulled";

/** A finding as it stands after a ruling was varied; words as the public will read them. */
export interface VariedFinding {
  readonly findingId: string;
  readonly outcome: Outcome;
  readonly tier: Tier | null;
  readonly facts: string;
  readonly reasons: string;
}

export interface ReviewDraft {
  readonly reference: string;
  readonly result: ReviewOutcome;
  readonly reason: string;
  /** Of a varied ruling only: the findings that change. */
  readonly varied?: readonly VariedFinding[];
}

/** The places whose words the public reads after a review, with what the machine would hide in them already hidden. */
function publicTextsOf(draft: ReviewDraft): Record<string, string> {
  const hidden = (text: string) => redact(text.trim(), propose(text.trim()));
  const findings = (draft.varied ?? []).flatMap((f) => [
    [`finding.${f.findingId}.facts`, hidden(f.facts)] as const,
    [`finding.${f.findingId}.reasons`, hidden(f.reasons)] as const,
  ]);
  return Object.fromEntries([["reason", hidden(draft.reason)], ...findings]);
}

/** A varied ruling changes at least one of its own findings; what is upheld has a tier. Throws `invalid`. */
async function checkVaried(tx: Tx, file: CaseFile, draft: ReviewDraft): Promise<readonly VariedFinding[]> {
  if (draft.result !== "varied") {
    if (draft.varied?.length) throw new DomainError("invalid", { field: "result" });
    return [];
  }
  const own = new Map((await publicationOf(tx, file.row.id))?.findings.map((f) => [f.id, f]) ?? []);
  const changed = (f: VariedFinding) => {
    const was = own.get(f.findingId);
    return !was || (["outcome", "tier", "facts", "reasons"] as const).some((part) => (was[part] ?? null) !== f[part]);
  };
  const varied = (draft.varied ?? []).map((f) => (isUpheld(f.outcome) ? f : { ...f, tier: null })).filter(changed);
  const wrong = varied.some((f) => !own.has(f.findingId) || (isUpheld(f.outcome) && f.tier === null));
  if (varied.length === 0 || wrong) throw new DomainError("invalid", { field: "reason", message: "nothing_varied" });
  return varied;
}

/** An officer who took no part proposes the outcome of a review with its reason, for a varied ruling with its new findings. Throws `took_part`, `invalid`. */
export async function draftReview(actor: Actor, input: ReviewDraft, now: Instant): Promise<CaseFile> {
  if (input.reason.trim() === "") throw new DomainError("missing_reason", { field: "reason" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const review = await openReview(tx, file.row.id);
    if (!review || (review.of === "decline" && input.result === "varied")) throw new DomainError("wrong_state");
    const varied = await checkVaried(tx, file, input);
    const after = await carryOut(tx, file, actor, "draft_review", { type: "review_drafted", data: { reviewId: review.id } }, now);
    await updateReview(tx, review.id, {
      result: input.result,
      resultReason: input.reason.trim(),
      varied: varied.length > 0 ? varied : null,
      publicTexts: publicTextsOf({ ...input, varied }),
      publicConfirmedBy: null,
      decidedBy: actor.userId ?? null,
    });
    return after;
  });
}

/**
 * One of the regulator's people confirms the words that the public will read: the machine proposes, a person decides (RULES §5). Throws
 * `wrong_state` without a proposal, `invalid` for a place left empty or unknown.
 */
export async function confirmReviewWords(
  actor: Actor,
  input: { reference: string; texts: Readonly<Record<string, string>> },
  now: Instant,
): Promise<void> {
  if (!isRegulator(actor.role)) throw new DomainError("forbidden");
  await db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const review = await openReview(tx, file.row.id);
    if (!review?.result) throw new DomainError("wrong_state");
    checkNotRecused(file.snapshot, actor);
    const places = Object.keys((review.publicTexts ?? {}) as Record<string, string>);
    const publicTexts = Object.fromEntries(places.map((place) => [place, (input.texts[place] ?? "").trim()]));
    const empty = places.find((place) => publicTexts[place] === "");
    if (empty) throw new DomainError("invalid", { field: empty, message: "required" });
    await updateReview(tx, review.id, { publicTexts, publicConfirmedBy: actor.userId ?? null });
  });
}

const ACTION = {
  ruling: { upheld: "uphold", varied: "vary", annulled: "annul" },
  decline: { upheld: "uphold_decline", varied: "uphold_decline", annulled: "annul_decline" },
} as const;

/**
 * A second person signs the proposed outcome (RULES §3): an annulled finding leaves the record and the score at once, a varied ruling is published
 * as its next version. Throws `same_person`, `findings_incomplete` while its public words are not confirmed.
 */
export async function signReview(actor: Actor, reference: string, now: Instant): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    const review = await openReview(tx, file.row.id);
    if (!review?.result || !review.resultReason) throw new DomainError("wrong_state");
    const result = review.result as ReviewOutcome;
    const of = review.of === "decline" ? "decline" : "ruling";
    if (of === "ruling" && result !== "upheld" && review.publicConfirmedBy === null)
      throw new DomainError("findings_incomplete", { message: "redaction_open" });
    const published = of === "ruling" ? await publicationOf(tx, file.row.id) : null;
    const changes = (review.varied ?? []) as VariedFinding[];
    const upheld = of === "decline" || result === "annulled" ? [] : upheldAfter(file, published?.findings ?? [], changes);
    const event = { type: "review_decided", data: { result, upheld } } as const;
    let decided = await carryOut(tx, file, actor, ACTION[of][result], event, now);
    await updateReview(tx, review.id, { signedBy: actor.userId ?? null, decidedAt: now });
    if (published) {
      const texts = (review.publicTexts ?? {}) as Record<string, string>;
      await publishReview(tx, decided, { result, published, texts, changes, now });
      if (result === "annulled" && file.snapshot.rulingId) {
        const taken = { type: "publication_withdrawn", data: { rulingId: file.snapshot.rulingId } } as const;
        decided = await carryOut(tx, decided, SYSTEM, "withdraw_publication", taken, now);
      }
    }
    await notifyParties(tx, decided, `review_${result}`, of === "ruling" ? ["complainant", "company"] : ["complainant"]);
    // A case taken in after all is served like any accepted one.
    const served = decided.snapshot.state === "accepted" ? await serveCase(tx, decided, SYSTEM, now) : decided;
    return catchUp(tx, served, now);
  });
}

/** Findings upheld once the changes hold, in the order of the ruling. */
function upheldAfter(
  file: CaseFile,
  findings: readonly { readonly id: string; readonly outcome: string }[],
  changes: readonly VariedFinding[],
): string[] {
  if (changes.length === 0) return [...file.snapshot.upheld];
  const changed = new Map(changes.map((c) => [c.findingId, c.outcome]));
  return findings.filter((f) => isUpheld(changed.get(f.id) ?? (f.outcome as Outcome))).map((f) => f.id);
}
