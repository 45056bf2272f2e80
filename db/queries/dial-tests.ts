import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, dialContactsClosed, dialPlans, dialTestChanges, dialTests, evidenceFiles } from "@/db/schema";
import type { SizeClass } from "@/domain/company-register";
import type { Instant, Quarter } from "@/domain/day";

export type DialPlanRow = typeof dialPlans.$inferSelect;
export type DialTestRow = typeof dialTests.$inferSelect;
export type DialChangeRow = typeof dialTestChanges.$inferSelect;
export type NewDialTest = typeof dialTests.$inferInsert;

/** Not withdrawn: what is counted and shown. */
export const stands = isNull(dialTests.voidedAt);

export async function findDialPlan(tx: Tx, quarter: Quarter): Promise<DialPlanRow | null> {
  const [row] = await tx.select().from(dialPlans).where(eq(dialPlans.quarter, quarter));
  return row ?? null;
}

/** Plans, the newest first. */
export async function dialPlanRows(tx: Tx): Promise<DialPlanRow[]> {
  return tx.select().from(dialPlans).orderBy(desc(dialPlans.quarter));
}

/** Writes the draw of a quarter once; false: there is one. */
export async function putDialPlan(tx: Tx, row: typeof dialPlans.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(dialPlans).values(row).onConflictDoNothing().returning({ quarter: dialPlans.quarter });
  return rows.length > 0;
}

/** Companies that stand for themselves, by address: the panel of a draw. */
export async function panelCompanies(tx: Tx): Promise<{ slug: string; sizeClass: SizeClass }[]> {
  const rows = await tx
    .select({ slug: companies.slug, sizeClass: companies.sizeClass })
    .from(companies)
    .where(isNull(companies.mergedIntoId))
    .orderBy(asc(companies.slug));
  return rows.map(({ slug, sizeClass }) => ({ slug, sizeClass: sizeClass as SizeClass }));
}

/** Channels found not to exist since a moment: "slug channel". */
export async function missingChannels(tx: Tx, since: Instant): Promise<Set<string>> {
  const rows = await tx
    .select({ slug: companies.slug, channel: dialContactsClosed.channel })
    .from(dialContactsClosed)
    .innerJoin(companies, eq(companies.id, dialContactsClosed.companyId))
    .where(gte(dialContactsClosed.at, since));
  return new Set(rows.map((row) => `${row.slug} ${row.channel}`));
}

export async function closeContact(tx: Tx, row: typeof dialContactsClosed.$inferInsert): Promise<void> {
  await tx.insert(dialContactsClosed).values(row);
}

/** Keys of a quarter's contacts that could not be made. */
export async function closedContacts(tx: Tx, quarter: Quarter): Promise<Set<string>> {
  const rows = await tx
    .select({ key: dialContactsClosed.contactKey })
    .from(dialContactsClosed)
    .where(eq(dialContactsClosed.quarter, quarter));
  return new Set(rows.map((row) => row.key));
}

/** Tests of a quarter that stand, with their companies. */
export async function dialTestsOfQuarter(tx: Tx, quarter: Quarter) {
  return tx
    .select({ test: dialTests, company: companies })
    .from(dialTests)
    .innerJoin(companies, eq(companies.id, dialTests.companyId))
    .where(and(eq(dialTests.quarter, quarter), stands))
    .orderBy(asc(dialTests.testedAt), asc(dialTests.id));
}

