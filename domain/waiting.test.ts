import { describe, expect, it } from "vitest";
import { accepted, bound, caseOf, drafted, draftSent, event, filed, replied, served, signed, withEvents } from "./test-cases";
import { waitingFor } from "./waiting";

const inHand = caseOf(filed("2026-03-02"), accepted("2026-03-03"));
const sent = withEvents(
  inHand,
  bound("2026-03-04"),
  served("2026-03-04"),
  replied("2026-03-05"),
  drafted("2026-03-10"),
  draftSent("2026-03-10"),
);
const commented = (side: "complainant" | "company") => event(side, "2026-03-11", { type: "draft_commented", data: { side } });

describe("whom a case waits for", () => {
  it("waits for the desk from filing on, and for the complainant once completion was asked for", () => {
    const fresh = caseOf(filed("2026-03-02"));
    expect(waitingFor(fresh)).toBe("us");
    const asked = event("officer", "2026-03-03", { type: "supplement_requested", data: { requestId: "q-1" } });
    expect(waitingFor(withEvents(fresh, asked))).toBe("supplement");
  });

  it("waits for the company's reply once it was served, until it replied or let the time pass", () => {
    expect(waitingFor(inHand)).toBe("us");
    const waiting = withEvents(inHand, bound("2026-03-04"), served("2026-03-04"));
    expect(waitingFor(waiting)).toBe("company");
    expect(waitingFor(withEvents(waiting, replied("2026-03-05")))).toBe("us");
    expect(waitingFor(withEvents(waiting, event("system", "2026-03-19", { type: "reply_missed", data: {} })))).toBe("us");
  });

  it("names the reason of an open pause before anything else", () => {
    const pause = { type: "clock_paused", data: { clock: "decision", reason: "appraisal", pauseId: "p-1" } } as const;
    expect(waitingFor(withEvents(inHand, event("officer", "2026-03-04", pause)))).toBe("appraisal");
  });

  it("waits for comments until both sides gave theirs or their time is over, then for the signature", () => {
    expect(waitingFor(sent)).toBe("comments");
    expect(waitingFor(withEvents(sent, commented("company")))).toBe("comments");
    expect(waitingFor(withEvents(sent, commented("company"), commented("complainant")))).toBe("signature");
    const passed = { type: "deadline_passed", data: { clock: "draft_comments", due: "2026-03-17", subject: null } } as const;
    expect(waitingFor(withEvents(sent, event("system", "2026-03-18", passed)))).toBe("signature");
  });

  it("owes nothing while a ruling's window is open, and the check once a company reports its rectification", () => {
    const ruled = withEvents(sent, signed("2026-04-15"));
    expect(waitingFor(ruled)).toBeNull();
    const final = withEvents(
      ruled,
      event("system", "2026-04-29", { type: "became_final", data: {} }),
      event("system", "2026-04-29", { type: "rectification_ordered", data: { findingId: "f-1" } }),
    );
    expect(waitingFor(final)).toBe("company");
    const reported = event("company", "2026-05-06", {
      type: "rectification_reported",
      data: { findingId: "f-1", reportId: "e-1" },
    });
    expect(waitingFor(withEvents(final, reported))).toBe("us");
    const done = event("officer", "2026-05-07", { type: "rectification_accepted", data: { findingId: "f-1" } });
    expect(waitingFor(withEvents(final, reported, done))).toBeNull();
  });
});
