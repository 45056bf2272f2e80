import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "@/db/queries/decisions";
import { rulingOf } from "@/db/queries/rulings";
import { mails, users } from "@/db/schema";
import { PUBLIC } from "@/domain/actors";
import type { Day } from "@/domain/day";
import { acceptComplaint } from "./accept-complaint";
import { addAllegation } from "./add-allegation";
import { bindCompany } from "./bind-company";
import { readCase } from "./case-file";
import { commentOnDraft } from "./comment-on-draft";
import { confirmRedaction } from "./confirm-redaction";
import { draftReview, signReview } from "./decide-review";
import { declineComplaint } from "./decline-complaint";
import { addFile, at, caseInHand, type DeskBench, fileComplaint, later, openDeskBench, writeFindings } from "./desk.fixture";
import { assignCase, extendDecision, pauseClock } from "./manage-case";
import { publishableTexts } from "./publishable-texts";
import { removeAllegation } from "./remove-allegation";
import { replyToCase } from "./reply-to-case";
import { requestReview } from "./request-review";
import { requestSupplement } from "./request-supplement";
import { returnRuling } from "./return-ruling";
import { saveRulingDraft } from "./save-ruling-draft";
import { sendDraft } from "./send-draft";
import { serveUnserved } from "./serve-unserved";
import { signRuling } from "./sign-ruling";
import { terminateCase } from "./terminate-case";

const DAY: Day = "2026-09-17";
let bench: DeskBench;
beforeAll(async () => {
  bench = await openDeskBench();
});
afterAll(() => bench.close());

const refused = (code: string, details = {}) => expect.objectContaining({ code, details: expect.objectContaining(details) });
const stateOf = async (reference: string) => (await readCase(bench.test.db, bench.zhou, { reference }))?.snapshot.state;

/** Hides nothing anywhere. */
async function confirmNothing(filed: { id: string; reference: string }, now: Date) {
  const ruling = await rulingOf(bench.test.db, filed.id);
  if (!ruling) throw new Error("no ruling");
  const seen = await publishableTexts(bench.test.db, filed.id, ruling);
  const spans = Object.fromEntries(Object.keys(seen).map((place) => [place, []]));
  return confirmRedaction(bench.zhou, { reference: filed.reference, spans, seen }, now);
}

/** A draft that is out and has its redaction confirmed. */
async function draftOut(day: Day) {
  const filed = await caseInHand(bench, day);
  await writeFindings(bench, filed, at(day, 16));
  await sendDraft(bench.zhou, filed.reference, at(day, 17));
  await confirmNothing(filed, at(day, 18));
  return filed;
}

describe("two officers at once", () => {
  it("lets one accept, the other is refused, and one acceptance stands in the ledger", async () => {
    const { reference } = await fileComplaint();
    const tries = await Promise.allSettled([
      acceptComplaint(bench.zhou, reference, at(DAY)),
      acceptComplaint(bench.lin, reference, at(DAY)),
    ]);
    expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(tries.find((one) => one.status === "rejected")).toMatchObject({ reason: refused("wrong_state") });
    const events = (await readCase(bench.test.db, bench.zhou, { reference }))?.events ?? [];
    expect(events.filter((e) => e.type === "accepted")).toHaveLength(1);
  });

  it("lets one of accepting and declining win", async () => {
    const { reference } = await fileComplaint();
    const decline = { reference, ground: "out_of_scope", reason: "不是AI客服。", elsewhere: "12345" } as const;
    const tries = await Promise.allSettled([
      acceptComplaint(bench.zhou, reference, at(DAY)),
      declineComplaint(bench.lin, decline, at(DAY)),
    ]);
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(["accepted", "declined"]).toContain(await stateOf(reference));
  });

  it("does not let one save a draft over what a colleague saved since", async () => {
    const filed = await caseInHand(bench, DAY);
    await writeFindings(bench, filed, at(DAY, 16));
    const draft = { reference: filed.reference, title: "一", decision: "二", findings: [] };
    await expect(saveRulingDraft(bench.lin, { ...draft, base: null }, at(DAY, 17))).rejects.toEqual(refused("conflict"));
    await saveRulingDraft(bench.lin, { ...draft, base: at(DAY, 16).toISOString() }, at(DAY, 17));
    expect((await rulingOf(bench.test.db, filed.id))?.title).toBe("一");
  });
});

