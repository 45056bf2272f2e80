import { randomUUID } from "node:crypto";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { desc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { POST as oneClick } from "@/app/api/follow/stop/[token]/route";
import { useDatabase as replaceDatabase } from "@/db/client";
import { deleteExpired } from "@/db/queries/operations";
import {
  badges,
  companyScores,
  follows,
  mails,
  publishedFindings,
  publishedRulings,
  rulingVersions,
  specialChecks,
} from "@/db/schema";
import { createTestDatabase, setTestClock, type TestDatabase } from "@/db/testing";
import { type Day, dayOf } from "@/domain/day";
import { createCompany } from "./create-company";
import { confirmFollow, FOLLOW_LIMITS, followByMail, followChallenge, waitingFollow } from "./follow-by-mail";
import { indexRulings } from "./index-rulings";
import { sendDigests } from "./send-digests";
import { stopFollowing, stoppable } from "./stop-following";

const NOW = new Date("2026-09-17T02:00:00Z");
const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000);
const READER = "Du.Zhe@mail.example";

let test: TestDatabase;
let company: { id: string; slug: string };
let number = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  replaceDatabase(test.db);
  await setTestClock(test.owner, NOW);
  const entry = { nameHant: "", nameEn: "", sizeClass: "large", serviceEmail: "", servicePhone: "", pledgeSignedOn: "" };
  company = await createCompany({ role: "officer" }, { ...entry, name: "云栖邮电", sector: "telecom", aliases: [] }, NOW);
});
afterEach(async () => {
  await test.db.delete(follows);
  await test.db.delete(mails);
  await test.owner.execute("delete from attempts");
});
afterAll(() => test.drop());

async function sign(title: string, clause: string, at: Date, more: Partial<typeof publishedRulings.$inferInsert> = {}) {
  number++;
  const [row] = await test.db
    .insert(publishedRulings)
    .values({
      number: `2026-${String(number).padStart(5, "0")}`,
      rulingId: randomUUID(),
      complaintId: randomUUID(),
      companyId: company.id,
      sector: "telecom",
      status: "not_final",
      outcome: "upheld",
      title,
      decision: "公司应当整改。",
      allegationCount: 1,
      clocks: [],
      standardVersion: "1",
      filedMonth: "2026-08",
      signedOn: dayOf(at),
      signedAt: at,
      sha256: "0",
      ...more,
    })
    .returning();
  if (!row) throw new Error("no ruling");
  await test.db.insert(publishedFindings).values({
    id: randomUUID(),
    publishedRulingId: row.id,
    companyId: company.id,
    ord: 1,
    clause,
    standardVersion: "1",
    outcome: "upheld",
    tier: "moderate",
    title,
    facts: "等了很久。",
    reasons: "超过上限。",
    groupId: row.id,
    incidentMonth: "2026-08",
    signedOn: row.signedOn,
  });
  await test.db.transaction((tx) => indexRulings(tx, [row.id]));
  return row.number;
}

const NETWORK = "192.0.2.1";
const ask = (kind: string, target: string, at = NOW, email = READER, solution = "") =>
  followByMail({ email, kind, target, locale: "zh-Hans", network: NETWORK, solution }, at);
async function solved(network = NETWORK) {
  const challenge = await followChallenge(network, NOW);
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}
const lastLetter = async () => (await test.db.select().from(mails).orderBy(desc(mails.id)).limit(1))[0];
const tokenIn = (text: string | undefined, path: string) => new RegExp(`/${path}/([\\w.-]+)`).exec(text ?? "")?.[1] ?? "";
async function followed(kind: string, target: string, at = NOW) {
  await ask(kind, target, at);
  return confirmFollow(tokenIn((await lastLetter())?.body, "follow/confirm"), at);
}

