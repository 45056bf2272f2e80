import { describe, expect, it } from "vitest";
import type { Actor } from "./actors";
import { SEED_CALENDAR as calendar } from "./calendar-seed";
import { type CheckContext, checkAction, checkEvidenceSeen, checkPause } from "./case-checks";
import { lapse, pausesToLookAt } from "./clocks";
import { type Day, endOfDay } from "./day";
import type { ErrorCode } from "./errors";
import {
  accepted,
  at,
  bound,
  caseOf,
  drafted,
  draftSent,
  event,
  filed,
  replied,
  ruledCase,
  served,
  signed,
  withEvents,
} from "./test-cases";

const by = (actor: Actor, day: Day | Date): CheckContext => ({ actor, now: typeof day === "string" ? at(day) : day, calendar });
const officer: Actor = { role: "officer", userId: "o-zhou" };
const other: Actor = { role: "officer", userId: "o-lin" };
const supervisor: Actor = { role: "supervisor", userId: "s-he" };
const complainant: Actor = { role: "complainant", userId: "u-wang" };
const company: Actor = { role: "company", userId: "u-luting", companyId: "c-luting" };
const refuses = (act: () => void, code: ErrorCode) => expect(act).toThrow(expect.objectContaining({ code }));

const inHand = caseOf(filed("2026-03-02"), accepted("2026-03-03"), bound("2026-03-03"), served("2026-03-03"));
const sent = withEvents(inHand, replied("2026-03-06"), drafted("2026-03-09"), draftSent("2026-03-09"));
const ruled = caseOf(
  ...ruledCase({ filed: "2026-03-02", accepted: "2026-03-03", served: "2026-03-03", sent: "2026-03-10", signed: "2026-04-15" }),
);

describe("signing", () => {
  it("is not for the one who drafted", () => {
    refuses(() => checkAction("sign_ruling", sent, by({ role: "supervisor", userId: "o-zhou" }, "2026-04-01")), "same_person");
  });

  it("waits for both sides or five working days", () => {
    refuses(() => checkAction("sign_ruling", sent, by(supervisor, new Date(endOfDay("2026-03-16").getTime() - 1))), "too_early");
    expect(() => checkAction("sign_ruling", sent, by(supervisor, endOfDay("2026-03-16")))).not.toThrow();
    const both = withEvents(
      sent,
      event("company", "2026-03-10", { type: "draft_commented", data: { side: "company" } }),
      event("complainant", "2026-03-10", { type: "draft_commented", data: { side: "complainant" } }),
    );
    expect(() => checkAction("sign_ruling", both, by(supervisor, "2026-03-10"))).not.toThrow();
  });

  it("leaves a silent company the time of its reply", () => {
    const silent = withEvents(inHand, drafted("2026-03-04"), draftSent("2026-03-04"));
    refuses(() => checkAction("sign_ruling", silent, by(supervisor, "2026-03-17")), "too_early");
    expect(() => checkAction("sign_ruling", silent, by(supervisor, "2026-03-18"))).not.toThrow();
  });
});

describe("review", () => {
  it("may be asked for until 24:00 of the tenth working day", () => {
    expect(() =>
      checkAction("request_review", ruled, by(complainant, new Date(endOfDay("2026-04-29").getTime() - 1))),
    ).not.toThrow();
    refuses(() => checkAction("request_review", ruled, by(complainant, endOfDay("2026-04-29"))), "too_late");
  });

  it("is kept from everyone who took part, and from one person alone", () => {
    const asked = withEvents(ruled, event("company", "2026-04-20", { type: "review_requested", data: { by: "company" } }));
    refuses(() => checkAction("draft_review", asked, by(officer, "2026-04-21")), "took_part");
    refuses(() => checkAction("uphold", asked, by(other, "2026-04-21")), "too_early");
    const draft = withEvents(asked, event("second", "2026-04-22", { type: "review_drafted", data: { reviewId: "v-1" } }));
    refuses(() => checkAction("uphold", draft, by(other, "2026-04-23")), "same_person");
    refuses(() => checkAction("uphold", draft, by(supervisor, "2026-04-23")), "took_part");
    refuses(() => checkAction("annul_decline", draft, by({ role: "supervisor", userId: "s-2" }, "2026-04-23")), "wrong_state");
    expect(() => checkAction("annul", draft, by({ role: "supervisor", userId: "s-2" }, "2026-04-23"))).not.toThrow();
  });
});

