import { describe, expect, it } from "vitest";
import { SEED_CALENDAR as calendar } from "./calendar-seed";
import type { CaseEvent } from "./case-events";
import type { CaseSnapshot } from "./case-state";
import { type CaseClock, type ClockName, caseClocks, computeDeadline, lapse, nextDeadline } from "./clocks";
import { type Day, endOfDay } from "./day";
import { accepted, at, bound, caseOf, event, filed, replied, ruledCase, served, withEvents } from "./test-cases";

function clock(s: CaseSnapshot, name: ClockName, today: Day): CaseClock {
  const found = caseClocks(s, calendar, today).find((c) => c.clock === name);
  if (!found) throw new Error(`no clock ${name}`);
  return found;
}
const supplementAsked = (day: Day) => event("officer", day, { type: "supplement_requested", data: { requestId: "q-1" } });
const supplemented = (day: Day) => event("complainant", day, { type: "supplemented", data: {} });
const paused = (day: Day, reason: "appraisal" | "mediation" | "court", pauseId = `p-${reason}`) =>
  event("officer", day, { type: "clock_paused", data: { clock: "decision", reason, pauseId } });
const resumed = (day: Day, pauseId: string) => event("officer", day, { type: "clock_resumed", data: { pauseId } });
const types = (events: readonly CaseEvent[]) => events.map((e) => e.type);

describe("the worked examples of the 2026 notice", () => {
  it.each([
    ["2026-09-17", "2026-09-23"],
    ["2026-09-30", "2026-10-13"],
    ["2026-10-03", "2026-10-13"],
    ["2026-02-13", "2026-02-27"],
  ] as const)("filed %s is to be accepted by %s", (day, due) => {
    expect(clock(caseOf(filed(day)), "acceptance", day)).toMatchObject({
      due,
      provisional: false,
      state: "running",
      daysLeft: 5,
    });
  });

  it("counts a supplement out: asked 10-09, received 10-19", () => {
    const s = caseOf(filed("2026-10-08"), supplementAsked("2026-10-09"), supplemented("2026-10-19"));
    expect(clock(s, "acceptance", "2026-10-20").due).toBe("2026-10-23");
  });

  it("rules by 11-24 what was accepted on 10-13, by 12-11 with an appraisal from 10-20 to 11-06", () => {
    const s = caseOf(filed("2026-10-12"), accepted("2026-10-13"));
    expect(clock(s, "decision", "2026-10-13").due).toBe("2026-11-24");
    expect(
      clock(withEvents(s, paused("2026-10-20", "appraisal"), resumed("2026-11-06", "p-appraisal")), "decision", "2026-11-09").due,
    ).toBe("2026-12-11");
  });

  it("gives a rectification ordered on 04-30 until 05-13", () => {
    expect(computeDeadline({ clock: "rectification", start: "2026-04-30", calendar, today: "2026-04-30" }).due).toBe(
      "2026-05-13",
    );
  });

  it("says why each day counts or not", () => {
    const { days } = computeDeadline({ clock: "acceptance", start: "2026-09-30", calendar, today: "2026-09-30" });
    expect(days[0]).toEqual({ date: "2026-09-30", counted: false, why: "start" });
    expect(days[1]).toEqual({ date: "2026-10-01", counted: false, why: "holiday", name: "国庆节" });
    expect(days.find((d) => d.date === "2026-10-10")).toEqual({
      date: "2026-10-10",
      counted: true,
      n: 3,
      why: "exchanged_workday",
      name: "国庆节",
    });
    expect(days.find((d) => d.date === "2026-10-11")?.why).toBe("weekend");
    expect(days.at(-1)).toMatchObject({ date: "2026-10-13", n: 5 });
  });
});

describe("lateness comes from the times of the events", () => {
  const s = caseOf(filed("2026-09-17"));
  it("is met at 23:59:59 of the due day and late at 00:00", () => {
    const last = new Date(endOfDay("2026-09-23").getTime() - 1000);
    expect(clock(withEvents(s, accepted(last)), "acceptance", "2026-12-01")).toMatchObject({
      state: "met",
      metOn: "2026-09-23",
      daysLeft: 0,
    });
    expect(clock(withEvents(s, accepted(endOfDay("2026-09-23"))), "acceptance", "2026-12-01")).toMatchObject({
      state: "late",
      metOn: "2026-09-24",
      daysLeft: -1,
    });
  });

  it("stays late after the case is closed", () => {
    const late = withEvents(s, accepted("2026-09-23"), event("complainant", "2026-12-30", { type: "withdrawn", data: {} }));
    expect(clock(late, "decision", "2026-12-31").state).toBe("late");
    expect(clock(late, "decision", "2026-12-31").metOn).toBeUndefined();
    expect(clock(late, "acceptance", "2026-12-31").state).toBe("met");
  });

  it("measures a first answer in elapsed hours", () => {
    const s2 = withEvents(s, accepted("2026-09-18"), bound("2026-09-18"), served(at("2026-09-18", 16)));
    expect(clock(s2, "first_answer", "2026-09-19").dueAt).toEqual(at("2026-09-21", 16));
    const answer = (when: Date) => event("company", when, { type: "company_answered", data: { replyId: "r-1" } });
    expect(clock(withEvents(s2, answer(at("2026-09-21", 15))), "first_answer", "2026-09-22")).toMatchObject({
      state: "met",
      usedHours: 71,
    });
    expect(clock(withEvents(s2, answer(at("2026-09-21", 17))), "first_answer", "2026-09-22").state).toBe("late");
  });
});