export async function findDialTest(tx: Tx, id: string, lock = false): Promise<DialTestRow | null> {
  const query = tx.select().from(dialTests).where(eq(dialTests.id, id));
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

/** The test made for a contact, if it stands. */
export async function testOfContact(tx: Tx, contactKey: string): Promise<DialTestRow | null> {
  const [row] = await tx
    .select()
    .from(dialTests)
    .where(and(eq(dialTests.contactKey, contactKey), stands));
  return row ?? null;
}

export async function insertDialTest(tx: Tx, row: NewDialTest): Promise<DialTestRow> {
  const [inserted] = await tx.insert(dialTests).values(row).returning();
  if (!inserted) throw new Error("a dial test was not written");
  return inserted;
}

export async function updateDialTest(tx: Tx, id: string, change: Partial<NewDialTest>): Promise<void> {
  await tx.update(dialTests).set(change).where(eq(dialTests.id, id));
}

export async function insertDialChange(tx: Tx, row: typeof dialTestChanges.$inferInsert): Promise<void> {
  await tx.insert(dialTestChanges).values(row);
}

/** Corrections of a test, oldest first. */
export async function dialChangesOf(tx: Tx, testId: string): Promise<DialChangeRow[]> {
  return tx
    .select()
    .from(dialTestChanges)
    .where(eq(dialTestChanges.testId, testId))
    .orderBy(asc(dialTestChanges.at), asc(dialTestChanges.id));
}

/**
 * Received recordings of tests, by test: what is told of them in public, and the id by which the desk plays them, also of those whose time was
 * over (`gone`: the hash stays, RULES §5).
 */
export async function dialRecordings(tx: Tx, testIds: readonly string[]) {
  if (testIds.length === 0) return [];
  return tx
    .select({
      id: evidenceFiles.id,
      testId: sql<string>`${evidenceFiles.dialTestId}`,
      name: evidenceFiles.originalName,
      kind: evidenceFiles.kind,
      bytes: evidenceFiles.bytes,
      sha256: evidenceFiles.sha256,
      gone: sql<boolean>`${evidenceFiles.removedAt} is not null`,
    })
    .from(evidenceFiles)
    .where(
      and(
        inArray(evidenceFiles.dialTestId, [...testIds]),
        eq(evidenceFiles.status, "received"),
        or(isNull(evidenceFiles.removedAt), eq(evidenceFiles.removedWhy, "retention")),
      ),
    )
    .orderBy(asc(evidenceFiles.receivedAt), asc(evidenceFiles.id));
}

/**
 * Every test made before `until` and since `since` as it stood at `until`: what was corrected later is taken back, what was written later is not
 * known.
 */
export async function dialTestsAsOf(tx: Tx, since: Instant, until: Instant): Promise<DialTestRow[]> {
  const rows = await tx
    .select()
    .from(dialTests)
    .where(and(gte(dialTests.testedAt, since), lt(dialTests.testedAt, until), lt(dialTests.recordedAt, until)))
    .orderBy(asc(dialTests.testedAt), asc(dialTests.id));
  if (rows.length === 0) return [];
  const later = await tx
    .select()
    .from(dialTestChanges)
    .where(
      and(
        gte(dialTestChanges.at, until),
        inArray(
          dialTestChanges.testId,
          rows.map((row) => row.id),
        ),
      ),
    )
    .orderBy(desc(dialTestChanges.at), desc(dialTestChanges.id));
  const before = new Map(later.map((change) => [change.testId, change.before as Partial<DialTestRow>]));
  return rows
    .map((row) => ({ ...row, ...before.get(row.id) }))
    .filter((row) => row.voidedAt === null || new Date(row.voidedAt) >= until);
}

/** Companies by their addresses. */
export async function companiesBySlug(tx: Tx, slugs: readonly string[]): Promise<Map<string, typeof companies.$inferSelect>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(companies)
    .where(inArray(companies.slug, [...slugs]));
  return new Map(rows.map((row) => [row.slug, row]));
}

/** The number, app or address last used to reach a company on a channel; null: none is known. */
export async function contactPointOf(tx: Tx, companyId: string, channel: string): Promise<string | null> {
  const [row] = await tx
    .select({ point: dialTests.contactPoint })
    .from(dialTests)
    .where(and(eq(dialTests.companyId, companyId), eq(dialTests.channel, channel), isNotNull(dialTests.contactPoint), stands))
    .orderBy(desc(dialTests.testedAt))
    .limit(1);
  return row?.point ?? null;
}
