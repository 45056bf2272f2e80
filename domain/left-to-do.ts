import type { Side } from "./actors";
import { caseClocks } from "./case-clocks";
import type { CaseSnapshot } from "./case-state";
import { clauseOf } from "./clauses";
import { DRAFT_OUT_BY_DAY } from "./clock-table";
import { type Day, dayOf } from "./day";
import { effectivePauses } from "./deadline";
import { isUpheld, type Outcome, type Tier } from "./findings";
import { tierNeedsReason } from "./publication/content";
import { openReport } from "./replay-rectification";
import { type DraftOut, signableFrom } from "./signable-from";
import { addWorkingDays, type WorkCalendar } from "./working-days";

/** A finding as far as it is written. */
export interface WorkedFinding {
  readonly clause: string;
  readonly outcome: string | null;
  readonly tier: string | null;
  readonly tierReason: string | null;
  readonly title: string | null;
  readonly facts: string;
  readonly reasons: string;
}

/** What of a case the list looks at beside its events. */
export interface WorkAtHand {
  readonly allegations: readonly { readonly id: string; readonly clause: string }[];
  readonly findings: readonly (WorkedFinding & { readonly allegationId: string | null })[];
  readonly ruling: { readonly title: string; readonly decision: string } | null;
  /** Public texts whose redaction is not confirmed. */
  readonly redactionOpen: number;
  /** Upheld findings that rely on the complainant's files although those may not be shown to the company. */
  readonly unseen: readonly string[];
}

/** One step; `key` names its words, `clause`, `n` and `day` what they speak of. */
export interface TodoItem {
  readonly key: string;
  readonly done: boolean;
  readonly clause?: string;
  readonly n?: number;
  readonly day?: Day;
}

/** What is missing in a finding, or null: everything `send-draft` will ask for. */
export function gapOf(f: WorkedFinding | undefined): "outcome" | "title" | "tier" | "tier_reason" | "facts" | "reasons" | null {
  if (!f?.outcome) return "outcome";
  if (!f.title?.trim()) return "title";
  if (f.facts.trim() === "") return "facts";
  if (f.reasons.trim() === "") return "reasons";
  if (!isUpheld(f.outcome as Outcome)) return null;
  if (!f.tier) return "tier";
  const byDefault = clauseOf(f.clause)?.tier ?? null;
  return tierNeedsReason({ tier: f.tier as Tier, byDefault, reason: f.tierReason }) ? "tier_reason" : null;
}

const draftOut = (s: CaseSnapshot, sentOn: Day, commented: readonly Side[]): DraftOut => ({
  sentOn,
  servedOn: s.servedAt ? dayOf(s.servedAt) : null,
  replied: s.repliedAt !== null,
  commented,
});

/** The day by which a draft goes out so that comments fit in: the 25th working day of the decision clock. */
export function draftOutBy(s: CaseSnapshot, calendar: WorkCalendar, today: Day): Day | null {
  if (!s.decisionStart) return null;
  const own = s.pauses.filter((p) => p.clock === "decision" || s.deemed);
  return addWorkingDays(s.decisionStart, DRAFT_OUT_BY_DAY, calendar, effectivePauses(own, calendar, today)).due;
}

function companySteps(s: CaseSnapshot, calendar: WorkCalendar, today: Day): TodoItem[] {
  const reply = caseClocks(s, calendar, today).find((c) => c.clock === "company_reply");
  return [
    { key: "bound", done: s.companyId !== null },
    { key: s.servedAt ? "served" : "serve", done: s.servedAt !== null },
    ...(reply
      ? [
          s.repliedAt
            ? { key: "replied", done: true, n: reply.usedDays }
            : { key: reply.state === "running" ? "awaitReply" : "replyMissed", done: reply.state !== "running", day: reply.due },
        ]
      : []),
  ];
}

function draftingSteps(s: CaseSnapshot, work: WorkAtHand, calendar: WorkCalendar, today: Day): TodoItem[] {
  const gaps = work.allegations.map((a) => ({
    clause: a.clause,
    gap: gapOf(work.findings.find((f) => f.allegationId === a.id)),
  }));
  const by = draftOutBy(s, calendar, today);
  return [
    ...companySteps(s, calendar, today),
    ...gaps.map(({ clause, gap }): TodoItem => ({ key: gap ? `gap.${gap}` : "found", done: gap === null, clause })),
    ...work.unseen.map((clause): TodoItem => ({ key: "unseen", done: false, clause })),
    { key: "decision", done: (work.ruling?.title ?? "") !== "" && (work.ruling?.decision ?? "") !== "" },
    { key: "send", done: false, day: signableFrom(draftOut(s, today, []), calendar) },
    ...(by ? [{ key: today <= by ? "sendBy" : "sendByPast", done: false, day: by }] : []),
    { key: "second", done: false },
  ];
}

function signingSteps(s: CaseSnapshot, work: WorkAtHand, calendar: WorkCalendar, today: Day): TodoItem[] {
  const sentOn = s.draftSentAt ? dayOf(s.draftSentAt) : today;
  const all = s.commented.length === 2;
  const from = signableFrom(draftOut(s, sentOn, s.commented), calendar);
  return [
    { key: "sent", done: true, day: sentOn },
    { key: "commentedComplainant", done: s.commented.includes("complainant") },
    { key: "commentedCompany", done: s.commented.includes("company") },
    all ? { key: "allCommented", done: true } : { key: "signFrom", done: today >= from, day: from },
    { key: work.redactionOpen > 0 ? "redact" : "redacted", done: work.redactionOpen === 0, n: work.redactionOpen },
    { key: "second", done: false },
  ];
}

/** What is left to do in a case, in the order one does it; done steps stay in the list. Empty where nothing is owed. */
export function leftToDo(s: CaseSnapshot, work: WorkAtHand, calendar: WorkCalendar, today: Day): TodoItem[] {
  switch (s.state) {
    case "submitted":
      return [
        { key: "decideAcceptance", done: false },
        { key: "bound", done: s.companyId !== null },
      ];
    case "awaiting_supplement":
      return [{ key: "awaitSupplement", done: false }];
    case "accepted":
      return draftingSteps(s, work, calendar, today);
    case "ruling_drafted":
      return signingSteps(s, work, calendar, today);
    case "under_review": {
      const review = s.reviews.at(-1);
      return [
        { key: "proposeReview", done: Boolean(review?.reviewId) },
        { key: "signReview", done: false },
      ];
    }
    case "final":
      return s.rectifications.map(
        (r): TodoItem =>
          openReport(r)
            ? { key: "checkReport", done: false }
            : { key: r.acceptedAt ? "rectified" : "awaitReport", done: r.acceptedAt !== null },
      );
    default:
      return [];
  }
}
