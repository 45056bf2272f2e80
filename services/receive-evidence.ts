import { db, type Tx } from "@/db/client";
import { findDialTest } from "@/db/queries/dial-tests";
import { findDraftById } from "@/db/queries/drafts";
import type { EvidenceRow } from "@/db/queries/evidence";
import { type EvidenceOwner, findEvidence, insertEvidence, nextOrd, updateEvidence, usageOf } from "@/db/queries/uploads";
import { type Actor, SYSTEM } from "@/domain/actors";
import { checkAction } from "@/domain/case-checks";
import type { Instant } from "@/domain/day";
import { isDomainError } from "@/domain/errors";
import { FILING_LIMITS } from "@/domain/filing";
import { decide } from "@/domain/procedure";
import { examine } from "@/platform/file-kinds/examine";
import { cleanFileName } from "@/platform/file-kinds/file-name";
import type { PlainSource } from "@/platform/file-kinds/kinds";
import { carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { askForReading } from "./read-evidence";
import type { UploadGrant } from "./upload-token";

/** Why an upload is not begun; the page has a sentence for each (messages `upload.refused`). */
export type UploadRefusal = "forbidden" | "too_large" | "too_many" | "too_much";

/**
 * Begins a file: within 2 GB, 50 files and 5 GB of a side, and only while the draft is open (or its complaint: a line that breaks while
 * one submits). Answers its row, or why not.
 */
export async function beginEvidence(
  grant: UploadGrant,
  file: { uploadId: string; name: string; bytes: number },
  now: Instant,
): Promise<{ row: EvidenceRow } | { refused: UploadRefusal }> {
  if (file.bytes > FILING_LIMITS.fileBytes) return { refused: "too_large" };
  return db().transaction(async (tx) => {
    const owner = await placeOf(tx, grant, now);
    if (!owner) return { refused: "forbidden" as const };
    const usage = await usageOf(tx, owner, grant.side);
    if (usage.files >= FILING_LIMITS.files) return { refused: "too_many" as const };
    if (usage.bytes + file.bytes > FILING_LIMITS.totalBytes) return { refused: "too_much" as const };
    const row = await insertEvidence(tx, {
      ...owner,
      side: grant.side,
      uploadId: file.uploadId,
      originalName: cleanFileName(file.name) || "file",
      bytes: file.bytes,
      status: "receiving",
      createdAt: now,
      ...("complaintId" in owner ? { ord: await nextOrd(tx, owner.complaintId) } : {}),
    });
    return { row };
  });
}

/** The draft, locked so that limits hold for uploads begun at once; or its complaint when it was filed meanwhile; or the case, or the dial test. */
async function placeOf(tx: Tx, grant: UploadGrant, now: Instant): Promise<EvidenceOwner | null> {
  if (grant.owner === "case") return (await takesFiles(tx, grant, now)) ? { complaintId: grant.id } : null;
  if (grant.owner === "dial") return (await takesRecordings(tx, grant)) ? { dialTestId: grant.id } : null;
  const draft = await findDraftById(tx, grant.id, now, true);
  if (!draft) return null;
  return draft.complaintId ? { complaintId: draft.complaintId } : { draftId: draft.id };
}

/** A dial test that stands takes what the officer recorded (RULES §6). */
async function takesRecordings(tx: Tx, grant: UploadGrant): Promise<boolean> {
  const test = grant.side === "officer" ? await findDialTest(tx, grant.id, true) : null;
  return test !== null && test.voidedAt === null;
}

const actorOf = (grant: UploadGrant, companyId: string | null): Actor => ({
  role: grant.side,
  ...(grant.userId ? { userId: grant.userId } : {}),
  ...(grant.side === "company" && companyId ? { companyId } : {}),
});

/** Whether the case still takes files of this side: said before a gigabyte is sent, not after (RULES §3). */
async function takesFiles(tx: Tx, grant: UploadGrant, now: Instant): Promise<boolean> {
  const { snapshot, calendar } = await openCase(tx, SYSTEM, { id: grant.id }, now);
  const actor = actorOf(grant, snapshot.companyId);
  try {
    decide("add_evidence", actor.role, snapshot.state);
    checkAction("add_evidence", snapshot, { actor, now, calendar });
    return true;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return false;
  }
}

/** A file that has arrived whole, sealed under `storageKey`; `source` reads it in plain. */
export interface ArrivedFile {
  readonly uploadId: string;
  readonly bytes: number;
  /** Of the plain bytes, hex. */
  readonly sha256: string;
  readonly storageKey: string;
  readonly source: PlainSource;
}

/**
 * Takes over a file that has arrived: looks at its content, then it is received or refused. In a case it becomes an event. May be called
 * again for the same upload. Answers the row; null when it was taken away meanwhile. The caller removes the object of a refused file.
 */
export async function finishEvidence(grant: UploadGrant, file: ArrivedFile, now: Instant): Promise<EvidenceRow | null> {
  const found = await examine(file.source);
  return db().transaction(async (tx) => {
    const row = await findEvidence(tx, { uploadId: file.uploadId }, true);
    if (!row || row.removedAt) return null;
    if (row.status !== "receiving") return row;
    const facts = { bytes: file.bytes, sha256: file.sha256, receivedAt: now };
    if (!found.ok) return updateEvidence(tx, row.id, { ...facts, status: "refused", refusedWhy: found.why });
    const received = await updateEvidence(tx, row.id, {
      ...facts,
      status: "received",
      storageKey: file.storageKey,
      kind: found.kind,
      mediaType: found.mediaType,
      facts: {
        format: found.format,
        active: found.active,
        drawable: found.drawable,
        width: found.width,
        height: found.height,
        encoding: found.encoding,
      },
    });
    // A recording of a dial test proves seconds; nobody searches it for a consumer's words.
    if (!row.dialTestId) await askForReading(tx, { id: row.id, kind: found.kind, bytes: file.bytes });
    if (!row.complaintId) return received;
    try {
      await addToCase(tx, grant, row.complaintId, { evidenceId: row.id, sha256: file.sha256 }, now);
      return received;
    } catch (error) {
      if (!isDomainError(error) || error.code !== "wrong_state") throw error;
      return updateEvidence(tx, row.id, { status: "refused", refusedWhy: "too_late", storageKey: null });
    }
  });
}

/** Writes `evidence_added` for the side that sent it. Throws `wrong_state` once the case takes no more. */
async function addToCase(
  tx: Tx,
  grant: UploadGrant,
  complaintId: string,
  data: { evidenceId: string; sha256: string },
  now: Instant,
) {
  const file = await openCase(tx, SYSTEM, { id: complaintId }, now);
  const actor = actorOf(grant, file.snapshot.companyId);
  await carryOut(tx, file, actor, "add_evidence", { type: "evidence_added", data }, now);
}
