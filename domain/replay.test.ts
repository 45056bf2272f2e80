import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED_CALENDAR as calendar } from "./calendar-seed";
import { CASE_EVENT_TYPES, type CaseEvent, makeEvent, parseCaseEvent } from "./case-events";
import type { CaseSnapshot } from "./case-state";
import { caseClocks, lapse, nextReminderDay, nextSystemAct, rectificationsToOrder, reminders } from "./clocks";
import { addDays, type Day, dayOf } from "./day";
import { applyEvent, replay, reviveSnapshot } from "./replay";
import { accepted, at, caseOf, event, filed, ruledCase, withEvents } from "./test-cases";

const refused = expect.objectContaining({ code: "impossible_history" });
const ruled = ruledCase({
  filed: "2026-03-02",
  accepted: "2026-03-03",
  served: "2026-03-03",
  sent: "2026-03-10",
  signed: "2026-04-15",
});

/** What may follow in a case, each with its ids made from the number of events so far. */
function nextEvents(s: CaseSnapshot, when: Date): CaseEvent[] {
  const n = s.events;
  const all: CaseEvent[] = [
    event("officer", when, { type: "supplement_requested", data: { requestId: `q-${n}` } }),
    event("complainant", when, { type: "supplemented", data: {} }),
    event("complainant", when, { type: "reopened", data: {} }),
    accepted(when),
    event("officer", when, { type: "declined", data: { ground: "out_of_scope" } }),
    event("supervisor", when, { type: "terminated", data: { ground: "already_handled" } }),
    event("complainant", when, { type: "withdrawn", data: {} }),
    event("officer", when, { type: "company_bound", data: { companyId: "c-luting" } }),
    event("officer", when, { type: "served", data: { method: "link", companyId: "c-luting" } }),
    event("company", when, { type: "company_replied", data: { replyId: `r-${n}` } }),
    event("officer", when, { type: "clock_paused", data: { clock: "acceptance", reason: "competence", pauseId: `p-${n}` } }),
    event("officer", when, { type: "clock_paused", data: { clock: "decision", reason: "appraisal", pauseId: `p-${n}` } }),
    ...s.pauses.map((p) => event("officer", when, { type: "clock_resumed", data: { pauseId: p.id } })),
    event("supervisor", when, { type: "decision_extended", data: { days: 15 } }),
    event("officer", when, { type: "ruling_drafted", data: { rulingId: "g-1" } }),
    event("officer", when, { type: "draft_sent", data: {} }),
    event("company", when, { type: "draft_commented", data: { side: "company" } }),
    event("supervisor", when, { type: "ruling_returned", data: { rulingId: "g-1" } }),
    event("supervisor", when, { type: "ruling_signed", data: { rulingId: "g-1", number: "2026-0001", upheld: ["f-1", "f-2"] } }),
    event("complainant", when, { type: "review_requested", data: { by: "complainant" } }),
    event("second", when, { type: "review_drafted", data: { reviewId: `v-${n}` } }),
    event("supervisor", when, { type: "review_decided", data: { result: "annulled", upheld: [] } }),
    event("supervisor", when, { type: "review_decided", data: { result: "upheld", upheld: ["f-1"] } }),
    ...s.rectifications.flatMap(({ findingId }) => [
      event("company", when, { type: "rectification_reported", data: { findingId, reportId: `e-${n}` } }),
      event("officer", when, { type: "rectification_rejected", data: { findingId } }),
      event("officer", when, { type: "rectification_accepted", data: { findingId } }),
    ]),
    event("complainant", when, { type: "record_requested", data: { requestId: `k-${n}` } }),
  ];
  return all.filter((e) => {
    try {
      applyEvent(s, e);
      return true;
    } catch {
      return false;
    }
  });
}

type Plan = { from: number; steps: readonly { choice: number; wait: number }[] };

/** A case as people and clocks would drive it from filing, service or a ruling on: each step some days later, the clocks catching up first. */
function live({ from, steps }: Plan): { events: CaseEvent[]; today: Day } {
  let events: CaseEvent[] = from === 0 ? [filed("2026-03-02")] : ruled.slice(0, from);
  let today = dayOf(events.at(-1)?.at ?? at("2026-03-02"));
  for (const { choice, wait } of steps) {
    today = addDays(today, wait);
    events = [...events, ...lapse(replay(events), calendar, today)];
    const s = replay(events);
    const options = nextEvents(s, at(today));
    const chosen = options[choice % Math.max(1, options.length)];
    if (chosen) events = [...events, chosen, ...rectificationsToOrder(applyEvent(s, chosen))];
  }
  return { events, today };
}

