import { db, type Tx } from "@/db/client";
import { eraseCaseRows, forgetLettersTo, isPublished, storedWith } from "@/db/queries/erasure";
import { contactOf } from "@/db/queries/filing";
import { type Actor, SYSTEM } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { actionsFor, isClosed } from "@/domain/procedure";
import { env } from "@/platform/env";
import type { EvidenceStore } from "@/platform/evidence-store";
import { evidenceStore } from "@/platform/evidence-store";
import { Staging } from "@/platform/uploads/staging";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";
import { announcePublicChange } from "./public-change";
import { uploadFolder } from "./upload-folder";

/**
 * Erases a case at the complainant's wish (RULES §5). An open complaint is withdrawn first; between a ruling and its finality nothing may go, as it may be
 * under review (`wrong_state`). Coded facts, ledger and public record stay, with nothing of the person in them.
 */
export async function eraseComplaint(actor: Actor, reference: string, now: Instant): Promise<void> {
  if (actor.role !== "complainant") throw new DomainError("forbidden");
  const store = await evidenceStore();
  await db().transaction(async (tx) => {
    let file = await openCase(tx, actor, { reference }, now);
    if (!isClosed(file.snapshot.state)) {
      if (!actionsFor("complainant", file.snapshot.state).includes("withdraw"))
        throw new DomainError("wrong_state", { message: "eraseLater" });
      file = await carryOut(tx, file, actor, "withdraw", { type: "withdrawn", data: {} }, now);
      await notifyParties(tx, file, "withdrawn", file.snapshot.servedAt ? ["company", "officer"] : ["officer"]);
    }
    await eraseLocked(tx, store, file, now);
  });
}

/**
 * Erases a locked, closed case within the caller's transaction. Objects in storage go before the rows: what is broken off between is erased
 * again, and no object is left without a row that names it.
 */
export async function eraseLocked(tx: Tx, store: EvidenceStore, file: CaseFile, now: Instant): Promise<void> {
  const { id } = file.row;
  if (file.row.erasedAt) return;
  const contact = await contactOf(tx, id);
  const { keys, uploads } = await storedWith(tx, id);
  for (const key of keys) await store.storage.delete(key);
  const staging = new Staging(uploadFolder(env().DATA_DIR));
  for (const upload of uploads) await staging.remove(upload);
  const after = await carryOut(tx, file, SYSTEM, "erase", { type: "erased", data: {} }, now);
  await forgetLettersTo(
    tx,
    [contact?.email, contact?.phone].flatMap((to) => (to ? [to] : [])),
    null,
  );
  const number = await isPublished(tx, id);
  await eraseCaseRows(tx, id, now);
  if (number) await announcePublicChange(tx, { rulings: [number], companies: after.row.companyId ? [after.row.companyId] : [] });
}
