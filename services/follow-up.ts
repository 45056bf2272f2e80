import type { Tx } from "@/db/client";
import { freeNumbers } from "@/db/queries/case-batch";
import { setOverdueNumber } from "@/db/queries/cases";
import { allegeOnce, updateRecordRequest } from "@/db/queries/procedure";
import { markPublication, markPublishedFindings, publicationOf, putRectification } from "@/db/queries/rulings";
import { SYSTEM } from "@/domain/actors";
import type { CaseEvent } from "@/domain/case-events";
import { rectificationClock } from "@/domain/clocks";
import { type Day, dayOf, type Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { pairReports } from "@/domain/score/rectification-state";
import type { CaseFile } from "./case-file";
import { type Audience, notifyParties } from "./notify-parties";
import { announcePublicChange } from "./public-change";
import { recomputeScore } from "./recompute-score";
import { remind } from "./remind-deadline";
import { serveCase } from "./serve-case";

/** Letters that go out with an event: template and who gets it. */
const LETTERS: Partial<Record<CaseEvent["type"], readonly Audience[]>> = {
  accepted: ["complainant"],
  deemed_accepted: ["complainant", "supervisor"],
  not_pursued: ["complainant"],
  reply_missed: ["company", "officer"],
  became_final: ["complainant", "company"],
  rectification_ordered: ["company"],
  rectification_accepted: ["company", "complainant"],
  rectification_rejected: ["company"],
  rectification_overdue: ["company", "officer"],
  record_request_missed: ["company", "complainant", "officer"],
  rectification_disputed: ["officer", "company"],
  rectification_reported: ["complainant", "officer"],
};

/** Draws the consequences of an event just appended: service, letters, the public record, the score. Returns the case as it then stands. */
export async function followUp(tx: Tx, file: CaseFile, event: CaseEvent | undefined, now: Instant): Promise<CaseFile> {
  if (!event) return file;
  let current = file;
  if (event.type === "accepted" || event.type === "deemed_accepted") current = await serveCase(tx, current, SYSTEM, now);
  if (event.type === "became_final") await publishFinality(tx, current);
  if (event.type.startsWith("rectification_") && "findingId" in event.data)
    await mirrorRectification(tx, current, event.data.findingId, dayOf(now));
  if (event.type === "record_request_missed") await recordMissedRequest(tx, current, event.data.requestId, event.at);
  if (event.type === "deadline_passed" && (event.data.clock === "decision" || event.data.clock === "review")) {
    await nameOverdue(tx, current);
    await notifyParties(tx, current, "overdue", ["complainant", "supervisor"]);
  }
  if (event.type === "deemed_accepted") await nameOverdue(tx, current);
  if (event.type === "deadline_reminded") await remind(tx, current, event.data);
  const letters = LETTERS[event.type];
  if (letters) await notifyParties(tx, current, event.type, letters);
  return current;
}

/** The three days ran out: written beside the request, and while the case is in hand D1.4 is alleged so that the ruling looks at it (RULES §4). */
async function recordMissedRequest(tx: Tx, file: CaseFile, requestId: string, at: Instant): Promise<void> {
  await updateRecordRequest(tx, requestId, { missedAt: at });
  if (file.snapshot.state === "accepted") await allegeOnce(tx, file.row.id, "D1.4");
}

/** What the authority missed gets its number on the public register. */
async function nameOverdue(tx: Tx, { row, batch }: CaseFile): Promise<void> {
  if (batch) {
    batch.nameOverdue(row.id);
    batch.publicAll = true;
    return;
  }
  const [number] = await freeNumbers(tx, 1);
  if (number) await setOverdueNumber(tx, row.id, number);
  await announcePublicChange(tx, { all: true });
}

/** A ruling becomes final: marked so in public, its findings count from now on (RULES §3, §6). */
async function publishFinality(tx: Tx, file: CaseFile): Promise<void> {
  const { snapshot, row } = file;
  if (!snapshot.finalOn) throw new DomainError("impossible_history");
  const finalOn = snapshot.finalOn;
  await markPublication(tx, row.id, { status: "final", finalOn });
  const published = await publicationOf(tx, row.id);
  await markPublishedFindings(tx, published?.findings.map((f) => f.id) ?? [], { finalOn });
  await scoreAgain(tx, file, finalOn);
}

/** Writes one finding's rectification to its table as the ledger tells it. */
export async function mirrorRectification(tx: Tx, file: CaseFile, findingId: string, today: Day): Promise<void> {
  const r = file.snapshot.rectifications.find((one) => one.findingId === findingId);
  if (!r || !file.row.companyId) return;
  const clock = rectificationClock(r.orderedOn, r, file.calendar, today);
  const first = rectificationClock(r.orderedOn, { ...r, reports: [], rejections: [], acceptedAt: null }, file.calendar, today);
  const last = r.reports.at(-1);
  const rejected = r.rejections.at(-1);
  const waiting = r.reports.length > r.rejections.length;
  const state = r.acceptedAt ? "accepted" : r.overdueAt ? "overdue" : waiting ? "reported" : rejected ? "rejected" : "ordered";
  await putRectification(tx, {
    findingId,
    complaintId: file.row.id,
    companyId: file.row.companyId,
    state,
    orderedOn: r.orderedOn,
    dueOn: first.due,
    reportedOn: last ? dayOf(last.at) : null,
    acceptedOn: r.acceptedAt ? dayOf(r.acceptedAt) : null,
    rejectedOn: rejected ? dayOf(rejected.at) : null,
    secondDueOn: clock.second ? clock.due : null,
    overdueOn: r.overdueAt ? dayOf(new Date(r.overdueAt.getTime() - 1)) : null,
    reports: pairReports({ reports: r.reports, rejections: r.rejections, acceptedAt: r.acceptedAt }),
    confirmedByConsumer: r.confirmedAt ? true : r.disputedAt ? false : null,
  });
  await scoreAgain(tx, file, today);
}

async function scoreAgain(tx: Tx, file: CaseFile, today: Day): Promise<void> {
  const { companyId } = file.row;
  if (!companyId) return;
  if (file.batch) {
    file.batch.scores.set(`${companyId} ${today}`, { companyId, asOf: today });
    if (file.snapshot.rulingNumber) file.batch.publicRulings.add(file.snapshot.rulingNumber);
    return;
  }
  await recomputeScore(tx, companyId, today);
  await announcePublicChange(tx, {
    rulings: file.snapshot.rulingNumber ? [file.snapshot.rulingNumber] : [],
    companies: [companyId],
  });
}
