import { db } from "@/db/client";
import { deleteDrafts, draftsOfUser, storageKeysOfDrafts } from "@/db/queries/drafts";
import { deleteAccount, forgetLettersTo, keptCasesOf } from "@/db/queries/erasure";
import { personById } from "@/db/queries/people";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { actionsFor, isClosed } from "@/domain/procedure";
import { evidenceStore } from "@/platform/evidence-store";
import { lockCase } from "./case-file";
import { eraseComplaint } from "./erase-complaint";

/**
 * Erases a consumer's account with every complaint of theirs, drafts and letters (RULES §5). Throws `wrong_state` before anything is touched while one of
 * them is ruled but not final.
 */
export async function eraseAccount(actor: Actor, now: Instant): Promise<void> {
  const { userId } = actor;
  if (actor.role !== "complainant" || !userId) throw new DomainError("forbidden");
  const own = { role: "complainant" as const, userId };
  const cases = await keptCasesOf(db(), userId);
  for (const { id } of cases) {
    const { snapshot } = await db().transaction((tx) => lockCase(tx, own, { id }));
    if (!isClosed(snapshot.state) && !actionsFor("complainant", snapshot.state).includes("withdraw"))
      throw new DomainError("wrong_state", { message: "eraseLater" });
  }
  for (const { reference } of cases) await eraseComplaint(own, reference, now);
  const { storage } = await evidenceStore();
  await db().transaction(async (tx) => {
    const person = await personById(tx, userId, true);
    if (!person) return;
    const drafts = await draftsOfUser(tx, userId);
    for (const key of await storageKeysOfDrafts(tx, drafts)) await storage.delete(key);
    await deleteDrafts(tx, drafts);
    await forgetLettersTo(tx, [person.email], userId);
    await deleteAccount(tx, userId, person.email);
  });
}
