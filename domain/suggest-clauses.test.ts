import { describe, expect, it } from "vitest";
import { type ReportedFacts, suggestClauses } from "./suggest-clauses";

const NONE: ReportedFacts = {
  situations: [],
  humanRequests: null,
  waitSeconds: null,
  reachedHuman: null,
  menuDepth: null,
  loopback: null,
  sameReplyRepeated: null,
  promisedAction: null,
  promisedBy: null,
  priorityGroup: null,
};
const suggest = (facts: Partial<ReportedFacts>) => suggestClauses({ ...NONE, ...facts }, "2026-09-17");
const ids = (facts: Partial<ReportedFacts>) => suggest(facts).map((s) => s.clause);

describe("suggesting clauses", () => {
  it("suggests nothing from nothing", () => {
    expect(suggest({})).toEqual([]);
    expect(suggest({ situations: ["other", "unknown"] })).toEqual([]);
  });

  it("holds a wait against three minutes, the limit itself being kept", () => {
    expect(ids({ waitSeconds: 180 })).toEqual([]);
    expect(suggest({ waitSeconds: 181 })).toEqual([
      { clause: "B2.1", measured: true, reasons: [{ kind: "fact", fact: "wait", value: 181, limit: 180 }] },
    ]);
  });

  it("holds the wait of seniors and disabled people against one minute as well", () => {
    expect(ids({ waitSeconds: 61, priorityGroup: "senior" })).toEqual(["B3.2"]);
    expect(ids({ waitSeconds: 281, priorityGroup: "disabled" })).toEqual(["B2.1", "B3.2"]);
    expect(ids({ waitSeconds: 61 })).toEqual([]);
  });

  it("takes a menu from the third level on", () => {
    expect(ids({ menuDepth: 2 })).toEqual([]);
    expect(ids({ menuDepth: 3 })).toEqual(["B1.2"]);
  });

  it("puts measured clauses first, then those more things speak for", () => {
    const found = suggest({ situations: ["asked_still_bot", "long_queue"], waitSeconds: 281, humanRequests: 4 });
    expect(found.map((s) => s.clause).slice(0, 2)).toEqual(["B2.1", "A2.2"]);
    expect(found[1]?.reasons).toEqual([
      { kind: "fact", fact: "human_requests", value: 4, limit: null },
      { kind: "situation", situation: "asked_still_bot" },
    ]);
  });

  it("takes a broken promise only once its day has passed", () => {
    expect(ids({ promisedAction: true, promisedBy: "2026-09-17" })).toEqual([]);
    expect(ids({ promisedAction: true, promisedBy: "2026-09-16" })).toEqual(["C2.1"]);
  });
});
