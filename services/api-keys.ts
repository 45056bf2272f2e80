import { db } from "@/db/client";
import { insertApiKey, type KeyHolder, keyHolder, revokeApiKey } from "@/db/queries/api-keys";
import { insertAdminEvent } from "@/db/queries/invitations";
import type { Actor } from "@/domain/actors";
import { DomainError } from "@/domain/errors";
import { keyedHash, newLinkToken } from "@/platform/keyed-hash";

const PREFIX = "ans_";
const hashOf = (key: string) => keyedHash("api-key", key);

/**
 * An administrator gives a consumer body a key. The key is answered here and never again: only its hash is kept. Throws `forbidden`,
 * `invalid` without the name of a holder.
 */
export async function issueApiKey(actor: Actor, holder: string, now: Date): Promise<{ id: string; key: string }> {
  if (actor.role !== "admin" || !actor.userId) throw new DomainError("forbidden");
  const by = actor.userId;
  const name = holder.trim();
  if (name === "" || [...name].length > 120) throw new DomainError("invalid", { field: "holder", message: "required" });
  const key = `${PREFIX}${newLinkToken()}`;
  return db().transaction(async (tx) => {
    const id = await insertApiKey(tx, { holder: name, keyHash: hashOf(key), tail: key.slice(-4), createdBy: by, createdAt: now });
    await insertAdminEvent(tx, { at: now, actorId: by, type: "api_key_issued", subjectId: id });
    return { id, key };
  });
}

/** Takes a key back; the next request with it is refused. Throws `forbidden`, `not_found`. */
export async function takeBackApiKey(actor: Actor, id: string, now: Date): Promise<void> {
  if (actor.role !== "admin" || !actor.userId) throw new DomainError("forbidden");
  const by = actor.userId;
  await db().transaction(async (tx) => {
    if (!(await revokeApiKey(tx, id, now))) throw new DomainError("not_found");
    await insertAdminEvent(tx, { at: now, actorId: by, type: "api_key_revoked", subjectId: id });
  });
}

const asked = new Map<string, Promise<KeyHolder | null>>();

/**
 * The holder of a key as it came in a request; null for a wrong or revoked one. Asked anew for every request, but for those that come while
 * the same question is under way: they share its answer.
 */
export async function holderOfKey(key: string): Promise<KeyHolder | null> {
  if (!/^ans_[A-Za-z0-9_-]{43}$/.test(key)) return null;
  const hash = hashOf(key);
  let answer = asked.get(hash);
  if (!answer) {
    answer = keyHolder(db(), hash).finally(() => asked.delete(hash));
    asked.set(hash, answer);
  }
  const holder = await answer;
  return holder && !holder.revoked ? holder : null;
}
