import { db, type Tx } from "@/db/client";
import type { EvidenceRow } from "@/db/queries/evidence";
import {
  type FileRedactionRow,
  fileRedactionOf,
  insertFileRedaction,
  updateFileRedaction,
} from "@/db/queries/evidence-redactions";
import { publicationOf } from "@/db/queries/rulings";
import { findEvidence } from "@/db/queries/uploads";
import { enqueue } from "@/db/queues";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { emptyPlan, FilePlan } from "@/domain/redaction/regions";
import { evidenceStore } from "@/platform/evidence-store";
import { readCase } from "./case-file";
import { announcePublicChange } from "./public-change";

/** Kinds of which a public copy can be made, and how what is hidden in each is said. */
export const PLAN_KINDS: Readonly<Record<string, FilePlan["kind"]>> = {
  image: "pages",
  pdf: "pages",
  audio: "sound",
  text: "text",
};

/** A file of the complainant in a case the officer may work on; throws `forbidden`, `not_found`. */
async function fileFor(tx: Tx, actor: Actor, evidenceId: string): Promise<EvidenceRow & { complaintId: string }> {
  if (actor.role !== "officer" && actor.role !== "supervisor") throw new DomainError("forbidden");
  const file = await findEvidence(tx, { id: evidenceId });
  const { complaintId } = file ?? {};
  if (!file || !complaintId || file.removedAt || file.status !== "received" || file.side !== "complainant")
    throw new DomainError("not_found");
  if (!(await readCase(tx, actor, { id: complaintId }))) throw new DomainError("not_found");
  return { ...file, complaintId };
}

/** What is to be hidden in a file as it stands; null while nobody asked. */
export async function readFileRedaction(actor: Actor, evidenceId: string) {
  const file = await fileFor(db(), actor, evidenceId);
  return { file, redaction: await fileRedactionOf(db(), evidenceId) };
}

/** Asks the machine what to hide in a file. Asked already: nothing happens, but for one that failed, which is tried again. */
export async function askForRedaction(actor: Actor, evidenceId: string, now: Instant): Promise<void> {
  await db().transaction(async (tx) => {
    const file = await fileFor(tx, actor, evidenceId);
    const kind = PLAN_KINDS[file.kind ?? ""];
    if (!kind) throw new DomainError("invalid", { message: "notRedactable" });
    const made = await insertFileRedaction(tx, {
      evidenceId,
      complaintId: file.complaintId,
      state: "asked",
      plan: emptyPlan(kind),
      updatedAt: now,
    });
    if (!made) {
      const row = await fileRedactionOf(tx, evidenceId, true);
      if (row?.state !== "failed") return;
      await updateFileRedaction(tx, evidenceId, { state: "asked", failedWhy: null, updatedAt: now });
    }
    await enqueue(tx, "propose-regions", { evidenceId });
  });
}

/** The row an officer saw, locked: throws `conflict` when it was changed since, `wrong_state` when there is nothing to decide yet. */
async function seen(tx: Tx, evidenceId: string, revision: number): Promise<FileRedactionRow> {
  const row = await fileRedactionOf(tx, evidenceId, true);
  if (!row || row.state === "asked" || row.state === "failed") throw new DomainError("wrong_state");
  if (row.revision !== revision) throw new DomainError("conflict");
  return row;
}

type Decided = Pick<FilePlan, "regions" | "stretches" | "spans">;

/** Keeps what an officer added, moved and rejected; a copy made before is no longer public. Throws `invalid` for places outside the file. */
export async function saveFilePlan(
  actor: Actor,
  input: { evidenceId: string; revision: number; decided: Decided },
  now: Instant,
): Promise<number> {
  const { evidenceId, revision } = input;
  return db().transaction(async (tx) => {
    await fileFor(tx, actor, evidenceId);
    const row = await seen(tx, evidenceId, revision);
    const parsed = FilePlan.safeParse({ ...(row.plan as FilePlan), ...input.decided });
    const inside =
      parsed.success &&
      parsed.data.regions.every((r) => r.page < parsed.data.pages.length && r.w > 0 && r.h > 0) &&
      parsed.data.stretches.every((s) => s.start < s.end) &&
      parsed.data.spans.every((s) => s.start < s.end);
    if (!inside) throw new DomainError("invalid");
    await forgetCopy(tx, row);
    await updateFileRedaction(tx, evidenceId, {
      plan: parsed.data,
      revision: revision + 1,
      state: "proposed",
      confirmedAt: null,
      confirmedBy: null,
      updatedAt: now,
    });
    return revision + 1;
  });
}

/** An officer confirms what is hidden; the public copy is made of it in the background (RULES §5). */
export async function confirmFileRedaction(
  actor: Actor,
  input: { evidenceId: string; revision: number },
  now: Instant,
): Promise<void> {
  await db().transaction(async (tx) => {
    await fileFor(tx, actor, input.evidenceId);
    const row = await seen(tx, input.evidenceId, input.revision);
    if (row.state === "confirmed") return;
    await updateFileRedaction(tx, input.evidenceId, {
      state: "confirmed",
      confirmedBy: actor.userId ?? null,
      confirmedAt: now,
      updatedAt: now,
    });
    await enqueue(tx, "make-public-copy", { evidenceId: input.evidenceId });
  });
}

/** Takes a file out of what the public sees; what was decided stays. */
export async function withdrawFileCopy(
  actor: Actor,
  input: { evidenceId: string; revision: number },
  now: Instant,
): Promise<void> {
  await db().transaction(async (tx) => {
    await fileFor(tx, actor, input.evidenceId);
    const row = await seen(tx, input.evidenceId, input.revision);
    await forgetCopy(tx, row);
    await updateFileRedaction(tx, input.evidenceId, { state: "proposed", confirmedAt: null, confirmedBy: null, updatedAt: now });
  });
}

async function forgetCopy(tx: Tx, row: FileRedactionRow): Promise<void> {
  if (!row.derivativeKey) return;
  await (await evidenceStore()).storage.delete(row.derivativeKey);
  await updateFileRedaction(tx, row.evidenceId, { derivativeKey: null, mediaType: null, bytes: null, sha256: null });
  const published = await publicationOf(tx, row.complaintId);
  if (published) await announcePublicChange(tx, { rulings: [published.number] });
}