describe("following by mail", () => {
  it("begins only when the address confirms, once, within its hours", async () => {
    await ask("company", company.slug);
    const letter = await lastLetter();
    expect(letter).toMatchObject({ to: READER.toLowerCase(), audience: "follower" });
    expect(letter?.body).toContain("云栖邮电");
    const token = tokenIn(letter?.body, "follow/confirm");
    await sign("第一件", "B2.1", hours(1));
    expect(await sendDigests(test.db, hours(2))).toBe(0);
    expect(await waitingFollow(token, hours(47))).toMatchObject({ kind: "company", target: company.slug });
    expect(await waitingFollow(token, hours(49))).toBeNull();
    await confirmFollow(token, hours(3));
    await expect(confirmFollow(token, hours(3))).rejects.toMatchObject({ code: "not_found" });
    // What was signed before is no news.
    expect(await sendDigests(test.db, hours(4))).toBe(0);
  });

  it("tells nobody whether an address follows already, and writes to it no more often than allowed", async () => {
    await followed("all", "");
    await ask("all", "");
    expect(await test.db.select().from(mails)).toHaveLength(1);
    for (const target of ["A2.1", "A2.2", "B1.1"]) await ask("clause", target);
    await expect(ask("clause", "B1.2")).rejects.toMatchObject({ code: "limit_reached" });
    await expect(ask("company", "nobody", NOW, "b@mail.example")).rejects.toMatchObject({ code: "not_found" });
    await expect(ask("all", "", NOW, "no address")).rejects.toMatchObject({ code: "invalid" });
  });

  it("lets a network ask without background work no more than ten times an hour; work counts once, for its own network", async () => {
    const reader = (n: number) => `reader${n}@mail.example`;
    const { max } = FOLLOW_LIMITS.withoutWork;
    for (let n = 0; n < max; n++) await ask("all", "", NOW, reader(n));
    await expect(ask("all", "", NOW, reader(max))).rejects.toMatchObject({ code: "limit_reached" });
    await expect(ask("all", "", NOW, reader(max), await solved("192.0.2.9"))).rejects.toMatchObject({ code: "limit_reached" });
    const work = await solved();
    await ask("all", "", NOW, reader(max), work);
    await expect(ask("all", "", NOW, reader(max), work)).rejects.toMatchObject({ code: "limit_reached" });
  });

  it("forgets an address that did not confirm", async () => {
    await ask("all", "");
    await deleteExpired(test.db, hours(47));
    expect(await test.db.select().from(follows)).toHaveLength(1);
    await deleteExpired(test.db, hours(49));
    expect(await test.db.select().from(follows)).toHaveLength(0);
  });

  it("is one letter for all that is new, each ruling under what was followed, and no letter without news", async () => {
    await followed("company", company.slug, hours(4));
    await followed("clause", "C2.1", hours(4));
    await followed("search", "q=排队", hours(4));
    const queue = await sign("排队等了[PHONE]很久", "B2.1", hours(5));
    const promise = await sign("答应的退款没有到", "C2.1", hours(6));
    await sign("收回去了", "C2.1", hours(6), { status: "annulled", annulledOn: "2026-09-17" });
    await sign("到期下架", "C2.1", hours(6), { archivedOn: "2026-09-17" });
    expect(await sendDigests(test.db, hours(8))).toBe(1);
    const { subject, body, unsubscribe } = (await lastLetter()) ?? {};
    expect(subject).toContain("2");
    const parts = (body ?? "").split("【").slice(1);
    expect(parts.map((part) => part.split("】")[0])).toEqual(["云栖邮电", expect.stringContaining("C2.1"), "“排队”"]);
    expect(parts.map((part) => [queue, promise].filter((n) => part.includes(n)))).toEqual([[queue, promise], [promise], [queue]]);
    expect(body).not.toMatch(/\[PHONE\]|收回去了|到期下架|mail\.example/);
    expect(unsubscribe).toMatch(/\/api\/follow\/stop\/0[\w.]+$/);
    expect(await sendDigests(test.db, hours(9))).toBe(0);
  });

  it("tells who follows a company of what a review changed, of its special checks, its badge and another grade; once", async () => {
    const next = (days: number, more = 0) => hours(24 * (10 + days) + more);
    const day = dayOf(next(0));
    const [varied, gone] = [await sign("改过的", "B2.1", next(0)), await sign("收回的", "B2.1", next(0))];
    await followed("company", company.slug, next(0, 1));
    await followed("clause", "B2.1", next(0, 1));
    const score = (grade: string, asOf: Day) =>
      test.db.insert(companyScores).values({
        ...{
          companyId: company.id,
          asOf,
          period: "2026Q3",
          quarterEnd: false,
          score: 81.26,
          lower: 70,
          upper: 90,
          grade,
          band: "B",
        },
        ...{ decided: 12, exposure: 1, breakdown: {}, computedAt: next(0) },
      });
    await score("III", day);
    const review = { number: varied, version: 1, record: "{}", sha256: "0", replacedOn: day, reason: "复核" };
    await test.owner.insert(rulingVersions).values(review);
    const mark = (number: string, values: Partial<typeof publishedRulings.$inferInsert>) =>
      test.db.update(publishedRulings).set(values).where(eq(publishedRulings.number, number));
    await mark(varied, { status: "varied", version: 2 });
    await mark(gone, { status: "annulled", annulledOn: day });
    const check = { companyId: company.id, week: day, trigger: "clause", clause: "B1.2", complainants: 3, threshold: 3 };
    await test.db.insert(specialChecks).values({ ...check, number: "ZX-2026-001", openedAt: next(0, 2) });
    const badge = {
      companyId: company.id,
      quarter: "2026Q3",
      decidedOn: day,
      awardedOn: day,
      expiresOn: day,
      facts: {},
    };
    await test.db.insert(badges).values(badge);
    expect(await sendDigests(test.db, next(1))).toBe(1);
    const first = await lastLetter();
    expect(first?.body.match(/^· .*$/gm)).toEqual([
      `· 云栖邮电的裁决${varied}经复核变更`,
      `· 云栖邮电的裁决${gone}经复核撤销`,
      "· 专项检查ZX-2026-001立案",
      "· 持有2026年第3季度的人工服务保障标识",
      `· 云栖邮电的裁决${varied}经复核变更`,
      `· 云栖邮电的裁决${gone}经复核撤销`,
    ]);
    expect(first?.subject).toContain("4");
    expect(await sendDigests(test.db, next(2))).toBe(0);
    await score("II", dayOf(next(2)));
    const concluded = { state: "concluded", result: "breaches_found", concludedAt: next(2, 1) };
    await test.db.update(specialChecks).set(concluded);
    await test.db.update(badges).set({ revokedOn: dayOf(next(2)), revokedFor: ["grade"] });
    expect(await sendDigests(test.db, next(3))).toBe(1);
    expect((await lastLetter())?.body.match(/^· .*$/gm)).toEqual([
      "· 专项检查ZX-2026-001已有结论：查实违反",
      "· 2026年第3季度的人工服务保障标识被撤销",
      "· 合规分有了新的公布：81.3，等级B，证据等级II",
    ]);
    expect(await sendDigests(test.db, next(4))).toBe(0);
  });

  it("stops from the letter: one part by its link, everything by one POST of the mail programme; the address goes too", async () => {
    await followed("company", company.slug);
    await followed("clause", "C2.1");
    await sign("又一件", "C2.1", hours(20));
    await sendDigests(test.db, hours(21));
    const letter = await lastLetter();
    const [, one = ""] = [...(letter?.body ?? "").matchAll(/follow\/stop\/(1[\w.]+)/g)].map((m) => m[1] ?? "");
    expect(await stoppable(one)).toMatchObject({ follows: [{ kind: "clause", target: "C2.1" }], all: expect.any(String) });
    expect(await stopFollowing(one)).toBe(true);
    expect((await test.db.select().from(follows)).map((f) => f.kind)).toEqual(["company"]);
    const all = letter?.unsubscribe?.split("/").at(-1) ?? "";
    const post = () => oneClick(new Request("http://x/", { method: "POST" }), { params: Promise.resolve({ token: all }) });
    expect((await post()).status).toBe(200);
    expect(await test.db.select().from(follows)).toHaveLength(0);
    expect(await test.db.select().from(mails).where(eq(mails.audience, "follower"))).toHaveLength(0);
    expect((await post()).status).toBe(200);
  });

  it("stops nothing for a link that was changed", async () => {
    await followed("all", "");
    const [row] = await test.db.select().from(follows);
    for (const token of [
      "",
      "x",
      `1${row?.id.replaceAll("-", "")}`,
      `1${row?.id.replaceAll("-", "")}.${"0".repeat(40)}`,
      `0${row?.reader}.aa`,
    ])
      expect(await stopFollowing(token), token).toBe(false);
    expect(await test.db.select().from(follows)).toHaveLength(1);
  });
});
