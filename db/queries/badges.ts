import { and, asc, desc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { badges, companies, companyScores } from "@/db/schema";
import type { BadgeCondition, BadgeFacts } from "@/domain/badge";
import type { Day, Quarter } from "@/domain/day";
import type { CompanyScore } from "@/domain/score/types";

/** A decision on a badge as the public reads it. `revokedFor`: conditions, or "merged". */
export interface BadgeRow {
  readonly companyId: string;
  readonly quarter: Quarter;
  readonly decidedOn: Day;
  readonly awardedOn: Day | null;
  readonly expiresOn: Day;
  readonly failed: readonly BadgeCondition[];
  readonly facts: BadgeFacts;
  readonly revokedOn: Day | null;
  readonly revokedFor: readonly (BadgeCondition | "merged")[];
  readonly revokedFacts: BadgeFacts | null;
}

export const read = (row: typeof badges.$inferSelect) => row as unknown as BadgeRow;

/** Companies that stand for themselves and have no decision for the quarter, with the stored score of the day it is judged on. */
export async function undecidedCompanies(tx: Tx, quarter: Quarter, judgedAsOf: Day) {
  const rows = await tx
    .select({ id: companies.id, pledgeSignedOn: companies.pledgeSignedOn, score: companyScores.breakdown })
    .from(companies)
    .leftJoin(badges, and(eq(badges.companyId, companies.id), eq(badges.quarter, quarter)))
    .leftJoin(companyScores, and(eq(companyScores.companyId, companies.id), eq(companyScores.asOf, judgedAsOf)))
    .where(and(isNull(companies.mergedIntoId), isNull(badges.id)))
    .orderBy(asc(companies.id));
  return rows.map((row) => ({ ...row, score: row.score as CompanyScore | null }));
}

/** Writes a decision down, once a company and quarter. */
export async function insertBadge(
  tx: Tx,
  decision: Pick<BadgeRow, "companyId" | "quarter" | "decidedOn" | "awardedOn" | "expiresOn" | "failed" | "facts">,
): Promise<void> {
  await tx
    .insert(badges)
    .values({ ...decision, failed: [...decision.failed] })
    .onConflictDoNothing();
}

/** The badge a company holds on a day, held by this transaction, with the day its pledge was signed; null when it holds none. */
export async function lockHeldBadge(tx: Tx, companyId: string, quarter: Quarter, on: Day) {
  const [row] = await tx
    .select({ id: badges.id, pledgeSignedOn: companies.pledgeSignedOn })
    .from(badges)
    .innerJoin(companies, eq(companies.id, badges.companyId))
    .where(
      and(
        eq(badges.companyId, companyId),
        eq(badges.quarter, quarter),
        isNotNull(badges.awardedOn),
        lte(badges.awardedOn, on),
        isNull(badges.revokedOn),
      ),
    )
    .for("update", { of: badges });
  return row ?? null;
}

export async function revokeBadge(
  tx: Tx,
  id: string,
  revoked: { on: Day; because: readonly (BadgeCondition | "merged")[]; facts: BadgeFacts | null },
): Promise<void> {
  await tx
    .update(badges)
    .set({ revokedOn: revoked.on, revokedFor: [...revoked.because], revokedFacts: revoked.facts })
    .where(and(eq(badges.id, id), isNull(badges.revokedOn)));
}

/** All decisions on a company, the newest first. */
export async function badgesOf(tx: Tx, companyId: string): Promise<BadgeRow[]> {
  const rows = await tx.select().from(badges).where(eq(badges.companyId, companyId)).orderBy(desc(badges.quarter));
  return rows.map(read);
}

/** Companies that were given the badge of a quarter, by pinyin, revoked ones among them. */
export async function badgesOfQuarter(tx: Tx, quarter: Quarter) {
  const rows = await tx
    .select({ company: companies, badge: badges })
    .from(badges)
    .innerJoin(companies, eq(companies.id, badges.companyId))
    .where(and(eq(badges.quarter, quarter), isNotNull(badges.awardedOn)))
    .orderBy(asc(companies.pinyin), asc(companies.id));
  return rows.map(({ company, badge }) => ({ company, badge: read(badge) }));
}

/** For how many companies a quarter was decided. */
export async function decidedBadges(tx: Tx, quarter: Quarter): Promise<number> {
  const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(badges).where(eq(badges.quarter, quarter));
  return row?.n ?? 0;
}