const step = fc.record({ choice: fc.nat(200), wait: fc.integer({ min: 0, max: 12 }) });
const plans: fc.Arbitrary<Plan> = fc.record({ from: fc.constantFrom(0, 4, 7, 8), steps: fc.array(step, { maxLength: 25 }) });

describe("any case that people and clocks can make", () => {
  it("folds event by event to what replaying gives, and through storage", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { events } = live(plan);
        const folded = events.reduce<CaseSnapshot | null>(applyEvent, null);
        expect(replay(events)).toEqual(folded);
        const stored = events.map((e) =>
          parseCaseEvent({ ...e, actor: JSON.parse(JSON.stringify(e.actor)), data: JSON.parse(JSON.stringify(e.data)) }),
        );
        expect(replay(stored)).toEqual(folded);
        expect(reviveSnapshot(JSON.parse(JSON.stringify(folded)))).toEqual(folded);
      }),
      { numRuns: 200 },
    );
  });

  it("comes to rest: the clocks' own events leave nothing more to do, and each is dated in the past", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 300 }), (plan, later) => {
        const { events, today } = live(plan);
        const then = addDays(today, later);
        const written = lapse(replay(events), calendar, then);
        const rested = withEvents(replay(events), ...written);
        expect(lapse(rested, calendar, then)).toEqual([]);
        for (const e of written) expect(dayOf(new Date(e.at.getTime() - 1)) < then).toBe(true);
        const next = nextSystemAct(rested, calendar, then);
        if (next) expect(next.due >= then).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("gives the same whether the clocks are looked at daily or after months", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { events, today } = live(plan);
        const last = addDays(today, 120);
        let daily = replay(events);
        for (let d = today; d <= last; d = addDays(d, 1)) daily = withEvents(daily, ...lapse(daily, calendar, d));
        const once = withEvents(replay(events), ...lapse(replay(events), calendar, last));
        expect(once).toEqual(daily);
      }),
      { numRuns: 15 },
    );
  });

  it("never lets a breach go: what was late or overdue is so for good, unless it is done and then late", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { events, today } = live(plan);
        const s = replay(events);
        const bad = (day: Day) =>
          caseClocks(s, calendar, day)
            .filter((c) => c.state === "late" || c.state === "overdue")
            .map((c) => `${c.clock} ${c.subject} ${c.due}`);
        expect(bad(addDays(today, 100))).toEqual(expect.arrayContaining(bad(today)));
      }),
      { numRuns: 100 },
    );
  });
});

describe("what cannot have happened", () => {
  const s = caseOf(filed("2026-03-02"), accepted("2026-03-03"));
  it.each([
    ["a case that begins with something else", () => replay([accepted("2026-03-03")])],
    ["no events at all", () => replay([])],
    ["an act before the filing", () => withEvents(caseOf(filed("2026-03-02")), accepted("2026-03-01"))],
    [
      "two extensions",
      () =>
        withEvents(s, ...[1, 2].map(() => event("supervisor", "2026-03-04", { type: "decision_extended", data: { days: 15 } }))),
    ],
    [
      "a resume without a pause",
      () => withEvents(s, event("officer", "2026-03-04", { type: "clock_resumed", data: { pauseId: "p-9" } })),
    ],
    [
      "service on another company",
      () =>
        withEvents(
          s,
          event("officer", "2026-03-04", { type: "company_bound", data: { companyId: "c-1" } }),
          event("officer", "2026-03-04", { type: "served", data: { method: "link", companyId: "c-2" } }),
        ),
    ],
    [
      "a settlement one side did not agree to",
      () =>
        withEvents(
          s,
          event("complainant", "2026-03-04", { type: "consent_changed", data: { kind: "settlement", given: true } }),
          event("complainant", "2026-03-04", { type: "settled", data: {} }),
        ),
    ],
    [
      "a ruling signed by its drafter",
      () =>
        replay([
          ...ruled.slice(0, -1),
          makeEvent(
            { type: "ruling_signed", data: { rulingId: "g-1", number: "1", upheld: [] } },
            { role: "supervisor", userId: "o-zhou" },
            at("2026-04-15"),
          ),
        ]),
    ],
    [
      "a rectification nobody ordered",
      () =>
        withEvents(
          caseOf(...ruled),
          event("company", "2026-04-16", { type: "rectification_reported", data: { findingId: "f-1", reportId: "x" } }),
        ),
    ],
  ])("%s", (_, act) => {
    expect(act).toThrow(refused);
  });

  it("takes no words, no names and no unknown types into the ledger", () => {
    expect(() =>
      makeEvent({ type: "note_added", data: { noteId: "王女士 13800000000" } }, { role: "officer" }, at("2026-03-03")),
    ).toThrow();
    expect(() => parseCaseEvent({ type: "gossip", at: at("2026-03-03"), actor: { role: "officer" }, data: {} })).toThrow(refused);
    expect(() =>
      parseCaseEvent({ type: "accepted", at: at("2026-03-03"), actor: { role: "officer", name: "x" }, data: {} }),
    ).toThrow(refused);
    expect(() =>
      parseCaseEvent({ type: "accepted", at: at("2026-03-03"), actor: { role: "officer" }, data: { why: "x" } }),
    ).toThrow(refused);
    expect(CASE_EVENT_TYPES.length).toBeGreaterThan(50);
  });
});

