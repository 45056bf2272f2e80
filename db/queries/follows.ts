import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, follows, mails, publishedFindings, publishedRulings } from "@/db/schema";
import type { FollowTarget } from "@/domain/follow";

export type FollowRow = typeof follows.$inferSelect;

/** The follow of an address and target, held by this transaction. */
export async function lockFollow(tx: Tx, email: string, { kind, target }: FollowTarget): Promise<FollowRow | null> {
  const [row] = await tx
    .select()
    .from(follows)
    .where(and(eq(follows.email, email), eq(follows.kind, kind), eq(follows.target, target)))
    .for("update");
  return row ?? null;
}

/** Writes a follow that waits to be confirmed, or gives the one that waits a new token. Answers false when it was confirmed in between. */
export async function putWaitingFollow(tx: Tx, row: typeof follows.$inferInsert): Promise<boolean> {
  const { tokenHash, expiresAt, locale } = row;
  const done = await tx
    .insert(follows)
    .values(row)
    .onConflictDoUpdate({
      target: [follows.email, follows.kind, follows.target],
      set: { tokenHash, expiresAt, locale },
      setWhere: isNull(follows.confirmedAt),
    })
    .returning({ id: follows.id });
  return done.length > 0;
}

/** How many follows an address has, waiting ones too. */
export async function countFollows(tx: Tx, reader: string): Promise<number> {
  const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(follows).where(eq(follows.reader, reader));
  return row?.n ?? 0;
}

export async function followByToken(tx: Tx, tokenHash: string, now: Date): Promise<FollowRow | null> {
  const [row] = await tx
    .select()
    .from(follows)
    .where(and(eq(follows.tokenHash, tokenHash), isNull(follows.confirmedAt), gt(follows.expiresAt, now)));
  return row ?? null;
}

/** Confirms a follow once; what was signed until `now` is not told. */
export async function confirmFollowRow(tx: Tx, id: string, spentHash: string, now: Date): Promise<boolean> {
  const done = await tx
    .update(follows)
    .set({ confirmedAt: now, expiresAt: null, toldUntil: now, tokenHash: spentHash })
    .where(and(eq(follows.id, id), isNull(follows.confirmedAt)))
    .returning({ id: follows.id });
  return done.length > 0;
}

export async function followById(tx: Tx, id: string): Promise<FollowRow | null> {
  const [row] = await tx.select().from(follows).where(eq(follows.id, id));
  return row ?? null;
}

export async function followsOfReader(tx: Tx, reader: string): Promise<FollowRow[]> {
  return tx.select().from(follows).where(eq(follows.reader, reader)).orderBy(asc(follows.createdAt), asc(follows.id));
}

/** Deletes follows; where an address follows nothing any more, what the outbox still holds of its letters goes too. */
export async function deleteFollows(tx: Tx, which: { id: string } | { reader: string }): Promise<number> {
  const gone = await tx
    .delete(follows)
    .where("id" in which ? eq(follows.id, which.id) : eq(follows.reader, which.reader))
    .returning({ email: follows.email, reader: follows.reader });
  for (const { email, reader } of gone)
    if ((await countFollows(tx, reader)) === 0)
      await tx.delete(mails).where(and(eq(mails.audience, "follower"), sql`${mails.to}::citext = ${email}::citext`));
  return gone.length;
}

/** Readers with something confirmed that was last told before `before`. */
export async function readersToTell(tx: Tx, before: Date): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ reader: follows.reader })
    .from(follows)
    .where(and(isNotNull(follows.confirmedAt), lte(follows.toldUntil, before)))
    .orderBy(asc(follows.reader));
  return rows.map((row) => row.reader);
}

/** A reader's confirmed follows, held by this transaction; those another one holds are left to it. */
export async function lockReader(tx: Tx, reader: string): Promise<FollowRow[]> {
  return tx
    .select()
    .from(follows)
    .where(and(eq(follows.reader, reader), isNotNull(follows.confirmedAt)))
    .orderBy(asc(follows.createdAt), asc(follows.id))
    .for("update", { skipLocked: true });
}

export async function markTold(tx: Tx, id: string, told: { toldUntil: Date; toldStanding: string | null }): Promise<void> {
  await tx.update(follows).set(told).where(eq(follows.id, id));
}

/** Whether anything was published between two moments. */
export async function anythingSigned(tx: Tx, after: Date, until: Date): Promise<boolean> {
  const [row] = await tx
    .select({ id: publishedRulings.id })
    .from(publishedRulings)
    .where(and(gt(publishedRulings.signedAt, after), lte(publishedRulings.signedAt, until)))
    .limit(1);
  return row !== undefined;
}

export interface NewRuling {
  readonly number: string;
  readonly title: string;
  readonly signedOn: string;
  readonly company: { readonly name: string; readonly nameHant: string; readonly nameEn: string };
}

/** Rulings signed after one moment and by another that the public may read, oldest first: a company's (merged ones too), a clause's, or of given numbers. */
export async function rulingsSigned(
  tx: Tx,
  which: { company?: string; clause?: string; numbers?: readonly string[] },
  { after, until }: { after: Date; until: Date },
): Promise<NewRuling[]> {
  const conditions: (SQL | undefined)[] = [
    gt(publishedRulings.signedAt, after),
    lte(publishedRulings.signedAt, until),
    isNull(publishedRulings.archivedOn),
    isNull(publishedRulings.annulledOn),
    which.company
      ? sql`${publishedRulings.companyId} in (select c.id from companies c left join companies into_ on into_.id = c.merged_into_id where c.slug = ${which.company} or into_.slug = ${which.company})`
      : undefined,
    which.clause
      ? sql`exists (select 1 from ${publishedFindings} where ${publishedFindings.publishedRulingId} = ${publishedRulings.id} and ${publishedFindings.clause} = ${which.clause})`
      : undefined,
    which.numbers ? inArray(publishedRulings.number, [...which.numbers]) : undefined,
  ];
  if (which.numbers && which.numbers.length === 0) return [];
  return tx
    .select({
      number: publishedRulings.number,
      title: publishedRulings.title,
      signedOn: publishedRulings.signedOn,
      company: { name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn },
    })
    .from(publishedRulings)
    .innerJoin(companies, eq(companies.id, publishedRulings.companyId))
    .where(and(...conditions))
    .orderBy(asc(publishedRulings.signedAt), asc(publishedRulings.number))
    .limit(500);
}
