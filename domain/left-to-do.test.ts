import { describe, expect, it } from "vitest";
import { SEED_CALENDAR as calendar } from "./calendar-seed";
import { draftOutBy, gapOf, leftToDo, type WorkAtHand } from "./left-to-do";
import { signableFrom } from "./signable-from";
import { accepted, bound, caseOf, drafted, draftSent, event, filed, replied, served, withEvents } from "./test-cases";

const NOTHING: WorkAtHand = { allegations: [], findings: [], ruling: null, redactionOpen: 0, unseen: [] };
const written = {
  clause: "B2.1",
  outcome: "upheld",
  tier: "moderate",
  tierReason: null,
  title: "电话等了4分41秒",
  facts: "等了281秒。",
  reasons: "超过180秒。",
};
const inHand = caseOf(filed("2026-09-07"), accepted("2026-09-09"), bound("2026-09-09"), served("2026-09-09"));

describe("what a finding lacks", () => {
  it("asks for everything that sending the draft will ask for, one after the other", () => {
    expect(gapOf(undefined)).toBe("outcome");
    expect(gapOf({ ...written, outcome: null })).toBe("outcome");
    expect(gapOf({ ...written, title: "" })).toBe("title");
    expect(gapOf({ ...written, facts: " " })).toBe("facts");
    expect(gapOf({ ...written, reasons: "" })).toBe("reasons");
    expect(gapOf({ ...written, tier: null })).toBe("tier");
    expect(gapOf({ ...written, tier: "serious" })).toBe("tier_reason");
    expect(gapOf({ ...written, tier: "serious", tierReason: "同一通道三次。" })).toBeNull();
    expect(gapOf(written)).toBeNull();
  });

  it("asks for no tier where nothing was upheld", () => {
    expect(gapOf({ ...written, outcome: "not_upheld", tier: null })).toBeNull();
    expect(gapOf({ ...written, outcome: "insufficient_evidence", tier: null })).toBeNull();
  });
});

describe("when a draft may be signed", () => {
  const out = { sentOn: "2026-09-17", servedOn: "2026-09-09", replied: true, commented: [] } as const;

  it("is the day after the five working days, sent on 17 September", () => {
    expect(signableFrom(out, calendar)).toBe("2026-09-24");
  });

  it("leaves a silent company the time it has for its reply", () => {
    expect(signableFrom({ ...out, servedOn: "2026-09-16", replied: false }, calendar)).toBe("2026-10-01");
    expect(signableFrom({ ...out, servedOn: "2026-09-16", replied: false, commented: ["company"] }, calendar)).toBe("2026-09-24");
  });

  it("is at once when both sides have answered", () => {
    expect(signableFrom({ ...out, commented: ["company", "complainant"] }, calendar)).toBe("2026-09-17");
  });

  it("goes out by the 25th working day, pauses not counted", () => {
    expect(draftOutBy(caseOf(filed("2026-10-09"), accepted("2026-10-13")), calendar, "2026-10-14")).toBe("2026-11-17");
    expect(draftOutBy(caseOf(filed("2026-10-09")), calendar, "2026-10-14")).toBeNull();
  });
});

describe("what is left to do", () => {
  const keys = (list: ReturnType<typeof leftToDo>) => list.map((item) => (item.done ? `(${item.key})` : item.key));

  it("is one decision before acceptance", () => {
    expect(keys(leftToDo(caseOf(filed("2026-09-07")), NOTHING, calendar, "2026-09-08"))).toEqual(["decideAcceptance", "bound"]);
  });

  it("names each clause without a finding, and what was done", () => {
    const work = {
      ...NOTHING,
      allegations: [
        { id: "a", clause: "B2.1" },
        { id: "b", clause: "C1.2" },
      ],
      findings: [{ ...written, allegationId: "a" }],
      unseen: ["B2.1"],
    };
    const list = leftToDo(inHand, work, calendar, "2026-09-17");
    expect(keys(list)).toEqual([
      "(bound)",
      "(served)",
      "awaitReply",
      "(found)",
      "gap.outcome",
      "unseen",
      "decision",
      "send",
      "sendBy",
      "second",
    ]);
    expect(list.find((item) => item.key === "gap.outcome")?.clause).toBe("C1.2");
  });

  it("waits for both sides and for the redaction once the draft is out", () => {
    const out = withEvents(inHand, replied("2026-09-14"), drafted("2026-09-15"), draftSent("2026-09-15"));
    const both = withEvents(
      out,
      event("company", "2026-09-16", { type: "draft_commented", data: { side: "company" } }),
      event("complainant", "2026-09-16", { type: "draft_commented", data: { side: "complainant" } }),
    );
    const open = { ...NOTHING, redactionOpen: 2 };
    expect(keys(leftToDo(out, open, calendar, "2026-09-16"))).toEqual([
      "(sent)",
      "commentedComplainant",
      "commentedCompany",
      "signFrom",
      "redact",
      "second",
    ]);
    expect(keys(leftToDo(both, NOTHING, calendar, "2026-09-16"))).toContain("(allCommented)");
  });
});
