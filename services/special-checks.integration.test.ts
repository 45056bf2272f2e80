import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicCheck, publicChecks } from "@/db/queries/public-special-checks";
import { scoreInput } from "@/db/queries/scores";
import { casesOfCheck, deskCheck } from "@/db/queries/special-checks";
import { complaints, mails, specialCheckCases, specialCheckEvents, specialChecks } from "@/db/schema";
import { addDays, type Day } from "@/domain/day";
import { propose } from "@/domain/redaction";
import { bindCompany } from "./bind-company";
import { draftConclusion, returnConclusion, signConclusion } from "./conclude-special-check";
import { at, type DeskBench, fileComplaint, openDeskBench } from "./desk.fixture";
import { noteOnCheck } from "./note-special-check";
import { openSpecialChecks } from "./open-special-checks";
import { confirmCheckRedaction } from "./redact-special-check";
import { stateOnCheck } from "./state-on-check";

const MONDAY: Day = "2026-09-07";
let bench: DeskBench;
let people = 0;

beforeAll(async () => {
  bench = await openDeskBench();
});
afterAll(() => bench.close());

/** Somebody complains that the way to a human is hidden (B1.2), bound to the company. */
async function complain(day: Day, more: { who?: string; verified?: boolean; companyId?: string; situations?: string[] } = {}) {
  const email = `${more.who ?? `person${++people}`}@consumer.example`;
  const situations = more.situations ?? ["no_way_to_human"];
  const filed = await fileComplaint({ email, situations, occurredOn: addDays(day, -1) }, at(day));
  const companyId = more.companyId ?? bench.company.companyId;
  await bindCompany(bench.zhou, { reference: filed.reference, companyId }, at(day, 11));
  await bench.test.owner
    .update(complaints)
    .set({ contactVerified: more.verified ?? true })
    .where(eq(complaints.id, filed.id));
  return filed;
}
const sweep = (day: Day, hour = 12) => bench.test.db.transaction((tx) => openSpecialChecks(tx, at(day, hour)));
const rows = () => bench.test.db.select().from(specialChecks).orderBy(asc(specialChecks.number));
const letters = async (number: string) =>
  (await bench.test.db.select().from(mails).where(sql`${mails.params}->>'number' = ${number}`)).map(
    (m) => `${m.template} ${m.to}`,
  );
const NUMBER = "ZX-2026-001";

describe("opening", () => {
  it("two people, one of them five times, and three without a proven contact open nothing", async () => {
    for (let n = 0; n < 5; n++) await complain(MONDAY, { who: "again" });
    await complain(MONDAY, { who: "second" });
    for (let n = 0; n < 3; n++) await complain(MONDAY, { verified: false });
    expect(await sweep(MONDAY)).toEqual({ opened: [], gathered: 0 });
  });

  it("the third opens one check, whichever of two workers looks, and supervisors and the company are told once", async () => {
    const before = await scoreInput(bench.test.db, bench.company.companyId, "2026-09-30");
    await complain(addDays(MONDAY, 2));
    const both = await Promise.all([sweep("2026-09-09"), sweep("2026-09-09")]);
    expect(both.flatMap((one) => one.opened)).toEqual([NUMBER]);
    expect(await rows()).toMatchObject([
      {
        number: NUMBER,
        week: MONDAY,
        trigger: "clause",
        clause: "B1.2",
        complainants: 3,
        threshold: 3,
        mean: null,
        state: "open",
      },
    ]);
    expect((await letters(NUMBER)).sort()).toEqual([
      "special_check_opened_company agent@example.com",
      "special_check_opened_supervisor he@example.com",
      "special_check_opened_supervisor tang@example.com",
    ]);
    const cases = await bench.test.db.select().from(specialCheckCases);
    // Seven of proven people opened it; the three others of the week were gathered.
    expect(cases.filter((one) => one.opened)).toHaveLength(7);
    expect(cases).toHaveLength(10);
    expect(await scoreInput(bench.test.db, bench.company.companyId, "2026-09-30")).toEqual(before);
  });

  it("while it is open, another such week is written down in it, and only its own clause is gathered", async () => {
    const next = addDays(MONDAY, 7);
    for (let n = 0; n < 3; n++) await complain(next);
    await complain(next, { situations: ["refund_unclear"] });
    await complain(next, { companyId: bench.stranger.companyId });
    expect(await sweep(next)).toEqual({ opened: [], gathered: 3 });
    expect(await sweep(addDays(next, 1))).toEqual({ opened: [], gathered: 0 });
    expect((await publicCheck(bench.test.db, NUMBER))?.weeks).toMatchObject([{ week: next, complainants: 3 }]);
  });

  it("a case bound anew to another company leaves it, written down; one bound to the same company stays", async () => {
    const day = addDays(MONDAY, 8);
    const { reference } = await complain(day);
    expect((await sweep(day)).gathered).toBe(1);
    const before = await publicCheck(bench.test.db, NUMBER);
    await bindCompany(bench.zhou, { reference, companyId: bench.stranger.companyId }, at(day, 13));
    const after = await publicCheck(bench.test.db, NUMBER);
    expect(after?.cases.gathered).toBe((before?.cases.gathered ?? 0) - 1);
    const events = await bench.test.db.select().from(specialCheckEvents);
    expect(events.filter((one) => one.type === "released")).toMatchObject([{ actorId: bench.zhou.userId, actorRole: "officer" }]);
    expect((await sweep(day)).gathered).toBe(0);
  });

  it("ten people of a week open another by inflow, with the mean of the weeks before", async () => {
    const week: Day = "2026-09-21";
    for (let n = 0; n < 10; n++) await complain(week, { situations: ["refund_unclear"] });
    expect((await sweep(week)).opened).toEqual(["ZX-2026-002"]);
    const [, second] = await rows();
    // 3 and 4 people in the two weeks before; of the other company nobody.
    expect(second).toMatchObject({ trigger: "inflow", clause: null, complainants: 10, threshold: 10 });
    expect(second?.mean).toBeCloseTo(7 / 12, 5);
  });
});