describe("review of a decline", () => {
  const declined = caseOf(
    filed("2026-03-02"),
    event("officer", "2026-03-04", { type: "declined", data: { ground: "out_of_scope" } }),
  );
  const asked = withEvents(
    declined,
    event("complainant", "2026-03-10", { type: "review_requested", data: { by: "complainant" } }),
    event("second", "2026-03-16", { type: "review_drafted", data: { reviewId: "v-1" } }),
  );
  const decided = (result: "upheld" | "annulled") =>
    event("supervisor", "2026-03-18", { type: "review_decided", data: { result, upheld: [] } });

  it("upheld leaves it declined and is not asked twice", () => {
    const s = withEvents(asked, decided("upheld"));
    expect(s).toMatchObject({ state: "declined" });
    expect(() =>
      withEvents(s, event("complainant", "2026-03-19", { type: "review_requested", data: { by: "complainant" } })),
    ).toThrow(refused);
  });

  it("annulled begins the decision clock", () => {
    expect(withEvents(asked, decided("annulled"))).toMatchObject({
      state: "accepted",
      decisionStart: "2026-03-18",
      closedAt: null,
    });
  });

  it("annulled after a termination gives back the days that were left", () => {
    const s = caseOf(
      filed("2026-03-02"),
      accepted("2026-03-03"),
      event("supervisor", "2026-03-05", { type: "terminated", data: { ground: "already_handled" } }),
      event("complainant", "2026-03-10", { type: "review_requested", data: { by: "complainant" } }),
      event("second", "2026-03-16", { type: "review_drafted", data: { reviewId: "v-1" } }),
      event("supervisor", "2026-03-18", { type: "review_decided", data: { result: "annulled", upheld: [] } }),
    );
    const decision = caseClocks(s, calendar, "2026-03-19").find((c) => c.clock === "decision");
    expect(decision).toMatchObject({ state: "running", startDay: "2026-03-03", usedDays: 3 });
  });
});

describe("reminders", () => {
  const s = caseOf(filed("2026-10-12"), accepted("2026-10-13"));
  it("come at 10, 5, 2, 1 and 0 days left, one at a time, once", () => {
    expect(reminders(s, calendar, at("2026-11-09"))).toEqual([]);
    expect(nextReminderDay(s, calendar, "2026-11-09")).toBe("2026-11-10");
    const ten = reminders(s, calendar, at("2026-11-10"));
    expect(ten.map((e) => e.data)).toEqual([{ clock: "decision", daysLeft: 10, subject: null }]);
    expect(reminders(withEvents(s, ...ten), calendar, at("2026-11-11"))).toEqual([]);
    expect(nextReminderDay(withEvents(s, ...ten), calendar, "2026-11-11")).toBe("2026-11-17");
    const slept = reminders(s, calendar, at("2026-11-23"));
    expect(slept.map((e) => e.data)).toEqual([{ clock: "decision", daysLeft: 1, subject: null }]);
    expect(reminders(withEvents(s, ...slept), calendar, at("2026-11-23"))).toEqual([]);
    const last = reminders(withEvents(s, ...slept), calendar, at("2026-11-24"));
    expect(last.map((e) => e.data)).toEqual([{ clock: "decision", daysLeft: 0, subject: null }]);
  });
});