describe("declining and ending", () => {
  it("needs a reason in words and where else to turn", async () => {
    const { id, reference } = await fileComplaint();
    const input = { reference, ground: "too_old", reason: "发生已超过3年。", elsewhere: "人民法院" } as const;
    await expect(declineComplaint(bench.zhou, { ...input, reason: " " }, at(DAY))).rejects.toEqual(
      refused("missing_reason", { field: "reason" }),
    );
    await expect(declineComplaint(bench.zhou, { ...input, elsewhere: "" }, at(DAY))).rejects.toEqual(
      refused("missing_reason", { field: "elsewhere" }),
    );
    await declineComplaint(bench.zhou, input, at(DAY));
    expect((await wordsOf(bench.test.db, id)).decisions).toMatchObject([{ ground: "too_old", elsewhere: "人民法院" }]);
    const letters = await bench.test.db.select().from(mails).where(eq(mails.complaintId, id));
    expect(letters.map((m) => m.template)).toContain("declined_complainant");
  });

  it("asks for completion once, with something in the list", async () => {
    const { reference } = await fileComplaint();
    await expect(requestSupplement(bench.zhou, { reference, items: [" "] }, at(DAY))).rejects.toEqual(refused("missing_reason"));
    await requestSupplement(bench.zhou, { reference, items: ["聊天截图"] }, at(DAY));
    await expect(requestSupplement(bench.lin, { reference, items: ["别的"] }, at(DAY, 12))).rejects.toEqual(
      refused("wrong_state"),
    );
  });

  it("ends an accepted case by the supervisor alone", async () => {
    const { reference } = await caseInHand(bench, DAY);
    const input = { reference, ground: "already_handled", reason: "别处已办。", elsewhere: "原处理机构" } as const;
    await expect(terminateCase(bench.zhou, input, at(DAY, 16))).rejects.toEqual(refused("forbidden"));
    await terminateCase(bench.he, input, at(DAY, 16));
    expect(await stateOf(reference)).toBe("declined");
  });

  it("serves a case taken in after all, when its decline is annulled", async () => {
    const { reference, holder } = await fileComplaint();
    await bindCompany(bench.zhou, { reference, companyId: bench.company.companyId }, at(DAY));
    const input = { reference, ground: "too_old", reason: "发生已超过3年。", elsewhere: "人民法院" } as const;
    await declineComplaint(bench.zhou, input, at(DAY, 11));
    await requestReview(holder, { reference, reason: "是今年的事。" }, at(DAY, 12));
    await draftReview(bench.lin, { reference, result: "annulled", reason: "发生在今年。" }, at(DAY, 13));
    const { snapshot } = await signReview(bench.he, reference, at(DAY, 14));
    expect(snapshot).toMatchObject({ state: "accepted", servedAt: at(DAY, 14) });
  });
});

