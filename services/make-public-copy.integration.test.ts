import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { PDFDocument, StandardFonts } from "pdf-lib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileRedactionOf } from "@/db/queries/evidence-redactions";
import { putConsent } from "@/db/queries/rulings";
import { evidenceFiles, publishedRulings } from "@/db/schema";
import type { FilePlan, Region } from "@/domain/redaction/regions";
import { drawPaper } from "@/platform/redaction/paper";
import { decodeSound } from "@/platform/redaction/sound";
import { collect } from "@/platform/sealing/sealed-file";
import { openSealedObject, putSealed } from "@/platform/storage/sealed-objects";
import { at, caseInHand, type DeskBench, openDeskBench } from "./desk.fixture";
import { pagePicture } from "./file-pages";
import { makePublicCopy, proposeForFile } from "./make-public-copy";
import { publishedCopy, publishedEvidence } from "./published-evidence";
import { askForRedaction, confirmFileRedaction, saveFilePlan, withdrawFileCopy } from "./redact-file";

let bench: DeskBench;
let filed: Awaited<ReturnType<typeof caseInHand>>;
const NOW = at("2026-09-18");
const NUMBER = "2026-09001";
beforeAll(async () => {
  bench = await openDeskBench();
  filed = await caseInHand(bench, "2026-09-17", { consents: ["share_with_company", "publish_words"] });
  await bench.test.db.insert(publishedRulings).values({
    number: NUMBER,
    rulingId: randomUUID(),
    complaintId: filed.id,
    companyId: bench.company.companyId,
    sector: "retail",
    status: "final",
    outcome: "upheld",
    title: "x",
    decision: "x",
    allegationCount: 1,
    clocks: [],
    standardVersion: "1",
    filedMonth: "2026-09",
    signedOn: "2026-09-18",
    signedAt: NOW,
    finalOn: "2026-09-18",
    sha256: "0".repeat(64),
  });
});
afterAll(() => bench.close());

async function addFile(kind: string, format: string, bytes: Buffer, side = "complainant"): Promise<string> {
  const storageKey = `originals/rd/${randomUUID()}.age`;
  const { sha256 } = await putSealed(bench.store.storage, storageKey, bytes, bench.store.master);
  const [row] = await bench.test.db
    .insert(evidenceFiles)
    .values({
      complaintId: filed.id,
      side,
      originalName: "张三的截图.png",
      kind,
      bytes: bytes.length,
      sha256,
      storageKey,
      status: "received",
      facts: { format, encoding: "utf-8" },
      ord: 1,
    })
    .returning({ id: evidenceFiles.id });
  return row?.id ?? "";
}

const planOf = async (id: string) => {
  const row = await fileRedactionOf(bench.test.db, id);
  if (!row) throw new Error("no row");
  return { ...row, plan: row.plan as FilePlan };
};

/** From the question to a public copy, with all that the machine proposed; answers the copy's bytes. */
async function published(id: string, change: (plan: FilePlan) => Partial<FilePlan> = () => ({})): Promise<Buffer> {
  await askForRedaction(bench.zhou, id, NOW);
  await proposeForFile(bench.store, id, NOW);
  const { plan, revision } = await planOf(id);
  const decided = { regions: plan.regions, stretches: plan.stretches, spans: plan.spans, ...change(plan) };
  const next = await saveFilePlan(bench.zhou, { evidenceId: id, revision, decided }, NOW);
  await confirmFileRedaction(bench.zhou, { evidenceId: id, revision: next }, NOW);
  await makePublicCopy(bench.store, id, NOW);
  const row = await planOf(id);
  expect(row).toMatchObject({ state: "confirmed", failedWhy: null });
  return collect((await openSealedObject(bench.store.storage, row.derivativeKey ?? "", bench.store.master)).stream());
}

