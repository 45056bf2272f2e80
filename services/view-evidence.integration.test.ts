import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "@/db/queries/cases";
import { filesOf } from "@/db/queries/uploads";
import { companies, consents, users } from "@/db/schema";
import { type Actor, PUBLIC } from "@/domain/actors";
import { originalResponse, previewResponse } from "@/platform/evidence-response";
import type { Format } from "@/platform/file-kinds/kinds";
import { openSealedObject } from "@/platform/storage/sealed-objects";
import { acceptComplaint } from "./accept-complaint";
import { bindCompany } from "./bind-company";
import { openDraft } from "./draft-file";
import { ANSWERS, FILED_AT, type FilingBench, fillDraft, minutes, openFilingBench } from "./filing.fixture";
import { submitDraft } from "./submit-draft";
import { takeEvidence } from "./take-evidence";
import { viewEvidence } from "./view-evidence";

let bench: FilingBench;
let officer: Actor;
let company: Actor;
beforeAll(async () => {
  bench = await openFilingBench();
  const [desk] = await bench.test.db.insert(users).values({ email: "zhou@example.com", role: "officer" }).returning();
  const [firm] = await bench.test.db
    .insert(companies)
    .values({
      slug: "luting",
      name: "鹿汀商城",
      nameHant: "鹿汀商城",
      nameEn: "Luting",
      pinyin: "lu ting",
      sector: "retail",
      sizeClass: "large",
      serviceEmail: "service@luting.example",
    })
    .returning();
  const [agent] = await bench.test.db
    .insert(users)
    .values({ email: "agent@luting.example", role: "company", companyId: firm?.id ?? null })
    .returning();
  officer = { role: "officer", userId: desk?.id ?? "" };
  company = { role: "company", userId: agent?.id ?? "", companyId: firm?.id ?? "" };
});
afterAll(() => bench.close());

const sample = (name: string) => readFileSync(`platform/file-kinds/samples/${name}`);

/** A draft with one file in it. */
async function draftWith(name: string, bytes: Buffer, answers = ANSWERS) {
  const token = await fillDraft(answers);
  const draftId = (await openDraft(bench.test.db, { token }, FILED_AT))?.row.id ?? "";
  const taken = await takeEvidence(
    { owner: "draft", id: draftId, side: "complainant", userId: null },
    { name, bytes: bytes.length, stream: Readable.from([bytes]) },
    FILED_AT,
  );
  if (!("row" in taken) || taken.row?.status !== "received") throw new Error("the sample was not received");
  return { token, draftId, file: taken.row };
}

async function filedWith(consent: boolean) {
  const { token, draftId, file } = await draftWith("通话.m4a", sample("tone.m4a"), {
    ...ANSWERS,
    consents: consent ? ["share_with_company"] : [],
  });
  const { submitted } = await submitDraft(PUBLIC, { token }, "zh-Hans", FILED_AT);
  if (!submitted) throw new Error("incomplete");
  return { ...submitted.row, draftId, fileId: file.id };
}

/** Accepted, bound to the register, and thereby served. */
async function serve(reference: string) {
  await bindCompany(officer, { reference, companyId: company.companyId ?? "" }, minutes(60));
  return acceptComplaint(officer, reference, minutes(61));
}

const views = async (id: string) => (await eventsOf(bench.test.db, id)).filter((e) => e.type === "evidence_viewed");