describe("a draft", () => {
  it("does not go out with a gap, a changed tier without reason, or before service", async () => {
    const filed = await caseInHand(bench, DAY);
    await expect(sendDraft(bench.zhou, filed.reference, at(DAY, 16))).rejects.toEqual(refused("findings_incomplete"));
    await writeFindings(bench, filed, at(DAY, 16), { tier: "serious" });
    await expect(sendDraft(bench.zhou, filed.reference, at(DAY, 17))).rejects.toEqual(refused("missing_reason"));
    await writeFindings(bench, filed, at(DAY, 17), { tier: "serious", tierReason: "同一通道一个月里第三次。" });
    await addAllegation(bench.zhou, { reference: filed.reference, clause: "C1.2" }, at(DAY, 18));
    await expect(sendDraft(bench.zhou, filed.reference, at(DAY, 18))).rejects.toEqual(refused("findings_incomplete"));

    const unserved = await fileComplaint();
    await acceptComplaint(bench.zhou, unserved.reference, at(DAY));
    await expect(sendDraft(bench.zhou, unserved.reference, at(DAY, 16))).rejects.toEqual(refused("missing_company"));
    await expect(serveUnserved(bench.zhou, unserved.reference, at(DAY, 16))).rejects.toEqual(refused("missing_company"));
  });

  it("upholds nothing on evidence the company may not see, and may find it insufficient", async () => {
    const filed = await caseInHand(bench, DAY, { consents: [] });
    const evidence = await addFile(bench, filed.id, "complainant");
    await writeFindings(bench, filed, at(DAY, 16), { evidenceIds: [evidence] });
    await expect(sendDraft(bench.zhou, filed.reference, at(DAY, 17))).rejects.toEqual(refused("evidence_unseen"));
    await writeFindings(bench, filed, at(DAY, 17), { evidenceIds: [evidence], outcome: "insufficient_evidence" });
    await sendDraft(bench.zhou, filed.reference, at(DAY, 18));
    expect(await stateOf(filed.reference)).toBe("ruling_drafted");
  });

  it("leans on nothing of another case", async () => {
    const [one, other] = [await caseInHand(bench, DAY), await caseInHand(bench, DAY)];
    const foreign = await addFile(bench, other.id, "complainant");
    await expect(writeFindings(bench, one, at(DAY, 16), { evidenceIds: [foreign] })).rejects.toEqual(refused("invalid"));
  });

  it("lets an officer take back only what an officer added", async () => {
    const { reference } = await caseInHand(bench, DAY);
    const allegationId = await addAllegation(bench.zhou, { reference, clause: "C1.2" }, at(DAY, 16));
    await expect(addAllegation(bench.lin, { reference, clause: "C1.2" }, at(DAY, 16))).rejects.toEqual(refused("already_done"));
    await expect(addAllegation(bench.zhou, { reference, clause: "A1.1" }, at(DAY, 16))).rejects.toEqual(refused("invalid"));
    await removeAllegation(bench.zhou, { reference, allegationId }, at(DAY, 17));
    await expect(removeAllegation(bench.zhou, { reference, allegationId }, at(DAY, 17))).rejects.toEqual(refused("not_found"));
  });
});

describe("signing", () => {
  it("waits for both sides or their five working days", async () => {
    const { reference, holder } = await draftOut(DAY);
    await expect(signRuling(bench.he, reference, later(DAY, 1))).rejects.toEqual(
      refused("too_early", { clock: "draft_comments", due: "2026-09-23" }),
    );
    await commentOnDraft(holder, { reference, body: "" }, later(DAY, 1));
    await expect(signRuling(bench.he, reference, later(DAY, 6, 23))).rejects.toEqual(refused("too_early"));
    await signRuling(bench.he, reference, later(DAY, 7, 0));
    expect(await stateOf(reference)).toBe("ruled");
  });

  it("is never done by the one who drafted, whatever they have become", async () => {
    const { reference, holder } = await draftOut(DAY);
    await commentOnDraft(holder, { reference, body: "" }, later(DAY, 1));
    await commentOnDraft(bench.company, { reference, body: "" }, later(DAY, 1));
    const promoted = { role: "supervisor", userId: bench.zhou.userId } as const;
    await expect(signRuling(promoted, reference, later(DAY, 1, 12))).rejects.toEqual(refused("same_person"));
  });

  it("asks for the redaction again when a public text changed after it was confirmed", async () => {
    const filed = await caseInHand(bench, DAY);
    await writeFindings(bench, filed, at(DAY, 16));
    await confirmNothing(filed, at(DAY, 16));
    await writeFindings(bench, filed, at(DAY, 17), { outcome: "partly_upheld" });
    await saveRulingDraft(
      bench.zhou,
      {
        reference: filed.reference,
        title: "改过的标题",
        decision: "公司应当在七个工作日内整改。",
        findings: ((await rulingOf(bench.test.db, filed.id))?.findings ?? []).map((f) => ({
          ...f,
          title: f.title ?? "",
          measure: null,
        })) as never,
      },
      at(DAY, 18),
    );
    await sendDraft(bench.zhou, filed.reference, at(DAY, 19));
    await expect(signRuling(bench.he, filed.reference, later(DAY, 10))).rejects.toEqual(
      refused("findings_incomplete", { message: "redaction_open" }),
    );
  });

  it("may give the draft back with a reason; it then goes out again with five new days", async () => {
    const { reference } = await draftOut(DAY);
    await expect(returnRuling(bench.he, { reference, reason: "" }, later(DAY, 1))).rejects.toEqual(refused("missing_reason"));
    await returnRuling(bench.he, { reference, reason: "B2.1的事实没有写时间。" }, later(DAY, 1));
    expect(await stateOf(reference)).toBe("accepted");
    await sendDraft(bench.zhou, reference, later(DAY, 3));
    await expect(signRuling(bench.he, reference, later(DAY, 7))).rejects.toEqual(refused("too_early"));
  });
});

