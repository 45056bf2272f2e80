import { caseClocks } from "./case-clocks";
import type { CaseSnapshot } from "./case-state";
import type { CaseClock } from "./clocks";
import type { Day } from "./day";
import { openReport } from "./replay-rectification";
import type { WorkCalendar } from "./working-days";

/** What a company owes in a case (RULES §3): a first answer within 72 h, its reply, comments on the draft, a rectification per finding. */
export interface CompanyDuty {
  readonly kind: "answer" | "reply" | "comments" | "rectification";
  /** The finding to put right. */
  readonly findingId: string | null;
  readonly clock: CaseClock;
  /** Past its due day: still taken, and counted late. */
  readonly late: boolean;
}

const COMMENTS_OPEN: readonly CaseClock["state"][] = ["running", "paused", "ended"];

/** What waits for the company as known on `today`, the earliest due first. A late reply or report stays owed until it comes or the case is closed. */
export function companyDuties(s: CaseSnapshot, calendar: WorkCalendar, today: Day): CompanyDuty[] {
  if (s.servedAt === null) return [];
  const clocks = caseClocks(s, calendar, today);
  const of = (name: CaseClock["clock"], subject: string | null = null) =>
    clocks.findLast((c) => c.clock === name && c.subject === subject);
  const duty = (kind: CompanyDuty["kind"], clock: CaseClock | undefined, findingId: string | null = null): CompanyDuty[] =>
    clock ? [{ kind, findingId, clock, late: clock.state === "overdue" || clock.state === "ended" }] : [];
  const inHand = s.state === "accepted" || s.state === "ruling_drafted";
  const comments = of("draft_comments");
  return [
    ...(inHand && s.firstAnswerAt === null && s.repliedAt === null ? duty("answer", of("first_answer")) : []),
    ...(inHand && s.repliedAt === null ? duty("reply", of("company_reply")) : []),
    ...(s.state === "ruling_drafted" && comments && COMMENTS_OPEN.includes(comments.state) && !s.commented.includes("company")
      ? duty("comments", comments)
      : []),
    ...(s.state === "final"
      ? s.rectifications
          .filter((r) => r.acceptedAt === null && openReport(r) === null)
          .flatMap((r) => duty("rectification", of("rectification", r.findingId), r.findingId))
      : []),
  ].sort((a, b) => a.clock.dueAt.getTime() - b.clock.dueAt.getTime());
}
