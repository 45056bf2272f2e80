import type { Random } from "@/db/seed/random";
import { SITUATION_OF } from "@/db/seed/situation-map";
import { clauseOf } from "@/domain/clauses";
import { isUpheld, type Outcome } from "@/domain/findings";
import { overallOutcome } from "@/domain/publication/content";
import { clausesFor } from "@/domain/situations";
import type { BenchCompany } from "./companies";
import type { Copy, Value } from "./copy";
import { benchId, dayAt, type End, outcomesOf, TODAY_INDEX, workingDaysAfter } from "./plan";
import type { Texts } from "./texts";

export type Tables = Readonly<Record<(typeof TABLES)[number], Copy>>;
export const TABLES = [
  "complaints",
  "complaint_texts",
  "consents",
  "allegations",
  "case_events",
  "published_rulings",
  "published_findings",
  "rectifications",
] as const;

/** A complaint as planned; days as indexes. */
export interface Planned {
  readonly n: number;
  readonly filed: number;
  readonly end: End;
  /** Day of signing and number of the ruling, where there is one. */
  readonly signed: number;
  readonly number: string;
  readonly company: BenchCompany;
}

const CHANNELS = [
  ["app", 52],
  ["phone", 24],
  ["mini_program", 12],
  ["web", 9],
  ["other", 3],
] as const;
const at = (day: number, minutes: number) =>
  `${dayAt(day)} ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00+08`;
const salt = (n: number, ord: number) => (BigInt(n) * 1_000_003n + BigInt(ord)).toString(16).padStart(32, "0");