describe("pauses and extension", () => {
  const pause = (reason: "appraisal" | "mediation" | "court", n: number, from: Day, to?: Day) => [
    event("officer", from, { type: "clock_paused", data: { clock: "decision", reason, pauseId: `p-${n}` } }),
    ...(to ? [event("officer", to, { type: "clock_resumed", data: { pauseId: `p-${n}` } })] : []),
  ];

  it("appraises twice at most, one at a time", () => {
    const once = withEvents(inHand, ...pause("appraisal", 1, "2026-03-05"));
    refuses(() => checkPause(once, "appraisal", by(officer, "2026-03-09")), "already_done");
    const twice = withEvents(
      inHand,
      ...pause("appraisal", 1, "2026-03-05", "2026-03-06"),
      ...pause("appraisal", 2, "2026-03-09", "2026-03-10"),
    );
    refuses(() => checkPause(twice, "appraisal", by(officer, "2026-03-11")), "limit_reached");
  });

  it("mediates only with both, and not beyond 20 working days in all", () => {
    refuses(() => checkPause(inHand, "mediation", by(officer, "2026-03-05")), "not_consented");
    const agreed = withEvents(
      inHand,
      event("complainant", "2026-03-04", { type: "consent_changed", data: { kind: "mediation", given: true } }),
      event("company", "2026-03-04", { type: "consent_changed", data: { kind: "mediation", given: true } }),
    );
    expect(() => checkPause(agreed, "mediation", by(officer, "2026-03-05"))).not.toThrow();
    const used = withEvents(agreed, ...pause("mediation", 1, "2026-03-05", "2026-04-02"));
    refuses(() => checkPause(used, "mediation", by(officer, "2026-04-03")), "limit_reached");
  });

  it("stops no clock that does not run, and none for a supplement by hand", () => {
    refuses(() => checkPause(inHand, "competence", by(officer, "2026-03-05")), "clock_not_running");
    refuses(() => checkPause(caseOf(filed("2026-03-02")), "supplement", by(officer, "2026-03-05")), "invalid");
  });

  it("looks at court proceedings every 30 days", () => {
    const s = withEvents(inHand, ...pause("court", 1, "2026-03-05"));
    expect(pausesToLookAt(s, "2026-03-06")).toEqual([{ pauseId: "p-1", lookOn: "2026-04-04" }]);
    expect(pausesToLookAt(s, "2026-04-05")).toEqual([{ pauseId: "p-1", lookOn: "2026-05-04" }]);
  });

  it("extends once, and before expiry", () => {
    expect(() => checkAction("extend_decision", inHand, by(supervisor, "2026-04-15"))).not.toThrow();
    refuses(() => checkAction("extend_decision", inHand, by(supervisor, "2026-04-16")), "too_late");
    const extended = withEvents(inHand, event("supervisor", "2026-04-15", { type: "decision_extended", data: { days: 15 } }));
    refuses(() => checkAction("extend_decision", extended, by(supervisor, "2026-04-20")), "once_only");
  });
});

describe("the parties", () => {
  it("reopen within 30 days", () => {
    const asked = caseOf(
      filed("2026-03-02"),
      event("officer", "2026-03-03", { type: "supplement_requested", data: { requestId: "q-1" } }),
    );
    const closed = withEvents(asked, ...lapse(asked, calendar, "2026-04-01"));
    expect(closed.notPursuedAt).toEqual(endOfDay("2026-03-17"));
    expect(() => checkAction("reopen", closed, by(complainant, "2026-04-16"))).not.toThrow();
    refuses(() => checkAction("reopen", closed, by(complainant, "2026-04-17")), "too_late");
    refuses(
      () =>
        checkAction(
          "request_supplement",
          withEvents(asked, event("complainant", "2026-03-05", { type: "supplemented", data: {} })),
          by(officer, "2026-03-06"),
        ),
      "once_only",
    );
  });

  it("reply once, for their own company, after service", () => {
    expect(() => checkAction("reply", inHand, by(company, "2026-03-05"))).not.toThrow();
    refuses(() => checkAction("reply", inHand, by({ ...company, companyId: "c-2" }, "2026-03-05")), "not_found");
    refuses(() => checkAction("reply", sent, by(company, "2026-03-09")), "already_done");
    refuses(
      () =>
        checkAction(
          "reply",
          withEvents(caseOf(filed("2026-03-02")), accepted("2026-03-03"), bound("2026-03-03")),
          by(company, "2026-03-05"),
        ),
      "not_served",
    );
  });

  it("settle together", () => {
    refuses(() => checkAction("settle", inHand, by(complainant, "2026-03-05")), "not_consented");
  });

  it("are held only to evidence the company has seen", () => {
    const filedWith = withEvents(
      inHand,
      event("complainant", "2026-03-05", { type: "evidence_added", data: { evidenceId: "e-1", sha256: "0".repeat(64) } }),
    );
    refuses(() => checkEvidenceSeen(filedWith, ["e-1"]), "evidence_unseen");
    refuses(() => checkEvidenceSeen(filedWith, ["e-9"]), "not_found");
    const seen = withEvents(filedWith, event("company", "2026-03-06", { type: "evidence_viewed", data: { evidenceId: "e-1" } }));
    expect(() => checkEvidenceSeen(seen, ["e-1"])).not.toThrow();
  });

  it("cannot have a case signed that was never served", () => {
    const unserved = withEvents(
      caseOf(filed("2026-03-02")),
      accepted("2026-03-03"),
      drafted("2026-03-04"),
      draftSent("2026-03-04"),
    );
    refuses(() => checkAction("sign_ruling", unserved, by(supervisor, "2026-04-01")), "not_served");
    expect(() => withEvents(unserved, signed("2026-04-01"))).toThrow();
  });
});
