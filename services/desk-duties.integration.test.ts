import { and, eq, inArray, like } from "drizzle-orm";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mails, users } from "@/db/schema";
import { acceptComplaint } from "./accept-complaint";
import { at, type DeskBench, fileComplaint, openDeskBench } from "./desk.fixture";
import { dueCalendar } from "./due-calendar";
import { assignCase } from "./manage-case";
import { sendDeskDigests } from "./send-desk-digests";
import { shareCalendar, stopCalendar } from "./share-calendar";

let bench: DeskBench;
let mine: string;
let others: string;
beforeAll(async () => {
  bench = await openDeskBench();
  mine = (await fileComplaint({ email: "mine@consumer.example" }, at("2026-09-17", 9))).reference;
  others = (await fileComplaint({ email: "others@consumer.example" }, at("2026-09-17", 9))).reference;
  await assignCase(bench.he, { reference: mine, officerId: bench.zhou.userId }, at("2026-09-17"));
  await assignCase(bench.he, { reference: others, officerId: bench.lin.userId }, at("2026-09-17"));
});
afterAll(() => bench.close());

const tokenOf = (address: string) => /calendar\/([\w-]+)\.ics$/.exec(address)?.[1] ?? "";
async function events(token: string, now: Date) {
  const text = await dueCalendar(bench.test.db, token, now);
  if (text === null) return null;
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((e) => new ICAL.Event(e));
}

describe("the calendar of due dates", () => {
  it("holds an officer's own duties on their day, and nothing of a person", async () => {
    const token = tokenOf(await shareCalendar(bench.zhou));
    const [event, ...rest] = (await events(token, at("2026-09-18"))) ?? [];
    expect(rest).toEqual([]);
    expect(event?.summary).toContain(mine);
    expect([event?.startDate.isDate, event?.startDate.toString()]).toEqual([true, "2026-09-23"]);
    const text = (await dueCalendar(bench.test.db, token, at("2026-09-18"))) ?? "";
    expect(text).not.toMatch(/consumer\.example|鹿汀|王/);
  });

  it("follows the case: after acceptance it is the ruling's day", async () => {
    const token = tokenOf(await shareCalendar(bench.lin));
    await acceptComplaint(bench.lin, others, at("2026-09-18"));
    const [event] = (await events(token, at("2026-09-18", 12))) ?? [];
    expect(event?.startDate.toString()).toBe("2026-11-05");
    expect(event?.summary).toContain("裁决");
  });

  it("shows a supervisor what is near, whosever it is", async () => {
    const token = tokenOf(await shareCalendar(bench.he));
    expect((await events(token, at("2026-09-18")))?.map((e) => e.startDate.toString())).toEqual(["2026-09-23"]);
  });

  it("stops at once when it is renewed, stopped, or its owner may no longer sign in; companies have none", async () => {
    const old = tokenOf(await shareCalendar(bench.zhou));
    const token = tokenOf(await shareCalendar(bench.zhou));
    expect(await events(old, at("2026-09-18"))).toBeNull();
    expect(await events(token, at("2026-09-18"))).toHaveLength(1);
    const disable = (disabledAt: Date | null) =>
      bench.test.db.update(users).set({ disabledAt }).where(eq(users.id, bench.zhou.userId));
    await disable(at("2026-09-18"));
    expect(await events(token, at("2026-09-18"))).toBeNull();
    await disable(null);
    await stopCalendar(bench.zhou);
    expect(await events(token, at("2026-09-18"))).toBeNull();
    expect(await events("", at("2026-09-18"))).toBeNull();
    await expect(shareCalendar(bench.company)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the morning's letter to the desk", () => {
  const letters = async () =>
    bench.test.db
      .select({ to: mails.to, template: mails.template, subject: mails.subject, body: mails.body })
      .from(mails)
      .where(and(like(mails.template, "morning_%"), inArray(mails.audience, ["officer", "supervisor"])));

  it("goes out once a working day to whoever has something to do, by reference and day alone", async () => {
    await fileComplaint({ email: "new@consumer.example" }, at("2026-09-21", 9));
    const sent = await Promise.all([1, 2].map(() => sendDeskDigests(bench.test.db, at("2026-09-22", 8.5))));
    expect(sent.reduce((a, b) => a + b)).toBe(4);
    expect(await sendDeskDigests(bench.test.db, at("2026-09-22", 9))).toBe(0);
    const all = await letters();
    const zhou = all.find((l) => l.to === "zhou@example.com");
    expect(zhou?.body).toContain(mine);
    expect(zhou?.body).not.toContain(others);
    expect(zhou?.body).toContain("两个工作日内到期1件");
    expect(zhou?.body).toContain("另有1件新投诉");
    for (const { subject, body } of all) expect(`${subject}${body}`).not.toMatch(/consumer\.example|鹿汀/);
  });

  it("rests on days off, and is silent where there is nothing", async () => {
    // Saturday of the first week of October 2026, a holiday.
    expect(await sendDeskDigests(bench.test.db, at("2026-10-03", 8.5))).toBe(0);
  });
});