const chat = (lines: string[]) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="${120 + lines.length * 90}"><rect width="100%" height="100%" fill="#ededed"/>${lines
        .map(
          (line, i) =>
            `<rect x="40" y="${60 + i * 90}" width="700" height="64" rx="8" fill="#fff"/><text x="60" y="${102 + i * 90}" font-family="Noto Sans CJK SC" font-size="28" fill="#111">${line}</text>`,
        )
        .join("")}</svg>`,
    ),
  );

describe("a screenshot for the public", () => {
  it("has its number burnt out, no metadata, a new name; the original stays as it was", async () => {
    const original = await chat(["我的电话是13812345678", "请问您要咨询什么问题", "我要转人工"])
      .withExif({
        IFD0: { Copyright: "CANARYEXIF", Make: "CANARYEXIF" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "39/1 54/1 0/1" },
      })
      .jpeg({ quality: 90 })
      .toBuffer();
    expect(original.includes("CANARYEXIF")).toBe(true);
    const id = await addFile("image", "jpeg", original);
    const copy = await published(id);
    expect(copy.includes("CANARYEXIF")).toBe(false);
    const facts = await sharp(copy).metadata();
    expect(facts).toMatchObject({ format: "webp", width: 800 });
    expect([facts.exif, facts.xmp, facts.iptc, facts.icc]).toEqual([undefined, undefined, undefined, undefined]);

    // Read again by the same eyes: nothing of the number, all of the rest.
    const again = await addFile("image", "webp", copy);
    await askForRedaction(bench.zhou, again, NOW);
    await proposeForFile(bench.store, again, NOW);
    expect((await planOf(again)).plan.regions).toEqual([]);
    const { plan } = await planOf(id);
    const phone = plan.regions.find((r) => r.type === "PHONE") as Region;
    const raw = await sharp(copy).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const [left, top] = [Math.ceil(phone.x * 800) + 3, Math.ceil(phone.y * raw.info.height) + 3];
    const [width, height] = [Math.floor(phone.w * 800) - 6, Math.floor(phone.h * raw.info.height) - 6];
    const { channels } = await sharp(await sharp(copy).extract({ left, top, width, height }).toBuffer()).stats();
    for (const channel of channels.slice(0, 3)) expect(channel.stdev).toBeLessThan(6);
    const kept = await bench.test.db.select().from(evidenceFiles).where(eq(evidenceFiles.id, id));
    const sealed = await openSealedObject(bench.store.storage, kept[0]?.storageKey ?? "", bench.store.master);
    expect(await sealed.sha256()).toBe(kept[0]?.sha256);
  });

  it("shows what an officer rejected, hides what they drew, and the preview is the same", async () => {
    const id = await addFile("image", "png", await chat(["客服电话13812345678", "订单很急"]).png().toBuffer());
    const drawn: Region = {
      id: "o-1",
      page: 0,
      x: 0,
      y: 0.5,
      w: 1,
      h: 0.5,
      type: "OTHER",
      why: "drawn",
      by: "officer",
      on: true,
    };
    const copy = await published(id, (plan) => ({ regions: [...plan.regions.map((r) => ({ ...r, on: false })), drawn] }));
    const { height = 0 } = await sharp(copy).metadata();
    const part = async (top: number, size: number) => {
      const cut = await sharp(copy).extract({ left: 0, top, width: 800, height: size }).toBuffer();
      return (await sharp(cut).stats()).channels[0]?.stdev ?? 0;
    };
    expect(await part(40, 100)).toBeGreaterThan(10);
    expect(await part(Math.ceil(height / 2) + 2, Math.floor(height / 2) - 4)).toBeLessThan(4);
    const preview = await pagePicture(bench.store, id, 0, (await planOf(id)).plan.regions);
    expect((await sharp(preview ?? undefined).metadata()).height).toBe(height);
    expect(await pagePicture(bench.store, id, 1, [])).toBeNull();
  });
});

describe("a paper for the public", () => {
  it("is made of pictures with the text that is left, and knows nothing of the original", async () => {
    const paper = await PDFDocument.create();
    paper.setTitle("CANARYTITLE");
    paper.setAuthor("CANARYAUTHOR");
    const font = await paper.embedFont(StandardFonts.Helvetica);
    const sheet = paper.addPage([595, 842]);
    sheet.drawText("Invoice for the customer", { x: 50, y: 780, size: 18, font });
    sheet.drawText("My phone is 13812345678 thanks", { x: 50, y: 740, size: 14, font });
    sheet.drawText("Amount due CNY 300 for the cancelled contract in September", { x: 50, y: 700, size: 14, font });
    const original = Buffer.from(await paper.save({ useObjectStreams: false }));
    const copy = await published(await addFile("pdf", "pdf", original));
    for (const word of ["CANARYTITLE", "CANARYAUTHOR", "/Info", "/Metadata", "/Link", "/JavaScript"])
      expect(copy.includes(word), word).toBe(false);
    const words: string[] = [];
    for await (const page of drawPaper(copy)) words.push(...page.lines.map((line) => line.map((l) => l.text).join("")));
    expect(words.join("\n")).toContain("Invoice for the customer");
    expect(words.join("\n")).toContain("Amount due CNY 300");
    expect(words.join("\n")).not.toMatch(/138|12345678/);
  });

  it("that cannot be read says so and stops nothing", async () => {
    const id = await addFile("pdf", "pdf", Buffer.from("%PDF-1.7\nnonsense"));
    await askForRedaction(bench.zhou, id, NOW);
    await proposeForFile(bench.store, id, NOW);
    expect(await planOf(id)).toMatchObject({ state: "failed", failedWhy: "unreadable" });
    await expect(confirmFileRedaction(bench.zhou, { evidenceId: id, revision: 0 }, NOW)).rejects.toMatchObject({
      code: "wrong_state",
    });
  });
});

describe("a recording and a text for the public", () => {
  it("is silent where it was muted and carries no tag", async () => {
    const original = readFileSync("db/seed/files/call-parcel-menu.mp3");
    const copy = await published(await addFile("audio", "mp3", original), () => ({
      stretches: [{ id: "s-1", start: 2, end: 4, on: true }],
    }));
    expect(copy.subarray(0, 4).toString()).toBe("RIFF");
    const samples = await decodeSound(copy);
    const loud = (from: number, to: number) =>
      samples.slice(from * 16_000, to * 16_000).reduce((max, s) => Math.max(max, Math.abs(s)), 0);
    expect(loud(1.6, 4.4)).toBe(0);
    expect(loud(0, 1.4) + loud(4.6, 8)).toBeGreaterThan(500);
  });

  it("has the words replaced", async () => {
    const copy = await published(await addFile("text", "txt", Buffer.from("我：我叫王小明，电话13812345678\n客服：请稍等")));
    expect(copy.toString()).toBe("我：我叫王某，电话[PHONE]\n客服：请稍等");
  });
});

describe("who sees a copy", () => {
  it("the public, while the person agrees, the ruling stands and is shown, and nobody changes what is hidden", async () => {
    const shown = async () => (await publishedEvidence(NUMBER)).map((c) => c.publicId);
    const id = await addFile("text", "txt", Buffer.from("请退款"));
    await published(id);
    const { publicId, revision } = await planOf(id);
    expect(await shown()).toContain(publicId);
    expect(JSON.stringify(await publishedCopy(publicId))).not.toContain(id);

    await putConsent(bench.test.db, filed.id, "publish_words", false, NOW);
    expect(await shown()).toEqual([]);
    expect(await publishedCopy(publicId)).toBeNull();
    await putConsent(bench.test.db, filed.id, "publish_words", true, NOW);
    expect(await publishedCopy(publicId)).not.toBeNull();

    for (const hide of [sql`annulled_on = '2026-09-20'`, sql`archived_on = '2026-09-20'`]) {
      await bench.test.db.execute(sql`update published_rulings set ${hide} where number = ${NUMBER}`);
      expect(await publishedCopy(publicId)).toBeNull();
      await bench.test.db.execute(
        sql`update published_rulings set annulled_on = null, archived_on = null where number = ${NUMBER}`,
      );
    }
    await withdrawFileCopy(bench.zhou, { evidenceId: id, revision }, NOW);
    expect(await publishedCopy(publicId)).toBeNull();
    expect(await publishedCopy("x' or 1=1")).toBeNull();
  });

  it("files of the company never, and nobody but the desk decides", async () => {
    const theirs = await addFile("text", "txt", Buffer.from("x"), "company");
    await expect(askForRedaction(bench.zhou, theirs, NOW)).rejects.toMatchObject({ code: "not_found" });
    const own = await addFile("text", "txt", Buffer.from("x"));
    for (const actor of [filed.holder, bench.company, bench.stranger, { role: "admin" as const }])
      await expect(askForRedaction(actor, own, NOW)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("a page that is out of date is refused, and places outside the file are", async () => {
    const id = await addFile("image", "png", await chat(["你好"]).png().toBuffer());
    await askForRedaction(bench.zhou, id, NOW);
    await proposeForFile(bench.store, id, NOW);
    const { revision } = await planOf(id);
    const none = { regions: [], stretches: [], spans: [] };
    await saveFilePlan(bench.zhou, { evidenceId: id, revision, decided: none }, NOW);
    await expect(saveFilePlan(bench.lin, { evidenceId: id, revision, decided: none }, NOW)).rejects.toMatchObject({
      code: "conflict",
    });
    const outside = { id: "o-1", page: 3, x: 0, y: 0, w: 1, h: 1, type: "OTHER", why: "drawn", by: "officer", on: true } as const;
    await expect(
      saveFilePlan(bench.zhou, { evidenceId: id, revision: revision + 1, decided: { ...none, regions: [outside] } }, NOW),
    ).rejects.toMatchObject({ code: "invalid" });
  });
});