describe("from draft to signature", () => {
  const text = "查看了十件投诉。入口藏在四级菜单，客服王晓明（13800138000）承认。公司已经改正。";
  const input = { number: NUMBER, result: "company_changed", conclusion: text } as const;
  const hide = (place: string, seen: string) => ({ number: NUMBER, spans: { [place]: propose(seen) }, seen: { [place]: seen } });
  const now = at("2026-09-24");

  it("the company speaks on its own check only, an officer drafts, a supervisor does not", async () => {
    await expect(stateOnCheck(bench.stranger, { number: NUMBER, statement: "与我们无关。" }, now)).rejects.toThrow("not_found");
    await stateOnCheck(bench.company, { number: NUMBER, statement: "入口已移到首页，联系人李娜13900139000。" }, now);
    await expect(draftConclusion(bench.he, input, now)).rejects.toThrow("forbidden");
    await expect(draftConclusion(bench.company, input, now)).rejects.toThrow("forbidden");
    await expect(draftConclusion(bench.zhou, { ...input, conclusion: " " }, now)).rejects.toThrow("invalid");
    await noteOnCheck(bench.lin, { number: NUMBER, body: "先看录屏。" }, now);
    await draftConclusion(bench.zhou, input, now);
    expect(await publicCheck(bench.test.db, NUMBER)).toMatchObject({ result: null, conclusion: null, statement: null });
  });

  it("goes back with a reason and comes again", async () => {
    await expect(returnConclusion(bench.he, { number: NUMBER, reason: " " }, now)).rejects.toThrow("missing_reason");
    await returnConclusion(bench.he, { number: NUMBER, reason: "写清楚查了几件。" }, now);
    expect((await rows())[0]).toMatchObject({ state: "open", returnReason: "写清楚查了几件。", conclusion: text });
    await draftConclusion(bench.zhou, input, now);
  });

  it("is signed by a supervisor who did not draft, once every text has its redaction confirmed, and then stands in public", async () => {
    await expect(signConclusion(bench.lin, NUMBER, now)).rejects.toThrow("forbidden");
    await expect(signConclusion(bench.he, NUMBER, now)).rejects.toThrow("findings_incomplete");
    await confirmCheckRedaction(bench.lin, hide("conclusion", text), now);
    await expect(signConclusion(bench.he, NUMBER, now)).rejects.toThrow("findings_incomplete");
    const said = (await rows())[0]?.statement ?? "";
    await expect(
      confirmCheckRedaction(bench.lin, { ...hide("statement", said), seen: { statement: "别的" } }, now),
    ).rejects.toThrow("conflict");
    await confirmCheckRedaction(bench.lin, hide("statement", said), now);
    // An officer who became a supervisor since may not sign what they wrote.
    await expect(signConclusion({ ...bench.zhou, role: "supervisor" }, NUMBER, now)).rejects.toThrow("same_person");
    await signConclusion(bench.tang, NUMBER, now);
    const shown = await publicCheck(bench.test.db, NUMBER);
    expect(shown).toMatchObject({ result: "company_changed", cases: { gathered: 13, ruled: 0, upheld: 0 } });
    expect(`${shown?.conclusion}${shown?.statement}`).not.toMatch(/王晓明|13800138000|13900139000/);
    expect(shown?.conclusion).toContain("公司已经改正");
    await expect(stateOnCheck(bench.company, { number: NUMBER, statement: "再说一句。" }, now)).rejects.toThrow("wrong_state");
    expect(await letters(NUMBER)).toContain("special_check_concluded_company agent@example.com");
  });

  it("nothing the public reads holds a case, a person or a note", async () => {
    const { checks, total } = await publicChecks(bench.test.db, { limit: 10, offset: 0 });
    expect(total).toBe(2);
    const all = JSON.stringify([checks, await publicCheck(bench.test.db, NUMBER)]);
    const found = await bench.test.db.select({ id: complaints.id, reference: complaints.reference }).from(complaints);
    for (const { id, reference } of found) expect(all).not.toMatch(new RegExp(`${id}|${reference}`));
    for (const hidden of [bench.zhou.userId, bench.tang.userId, "先看录屏", "写清楚"]) expect(all).not.toContain(hidden);
  });

  it("keeps who did what, in order, and a concluded check gathers no more", async () => {
    await complain("2026-09-24");
    expect((await sweep("2026-09-24", 14)).opened).toEqual([]);
    const whole = await deskCheck(bench.test.db, NUMBER);
    expect(whole?.events.map((one) => one.type)).toEqual([
      "opened",
      "released",
      "stated",
      "noted",
      "drafted",
      "returned",
      "drafted",
      "redacted",
      "redacted",
      "concluded",
    ]);
    expect(await casesOfCheck(bench.test.db, whole?.check.id ?? "", at("2026-09-30"))).toHaveLength(13);
    await expect(bench.test.db.delete(specialCheckEvents)).rejects.toThrow();
  });
});
