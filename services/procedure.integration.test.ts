import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partyCase } from "@/app/_server/party-case";
import { agreementsOf, recordRequestsOf } from "@/db/queries/procedure";
import { casesUntil } from "@/db/queries/report-dataset";
import { versionsOf } from "@/db/queries/ruling-versions";
import { allegationsOf, publicationOf, rulingOf } from "@/db/queries/rulings";
import { similarTo } from "@/db/queries/similar";
import { caseEvents, complaints, mails } from "@/db/schema";
import type { Actor } from "@/domain/actors";
import type { Day } from "@/domain/day";
import { propose } from "@/domain/redaction";
import { answerAgreement, proposeAgreement, settleCase } from "./agree";
import { readCase } from "./case-file";
import { confirmRedaction } from "./confirm-redaction";
import { confirmReviewWords, draftReview, signReview } from "./decide-review";
import { at, caseInHand, type DeskBench, fileComplaint, later, openDeskBench, writeFindings } from "./desk.fixture";
import { enforceCase } from "./enforce-deadlines";
import { linkSimilar } from "./link-similar";
import { addNote, assignCase, pauseClock, resumeClock } from "./manage-case";
import { publishableTexts } from "./publishable-texts";
import { beginEvidence } from "./receive-evidence";
import { recuse } from "./recuse";
import { deliverRecords, requestRecords } from "./request-records";
import { requestReview } from "./request-review";
import { saveRulingDraft } from "./save-ruling-draft";
import { sendDraft } from "./send-draft";
import { sendLetter } from "./send-letter";
import { signRuling } from "./sign-ruling";
import { terminateCase } from "./terminate-case";

const DAY: Day = "2026-09-17";
let bench: DeskBench;
beforeAll(async () => {
  bench = await openDeskBench();
});
afterAll(() => bench.close());

const refused = (code: string) => ({ code });
const fileOf = async (reference: string) => {
  const file = await readCase(bench.test.db, bench.zhou, { reference });
  if (!file) throw new Error("no such case");
  return file;
};
/** Templates of the letters of a case. */
const lettersOf = async (id: string) =>
  (await bench.test.db.select().from(mails).where(eq(mails.complaintId, id)).orderBy(desc(mails.createdAt))).map(
    (m) => m.template,
  );
const lastEvent = async (reference: string) => (await fileOf(reference)).events.at(-1)?.type;

describe("mediation and settlement", () => {
  it("stops the clock for mediation only when both sides agreed", async () => {
    const { reference, id, holder } = await caseInHand(bench, DAY);
    await proposeAgreement(bench.company, { reference, kind: "mediation", terms: "谈退款的金额" }, later(DAY, 1));
    const stop = () => pauseClock(bench.zhou, { reference, reason: "mediation", why: "双方同意" }, later(DAY, 2, 12));
    await expect(stop()).rejects.toMatchObject(refused("not_consented"));
    await answerAgreement(holder, { reference, kind: "mediation", agreed: true }, later(DAY, 2));
    await stop();
    expect((await fileOf(reference)).row.paused).toBe(true);
    expect(await lettersOf(id)).toEqual(expect.arrayContaining(["mediation_proposed_complainant", "clock_paused_company"]));
    await resumeClock(bench.zhou, reference, later(DAY, 6));
    expect(await lettersOf(id)).toContain("clock_resumed_complainant");
  });

  it("settles on one text that both accept, and tells everyone", async () => {
    const { reference, id, holder } = await caseInHand(bench, DAY);
    await proposeAgreement(bench.zhou, { reference, kind: "settlement", terms: "退还300元，书面道歉" }, later(DAY, 1));
    await answerAgreement(bench.company, { reference, kind: "settlement", agreed: true }, later(DAY, 2));
    await expect(settleCase(bench.zhou, reference, later(DAY, 2))).rejects.toMatchObject(refused("not_consented"));
    expect((await fileOf(reference)).snapshot.state).toBe("accepted");
    await answerAgreement(holder, { reference, kind: "settlement", agreed: true }, later(DAY, 3));
    expect((await fileOf(reference)).snapshot.state).toBe("settled");
    expect(await lettersOf(id)).toEqual(expect.arrayContaining(["settled_complainant", "settled_company"]));
    expect(await publicationOf(bench.test.db, id)).toBeNull();
  });

  it("a refusal leaves the case in hand, and an old yes does not count for new terms", async () => {
    const { reference, id, holder } = await caseInHand(bench, DAY);
    await proposeAgreement(bench.company, { reference, kind: "settlement", terms: "退还10元" }, later(DAY, 1));
    await expect(
      proposeAgreement(holder, { reference, kind: "settlement", terms: "退还300元" }, later(DAY, 1, 12)),
    ).rejects.toMatchObject(refused("already_done"));
    await answerAgreement(holder, { reference, kind: "settlement", agreed: false }, later(DAY, 2));
    await proposeAgreement(holder, { reference, kind: "settlement", terms: "退还300元" }, later(DAY, 3));
    expect((await fileOf(reference)).snapshot.state).toBe("accepted");
    const [first, second] = await agreementsOf(bench.test.db, id);
    expect(first).toMatchObject({ refusedBy: "complainant" });
    expect(second).toMatchObject({ companyAgreedAt: null });
    await expect(settleCase(bench.zhou, reference, later(DAY, 3))).rejects.toMatchObject(refused("not_consented"));
  });
});