/** Writes one complaint with all that stands beside it. */
export async function writeCase(to: Tables, plan: Planned, rng: Random, texts: Texts): Promise<void> {
  const { n, filed, end, company } = plan;
  const id = benchId("c1", n);
  const situation = texts.situation(rng);
  const names = { co: company.name, app: company.app, bot: company.bot };
  const channel = rng.weighted(CHANNELS);
  const priority = situation.facts.priorityGroup ?? (rng.chance(0.05) ? "senior" : null);
  const minutes = rng.int(8 * 60, 22 * 60);
  const acceptanceDue = workingDaysAfter(filed, 5);
  const taken = Math.min(workingDaysAfter(filed, rng.int(1, 5)), TODAY_INDEX - 1);
  const accepted = end === "ruled" || end === "accepted" || end === "settled" ? taken : null;
  const decisionDue = accepted === null ? null : workingDaysAfter(accepted, 30);
  const replied =
    accepted === null || rng.chance(0.06) ? null : Math.min(workingDaysAfter(accepted, rng.int(2, 10)), TODAY_INDEX);
  const ruled = end === "ruled" ? plan.signed : null;
  const final = ruled === null ? null : workingDaysAfter(ruled, 10);
  const isFinal = final !== null && final < TODAY_INDEX;
  const closed =
    end === "ruled"
      ? isFinal
        ? final
        : null
      : accepted === null && end !== "submitted" && end !== "awaiting_supplement"
        ? taken
        : end === "settled"
          ? workingDaysAfter(taken, 12)
          : null;
  const open = end === "submitted" || end === "accepted";
  const due = end === "submitted" ? acceptanceDue : end === "accepted" ? decisionDue : null;
  const distinct = benchId("c2", rng.int(0, 900_000));

  const events: { type: string; role: string; day: number; data: Value }[] = [];
  const event = (type: string, role: string, day: number, data: object = {}) =>
    events.push({ type, role, day, data: { json: data } });
  event("submitted", "complainant", filed, { channel, origin: "receipt" });
  const clauses = clausesFor([SITUATION_OF[situation.key]]);
  const outcomes: Outcome[] = ruled === null ? [] : outcomesOf(rng, Math.min(situation.clauses.length, rng.int(2, 3)));
  const findingIds = outcomes.map((_, k) => benchId("f1", n * 4 + k));
  if (accepted !== null) {
    event("company_bound", "officer", accepted, { companyId: company.id });
    event("accepted", "officer", accepted);
    event("served", "system", accepted, { method: "account", companyId: company.id });
    if (replied !== null) event("company_replied", "company", replied, { replyId: benchId("e2", n) });
  }
  if (end === "declined") event("declined", "officer", taken, { ground: "out_of_scope" });
  if (end === "withdrawn") event("withdrawn", "complainant", taken);
  if (end === "settled") event("settled", "system", closed ?? taken);
  if (end === "not_pursued" || end === "awaiting_supplement")
    event("supplement_requested", "officer", taken, { requestId: benchId("e3", n) });
  if (end === "not_pursued") event("not_pursued", "system", closed ?? taken);
  if (ruled !== null) {
    const upheld = findingIds.filter((_, k) => isUpheld(outcomes[k] as Outcome));
    event("ruling_drafted", "officer", Math.max(taken, ruled - 6), { rulingId: benchId("a2", n) });
    event("ruling_signed", "supervisor", ruled, { rulingId: benchId("a2", n), number: plan.number, upheld });
    if (isFinal) event("became_final", "system", final);
  }
  for (const [k, e] of events.entries())
    await to.case_events.row({
      complaint_id: id,
      ord: k + 1,
      at: at(e.day, Math.min(1_439, minutes + k)),
      recorded_at: at(e.day, Math.min(1_439, minutes + k)),
      type: e.type,
      actor_role: e.role,
      data: e.data,
      salt: { hex: salt(n, k) },
    });

  const time = (day: number | null) => (day === null ? null : at(day, minutes));
  await to.complaints.row({
    id,
    reference: `${dayAt(filed).slice(0, 4)}-${dayAt(filed).slice(5, 7)}${dayAt(filed).slice(8, 10)}-${String(n).padStart(7, "0")}`,
    secret_hash: "bench",
    idempotency_key: `bench-${n}`,
    locale: "zh-Hans",
    state: end === "ruled" ? (isFinal ? "final" : "ruled") : end,
    origin: "receipt",
    filed_at: at(filed, minutes),
    accepted_at: time(accepted),
    deemed: false,
    company_id: accepted === null ? null : company.id,
    served_at: time(accepted),
    first_answer_at: time(replied),
    replied_at: time(replied),
    ruled_at: time(ruled),
    final_at: isFinal ? time(final) : null,
    closed_at: time(closed),
    event_count: events.length,
    acceptance_due: dayAt(acceptanceDue),
    decision_due: decisionDue === null ? null : dayAt(decisionDue),
    desk_clock: open ? (end === "submitted" ? "acceptance" : "decision") : null,
    desk_due: due === null ? null : dayAt(due),
    paused: false,
    next_clock: null,
    next_due: null,
    company_name_typed: company.name,
    filed_for: "self",
    situations: [SITUATION_OF[situation.key]],
    channel,
    occurred_on: dayAt(Math.max(0, filed - rng.int(0, 9))),
    human_requests: rng.int(1, 24),
    wait_seconds: rng.int(30, 2_400),
    reached_human: rng.chance(0.4),
    loopback: rng.chance(0.5),
    priority_group: priority,
    loss_amount: rng.chance(0.6) ? rng.int(19, 9_000) * 100 : null,
    distinct_hash: distinct,
    contact_verified: rng.chance(0.9),
    created_at: at(filed, minutes),
  });
  await to.complaint_texts.row({
    complaint_id: id,
    narrative: texts.narrative(rng, situation, names),
    wants: null,
    wants_kinds: ["explanation"],
  });
  await to.consents.row({ complaint_id: id, kind: "share_with_company", given_at: at(filed, minutes) });
  for (const [k, clause] of clauses.entries())
    await to.allegations.row({
      id: benchId("a1", n * 4 + k),
      complaint_id: id,
      clause,
      situation: SITUATION_OF[situation.key],
      added_by: "complainant",
      ord: k,
    });
  if (ruled === null || final === null || accepted === null) return;

  const said = texts.ruling(rng, situation, outcomes, names);
  const annulled = isFinal && rng.chance(0.008);
  const days = TODAY_INDEX - ruled;
  const day = (index: number | null) => (index === null ? null : dayAt(index));
  const clock = (name: string, from: number, to_: number, met: number | null, length: number) => ({
    clock: name,
    startDay: dayAt(from),
    due: dayAt(to_),
    metOn: day(met),
    stoppedOn: null,
    state: met === null ? "overdue" : met <= to_ ? "met" : "late",
    workingDays: length,
    usedDays: length,
    daysLeft: 0,
    usedHours: null,
    extensionDays: 0,
    pauses: [],
  });
  const reply = replied !== null && replied <= ruled ? said.reply : null;
  const rulingId = benchId("e1", n);
  await to.published_rulings.row({
    id: rulingId,
    number: plan.number,
    ruling_id: benchId("a2", n),
    complaint_id: id,
    company_id: company.id,
    sector: company.sector,
    channel,
    priority_group: priority,
    status: annulled ? "annulled" : isFinal ? "final" : "not_final",
    outcome: overallOutcome(outcomes),
    title: said.title,
    decision: said.decision,
    allegation_count: outcomes.length,
    company_reply: reply,
    company_replied_on: reply === null ? null : day(replied),
    consumer_words: said.words,
    clocks: {
      json: [
        clock("acceptance", filed, acceptanceDue, accepted, 5),
        clock("decision", accepted, workingDaysAfter(accepted, 30), ruled, 30),
        clock("company_reply", accepted, workingDaysAfter(accepted, 10), reply === null ? null : replied, 10),
      ],
    },
    standard_version: "2026",
    reply_failing: reply === null ? "missing" : null,
    filed_month: dayAt(filed).slice(0, 7),
    signed_on: dayAt(ruled),
    signed_at: at(ruled, 9 * 60 + (n % 480)),
    final_on: isFinal ? dayAt(final) : null,
    annulled_on: annulled ? dayAt(final) : null,
    annul_reason: annulled ? "复核查明录音所涉为另一家公司的热线，认定对象错误，撤销。" : null,
    version: 1,
    sha256: salt(n, 0).repeat(2),
  });
  for (const [k, f] of said.findings.entries()) {
    const outcome = outcomes[k] as Outcome;
    const held = isUpheld(outcome);
    const findingId = findingIds[k] as string;
    await to.published_findings.row({
      id: findingId,
      published_ruling_id: rulingId,
      company_id: company.id,
      ord: k,
      clause: f.clause,
      standard_version: "2026",
      outcome,
      tier: held ? (clauseOf(f.clause)?.tier ?? "moderate") : null,
      title: f.title,
      facts: f.facts,
      reasons: f.reasons,
      evidence_kinds: ["complainant_image"],
      measure: f.clause === "B2.1" && held ? { json: { value: rng.int(181, 1_900), limit: 180, unit: "s" } } : null,
      group_id: `${distinct.slice(-10)}${company.slug}`.slice(-24),
      incident_month: dayAt(filed).slice(0, 7),
      recurs: rng.chance(0.06),
      signed_on: dayAt(ruled),
      final_on: isFinal ? dayAt(final) : null,
      annulled_on: annulled ? dayAt(final) : null,
    });
    if (!held || !isFinal || annulled) continue;
    const rectDue = workingDaysAfter(final, 7);
    const done = days > 40 && rng.chance(0.9);
    const reported = workingDaysAfter(final, rng.int(2, rng.chance(0.85) ? 7 : 14));
    const late = reported > rectDue;
    await to.rectifications.row({
      finding_id: findingId,
      complaint_id: id,
      company_id: company.id,
      state: done ? "accepted" : rectDue < TODAY_INDEX ? "overdue" : "ordered",
      ordered_on: dayAt(final),
      due_on: dayAt(rectDue),
      reported_on: done ? dayAt(reported) : null,
      accepted_on: done ? dayAt(workingDaysAfter(reported, 3)) : null,
      overdue_on: (done && late) || (!done && rectDue < TODAY_INDEX) ? dayAt(rectDue) : null,
      reports: {
        json: done ? [{ reportedOn: dayAt(reported), acceptedOn: dayAt(workingDaysAfter(reported, 3)), rejectedOn: null }] : [],
      },
    });
  }
}
