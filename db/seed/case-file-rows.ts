import { rectificationClock } from "@/domain/clocks";
import { addDays, type Day, dayOf } from "@/domain/day";
import { pairReports } from "@/domain/score/rectification-state";
import type { WorkCalendar } from "@/domain/working-days";
import { seedId } from "./ids";
import { random } from "./random";
import { recordRow } from "./record-requests";
import { demoCompanyId } from "./register";
import type { WordedCase } from "./rows";
import {
  COMMENTS,
  EXTENSIONS,
  fill,
  PAUSE_WORDS,
  RECTIFICATION_ACCEPTED,
  RETURNS,
  REVIEWS,
  rectificationTexts,
  SUPPLEMENTS,
  TERMINATIONS,
} from "./stories";
import { declineText, findingId, rulingId } from "./walk";

/** What was said in a case beside its ruling: decisions, supplements, service, replies, comments, reviews, rectification. */
export function fileRows(c: WordedCase, calendar: WorkCalendar, today: Day) {
  const rng = random(`file of case ${c.plan.n}`);
  const { words, snapshot, plan } = c;
  const complaintId = c.id;
  const decisions: {
    id: string;
    complaintId: string;
    type: string;
    ground: string | null;
    reason: string;
    elsewhere: string | null;
    by: string | null;
    at: Date;
  }[] = [];
  const supplementRequests = [];
  const services = [];
  const companyReplies = [];
  const recordRequests = [];
  const draftComments = [];
  const reviews = [];
  const decide = (
    type: string,
    at: Date,
    by: string | undefined,
    reason: string,
    ground: string | null = null,
    elsewhere: string | null = null,
  ) =>
    decisions.push({
      id: seedId(`decision ${complaintId} ${decisions.length}`),
      complaintId,
      type,
      ground,
      reason,
      elsewhere,
      by: by ?? null,
      at,
    });
  const supplement = rng.pick(SUPPLEMENTS);
  const answers = words.slots;
  for (const event of c.events) {
    const { at, actor } = event;
    if (event.type === "declined")
      decide("declined", at, actor.userId, declineText(plan).reason, event.data.ground, declineText(plan).elsewhere);
    if (event.type === "terminated") decide("terminated", at, actor.userId, rng.pick(TERMINATIONS), event.data.ground);
    if (event.type === "ruling_returned") decide("ruling_returned", at, actor.userId, rng.pick(RETURNS));
    if (event.type === "decision_extended") decide("decision_extended", at, actor.userId, rng.pick(EXTENSIONS));
    if (event.type === "clock_paused")
      decide(
        "clock_paused",
        at,
        actor.userId,
        rng.pick(event.data.reason === "mediation" ? PAUSE_WORDS.mediation : PAUSE_WORDS.appraisal),
        event.data.reason,
      );
    if (event.type === "supplement_requested")
      supplementRequests.push({
        id: event.data.requestId,
        complaintId,
        items: [...supplement.ask],
        requestedAt: at,
        answeredAt: snapshot.supplementedAt,
        answer: snapshot.supplementedAt ? fill(supplement.answer, { promise: "三天内", ...answers }) : null,
      });
    if (event.type === "served")
      services.push({
        id: seedId(`service ${complaintId}`),
        complaintId,
        companyId: demoCompanyId(plan.company.slug),
        method: event.data.method,
        servedAt: at,
        openedAt: null,
      });
    if (event.type === "record_requested") recordRequests.push(recordRow(c, event.data.requestId, at));
    if (event.type === "company_answered")
      companyReplies.push({
        id: event.data.replyId,
        complaintId,
        kind: "answer",
        body: "已收到并由专员核查，编号已建，核查后将在期限内书面答复。",
        publicBody: null,
        at,
      });
    if (event.type === "company_replied")
      companyReplies.push({ id: event.data.replyId, complaintId, kind: "reply", body: words.reply, publicBody: words.reply, at });
    if (event.type === "draft_commented") {
      const side = event.data.side;
      draftComments.push({
        id: seedId(`comment ${complaintId} ${side}`),
        complaintId,
        rulingId: rulingId(complaintId),
        side,
        body: rng.pick(COMMENTS[side]),
        at,
      });
    }
    if (event.type === "review_requested") {
      const review = snapshot.reviews.at(-1);
      const result = review?.result ?? null;
      reviews.push({
        id: review?.reviewId ?? seedId(`review ${plan.n}`),
        complaintId,
        of: "ruling",
        side: event.data.by,
        reason: rng.pick(REVIEWS[event.data.by]),
        requestedAt: at,
        result: review?.reviewId ? (plan.annulled ? "annulled" : "upheld") : null,
        resultReason: review?.reviewId ? rng.pick(plan.annulled ? REVIEWS.annulled : REVIEWS.upheld) : null,
        decidedBy: review?.draftedBy ?? null,
        signedBy: result ? (c.events.find((e) => e.type === "review_decided")?.actor.userId ?? null) : null,
        decidedAt: review?.decidedAt ?? null,
      });
    }
  }
  return {
    decisions,
    supplementRequests,
    services,
    companyReplies,
    recordRequests,
    draftComments,
    reviews,
    ...rectificationRows(c, calendar, today),
  };
}

function rectificationRows(c: WordedCase, calendar: WorkCalendar, today: Day) {
  const rng = random(`rectifications of case ${c.plan.n}`);
  const rectifications = [];
  const reports = [];
  for (const r of c.snapshot.rectifications) {
    const index = c.words.findings.findIndex((_, i) => findingId(c.id, i) === r.findingId);
    const finding = c.words.findings[index];
    if (!finding) continue;
    const clock = rectificationClock(r.orderedOn, r, calendar, today);
    const first = rectificationClock(r.orderedOn, { ...r, reports: [], rejections: [], acceptedAt: null }, calendar, today);
    const last = r.reports.at(-1);
    const rejection = r.rejections.at(-1);
    const waiting = r.reports.length > r.rejections.length;
    const texts = rectificationTexts(finding.clause);
    rectifications.push({
      findingId: r.findingId,
      complaintId: c.id,
      companyId: demoCompanyId(c.plan.company.slug),
      state: r.acceptedAt ? "accepted" : r.overdueAt ? "overdue" : waiting ? "reported" : rejection ? "rejected" : "ordered",
      orderedOn: r.orderedOn,
      dueOn: first.due,
      reportedOn: last ? dayOf(last.at) : null,
      acceptedOn: r.acceptedAt ? dayOf(r.acceptedAt) : null,
      rejectedOn: rejection ? dayOf(rejection.at) : null,
      secondDueOn: clock.second ? clock.due : null,
      overdueOn: r.overdueAt ? addDays(dayOf(r.overdueAt), -1) : null,
      reports: pairReports(r),
      confirmedByConsumer: r.confirmedAt ? true : r.disputedAt ? false : null,
    });
    for (const [i, report] of r.reports.entries()) {
      const rejected = r.rejections[i];
      const weak = rng.pick(texts.weak);
      reports.push({
        id: report.reportId,
        findingId: r.findingId,
        complaintId: c.id,
        body: rejected ? weak.report : rng.pick(texts.good),
        reportedAt: report.at,
        by: null,
        result: rejected ? "rejected" : r.acceptedAt ? "accepted" : null,
        checkNote: rejected ? weak.rejected : r.acceptedAt ? rng.pick(RECTIFICATION_ACCEPTED) : null,
        checkedAt: rejected?.at ?? r.acceptedAt,
        checkedBy: null,
      });
    }
  }
  return { rectifications, reports };
}
