import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase as replaceDatabase } from "@/db/client";
import { loadCalendarSeed } from "@/db/seed/calendar";
import { createTestDatabase, setTestClock, type TestDatabase } from "@/db/testing";
import { ENDPOINTS } from "./endpoints";
import { serve } from "./serve";

let test: TestDatabase;
let turn = 0;
beforeAll(async () => {
  test = await createTestDatabase();
  await setTestClock(test.owner, new Date("2026-09-17T02:00:00Z"));
  await test.owner.transaction((tx) => loadCalendarSeed(tx));
  replaceDatabase(test.db);
});
afterAll(() => test.drop());

function ask(query: string, headers: Record<string, string> = {}) {
  turn++;
  const request = new Request(`http://portal.example/api/v1/deadlines?${query}`, {
    headers: { "x-forwarded-for": `10.1.0.${turn}`, ...headers },
  });
  return serve(ENDPOINTS.deadline).GET(request, { params: Promise.resolve({}) });
}
interface Answer {
  clock: string;
  start: string;
  due: string;
  workingDays: number;
  calendar: string;
  days: { date: string; counted: boolean; why: string }[];
}
const answer = async (query: string, headers?: Record<string, string>) => (await (await ask(query, headers)).json()) as Answer;

describe("GET /api/v1/deadlines", () => {
  it("counts every day and says why, with the members the interface names and no others", async () => {
    const got = await answer("clock=acceptance&start=2026-09-17T10:00:00+08:00&lang=en");
    expect(Object.keys(got)).toEqual(["clock", "start", "due", "workingDays", "calendar", "days"]);
    expect(got).toMatchObject({ start: "2026-09-17T10:00:00+08:00", due: "2026-09-23", workingDays: 5, calendar: "published" });
    expect(got.days.map((d) => [d.date.slice(8), d.counted, d.why])).toEqual([
      ["17", false, "The day itself is not counted"],
      ["18", true, "Working day"],
      ["19", false, "Weekend"],
      ["20", true, "Exchanged working day (National Day)"],
      ["21", true, "Working day"],
      ["22", true, "Working day"],
      ["23", true, "Working day"],
    ]);
  });

  // The examples of RULES §4, checked against the notice of 2026.
  it.each([
    ["clock=acceptance&start=2026-09-30", "2026-10-13"],
    ["clock=acceptance&start=2026-10-03", "2026-10-13"],
    ["clock=acceptance&start=2026-10-08&pause=2026-10-09/2026-10-19", "2026-10-23"],
    ["clock=decision&start=2026-10-13", "2026-11-24"],
    ["clock=decision&start=2026-10-13&pause=2026-10-20/2026-11-06", "2026-12-11"],
    ["clock=decision&start=2026-10-13&pause=2026-10-20/2026-11-06/appraisal", "2026-12-11"],
    ["clock=acceptance&start=2026-02-13", "2026-02-27"],
    ["clock=rectification&start=2026-04-30", "2026-05-13"],
  ])("%s is due %s", async (query, due) => {
    expect((await answer(query)).due).toBe(due);
  });

  it("adds pauses up, and cuts one with a reason at that reason's maximum", async () => {
    const two = await answer("clock=decision&start=2026-03-02&pause=2026-03-09/2026-03-13&pause=2026-03-16/2026-03-20&lang=en");
    expect(two.due).toBe("2026-04-24");
    const days = two.days.filter((d) => d.why === "Paused");
    expect(days).toHaveLength(8);
    const cut = await answer("clock=decision&start=2026-03-02&pause=2026-03-03/2026-08-31/mediation&lang=en");
    expect(cut.days.filter((d) => d.why.startsWith("Paused: Mediation"))).toHaveLength(20);
  });

  it("says so where a year has no notice, and counts its weekends off only", async () => {
    const got = await answer("clock=decision&start=2026-12-21");
    expect(got.calendar).toBe("provisional");
    expect(got.days.find((d) => d.date === "2027-01-01")?.counted).toBe(true);
  });

  it("gives the moment for the clock of hours", async () => {
    const got = await answer("clock=first_answer&start=2026-09-18T17:30:00+08:00");
    expect([got.due, got.workingDays, got.days.every((d) => d.counted)]).toEqual(["2026-09-21T17:30:00+08:00", 0, true]);
  });

  it("answers in the reader's language", async () => {
    const query = "clock=acceptance&start=2026-09-30";
    const why = async (headers: Record<string, string>, more = "") =>
      (await answer(query + more, headers)).days.find((d) => d.date === "2026-10-01")?.why;
    expect(await why({})).toBe("国庆节放假");
    expect(await why({ "accept-language": "fr, zh-TW;q=0.8, en;q=0.5" })).toBe("國慶節放假");
    expect(await why({ "accept-language": "en-GB,zh;q=0.1" })).toBe("Holiday: National Day");
    expect(await why({ "accept-language": "en" }, "&lang=zh-Hans")).toBe("国庆节放假");
    expect((await ask(query)).headers.get("vary")).toContain("accept-language");
  });

  it.each([
    ["clock=lunch&start=2026-09-17", "clock"],
    ["start=2026-09-17", "clock"],
    ["clock=decision", "start"],
    ["clock=decision&start=2026-02-30", "start"],
    ["clock=decision&start=2026-09-17T25:00:00+08:00", "start"],
    ["clock=decision&start=2026-09-17T10:00:00", "start"],
    ["clock=decision&start=1999-01-01", "start"],
    ["clock=decision&start=9999-12-31", "start"],
    ["clock=supplement&start=2026-09-17&pause=2026-09-18/2026-09-21", "pause"],
    ["clock=decision&start=2026-09-17&pause=2026-10-20/2026-10-10", "pause"],
    ["clock=decision&start=2026-09-17&pause=2026-09-01/2026-09-20", "pause"],
    ["clock=decision&start=2026-09-17&pause=2026-09-20", "pause"],
    ["clock=decision&start=2026-09-17&pause=2026-09-20/2039-01-01", "pause"],
    ["clock=decision&start=2026-09-17&pause=2026-09-20/2026-09-22/competence", "pause"],
    ["clock=decision&start=2026-09-17&lang=fr", "lang"],
    ["clock=decision&start=2026-09-17&stat=1", "stat"],
  ])("refuses %s and names the parameter", async (query, parameter) => {
    const refused = await ask(query);
    expect(refused.status).toBe(400);
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    const body = (await refused.json()) as { status: number; title: string; errors: { parameter: string; detail: string }[] };
    expect(body.status).toBe(400);
    expect(body.errors[0]?.parameter.split(".")[0]).toBe(parameter);
    expect(body.errors[0]?.detail).not.toBe("");
  });

  it("may be read from any page, kept for a while, and sets no cookie", async () => {
    const { headers } = await ask("clock=acceptance&start=2026-09-17");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("cache-control")).toContain("public, max-age=60");
    expect(headers.get("set-cookie")).toBeNull();
  });
});
