import { type Actor, isRegulator, type Side } from "./actors";
import type { CaseEvent, CaseEventType, ConsentKind } from "./case-events";
import type { Instant } from "./day";

/** What of a case decides who sees its evidence. */
export interface EvidenceCase {
  readonly id: string;
  /** Account of the complainant, if there is one. */
  readonly userId: string | null;
  readonly companyId: string | null;
  readonly served: boolean;
  /** Consents of the complainant that are in force. */
  readonly consents: ReadonlySet<ConsentKind | (string & {})>;
}

/**
 * Who may read a file of a case, preview or original (RULES §3, §5): the complainant; the officers of the regulator; the company its own
 * files, and those of the other side once the case was served and the complainant consented to sharing, for as long as they do. Admins,
 * editors, publishers and the public never.
 */
export function mayReadEvidence(actor: Actor, file: { readonly side: string }, of: EvidenceCase): boolean {
  switch (actor.role) {
    case "officer":
    case "supervisor":
      return true;
    case "complainant":
      return actor.complaintId === of.id || (actor.userId !== undefined && actor.userId === of.userId);
    case "company":
      if (actor.companyId === undefined || actor.companyId !== of.companyId || !of.served) return false;
      if (actor.complaintId !== undefined && actor.complaintId !== of.id) return false;
      return file.side === "company" || of.consents.has("share_with_company");
    default:
      return false;
  }
}

/** What an officer recorded in a dial test holds the voice of whoever answered: the desk plays it; the public is told its hash (RULES §5, §6). */
export function mayReadDialRecording(actor: Actor): boolean {
  return isRegulator(actor.role);
}

/** Files of an unfiled draft are its holder's alone; a file that went on into a case is read there. */
export function mayReadDraftFile(
  draftId: string | null,
  file: { readonly draftId: string | null; readonly complaintId: string | null },
): boolean {
  return draftId !== null && file.complaintId === null && file.draftId === draftId;
}

/** Events a party reads in the history of its case; notes, looks, reminders and links between cases are the desk's own (RULES §3, §5). */
const SHOWN_TO_PARTIES: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  "submitted",
  "supplement_requested",
  "supplement_extended",
  "supplemented",
  "not_pursued",
  "reopened",
  "accepted",
  "deemed_accepted",
  "declined",
  "terminated",
  "withdrawn",
  "settled",
  "served",
  "company_answered",
  "company_replied",
  "reply_missed",
  "clock_paused",
  "clock_resumed",
  "decision_extended",
  "draft_sent",
  "draft_commented",
  "ruling_signed",
  "review_requested",
  "review_decided",
  "became_final",
  "rectification_ordered",
  "rectification_reported",
  "rectification_accepted",
  "rectification_rejected",
  "rectification_overdue",
  "record_requested",
  "records_delivered",
  "record_request_missed",
  "evidence_added",
  "reading_confirmed",
  "words_corrected",
  "deadline_passed",
  "deadline_moved",
]);
/** All that a company learns of the time before it was served. */
const BEFORE_SERVICE: ReadonlySet<CaseEventType> = new Set<CaseEventType>(["submitted", "accepted", "deemed_accepted"]);

/** Whether a side reads an event of its case; `servedAt`: when the company was served. */
export function mayReadEvent(side: Side, event: Pick<CaseEvent, "type" | "actor" | "at">, servedAt: Instant | null): boolean {
  if (!SHOWN_TO_PARTIES.has(event.type)) return false;
  if (side === "company") {
    if (servedAt === null || (event.at < servedAt && !BEFORE_SERVICE.has(event.type))) return false;
    // Which of their files the person went through is between them and the desk.
    return event.type !== "reading_confirmed" && !(event.type === "evidence_added" && event.actor.role !== "company");
  }
  return !(event.type === "evidence_added" && event.actor.role === "company");
}

/** The same for a row of the ledger as the public log hashes it: who reads an event may have its salt (DESIGN §4). */
export function mayReadLedgerRow(
  side: Side,
  row: { readonly type: string; readonly actorRole: string; readonly at: string },
  servedAt: Instant | null,
): boolean {
  const event = { type: row.type, actor: { role: row.actorRole }, at: new Date(row.at) } as Pick<
    CaseEvent,
    "type" | "actor" | "at"
  >;
  return mayReadEvent(side, event, servedAt);
}

/** Events whose content a published ruling tells anyway; their salts are published with it. Nothing before the signature, nothing of a party's. */
const SHOWN_WITH_RULING: ReadonlySet<string> = new Set<CaseEventType>([
  "ruling_signed",
  "review_decided",
  "became_final",
  "rectification_ordered",
  "rectification_accepted",
  "rectification_overdue",
  "publication_withdrawn",
]);

/** Whether the public may have an event of a case whose ruling is published, with its salt (DESIGN §4). */
export function mayPublishEvent(type: string): boolean {
  return SHOWN_WITH_RULING.has(type);
}

/** The consumer's own words go to the company only with that consent in force (RULES §5); contact data never does. */
export function mayReadNarrative(actor: Actor, consents: ReadonlySet<string>): boolean {
  if (actor.role === "company") return consents.has("share_with_company");
  return actor.role === "complainant" || actor.role === "officer" || actor.role === "supervisor";
}

/** Words in which a review was asked for: one's own; the complainant's are theirs like the narrative, and a declined case is not the company's. */
export function mayReadReview(
  actor: Actor,
  review: { readonly side: string; readonly of: string },
  consents: ReadonlySet<string>,
): boolean {
  if (actor.role !== "company" || review.side === "company") return true;
  return review.of === "ruling" && mayReadNarrative(actor, consents);
}

/** The draft of a ruling is shown to both sides while they may comment on it (RULES §3). */
export function mayReadDraft(actor: Actor, state: string, draftSent: boolean): boolean {
  if (actor.role === "officer" || actor.role === "supervisor") return true;
  return (actor.role === "complainant" || actor.role === "company") && state === "ruling_drafted" && draftSent;
}

/** What decides whether the public sees the redacted copy of a file. */
export interface PublicCopy {
  readonly side: string;
  readonly state: string;
  readonly removed: boolean;
  readonly erased: boolean;
  /** The consent to publish the complainant's words and files is in force. */
  readonly consented: boolean;
  readonly annulled: boolean;
  readonly archived: boolean;
}

/**
 * The public sees a file of the complainant only as a copy whose hiding a person confirmed, beside a ruling that is shown and stands, for as long as the
 * complainant agrees (RULES §5). Files of the company and of the desk never.
 */
export function mayPublishCopy(copy: PublicCopy): boolean {
  return (
    copy.side === "complainant" &&
    copy.state === "confirmed" &&
    copy.consented &&
    !(copy.removed || copy.erased || copy.annulled || copy.archived)
  );
}
