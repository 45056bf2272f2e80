import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { fileRedactionOf, updateFileRedaction } from "@/db/queries/evidence-redactions";
import { publicationOf } from "@/db/queries/rulings";
import type { Instant } from "@/domain/day";
import { propose } from "@/domain/redaction";
import { redact } from "@/domain/redaction/redact";
import { emptyPlan, type FilePlan, type Region, regionsOf, withoutTwins } from "@/domain/redaction/regions";
import type { EvidenceStore } from "@/platform/evidence-store";
import { errorFields, log } from "@/platform/log";
import { drawPaper, publicPaper, TooManyPages } from "@/platform/redaction/paper";
import { drawPicture, publicPicture } from "@/platform/redaction/picture";
import { LetterReader } from "@/platform/redaction/read-letters";
import { decodeSound, MAX_SECONDS, publicSound, secondsOf } from "@/platform/redaction/sound";
import { textOf } from "@/platform/redaction/text";
import { putSealed } from "@/platform/storage/sealed-objects";
import { CannotDo, type Original, pagesOf, readOriginal } from "./file-pages";
import { announcePublicChange } from "./public-change";
import { PLAN_KINDS } from "./redact-file";

/** Job: what the machine would hide in a file. Runs again safely; what cannot be done is kept as a reason for the officer, not thrown. */
export async function proposeForFile(store: EvidenceStore, evidenceId: string, now: Instant): Promise<void> {
  const row = await fileRedactionOf(db(), evidenceId);
  if (row?.state !== "asked") return;
  await orKeepWhy(evidenceId, now, async () => {
    const file = await readOriginal(store, evidenceId);
    if (!file) return;
    const plan = await proposalsFor(file);
    await updateFileRedaction(db(), evidenceId, { plan, state: "proposed", revision: row.revision + 1, updatedAt: now });
  });
}

async function proposalsFor(file: Original): Promise<FilePlan> {
  const plan = emptyPlan(PLAN_KINDS[file.kind] ?? "text");
  if (plan.kind === "sound") {
    const duration = secondsOf(await decodeSound(file.bytes));
    if (duration > MAX_SECONDS) throw new CannotDo("too_long");
    return { ...plan, duration };
  }
  if (plan.kind === "text") {
    const text = textOf(file.bytes, file.format, file.encoding);
    return { ...plan, spans: propose(text).map(({ start, end, type }) => ({ start, end, type })) };
  }
  const pages: FilePlan["pages"] = [];
  const regions: Omit<Region, "id">[] = [];
  let reader: LetterReader | null = null;
  try {
    for await (const page of pagesOf(file)) {
      const size = { width: page.width, height: page.height };
      const written = page.lines ?? [];
      const found = regionsOf(pages.length, size, written);
      // A scan, or a picture within a page, carries no text of its own: it is read as well.
      if (written.flat().length < 40 || file.kind === "image") {
        reader ??= await LetterReader.open();
        found.push(...regionsOf(pages.length, size, await reader.read(page.png, size)));
      }
      regions.push(...withoutTwins(found));
      pages.push(size);
    }
  } finally {
    await reader?.close();
  }
  return { ...plan, pages, regions: regions.slice(0, 2_000).map((r, i) => ({ ...r, id: `m-${i + 1}` })) };
}

/** Job: makes the public copy of a file whose hiding is confirmed: a new file, sealed, under a name that says nothing. Runs again safely. */
export async function makePublicCopy(store: EvidenceStore, evidenceId: string, now: Instant): Promise<void> {
  const row = await fileRedactionOf(db(), evidenceId);
  if (row?.state !== "confirmed" || row.derivativeKey) return;
  await orKeepWhy(evidenceId, now, async () => {
    const file = await readOriginal(store, evidenceId);
    if (!file) return;
    const { bytes, mediaType } = await copyOf(file, row.plan as FilePlan);
    const key = `published/${row.publicId.slice(0, 2)}/${randomUUID()}.age`;
    const seal = await putSealed(store.storage, key, bytes, store.master);
    const kept = await db().transaction(async (tx) => {
      const current = await fileRedactionOf(tx, evidenceId, true);
      if (current?.state !== "confirmed" || current.revision !== row.revision || current.derivativeKey) return false;
      await updateFileRedaction(tx, evidenceId, { derivativeKey: key, mediaType, ...seal, updatedAt: now });
      const published = await publicationOf(tx, row.complaintId);
      if (published) await announcePublicChange(tx, { rulings: [published.number] });
      return true;
    });
    if (!kept) await store.storage.delete(key);
  });
}

async function copyOf(file: Original, plan: FilePlan): Promise<{ bytes: Buffer; mediaType: string }> {
  switch (plan.kind) {
    case "sound":
      return { bytes: publicSound(await decodeSound(file.bytes), plan.stretches), mediaType: "audio/wav" };
    case "text":
      return {
        bytes: Buffer.from(redact(textOf(file.bytes, file.format, file.encoding), plan.spans)),
        mediaType: "text/plain; charset=utf-8",
      };
    default:
      if (file.kind === "pdf")
        return { bytes: await publicPaper(drawPaper(file.bytes), plan.regions), mediaType: "application/pdf" };
      return { bytes: await publicPicture(await drawPicture(file.bytes), plan.regions), mediaType: "image/webp" };
  }
}

async function orKeepWhy(evidenceId: string, now: Instant, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const why = error instanceof CannotDo ? error.why : error instanceof TooManyPages ? "too_many_pages" : "unreadable";
    log("warn", "redaction.failed", { evidenceId, why, ...errorFields(error) });
    await updateFileRedaction(db(), evidenceId, { state: "failed", failedWhy: why, updatedAt: now });
  }
}
