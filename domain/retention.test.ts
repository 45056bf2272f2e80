import { describe, expect, it } from "vitest";
import { audioUntil, caseFileUntil, dialRecordingUntil, publishedUntil, type ShownFinding } from "./retention";

const minor = (acceptedOn: ShownFinding["acceptedOn"]): ShownFinding => ({ outcome: "upheld", tier: "minor", acceptedOn });

describe("how long what is kept", () => {
  it("a case file three years after closing, a declined one six months, recordings a year", () => {
    expect(caseFileUntil("final", "2026-11-24")).toBe("2029-11-24");
    expect(caseFileUntil("withdrawn", "2028-02-29")).toBe("2031-02-28");
    expect(caseFileUntil("declined", "2026-08-31")).toBe("2027-02-28");
    expect(audioUntil("2026-11-24")).toBe("2027-11-24");
    expect([dialRecordingUntil("2026Q3"), dialRecordingUntil("2027Q4")]).toEqual(["2027-09-30", "2028-12-31"]);
  });

  it("a published ruling three years, one that is minor and rectified three months after the acceptance", () => {
    expect(publishedUntil("2026-10-13", [minor(null)])).toBe("2029-10-13");
    expect(publishedUntil("2026-10-13", [minor("2026-11-02")])).toBe("2027-02-02");
    expect(publishedUntil("2026-10-13", [minor("2026-11-02"), minor("2026-12-01")])).toBe("2027-03-01");
    expect(publishedUntil("2026-10-13", [minor("2026-11-02"), minor(null)])).toBe("2029-10-13");
    expect(publishedUntil("2026-10-13", [minor("2026-11-02"), { ...minor("2026-11-02"), tier: "moderate" }])).toBe("2029-10-13");
    expect(publishedUntil("2026-10-13", [minor("2029-09-30")])).toBe("2029-10-13");
  });

  it("findings that were not upheld do not keep a rectified one in view, and alone they are shown in full", () => {
    const not: ShownFinding = { outcome: "not_upheld", tier: null, acceptedOn: null };
    expect(publishedUntil("2026-10-13", [not, minor("2026-11-02")])).toBe("2027-02-02");
    expect(publishedUntil("2026-10-13", [not])).toBe("2029-10-13");
  });
});