describe("service records", () => {
  it("are forwarded, and delivered within three working days", async () => {
    const { reference, id, holder } = await caseInHand(bench, DAY);
    await requestRecords(holder, { reference, what: "9月5日的全部通话录音" }, later(DAY, 1));
    const [asked] = await recordRequestsOf(bench.test.db, id);
    await expect(requestRecords(holder, { reference, what: "再要" }, later(DAY, 1))).rejects.toMatchObject(
      refused("already_done"),
    );
    await deliverRecords(bench.company, { reference, requestId: asked?.id ?? "", answer: "见附件" }, later(DAY, 4));
    expect((await recordRequestsOf(bench.test.db, id))[0]).toMatchObject({ answer: "见附件", missedAt: null });
    expect(await lettersOf(id)).toEqual(
      expect.arrayContaining(["record_requested_company", "record_requested_complainant", "records_delivered_complainant"]),
    );
  });

  it("that do not come are on record as D1.4, dated when they were due, and may still come", async () => {
    const { reference, id, holder } = await caseInHand(bench, DAY);
    await requestRecords(holder, { reference, what: "聊天记录" }, at(DAY, 16));
    await enforceCase(id, later(DAY, 12));
    const [asked] = await recordRequestsOf(bench.test.db, id);
    // Thu 17 → Fri 18, Sun 20 (an exchanged working day), Mon 21.
    expect(asked?.missedAt).toEqual(at("2026-09-22", 0));
    expect((await allegationsOf(bench.test.db, id)).map((a) => a.clause)).toContain("D1.4");
    await deliverRecords(bench.company, { reference, requestId: asked?.id ?? "", answer: "补交" }, later(DAY, 13));
    expect(await lastEvent(reference)).toBe("records_delivered");
    // However long the case was closed when they were asked for, the report of that quarter sees it (F13).
    await bench.test.owner
      .update(complaints)
      .set({ closedAt: at("2026-01-05") })
      .where(eq(complaints.id, id));
    const seen: string[] = [];
    for await (const one of casesUntil(bench.test.db, at("2026-07-01", 0), later(DAY, 14))) seen.push(one.id);
    expect(seen).toContain(id);
  });
});

