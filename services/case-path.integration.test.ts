import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "@/db/queries/cases";
import { wordsOf } from "@/db/queries/decisions";
import { contactOf } from "@/db/queries/filing";
import { publicationOf, rectificationsOf, rulingOf, textOf } from "@/db/queries/rulings";
import { complaints } from "@/db/schema";
import { projectCase } from "@/domain/case-projection";
import { caseClocks } from "@/domain/clocks";
import { type Day, dayOf } from "@/domain/day";
import { propose } from "@/domain/redaction";
import { replay } from "@/domain/replay";
import { acceptComplaint } from "./accept-complaint";
import { addAllegation } from "./add-allegation";
import { bindCompany } from "./bind-company";
import { readCase } from "./case-file";
import { changeContact } from "./change-contact";
import { commentOnDraft } from "./comment-on-draft";
import { confirmRedaction } from "./confirm-redaction";
import { correctWords } from "./correct-words";
import { addFile, at, type DeskBench, fileComplaint, later, openDeskBench, writeFindings } from "./desk.fixture";
import { enforceCase } from "./enforce-deadlines";
import { publishableTexts } from "./publishable-texts";
import { checkRectification, reportRectification } from "./rectify";
import { replyToCase } from "./reply-to-case";
import { sendDraft } from "./send-draft";
import { signRuling } from "./sign-ruling";

let bench: DeskBench;
beforeAll(async () => {
  bench = await openDeskBench();
});
afterAll(() => bench.close());

const file = async (reference: string) => {
  const read = await readCase(bench.test.db, bench.zhou, { reference });
  if (!read) throw new Error("the case is gone");
  return read;
};

/** Confirms what the machine proposes for every public text, as an officer does who agrees with all of it. */
async function confirmAll(filed: { id: string; reference: string }, now: Date): Promise<string[]> {
  const ruling = await rulingOf(bench.test.db, filed.id);
  if (!ruling) throw new Error("no ruling");
  const texts = await publishableTexts(bench.test.db, filed.id, ruling);
  const spans = Object.fromEntries(Object.entries(texts).map(([place, text]) => [place, propose(text)]));
  return confirmRedaction(bench.zhou, { reference: filed.reference, spans, seen: texts }, now);
}

/** The last day of a clock of the case, as known on `today`. */
async function dueOf(reference: string, clock: string, today: Day): Promise<Day> {
  const { snapshot, calendar } = await file(reference);
  const due = caseClocks(snapshot, calendar, today).findLast((c) => c.clock === clock)?.due;
  if (!due) throw new Error(`no clock ${clock}`);
  return due;
}

