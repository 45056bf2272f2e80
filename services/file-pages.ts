import { db } from "@/db/client";
import { findEvidence } from "@/db/queries/uploads";
import type { Region, regionsOf } from "@/domain/redaction/regions";
import { heicToPng } from "@/platform/derivatives/heic";
import type { EvidenceStore } from "@/platform/evidence-store";
import type { Format, TextEncoding } from "@/platform/file-kinds/kinds";
import { drawPaper } from "@/platform/redaction/paper";
import { type DrawnPage, drawPicture, paintOver } from "@/platform/redaction/picture";
import { textOf } from "@/platform/redaction/text";
import { openSealedObject } from "@/platform/storage/sealed-objects";

/** Bytes of the largest file that is worked on in memory. */
const MAX_BYTES = 200 * 1024 * 1024;

export interface Original {
  readonly kind: string;
  readonly complaintId: string;
  readonly format: Format;
  readonly encoding: TextEncoding | undefined;
  readonly bytes: Buffer;
}

/** Why nothing can be proposed or made of a file; words for it are `fileRedaction.failed.<code>`. */
export class CannotDo extends Error {
  constructor(readonly why: "too_large" | "too_long" | "too_many_pages" | "unreadable") {
    super(why);
    this.name = "CannotDo";
  }
}

/** A file in plain, in memory; null when it is gone. Throws CannotDo. */
export async function readOriginal(store: EvidenceStore, evidenceId: string): Promise<Original | null> {
  const row = await findEvidence(db(), { id: evidenceId });
  if (!row?.storageKey || !row.complaintId || row.removedAt) return null;
  if (row.bytes > MAX_BYTES) throw new CannotDo("too_large");
  const facts = (row.facts ?? {}) as { format?: Format; encoding?: TextEncoding };
  const file = await openSealedObject(store.storage, row.storageKey, store.master);
  const bytes = await file.read(0, Math.max(0, file.bytes - 1));
  return { kind: row.kind ?? "", complaintId: row.complaintId, format: facts.format ?? "txt", encoding: facts.encoding, bytes };
}

/** The pages of a picture or paper as they are drawn. */
export async function* pagesOf(
  file: Original,
  only?: number,
): AsyncGenerator<DrawnPage & { lines?: Parameters<typeof regionsOf>[2] }> {
  if (file.kind === "pdf") yield* drawPaper(file.bytes, only);
  else if (only === undefined || only === 0)
    yield await drawPicture(file.format === "heic" ? await heicToPng(file.bytes) : file.bytes);
}

/** One page as the public would see it, with what is decided so far; `bare` without. Null beyond the last page. PNG. */
export async function pagePicture(
  store: EvidenceStore,
  evidenceId: string,
  page: number,
  regions: readonly Region[],
): Promise<Buffer | null> {
  const file = await readOriginal(store, evidenceId);
  if (!file) return null;
  for await (const drawn of pagesOf(file, page))
    return paintOver(
      drawn,
      regions.filter((r) => r.page === page),
    );
  return null;
}

/** The text of a text file as the public would see it, or as it is. */
export async function fileText(store: EvidenceStore, evidenceId: string): Promise<string | null> {
  const file = await readOriginal(store, evidenceId);
  return file && file.kind === "text" ? textOf(file.bytes, file.format, file.encoding) : null;
}
