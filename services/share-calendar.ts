import { db } from "@/db/client";
import { putFeed } from "@/db/queries/desk-duties";
import type { Actor } from "@/domain/actors";
import { DomainError } from "@/domain/errors";
import { env } from "@/platform/env";
import { keyedHash, newLinkToken } from "@/platform/keyed-hash";

/** Hash under which a calendar address is kept. */
export const feedHash = (token: string): string => keyedHash("calendar-feed", token);

function ofTheDesk(actor: Actor): string {
  if ((actor.role !== "officer" && actor.role !== "supervisor") || !actor.userId) throw new DomainError("not_found");
  return actor.userId;
}

/** A secret address at which a calendar program reads one's due dates; an earlier one stops working. The address is told now and never again. */
export async function shareCalendar(actor: Actor): Promise<string> {
  const userId = ofTheDesk(actor);
  const token = newLinkToken();
  await db().transaction((tx) => putFeed(tx, userId, feedHash(token)));
  return `${env().PUBLIC_URL}/api/desk/calendar/${token}.ics`;
}

/** The address stops working at once. */
export async function stopCalendar(actor: Actor): Promise<void> {
  const userId = ofTheDesk(actor);
  await db().transaction((tx) => putFeed(tx, userId, null));
}