describe("a case from filing to an accepted rectification", () => {
  it("walks the whole path, every step an event, and ends as its events tell it", async () => {
    const day: Day = "2026-09-17";
    const filed = await fileComplaint({}, at(day, 9));
    const { reference } = filed;

    await bindCompany(bench.zhou, { reference, companyId: bench.company.companyId }, at(day));
    await acceptComplaint(bench.zhou, reference, later(day, 1));
    expect((await file(reference)).snapshot).toMatchObject({ state: "accepted", serviceMethod: "account" });

    await replyToCase(bench.company, { reference, kind: "reply", body: "当天进线是平日的三倍。" }, later(day, 4));
    await addFile(bench, filed.id, "complainant");
    await addAllegation(bench.zhou, { reference, clause: "B3.2" }, later(day, 5));
    await writeFindings(bench, filed, later(day, 5));
    await sendDraft(bench.zhou, reference, later(day, 5, 12));
    expect((await file(reference)).row).toMatchObject({ state: "ruling_drafted", waitingFor: "comments" });

    await commentOnDraft(filed.holder, { reference, body: "" }, later(day, 6));
    await commentOnDraft(bench.company, { reference, body: "请写明当日暴雨。" }, later(day, 6, 11));
    expect((await file(reference)).row.waitingFor).toBe("signature");

    await expect(signRuling(bench.he, reference, later(day, 6, 12))).rejects.toMatchObject({ code: "findings_incomplete" });
    expect(await confirmAll(filed, later(day, 6, 13))).toEqual([]);
    const { number } = await signRuling(bench.he, reference, later(day, 6, 14));

    const published = await publicationOf(bench.test.db, filed.id);
    expect(published).toMatchObject({ number, status: "not_final", companyReply: "当天进线是平日的三倍。" });
    expect(JSON.stringify(published)).not.toMatch(/13800138000|王晓明/);
    expect(published?.findings).toHaveLength(6);

    const window = await dueOf(reference, "review_window", "2026-09-24");
    await enforceCase(filed.id, later(window, 1, 1));
    const final = await file(reference);
    expect(final.snapshot).toMatchObject({ state: "final", finalOn: window });
    expect((await publicationOf(bench.test.db, filed.id))?.status).toBe("final");

    const [first, ...rest] = await rectificationsOf(bench.test.db, filed.id);
    expect(rest).toHaveLength(5);
    const findingId = first?.findingId ?? "";
    const report = (now: Date) => reportRectification(bench.company, { reference, findingId, body: "已改。" }, now);
    await report(later(window, 3));
    expect((await file(reference)).row).toMatchObject({ deskClock: "rectification_check", waitingFor: "us" });
    await expect(
      checkRectification(bench.zhou, { reference, findingId, result: "rejected", note: " " }, later(window, 4)),
    ).rejects.toMatchObject({ code: "missing_reason", details: { field: "note" } });
    await checkRectification(bench.zhou, { reference, findingId, result: "rejected", note: "没有附记录" }, later(window, 4));
    await report(later(window, 5));
    await checkRectification(bench.lin, { reference, findingId, result: "accepted", note: "" }, later(window, 6));
    const done = (await rectificationsOf(bench.test.db, filed.id)).find((r) => r.findingId === findingId);
    expect(done).toMatchObject({ state: "accepted", acceptedOn: dayOf(later(window, 6)) });
  });

  it("replays every case of the bench to its row", async () => {
    const rows = await bench.test.db.select().from(complaints);
    for (const row of rows) {
      const { calendar } = await file(row.reference);
      const events = await eventsOf(bench.test.db, row.id);
      const last = events.at(-1)?.at ?? row.filedAt;
      const asOf = events.at(-1)?.actor.role === "system" ? new Date(last.getTime() + 1) : last;
      expect(row).toMatchObject(projectCase(replay(events), calendar, dayOf(asOf)));
    }
  });

  it("keeps the words of every decision beside the event", async () => {
    const [row] = await bench.test.db.select().from(complaints).where(eq(complaints.companyId, bench.company.companyId)).limit(1);
    const words = await wordsOf(bench.test.db, row?.id ?? "");
    expect(words.replies).toHaveLength(1);
    expect(words.comments.map((c) => [c.side, c.body])).toEqual([
      ["complainant", ""],
      ["company", "请写明当日暴雨。"],
    ]);
    expect(words.services).toMatchObject([{ method: "account" }]);
  });
});

describe("correcting one's own data", () => {
  it("puts a correction after the words, changes the contact, and counts a new address as unproven", async () => {
    const filed = await fileComplaint({}, at("2026-09-17"));
    await correctWords(filed.holder, { reference: filed.reference, words: " 是二十一次，不是二十次 " }, at("2026-09-18"));
    const text = await textOf(bench.test.db, filed.id);
    expect(text?.narrative).toMatch(/还是机器人。\n\n\[2026-09-18\] 是二十一次，不是二十次$/);
    const contact = { name: "", email: " A@Mail.example ", phone: "", postal: "", filedForName: "" };
    await changeContact(filed.holder, filed.reference, contact, at("2026-09-18"));
    expect(await contactOf(bench.test.db, filed.id)).toMatchObject({ email: "a@mail.example", phone: null, verifiedAt: null });
    const file = await readCase(bench.test.db, bench.zhou, { reference: filed.reference });
    expect(file?.events.map((e) => e.type)).toEqual(expect.arrayContaining(["words_corrected", "contact_changed"]));
    for (const [wrong, field] of [
      [{ ...contact, email: "a@" }, "email"],
      [{ ...contact, phone: "12" }, "phone"],
      [{ ...contact, email: "" }, "phone"],
    ] as const)
      await expect(changeContact(filed.holder, filed.reference, wrong, at("2026-09-18"))).rejects.toMatchObject({
        code: "invalid",
        details: { field },
      });
    await expect(correctWords(bench.company, { reference: filed.reference, words: "x" }, at("2026-09-18"))).rejects.toThrow();
  });
});
