import type { CaseEventInput } from "@/domain/case-events";
import { dayOf, type Instant, startOfDay } from "@/domain/day";
import { addWorkingDays, type WorkCalendar } from "@/domain/working-days";
import { seedId } from "./ids";
import type { PlannedCase } from "./plan";
import { type Random, random } from "./random";
import { demoCompanyId } from "./register";
import type { WalkedCase } from "./walk";

const WHAT = ["全部聊天记录和转接记录", "那通电话的录音", "退款处理的内部记录", "我的咨询和投诉记录", "转人工的排队记录"];
const ANSWERS = ["记录已整理好，见案件附件。", "已随案件附件交付，共两份。", "录音和文字记录已上传，请查收。"];

interface Step {
  readonly at: Instant;
  readonly by: "complainant" | "company";
  readonly event: CaseEventInput;
}

function officeTime(rng: Random, from: Instant, days: number, calendar: WorkCalendar): Instant {
  const on = addWorkingDays(dayOf(from), days, calendar).due;
  return new Date(startOfDay(on).getTime() + rng.int(9 * 60 + 10, 17 * 60 + 30) * 60_000);
}

/** In one case of five the consumer asks for the records of their service, and the company hands them over in time, late or never (D1.3, D1.4). */
export function recordSteps(plan: PlannedCase, served: Instant, calendar: WorkCalendar): Step[] {
  const rng = random(`records of case ${plan.n}`);
  if (!rng.chance(plan.situation.key.startsWith("records") ? 0.6 : 0.2)) return [];
  const requestId = seedId(`records ${plan.n}`);
  const asked = officeTime(rng, served, rng.int(1, 5), calendar);
  const steps: Step[] = [{ at: asked, by: "complainant", event: { type: "record_requested", data: { requestId } } }];
  const inTime = rng.chance(0.9 - plan.company.temperament.breach * 0.5);
  if (!inTime && rng.chance(0.3)) return steps;
  const delivered = officeTime(rng, asked, inTime ? rng.int(1, 3) : rng.int(4, 8), calendar);
  return [...steps, { at: delivered, by: "company", event: { type: "records_delivered", data: { requestId } } }];
}

/** The row of a request as it stands. */
export function recordRow(c: WalkedCase, requestId: string, requestedAt: Instant) {
  const rng = random(`words of ${requestId}`);
  const request = c.snapshot.recordRequests.find((one) => one.requestId === requestId);
  const answer = rng.pick(ANSWERS);
  return {
    id: requestId,
    complaintId: c.id,
    companyId: demoCompanyId(c.plan.company.slug),
    what: rng.pick(WHAT),
    requestedAt,
    deliveredAt: request?.deliveredAt ?? null,
    answer: request?.deliveredAt ? answer : null,
    missedAt: request?.missedAt ?? null,
  };
}
