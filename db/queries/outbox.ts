import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mails } from "@/db/schema";

export type MailRow = typeof mails.$inferSelect;

/** Puts a written letter into the outbox; answers its id. */
export async function insertMail(tx: Tx, mail: typeof mails.$inferInsert): Promise<string> {
  const [row] = await tx.insert(mails).values(mail).returning({ id: mails.id });
  if (!row) throw new Error("the outbox took no letter");
  return row.id;
}

/** A letter that has not left yet, held by this transaction; null when it has, or when another worker is at it. */
export async function lockUnsentMail(tx: Tx, id: string): Promise<MailRow | null> {
  const [row] = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.id, id), isNull(mails.sentAt)))
    .for("update", { skipLocked: true });
  return row ?? null;
}

/** `forget`: what it said goes with the sending; that it was sent, to whom and when, stays. */
export async function markMailSent(tx: Tx, id: string, now: Date, forget = false): Promise<void> {
  const words = forget ? { body: "", params: {} } : {};
  await tx
    .update(mails)
    .set({ sentAt: now, failedAt: null, error: null, ...words })
    .where(eq(mails.id, id));
}

/** `error`: a code, never the words of the server (they repeat the address). */
export async function markMailFailed(tx: Tx, id: string, error: string, now: Date): Promise<void> {
  await tx.update(mails).set({ failedAt: now, error }).where(eq(mails.id, id));
}

/** Letters as the demo's mailbox shows them, the newest first. `audience`: only theirs; `channel`: only what goes this way; `perPage` at most, `page` from 1. */
export async function outboxPage(
  tx: Tx,
  { audience, channel, page, perPage }: { audience: string | null; channel: string | null; page: number; perPage: number },
): Promise<{ letters: MailRow[]; total: number }> {
  const where = and(audience ? eq(mails.audience, audience) : undefined, channel ? eq(mails.channel, channel) : undefined);
  const [letters, [count]] = await Promise.all([
    tx
      .select()
      .from(mails)
      .where(where)
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(perPage)
      .offset((page - 1) * perPage),
    tx.select({ n: sql<number>`count(*)::int` }).from(mails).where(where),
  ]);
  return { letters, total: count?.n ?? 0 };
}

/** How many letters each audience has, and how many are text messages. */
export async function outboxCounts(tx: Tx): Promise<{ audiences: Map<string, number>; texts: number }> {
  const rows = await tx
    .select({
      audience: mails.audience,
      n: sql<number>`count(*)::int`,
      texts: sql<number>`(count(*) filter (where ${mails.channel} = 'sms'))::int`,
    })
    .from(mails)
    .groupBy(mails.audience);
  return { audiences: new Map(rows.map((r) => [r.audience, r.n])), texts: rows.reduce((sum, r) => sum + r.texts, 0) };
}