describe("pauses", () => {
  const s = caseOf(filed("2026-03-02"), accepted("2026-03-03"));
  it("shows the latest date while open and ends itself at its maximum", () => {
    const p = withEvents(s, paused("2026-03-05", "mediation"));
    const open = clock(p, "decision", "2026-03-10");
    expect(open).toMatchObject({ state: "paused", paused: true, usedDays: 2, daysLeft: 28 });
    const cap = nextDeadline(p, calendar, "2026-03-10");
    expect(cap).toMatchObject({ due: "2026-04-02", action: "resume_decision" });
    expect(types(lapse(p, calendar, "2026-04-03"))).toEqual(["clock_resumed"]);
    const ended = withEvents(p, ...lapse(p, calendar, "2026-04-03"));
    expect(clock(ended, "decision", "2026-04-03")).toMatchObject({ state: "running", due: open.latestDue });
    expect(clock(p, "decision", "2026-04-03").due).toBe(open.latestDue);
  });

  it("has no latest date for court proceedings", () => {
    expect(clock(withEvents(s, paused("2026-03-05", "court")), "decision", "2026-03-10").latestDue).toBeNull();
  });

  it("takes 30 working days of an appraisal at most, twice", () => {
    const one = withEvents(s, paused("2026-03-05", "appraisal", "p-1"), resumed("2026-06-30", "p-1"));
    const cut = withEvents(s, paused("2026-03-05", "appraisal", "p-1"), resumed("2026-04-17", "p-1"));
    expect(clock(one, "decision", "2026-07-01").due).toBe(clock(cut, "decision", "2026-07-01").due);
  });
});

describe("what the clocks do by themselves", () => {
  it("deems accepted at 24:00, counts the decision from filing and carries the pause over", () => {
    const s = caseOf(filed("2026-10-08"), supplementAsked("2026-10-09"), supplemented("2026-10-19"));
    expect(lapse(s, calendar, "2026-10-23")).toEqual([]);
    const events = lapse(s, calendar, "2026-10-24");
    expect(types(events)).toEqual(["deemed_accepted"]);
    expect(events[0]?.at).toEqual(endOfDay("2026-10-23"));
    const deemed = withEvents(s, ...events);
    expect(clock(deemed, "acceptance", "2026-10-26")).toMatchObject({ state: "late", due: "2026-10-23" });
    expect(clock(deemed, "decision", "2026-10-26")).toMatchObject({ startDay: "2026-10-08", usedDays: 6, due: "2026-11-27" });
    expect(lapse(deemed, calendar, "2026-10-26")).toEqual([]);
  });

  it("chains what one has slept through, dated when due", () => {
    const s = caseOf(filed("2026-03-02"));
    const events = lapse(s, calendar, "2026-08-03");
    expect(types(events)).toEqual(["deemed_accepted", "deadline_passed"]);
    expect(events.map((e) => e.at)).toEqual([endOfDay("2026-03-09"), endOfDay("2026-04-14")]);
    expect(lapse(withEvents(s, ...events), calendar, "2026-09-01")).toEqual([]);
  });

  it("closes a case whose supplement never came and keeps the days when it is reopened", () => {
    const s = caseOf(filed("2026-10-08"), supplementAsked("2026-10-09"));
    expect(clock(s, "acceptance", "2026-10-09")).toMatchObject({ state: "paused", usedDays: 1, daysLeft: 4 });
    const [gone] = lapse(s, calendar, "2026-11-02");
    expect(gone).toMatchObject({ type: "not_pursued", at: endOfDay("2026-10-22") });
    const closed = withEvents(s, gone as CaseEvent);
    expect(clock(closed, "supplement", "2026-11-02").state).toBe("ended");
    const back = withEvents(closed, event("complainant", "2026-11-04", { type: "reopened", data: {} }));
    expect(clock(back, "acceptance", "2026-11-05")).toMatchObject({ state: "running", usedDays: 2, due: "2026-11-10" });
  });

  it("gives ten more days for a supplement on request", () => {
    const s = caseOf(
      filed("2026-10-08"),
      supplementAsked("2026-10-09"),
      event("complainant", "2026-10-20", { type: "supplement_extended", data: {} }),
    );
    expect(clock(s, "supplement", "2026-10-21").due).toBe("2026-11-05");
    expect(clock(s, "acceptance", "2026-10-21").latestDue).toBe("2026-11-11");
  });

  it("records a missed reply once and lets a late one come", () => {
    const s = caseOf(filed("2026-03-02"), accepted("2026-03-03"), bound("2026-03-03"), served("2026-03-03"));
    const missed = withEvents(s, ...lapse(s, calendar, "2026-03-18"));
    expect(missed.replyMissedAt).toEqual(endOfDay("2026-03-17"));
    expect(clock(withEvents(missed, replied("2026-03-19")), "company_reply", "2026-03-20")).toMatchObject({
      state: "late",
      daysLeft: -2,
    });
  });

  it("makes a ruling final when the window closes and orders what was upheld that day", () => {
    const s = caseOf(
      ...ruledCase({
        filed: "2026-03-02",
        accepted: "2026-03-03",
        served: "2026-03-03",
        sent: "2026-03-10",
        signed: "2026-04-15",
      }),
    );
    const events = lapse(s, calendar, "2026-05-02");
    expect(types(events)).toEqual(["became_final", "rectification_ordered"]);
    const final = withEvents(s, ...events);
    expect(final).toMatchObject({ state: "final", finalOn: "2026-04-29", upheld: ["f-1"] });
    expect(clock(final, "rectification", "2026-05-06").due).toBe("2026-05-12");
    expect(types(lapse(final, calendar, "2026-05-13"))).toEqual(["rectification_overdue"]);
  });
});
