import { describe, expect, it } from "vitest";
import { answersOfStep, FACT_FIELDS, FILING_STEPS, factsToAsk, STEP_FIELDS, stepAfter, stepBefore } from "./filing";
import { SITUATION_IDS } from "./situations";

describe("the pages of a complaint", () => {
  it("are eight, and each field is asked on one", () => {
    expect(FILING_STEPS).toHaveLength(8);
    const fields = Object.values(STEP_FIELDS).flat();
    expect(new Set(fields).size).toBe(fields.length);
  });

  it("lead on and back", () => {
    expect(stepAfter("company")).toBe("what");
    expect(stepAfter("check")).toBe("check");
    expect(stepBefore("what")).toBe("company");
    expect(stepBefore("company")).toBeNull();
  });

  it("take their own fields from a form and nothing else", () => {
    expect(answersOfStep("what", { situations: ["other", 7], narrative: "x" })).toEqual({ situations: ["other"] });
    expect(answersOfStep("words", { narrative: "经过", step: "words" })).toEqual({ narrative: "经过" });
    expect(answersOfStep("what", {})).toEqual({ situations: [] });
  });

  it("ask for every fact in some situation, and for channel and day in all", () => {
    const asked = new Set(SITUATION_IDS.flatMap((id) => factsToAsk([id])));
    expect([...FACT_FIELDS].filter((fact) => !asked.has(fact))).toEqual([]);
    for (const id of SITUATION_IDS) expect(factsToAsk([id])).toEqual(expect.arrayContaining(["channel", "occurredOn"]));
    expect(factsToAsk(["records_refused"])).toEqual(["channel", "occurredOn"]);
  });
});