describe("a review", () => {
  it("is proposed and signed by two people who took no part", async () => {
    const { reference, holder } = await draftOut(DAY);
    await commentOnDraft(holder, { reference, body: "" }, later(DAY, 1));
    await commentOnDraft(bench.company, { reference, body: "" }, later(DAY, 1));
    await signRuling(bench.he, reference, later(DAY, 1, 12));
    await requestReview(bench.company, { reference, reason: "事实有误。" }, later(DAY, 4));
    const proposal = { reference, result: "upheld", reason: "事实清楚。" } as const;
    await expect(draftReview(bench.zhou, proposal, later(DAY, 5))).rejects.toEqual(refused("took_part"));
    await expect(signReview(bench.tang, reference, later(DAY, 5))).rejects.toEqual(refused("wrong_state"));
    await draftReview(bench.lin, proposal, later(DAY, 5));
    await expect(signReview(bench.lin, reference, later(DAY, 6))).rejects.toEqual(refused("same_person"));
    await expect(signReview(bench.he, reference, later(DAY, 6))).rejects.toEqual(refused("took_part"));
    await signReview(bench.tang, reference, later(DAY, 6));
    expect(await stateOf(reference)).toBe("final");
  });
});

describe("who may", () => {
  it("finds no case that is not theirs, and may do nothing that is not their part", async () => {
    const { reference } = await fileComplaint();
    const accept = (actor: Parameters<typeof acceptComplaint>[0]) => acceptComplaint(actor, reference, at(DAY));
    await expect(accept(bench.he)).rejects.toEqual(refused("forbidden"));
    await expect(accept(bench.company)).rejects.toEqual(refused("not_found"));
    await expect(accept(PUBLIC)).rejects.toEqual(refused("not_found"));
    for (const role of ["editor", "publisher", "admin"] as const)
      await expect(accept({ role, userId: bench.zhou.userId })).rejects.toEqual(refused("not_found"));
    await expect(accept({ role: "complainant", complaintId: bench.zhou.userId })).rejects.toEqual(refused("not_found"));
    await expect(bindCompany(bench.he, { reference, companyId: bench.company.companyId }, at(DAY))).rejects.toEqual(
      refused("forbidden"),
    );
  });

  it("keeps a company from another company's case", async () => {
    const { reference } = await caseInHand(bench, DAY);
    const reply = { reference, kind: "reply", body: "不是我们。" } as const;
    await expect(replyToCase(bench.stranger, reply, at(DAY, 16))).rejects.toEqual(refused("not_found"));
  });

  it("leaves extensions to the supervisor, once, and pauses to officers", async () => {
    const { reference } = await caseInHand(bench, DAY);
    await expect(extendDecision(bench.zhou, { reference, why: "复杂" }, at(DAY, 16))).rejects.toEqual(refused("forbidden"));
    await extendDecision(bench.he, { reference, why: "鉴定排期" }, at(DAY, 16));
    await expect(extendDecision(bench.he, { reference, why: "再来" }, at(DAY, 17))).rejects.toEqual(refused("once_only"));
    const mediation = { reference, reason: "mediation", why: "双方谈" } as const;
    await expect(pauseClock(bench.zhou, mediation, at(DAY, 16))).rejects.toEqual(refused("not_consented"));
    const appraisal = { reference, reason: "appraisal", why: "录音送鉴定" } as const;
    await expect(pauseClock(bench.he, appraisal, at(DAY, 16))).rejects.toEqual(refused("forbidden"));
    await pauseClock(bench.zhou, appraisal, at(DAY, 16));
  });

  it("gives a case only to an officer who is still there", async () => {
    const { reference } = await fileComplaint();
    const give = (officerId: string) => assignCase(bench.he, { reference, officerId }, at(DAY));
    await expect(give(bench.he.userId)).rejects.toEqual(refused("invalid", { field: "officerId" }));
    await expect(give("0199c0de-0000-7000-8000-00000000dead")).rejects.toEqual(refused("invalid"));
    await bench.test.db
      .update(users)
      .set({ disabledAt: at(DAY) })
      .where(eq(users.id, bench.lin.userId));
    await expect(give(bench.lin.userId)).rejects.toEqual(refused("invalid"));
    await bench.test.db.update(users).set({ disabledAt: null }).where(eq(users.id, bench.lin.userId));
    await give(bench.lin.userId);
  });
});