describe("a file of a draft", () => {
  it("is seen by its holder alone, and no longer that way once it is part of a case", async () => {
    const { token, draftId, file } = await draftWith("一.m4a", sample("tone.m4a"));
    expect((await viewEvidence(PUBLIC, draftId, file.id, minutes(1))).id).toBe(file.id);
    for (const other of [null, randomUUID()])
      await expect(viewEvidence(PUBLIC, other, file.id, minutes(1))).rejects.toMatchObject({ code: "not_found" });
    await expect(viewEvidence(officer, null, file.id, minutes(1))).rejects.toMatchObject({ code: "not_found" });
    await submitDraft(PUBLIC, { token }, "zh-Hans", FILED_AT);
    await expect(viewEvidence(PUBLIC, draftId, file.id, minutes(2))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a file of a case", () => {
  it("is shown to the desk, with an event a person and day", async () => {
    const row = await filedWith(false);
    for (const minute of [1, 2, 30]) await viewEvidence(officer, null, row.fileId, minutes(minute));
    expect(await views(row.id)).toHaveLength(1);
    await viewEvidence(officer, null, row.fileId, minutes(24 * 60));
    await viewEvidence({ role: "supervisor", userId: randomUUID() }, null, row.fileId, minutes(24 * 60 + 1));
    expect((await views(row.id)).map((e) => e.actor.role)).toEqual(["officer", "officer", "supervisor"]);
  });

  it("is shown to the company once it is served and as long as the complainant consents", async () => {
    const row = await filedWith(true);
    await expect(viewEvidence(company, null, row.fileId, minutes(5))).rejects.toMatchObject({ code: "not_found" });
    await serve(row.reference);
    await viewEvidence(company, null, row.fileId, minutes(70));
    const [seen] = await views(row.id);
    expect(seen).toMatchObject({ actor: { role: "company", userId: company.userId } });
    await bench.test.db.update(consents).set({ withdrawnAt: minutes(80) });
    await expect(viewEvidence(company, null, row.fileId, minutes(90))).rejects.toMatchObject({ code: "not_found" });
  });

  it("is kept from a company without consent, and from everyone who is no party", async () => {
    const row = await filedWith(false);
    await serve(row.reference);
    const others: Actor[] = [
      company,
      { ...company, companyId: randomUUID() },
      PUBLIC,
      { role: "admin", userId: randomUUID() },
      { role: "publisher", userId: randomUUID() },
      { role: "complainant", complaintId: randomUUID() },
    ];
    for (const actor of others)
      await expect(viewEvidence(actor, null, row.fileId, minutes(70))).rejects.toMatchObject({ code: "not_found" });
    expect((await viewEvidence({ role: "complainant", complaintId: row.id }, null, row.fileId, minutes(70))).id).toBe(row.fileId);
    expect(await views(row.id)).toHaveLength(0);
  });

  it("does not tell a wrong id from one that is not there", async () => {
    for (const id of ["x", randomUUID(), "../../etc"])
      await expect(viewEvidence(officer, null, id, minutes(1))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what is sent", () => {
  async function served(name: string, bytes: Buffer) {
    const { draftId } = await draftWith(name, bytes);
    const [row] = await filesOf(bench.test.db, { draftId });
    const file = await openSealedObject(bench.store.storage, row?.storageKey ?? "", bench.store.master);
    const facts = row?.facts as { format: Format; active: boolean };
    return { name, format: facts.format, active: facts.active, file };
  }
  const safe = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };

  it("is sound with ranges, to be played in place and kept by nobody", async () => {
    const bytes = sample("tone.m4a");
    const evidence = await served("通话.m4a", bytes);
    const whole = originalResponse(evidence, null);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      ...safe,
      "content-type": "audio/mp4",
      "accept-ranges": "bytes",
      "content-length": String(bytes.length),
    });
    expect(whole.headers.get("content-security-policy")).toContain("sandbox");
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = originalResponse(evidence, "bytes=100-199");
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 100-199/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);
    const tail = originalResponse(evidence, "bytes=-50");
    expect(Buffer.from(await tail.arrayBuffer()).equals(bytes.subarray(-50))).toBe(true);
    expect(originalResponse(evidence, `bytes=${bytes.length}-`).status).toBe(416);
  });

  it("is a page or script only ever as something to save", async () => {
    const evidence = await served(
      "聊天.html",
      Buffer.from("<!doctype html><title>聊天</title><script>alert(1)</script><p>转人工</p>"),
    );
    const response = originalResponse(evidence, null);
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(await previewResponse(evidence)).toBeNull();
  });

  it("is a picture drawn anew, without what the camera wrote into it", async () => {
    const photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: "#ccd" } })
      .withExif({ IFD0: { Copyright: "canary-13800138000" } })
      .jpeg()
      .toBuffer();
    expect(photo.includes("canary")).toBe(true);
    const response = await previewResponse(await served("照片.jpg", photo));
    expect(response?.headers.get("content-type")).toBe("image/webp");
    const drawn = Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(drawn.includes("canary")).toBe(false);
    expect(await sharp(drawn).metadata()).toMatchObject({ format: "webp", width: 1600, height: 800 });
  });
});
