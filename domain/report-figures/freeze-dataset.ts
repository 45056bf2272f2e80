import type { Day } from "../day";
import type { RectificationDates } from "../score/types";
import type { CheckFact, ComplaintFact, DutyFact, FindingFact, ReplyFact, ReportDataset } from "./dataset";

/**
 * The data as they stood at 24:00 of the freeze: later complaints are left out, later steps are open again. Sorted by id, so that the
 * order of rows moves nothing. What a later event changed in place (a due day, an outcome varied on review) cannot be taken back here.
 */
export function freezeDataset(dataset: ReportDataset): ReportDataset {
  const { frozenOn } = dataset;
  const complaints = dataset.complaints
    .filter((complaint) => complaint.receivedOn <= frozenOn)
    .map((complaint) => complaintAt(complaint, frozenOn));
  return {
    ...dataset,
    complaints: sortedBy(complaints, (complaint) => complaint.id),
    exposures: sortedBy(dataset.exposures, (exposure) => JSON.stringify([exposure.companyId, exposure.sector])),
    scores: sortedBy(dataset.scores, (score) => score.companyId),
    dialTests: sortedBy(
      dataset.dialTests.filter((test) => test.testedOn <= frozenOn),
      (test) => test.testId,
    ),
    specialChecks: sortedBy(
      dataset.specialChecks.filter((check) => check.openedOn <= frozenOn).map((check) => checkAt(check, frozenOn)),
      (check) => check.number,
    ),
  };
}

function complaintAt(complaint: ComplaintFact, frozenOn: Day): ComplaintFact {
  const seen = (day: Day | null) => until(day, frozenOn);
  const declinedOn = seen(complaint.declinedOn);
  const acceptedOn = seen(complaint.acceptedOn);
  const ruledOn = seen(complaint.ruledOn);
  return {
    ...complaint,
    acceptedOn,
    deemed: complaint.deemed && acceptedOn !== null,
    declinedOn,
    declineGround: declinedOn && complaint.declineGround,
    leftOn: seen(complaint.leftOn),
    acceptance: dutyAt(complaint.acceptance, frozenOn),
    decision: complaint.decision && acceptedOn && dutyAt(complaint.decision, frozenOn),
    ruledOn,
    annulledOn: seen(complaint.annulledOn),
    findings: ruledOn ? sortedBy(complaint.findings, (finding) => finding.findingId).map((one) => findingAt(one, frozenOn)) : [],
    recordRequests: complaint.recordRequests
      .map((request) => ({ ...request, deliveredOn: seen(request.deliveredOn) }))
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    reply: complaint.reply && complaint.reply.servedOn <= frozenOn ? replyAt(complaint.reply, frozenOn) : null,
  };
}

function dutyAt<T extends DutyFact>(duty: T, frozenOn: Day): T {
  const doneOn = until(duty.doneOn, frozenOn);
  const days = doneOn ? {} : { netDays: null, grossDays: null };
  return { ...duty, ...days, doneOn, leftOn: until(duty.leftOn, frozenOn), pausedFor: [...new Set(duty.pausedFor)].sort() };
}

function findingAt(finding: FindingFact, frozenOn: Day): FindingFact {
  const { rectification } = finding;
  return {
    ...finding,
    finalOn: until(finding.finalOn, frozenOn),
    rectification: rectification && rectification.orderedOn <= frozenOn ? rectificationAt(rectification, frozenOn) : null,
  };
}

function rectificationAt(rectification: RectificationDates, frozenOn: Day): RectificationDates {
  const reports = rectification.reports
    .filter((report) => report.reportedOn <= frozenOn)
    .map((report) => ({
      ...report,
      acceptedOn: until(report.acceptedOn, frozenOn),
      rejectedOn: until(report.rejectedOn, frozenOn),
    }));
  return { ...rectification, reports };
}

function replyAt(reply: ReplyFact, frozenOn: Day): ReplyFact {
  const firstAnsweredOn = until(reply.firstAnsweredOn, frozenOn);
  return {
    ...reply,
    repliedOn: until(reply.repliedOn, frozenOn),
    firstAnsweredOn,
    firstAnswerHours: firstAnsweredOn && reply.firstAnswerHours,
  };
}

function checkAt(check: CheckFact, frozenOn: Day): CheckFact {
  const concludedOn = until(check.concludedOn, frozenOn);
  return { ...check, concludedOn, result: concludedOn && check.result };
}

function until(day: Day | null, frozenOn: Day): Day | null {
  return day !== null && day <= frozenOn ? day : null;
}

function sortedBy<T>(rows: readonly T[], key: (row: T) => string): T[] {
  return rows
    .map((row) => [key(row), row] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, row]) => row);
}
