import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "@/db/queries/cases";
import { users } from "@/db/schema";
import type { Actor } from "@/domain/actors";
import { readNotice } from "@/domain/calendar-notice";
import { acceptComplaint } from "./accept-complaint";
import { readCase } from "./case-file";
import { at, type DeskBench, fileComplaint, openDeskBench } from "./desk.fixture";
import { applyNotice, previewNotice, proposeNotice } from "./load-notice";

let bench: DeskBench;
let [first, second]: Actor[] = [];
beforeAll(async () => {
  bench = await openDeskBench();
  const admin = async (name: string): Promise<Actor> => {
    const [row] = await bench.test.db
      .insert(users)
      .values({ email: `${name}@example.com`, name, role: "admin" })
      .returning();
    return { role: "admin", userId: row?.id ?? "" };
  };
  first = await admin("yun");
  second = await admin("mei");
});
afterAll(() => bench.close());

const HAND = "休 2027-01-01 2027-01-03 元旦\n班 2027-02-13 春节\n休 2027-02-05 2027-02-12 春节";

describe("a year's notice", () => {
  it("is looked at first, signed by somebody else, and moves open deadlines with an event and a letter each", async () => {
    const filed = await fileComplaint({ email: "moved@consumer.example" }, at("2026-12-01", 9));
    await acceptComplaint(bench.zhou, filed.reference, at("2026-12-03", 11));
    const now = at("2026-12-10");
    const due = async () => (await readCase(bench.test.db, bench.zhou, { id: filed.id }))?.row.decisionDue;
    // Provisional: weekends only.
    expect(await due()).toBe("2027-01-14");
    const id = await proposeNotice(first as Actor, { year: 2027, source: "示例", text: HAND }, now);
    const [proposal] = await bench.test.db.execute<{ year: number; days: unknown }>(
      sql`select year, days from calendar_proposals`,
    );
    const seen = proposal && (await previewNotice(bench.test.db, proposal, now));
    expect(seen).toEqual({
      cases: 1,
      deadlines: 1,
      first: [{ reference: filed.reference, clock: "decision", from: "2027-01-14", to: "2027-01-15" }],
    });
    await expect(applyNotice(first as Actor, id, now)).rejects.toMatchObject({ code: "same_person" });
    await expect(applyNotice(bench.zhou, id, now)).rejects.toMatchObject({ code: "forbidden" });
    expect(await due()).toBe("2027-01-14");
    expect(await applyNotice(second as Actor, id, now)).toBe(1);
    expect(await due()).toBe("2027-01-15");
    const events = await eventsOf(bench.test.db, filed.id);
    expect(events.at(-1)).toMatchObject({
      type: "deadline_moved",
      data: { clock: "decision", from: "2027-01-14", to: "2027-01-15", subject: null },
    });
    const [letter] = await bench.test.db.execute<{ n: number }>(
      sql`select count(*)::int as n from mails where complaint_id = ${filed.id} and template = 'deadline_moved_complainant'`,
    );
    expect(letter?.n).toBe(1);
    await expect(applyNotice(bench.he, id, now)).rejects.toMatchObject({ code: "conflict" });
    await expect(proposeNotice(second as Actor, { year: 2027, source: "示例", text: HAND }, now)).rejects.toMatchObject({
      code: "already_done",
    });
  });

  it("is refused when no working day would be left", async () => {
    const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
    const last = (m: string) => new Date(Date.UTC(2028, Number(m), 0)).getUTCDate();
    const text = months.map((m) => `休 2028-${m}-01 2028-${m}-${last(m)} 放假`).join("\n");
    await expect(proposeNotice(first as Actor, { year: 2028, source: "示例", text }, at("2026-12-10"))).rejects.toMatchObject({
      code: "empty_calendar",
    });
  });
});

describe("what a notice is read from", () => {
  const wanted = ["2027-01-01 holiday", "2027-01-02 holiday", "2027-01-09 workday"];
  it.each([
    ["lines", "休 2027-01-01 2027-01-02 元旦\n班 2027-01-09 元旦"],
    [
      "JSON",
      JSON.stringify({
        holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-02" }],
        workdays: [{ name: "元旦", day: "2027-01-09" }],
      }),
    ],
    [
      "ICS",
      [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN",
        "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270103\r\nSUMMARY:元旦放假\r\nEND:VEVENT",
        "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20270109\r\nSUMMARY:元旦调休上班\r\nEND:VEVENT\r\nEND:VCALENDAR",
      ].join("\r\n"),
    ],
  ])("%s", (_form, text) => {
    expect(readNotice(2027, text).map((d) => `${d.day} ${d.kind}`)).toEqual(wanted);
    expect(new Set(readNotice(2027, text).map((d) => d.nameEn))).toEqual(new Set(["New Year's Day"]));
  });
  it.each([
    ["休 2026-12-31 2027-01-02 元旦", "noticeYear"],
    ["休 2027-01-03 2027-01-01 元旦", "noticeLine"],
    ["班 2027-01-04 元旦", "noticeWeekday"],
    ["休 2027-01-01 元旦\n休 2027-01-01 元旦", "noticeTwice"],
    ["hello", "noticeLine"],
    ["{", "noticeJson"],
    ["BEGIN:VCALENDAR\nEND:VCALENDAR", "noticeEmpty"],
  ])("not from %j", (text, message) => {
    expect(() => readNotice(2027, text)).toThrow(expect.objectContaining({ details: expect.objectContaining({ message }) }));
  });
});
