import { db } from "@/db/client";
import { deleteView, insertView, orderViews, ownViewIds } from "@/db/queries/desk-views";
import type { Actor } from "@/domain/actors";
import { type DeskView, type QueueFilter, readQueueFilter } from "@/domain/desk-queue";
import { DomainError } from "@/domain/errors";

/** Views one person keeps at most; the sidebar holds no more. */
export const VIEWS_MOST = 20;

function owner(actor: Actor): string {
  if ((actor.role !== "officer" && actor.role !== "supervisor") || !actor.userId) throw new DomainError("forbidden");
  return actor.userId;
}

/**
 * Keeps a filter of the queue under a name. A supervisor may share it with the whole desk. Throws `forbidden` (sharing by an officer), `invalid`
 * (no name, more than 20).
 */
export async function saveView(
  actor: Actor,
  input: { name: string; view: DeskView; filter: QueueFilter; shared: boolean },
): Promise<string> {
  const userId = owner(actor);
  const name = input.name.trim();
  if (name === "") throw new DomainError("invalid", { field: "name", message: "required" });
  if (input.shared && actor.role !== "supervisor") throw new DomainError("forbidden");
  return db().transaction(async (tx) => {
    if ((await ownViewIds(tx, userId)).length >= VIEWS_MOST)
      throw new DomainError("invalid", { field: "name", message: "tooManyViews" });
    const filter = readQueueFilter(input.filter as Record<string, string>);
    return insertView(tx, { userId, name: name.slice(0, 40), view: input.view, filter, shared: input.shared });
  });
}

/** Deletes one's own view. Throws `not_found`. */
export async function removeView(actor: Actor, id: string): Promise<void> {
  if (!(await deleteView(db(), owner(actor), id))) throw new DomainError("not_found");
}

/** Puts one's own view a place further up. Throws `not_found`. */
export async function raiseView(actor: Actor, id: string): Promise<void> {
  const userId = owner(actor);
  await db().transaction(async (tx) => {
    const ids = await ownViewIds(tx, userId);
    const at = ids.indexOf(id);
    if (at < 0) throw new DomainError("not_found");
    if (at === 0) return;
    ids.splice(at, 1);
    ids.splice(at - 1, 0, id);
    await orderViews(tx, ids);
  });
}
