import { db } from "@/db/client";
import { revokeSessions } from "@/db/queries/sessions";
import type { Actor } from "@/domain/actors";
import { DomainError } from "@/domain/errors";

/** Ends one of one's own sessions. Throws `not_found` for anybody else's. */
export async function endSession(actor: Actor, sessionId: string): Promise<void> {
  if (!actor.userId) throw new DomainError("not_found");
  const ended = await revokeSessions(db(), actor.userId, { only: sessionId });
  if (ended === 0) throw new DomainError("not_found");
}

/** Ends all of one's own sessions but the one in hand. Answers how many ended. */
export async function endOtherSessions(actor: Actor, sessionInHand: string): Promise<number> {
  if (!actor.userId) throw new DomainError("not_found");
  return revokeSessions(db(), actor.userId, { except: sessionInHand });
}
