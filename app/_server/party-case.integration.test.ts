import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { casesThatMayOwe, companyCaseCounts } from "@/db/queries/company-cases";
import { insertPerson } from "@/db/queries/people";
import { insertCompany } from "@/db/queries/register";
import { evidenceFiles, mails, services } from "@/db/schema";
import { type Actor, PUBLIC } from "@/domain/actors";
import { companyDuties } from "@/domain/company-duties";
import { dayOf } from "@/domain/day";
import { replay } from "@/domain/replay";
import { plainBuffer } from "@/platform/file-kinds/kinds";
import { acceptComplaint } from "@/services/accept-complaint";
import { bindCompany } from "@/services/bind-company";
import { changeConsent } from "@/services/change-consent";
import { ANSWERS, FILED_AT, type FilingBench, fillDraft, minutes, openFilingBench } from "@/services/filing.fixture";
import { mergeCompanies } from "@/services/merge-companies";
import { openServiceLink, readServiceLink, renewServiceLink } from "@/services/open-service-link";
import { beginEvidence, finishEvidence } from "@/services/receive-evidence";
import { replyToCase } from "@/services/reply-to-case";
import { submitDraft } from "@/services/submit-draft";
import { viewEvidence } from "@/services/view-evidence";
import { partyCase } from "./party-case";

let bench: FilingBench;
let officer: Actor;
/** Has an account; the other is reached by its registered address only. */
let luting: string;
let jingge: string;
let account: Actor;

const company = (name: string, slug: string, serviceEmail: string | null) =>
  insertCompany(bench.test.db, {
    slug,
    name,
    nameHant: name,
    nameEn: slug,
    pinyin: slug,
    sector: "retail",
    sizeClass: "l",
    serviceEmail,
  });

beforeAll(async () => {
  bench = await openFilingBench();
  luting = await company("鹿汀商城", "luting", null);
  jingge = await company("惊鸽通信", "jingge", "service@jingge.example");
  officer = { role: "officer", userId: await insertPerson(bench.test.db, { email: "zhou@portal.example", role: "officer" }) };
  const userId = await insertPerson(bench.test.db, { email: "lin@luting.example", role: "company", companyId: luting });
  account = { role: "company", userId, companyId: luting };
});
afterAll(() => bench.close());

const days = (count: number) => minutes(count * 24 * 60);

async function file(narrative: string, consents: ("share_with_company" | "publish_words")[] = ["share_with_company"]) {
  const token = await fillDraft({
    ...ANSWERS,
    narrative,
    consents,
    phone: `1380013${Math.abs(hash(narrative)) % 10_000}`.padEnd(11, "0"),
  });
  const { submitted } = await submitDraft(PUBLIC, { token }, "zh-Hans", FILED_AT);
  if (!submitted) throw new Error("it was not complete");
  const { id, reference } = submitted.row;
  return { reference, id, complainant: { role: "complainant", complaintId: id } as Actor };
}
const hash = (text: string) => [...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 7);

async function served(narrative: string, companyId: string, consents?: ("share_with_company" | "publish_words")[]) {
  const filed = await file(narrative, consents);
  await bindCompany(officer, { reference: filed.reference, companyId }, minutes(10));
  await acceptComplaint(officer, filed.reference, minutes(20));
  return filed;
}

async function linkSent(complaintId: string): Promise<string> {
  const letters = await bench.test.db.select().from(mails).where(eq(mails.complaintId, complaintId)).orderBy(asc(mails.id));
  const token = letters.flatMap((l) => /company\/open\/([\w-]+)/.exec(l.body)?.[1] ?? []).at(-1);
  if (!token) throw new Error("no letter holds a link");
  return token;
}