describe("stepping aside", () => {
  it("leaves the case without an officer, and the one who stepped aside acts in it no more", async () => {
    const { reference, id } = await caseInHand(bench, DAY);
    await assignCase(bench.he, { reference, officerId: bench.zhou.userId }, later(DAY, 1));
    await expect(recuse(bench.zhou, { reference, reason: " " }, later(DAY, 1))).rejects.toMatchObject(refused("missing_reason"));
    await recuse(bench.zhou, { reference, reason: "与公司负责人是亲属" }, later(DAY, 1));
    const { row, snapshot } = await fileOf(reference);
    expect([row.officerId, snapshot.recused]).toEqual([null, [bench.zhou.userId]]);
    expect(await lettersOf(id)).toContain("recused_supervisor");
    await expect(addNote(bench.zhou, { reference, body: "记一笔" }, later(DAY, 2))).rejects.toMatchObject(refused("took_part"));
    await expect(
      saveRulingDraft(bench.zhou, { reference, title: "", decision: "", findings: [] }, later(DAY, 2)),
    ).rejects.toMatchObject(refused("took_part"));
    await expect(assignCase(bench.he, { reference, officerId: bench.zhou.userId }, later(DAY, 2))).rejects.toMatchObject(
      refused("took_part"),
    );
    await assignCase(bench.he, { reference, officerId: bench.lin.userId }, later(DAY, 2));
    await addNote(bench.lin, { reference, body: "接手" }, later(DAY, 3));
  });

  it("keeps whoever stepped aside from saying what of the ruling is hidden; another officer says it", async () => {
    const filed = await caseInHand(bench, DAY);
    const { reference, id } = filed;
    await writeFindings(bench, filed, at(DAY, 16));
    await sendDraft(bench.zhou, reference, at(DAY, 17));
    const ruling = await rulingOf(bench.test.db, id);
    if (!ruling) throw new Error("no ruling");
    const seen = await publishableTexts(bench.test.db, id, ruling);
    const spans = Object.fromEntries(Object.entries(seen).map(([place, text]) => [place, propose(text)]));
    await recuse(bench.zhou, { reference, reason: "与公司负责人是亲属" }, later(DAY, 1));
    await expect(confirmRedaction(bench.zhou, { reference, spans, seen }, later(DAY, 2))).rejects.toMatchObject(
      refused("took_part"),
    );
    expect((await rulingOf(bench.test.db, id))?.redactionConfirmedAt).toBeNull();
    expect(await confirmRedaction(bench.lin, { reference, spans, seen }, later(DAY, 2))).toEqual([]);
  });
});

describe("letters, links and files", () => {
  it("a letter goes to one side with the words as sent, its subject without them", async () => {
    const { reference, id } = await caseInHand(bench, DAY);
    await sendLetter(
      bench.zhou,
      { reference, template: "progress", to: "complainant", body: "您的案件正在核对录音。" },
      later(DAY, 1),
    );
    const [mail] = await bench.test.db.select().from(mails).where(eq(mails.template, "desk_letter_complainant"));
    // This person gave a phone number: the text message says only where to read the letter.
    expect(mail).toMatchObject({ complaintId: id, channel: "sms" });
    expect(`${mail?.subject}${mail?.body}`).not.toContain("录音");
    const letters = async (actor: Actor) => (await partyCase(actor, reference, "zh-Hans", later(DAY, 2)))?.letters;
    expect(await letters({ role: "complainant", complaintId: id })).toMatchObject([{ body: "您的案件正在核对录音。" }]);
    expect(await letters(bench.company)).toEqual([]);
    expect(await lastEvent(reference)).toBe("letter_sent");
    const fresh = await fileComplaint({}, at(DAY, 9));
    await expect(
      sendLetter(bench.zhou, { reference: fresh.reference, template: "plain", to: "company", body: "x" }, at(DAY)),
    ).rejects.toMatchObject(refused("not_served"));
  });

  it("two complaints of one company that read alike are found and linked in both files, once", async () => {
    const a = await caseInHand(bench, DAY);
    const b = await caseInHand(bench, DAY);
    const found = await similarTo(bench.test.db, a.id, 50);
    expect(found.find((s) => s.reference === b.reference)).toMatchObject({ linked: false });
    const link = () =>
      linkSimilar(bench.zhou, { reference: a.reference, other: b.reference, why: "near_text", likeness: 1 }, later(DAY, 1));
    await link();
    await link();
    for (const one of [a, b]) {
      const rows = await bench.test.db.select().from(caseEvents).where(eq(caseEvents.complaintId, one.id));
      expect(rows.filter((r) => r.type === "similar_linked")).toHaveLength(1);
    }
    expect((await similarTo(bench.test.db, b.id, 50))[0]).toMatchObject({ reference: a.reference, linked: true });
  });

  it("an upload to a case that takes no more is refused before it begins", async () => {
    const { reference, id, holder } = await caseInHand(bench, DAY);
    const begin = (uploadId: string) =>
      beginEvidence(
        { owner: "case", id, side: "complainant", userId: null } as Parameters<typeof beginEvidence>[0],
        { uploadId, name: "a.png", bytes: 10 },
        later(DAY, 2),
      );
    expect(await begin("up-1")).toMatchObject({ row: { complaintId: id } });
    await terminateCase(
      bench.he,
      { reference, ground: "false_or_impersonated", reason: "查明", elsewhere: "12345" },
      later(DAY, 1),
    );
    expect(await begin("up-2")).toEqual({ refused: "forbidden" });
    expect(await lettersOf(id)).toContain("terminated_company");
    expect(holder.complaintId).toBe(id);
  });
});

