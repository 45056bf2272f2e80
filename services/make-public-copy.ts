import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { fileRedactionOf, updateFileRedaction } from "@/db/queries/evidence-redactions";
import { publicationOf } from "@/db/queries/rulings";
import { findEvidence } from "@/db/queries/uploads";
import type { Instant } from "@/domain/day";
import { propose } from "@/domain/redaction";
import { redact } from "@/domain/redaction/redact";
import { emptyPlan, type FilePlan, type Region, regionsOf, withoutTwins } from "@/domain/redaction/regions";
import type { EvidenceStore } from "@/platform/evidence-store";
import type { Format, TextEncoding } from "@/platform/file-kinds/kinds";
import { errorFields, log } from "@/platform/log";
import { drawPaper, publicPaper, TooManyPages } from "@/platform/redaction/paper";
import { type DrawnPage, drawPicture, paintOver, publicPicture } from "@/platform/redaction/picture";
import { LetterReader } from "@/platform/redaction/read-letters";
import { decodeSound, MAX_SECONDS, publicSound, secondsOf } from "@/platform/redaction/sound";
import { textOf } from "@/platform/redaction/text";
import { openSealedObject, putSealed } from "@/platform/storage/sealed-objects";
import { announcePublicChange } from "./public-change";
import { PLAN_KINDS } from "./redact-file";

/** Bytes of the largest file that is worked on in memory. */
const MAX_BYTES = 200 * 1024 * 1024;

interface Original {
  readonly kind: string;
  readonly complaintId: string;
  readonly format: Format;
  readonly encoding: TextEncoding | undefined;
  readonly bytes: Buffer;
}

/** Why nothing can be proposed or made of a file; words for it are `fileRedaction.failed.<code>`. */
class CannotDo extends Error {
  constructor(readonly why: "too_large" | "too_long" | "too_many_pages" | "unreadable") {
    super(why);
    this.name = "CannotDo";
  }
}

async function original(store: EvidenceStore, evidenceId: string): Promise<Original | null> {
  const row = await findEvidence(db(), { id: evidenceId });
  if (!row?.storageKey || !row.complaintId || row.removedAt) return null;
  if (row.bytes > MAX_BYTES) throw new CannotDo("too_large");
  const facts = (row.facts ?? {}) as { format?: Format; encoding?: TextEncoding };
  const file = await openSealedObject(store.storage, row.storageKey, store.master);
  const bytes = await file.read(0, Math.max(0, file.bytes - 1));
  return { kind: row.kind ?? "", complaintId: row.complaintId, format: facts.format ?? "txt", encoding: facts.encoding, bytes };
}

/** The pages of a picture or paper as they are drawn. */
async function* pagesOf(file: Original): AsyncGenerator<DrawnPage & { lines?: Parameters<typeof regionsOf>[2] }> {
  if (file.kind === "pdf") yield* drawPaper(file.bytes);
  else yield await drawPicture(file.bytes);
}

/** Job: what the machine would hide in a file. Runs again safely; what cannot be done is kept as a reason for the officer, not thrown. */
export async function proposeForFile(store: EvidenceStore, evidenceId: string, now: Instant): Promise<void> {
  const row = await fileRedactionOf(db(), evidenceId);
  if (row?.state !== "asked") return;
  await orKeepWhy(evidenceId, now, async () => {
    const file = await original(store, evidenceId);
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

/** One page as the public would see it, with what is decided so far; `bare` without. Null beyond the last page. PNG. */
export async function pagePicture(
  store: EvidenceStore,
  evidenceId: string,
  page: number,
  regions: readonly Region[],
): Promise<Buffer | null> {
  const file = await original(store, evidenceId);
  if (!file) return null;
  let at = 0;
  for await (const drawn of pagesOf(file)) {
    if (at === page)
      return paintOver(
        drawn,
        regions.filter((r) => r.page === page),
      );
    at += 1;
  }
  return null;
}

/** The text of a text file as the public would see it, or as it is. */
export async function fileText(store: EvidenceStore, evidenceId: string): Promise<string | null> {
  const file = await original(store, evidenceId);
  return file && file.kind === "text" ? textOf(file.bytes, file.format, file.encoding) : null;
}

/** Job: makes the public copy of a file whose hiding is confirmed: a new file, sealed, under a name that says nothing. Runs again safely. */
export async function makePublicCopy(store: EvidenceStore, evidenceId: string, now: Instant): Promise<void> {
  const row = await fileRedactionOf(db(), evidenceId);
  if (row?.state !== "confirmed" || row.derivativeKey) return;
  await orKeepWhy(evidenceId, now, async () => {
    const file = await original(store, evidenceId);
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