describe("a company's case", () => {
  it("is there from acceptance and service on, and never another company's", async () => {
    const { reference } = await file("一直排队，没有人接。");
    await bindCompany(officer, { reference, companyId: luting }, minutes(5));
    expect(await partyCase(account, reference, "zh-Hans", minutes(6))).toBeNull();
    await acceptComplaint(officer, reference, minutes(7));
    expect((await partyCase(account, reference, "zh-Hans", minutes(8)))?.file.snapshot.state).toBe("accepted");
    const other: Actor = { role: "company", userId: account.userId ?? "", companyId: jingge };
    expect(await partyCase(other, reference, "zh-Hans", minutes(8))).toBeNull();
    await expect(replyToCase(other, { reference, kind: "reply", body: "不是我们的。" }, minutes(9))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await companyCaseCounts(bench.test.db, other)).toEqual({ open: 0, closed: 0 });
  });

  it("shows words and files of the complainant only while they consent, its own files always", async () => {
    const { reference, complainant, id } = await served("他们说今天退，没有退。", luting);
    const [theirs] = await bench.test.db
      .insert(evidenceFiles)
      .values({ complaintId: id, side: "complainant", originalName: "chat.png", bytes: 10, status: "received", storageKey: "k" })
      .returning();
    const seen = await partyCase(account, reference, "zh-Hans", minutes(30));
    expect(seen?.narrative?.narrative).toBe("他们说今天退，没有退。");
    expect(seen?.evidence.map((e) => e.originalName)).toEqual(["chat.png"]);
    await changeConsent(complainant, { reference, kind: "share_with_company", given: false }, minutes(31));
    const after = await partyCase(account, reference, "zh-Hans", minutes(32));
    expect(after?.narrative).toBeNull();
    expect(after?.evidence).toEqual([]);
    expect(after?.allegations.length).toBeGreaterThan(0);
    await expect(viewEvidence(account, null, theirs?.id ?? "", minutes(33))).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes documents of the company into the case", async () => {
    const { reference, id } = await served("人工一直不在。", luting);
    const grant = { owner: "case", id, side: "company", userId: account.userId ?? null } as const;
    const bytes = Buffer.from("2026-09-12 10:02 排队 21 分钟\n");
    await beginEvidence(grant, { uploadId: "up-1", name: "log.txt", bytes: bytes.length }, minutes(40));
    const row = await finishEvidence(
      grant,
      {
        uploadId: "up-1",
        bytes: bytes.length,
        sha256: "a".repeat(64),
        storageKey: "k2",
        source: plainBuffer(bytes),
      },
      minutes(41),
    );
    expect(row).toMatchObject({ status: "received", side: "company" });
    const seen = await partyCase(account, reference, "zh-Hans", minutes(42));
    expect(seen?.events.at(-1)).toMatchObject({ type: "evidence_added", actor: { role: "company" } });
  });

  it("owes an answer within 72 hours and a reply within 10 working days; a late one is taken and counted late", async () => {
    const { reference, id } = await served("说好回电，没有打来。", luting);
    const mine = (await casesThatMayOwe(bench.test.db, account, 50)).find((c) => c.row.id === id);
    const calendar = (await partyCase(account, reference, "zh-Hans", minutes(50)))?.file.calendar;
    if (!mine || !calendar) throw new Error("the case is not in the list");
    const duties = companyDuties(replay(mine.events), calendar, dayOf(minutes(50)));
    expect(duties.map((d) => [d.kind, d.clock.due, d.late])).toEqual([
      ["answer", "2026-09-20", false],
      ["reply", "2026-10-08", false],
    ]);
    const late = await replyToCase(account, { reference, kind: "reply", body: "补偿已经支付。" }, days(28));
    expect(late.snapshot.replyMissedAt).not.toBeNull();
    const seen = await partyCase(account, reference, "zh-Hans", days(28));
    expect(seen?.clocks.find((c) => c.clock === "company_reply")).toMatchObject({ state: "late" });
    expect(seen?.replies.at(-1)).toMatchObject({ kind: "reply", publicBody: "补偿已经支付。" });
    await expect(replyToCase(account, { reference, kind: "reply", body: "再说一次。" }, days(29))).rejects.toMatchObject({
      code: "already_done",
    });
  });
});

describe("a one-time link", () => {
  it("opens its case once, and nothing else; looking at it opens nothing", async () => {
    const one = await served("机器人答非所问。", jingge);
    const two = await served("转了三次又回到机器人。", jingge);
    const token = await linkSent(one.id);
    expect(await readServiceLink(token)).toMatchObject({ reference: one.reference, openedAt: null });
    const opened = await openServiceLink(token, minutes(60));
    await expect(openServiceLink(token, minutes(61))).rejects.toMatchObject({ code: "already_done" });
    await expect(openServiceLink("never-was", minutes(61))).rejects.toMatchObject({ code: "not_found" });
    const [row] = await bench.test.db.select().from(services).where(eq(services.id, opened.id));
    expect(row).toMatchObject({ method: "link", openedAt: minutes(60) });
    expect(row?.tokenHash).not.toContain(token);
    const holder: Actor = { role: "company", companyId: opened.companyId, complaintId: opened.complaintId };
    expect((await partyCase(holder, one.reference, "zh-Hans", minutes(62)))?.file.row.id).toBe(one.id);
    expect(await partyCase(holder, two.reference, "zh-Hans", minutes(62))).toBeNull();
    await replyToCase(holder, { reference: one.reference, kind: "answer", body: "已安排专人，明天10点回电。" }, minutes(63));
    await expect(
      replyToCase(holder, { reference: two.reference, kind: "answer", body: "另一件。" }, minutes(63)),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("is sent anew to the registered address; the day of service stays", async () => {
    const { id, reference } = await served("问了五遍订单号。", jingge);
    const first = await linkSent(id);
    await openServiceLink(first, minutes(70));
    await renewServiceLink(reference);
    const second = await linkSent(id);
    expect(second).not.toBe(first);
    const [before, after] = [await readServiceLink(first), await openServiceLink(second, minutes(90))];
    expect(after.servedAt).toEqual(before?.servedAt);
    await renewServiceLink("2026-0101-0000");
  });
});

describe("a company merged into another", () => {
  it("has its cases answered, and its files read, by the people of the company it went into", async () => {
    const old = await company("青禾生鲜", "qinghe", "service@qinghe.example");
    const { reference, id } = await served("送错了，只有机器人回复。", old);
    const grant = { owner: "case", id, side: "complainant", userId: null } as const;
    const bytes = Buffer.from("2026-09-12 箱子里是别人的菜\n");
    await beginEvidence(grant, { uploadId: "up-2", name: "box.txt", bytes: bytes.length }, minutes(21));
    const theirs = await finishEvidence(
      grant,
      { uploadId: "up-2", bytes: bytes.length, sha256: "b".repeat(64), storageKey: "k3", source: plainBuffer(bytes) },
      minutes(22),
    );
    await mergeCompanies(officer, { fromId: old, intoId: luting, reason: "登记号相同" }, minutes(30));
    expect((await partyCase(account, reference, "zh-Hans", minutes(31)))?.evidence.map((e) => e.originalName)).toEqual([
      "box.txt",
    ]);
    expect((await viewEvidence(account, null, theirs?.id ?? "", minutes(32))).id).toBe(theirs?.id);
    const after = await replyToCase(account, { reference, kind: "reply", body: "已重新配送。" }, minutes(33));
    expect(after.snapshot.repliedAt).toEqual(minutes(33));
    const other: Actor = { role: "company", userId: account.userId ?? "", companyId: jingge };
    await expect(viewEvidence(other, null, theirs?.id ?? "", minutes(34))).rejects.toMatchObject({ code: "not_found" });
  });
});