/** A signed ruling whose review the company has asked for. */
async function underReview() {
  const filed = await caseInHand(bench, DAY);
  const { reference, id } = filed;
  await writeFindings(bench, filed, at(DAY, 16));
  await sendDraft(bench.zhou, reference, at(DAY, 17));
  const ruling = await rulingOf(bench.test.db, id);
  if (!ruling) throw new Error("no ruling");
  const seen = await publishableTexts(bench.test.db, id, ruling);
  const spans = Object.fromEntries(Object.entries(seen).map(([place, text]) => [place, propose(text)]));
  await confirmRedaction(bench.zhou, { reference, spans, seen }, at(DAY, 18));
  await signRuling(bench.he, reference, later(DAY, 14));
  await requestReview(bench.company, { reference, reason: "排班表未被采纳" }, later(DAY, 22));
  return filed;
}

describe("review", () => {
  it("varies a ruling: new findings, a new version, the old one readable, what is upheld follows", async () => {
    const { reference, id } = await underReview();
    const before = await publicationOf(bench.test.db, id);
    const [first, ...others] = before?.findings ?? [];
    if (!before || !first) throw new Error("nothing published");
    const varied = [
      {
        findingId: first.id,
        outcome: "insufficient_evidence" as const,
        tier: null,
        facts: "录音无法辨认接通时刻，王晓明电话13800138000。",
        reasons: "证据不足。",
      },
    ];
    await expect(
      draftReview(bench.lin, { reference, result: "varied", reason: "x", varied: [] }, later(DAY, 25)),
    ).rejects.toMatchObject(refused("invalid"));
    await draftReview(bench.lin, { reference, result: "varied", reason: "新录音改变了第一项。", varied }, later(DAY, 25));
    await expect(signReview(bench.tang, reference, later(DAY, 26))).rejects.toMatchObject(refused("findings_incomplete"));
    const proposed = "录音无法辨认接通时刻，投诉人电话不公开。";
    await confirmReviewWords(
      bench.lin,
      {
        reference,
        texts: {
          reason: "新录音改变了第一项。",
          [`finding.${first.id}.facts`]: proposed,
          [`finding.${first.id}.reasons`]: "证据不足。",
        },
      },
      later(DAY, 25, 12),
    );
    await expect(signReview(bench.lin, reference, later(DAY, 26))).rejects.toMatchObject(refused("same_person"));
    await expect(signReview(bench.he, reference, later(DAY, 26))).rejects.toMatchObject(refused("took_part"));
    await signReview(bench.tang, reference, later(DAY, 26));

    const after = await publicationOf(bench.test.db, id);
    expect(after).toMatchObject({ version: 2, status: "varied", outcome: "partly_upheld", number: before.number });
    expect(after?.sha256).not.toBe(before.sha256);
    expect(after?.findings[0]).toMatchObject({ outcome: "insufficient_evidence", facts: proposed, finalOn: "2026-10-13" });
    const [old] = await versionsOf(bench.test.db, before.number);
    expect(old).toMatchObject({ version: 1, sha256: before.sha256, reason: "新录音改变了第一项。" });
    expect(JSON.stringify([after, old])).not.toMatch(/13800138000/);
    expect((await fileOf(reference)).snapshot.upheld).toEqual(others.map((f) => f.id));
    expect(await lettersOf(id)).toEqual(expect.arrayContaining(["review_varied_company", "review_varied_complainant"]));
  });

  it("an annulment is published with the words an officer confirmed, and the publication is taken back in the ledger", async () => {
    const { reference, id } = await underReview();
    await draftReview(bench.lin, { reference, result: "annulled", reason: "录音属于另一家，见李小红来信。" }, later(DAY, 25));
    await confirmReviewWords(bench.lin, { reference, texts: { reason: "录音属于另一家公司。" } }, later(DAY, 25));
    await signReview(bench.tang, reference, later(DAY, 26));
    expect(await publicationOf(bench.test.db, id)).toMatchObject({ status: "annulled", annulReason: "录音属于另一家公司。" });
    const types = (await fileOf(reference)).events.map((e) => e.type);
    expect(types.slice(-2)).toEqual(["review_decided", "publication_withdrawn"]);
  });
});
