import { and, asc, desc, eq, gte, inArray, isNotNull, lte, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  companies,
  companyExposures,
  companyScores,
  dialTests,
  publishedFindings,
  publishedRulings,
  rectifications,
  scorePeriods,
} from "@/db/schema";
import { isSizeClass, PROXY_CONTACTS } from "@/domain/company-register";
import { addMonthsCalendar, type Day, dayOf, type Quarter, quarterOf } from "@/domain/day";
import type { Outcome, Tier } from "@/domain/findings";
import type { CompanyScore, CompanyScoreInput, PeriodParameters, RectificationReport } from "@/domain/score/types";
import { stands } from "./dial-tests";

/** A company and everything merged into it. */
export async function companyFamily(tx: Tx, companyId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(or(eq(companies.id, companyId), eq(companies.mergedIntoId, companyId)));
  return rows.map((r) => r.id);
}

/** Declared contacts of the four quarters that ended by `asOf`; null when none was declared. */
async function exposureOf(
  tx: Tx,
  family: readonly string[],
  sizeClass: string,
  asOf: Day,
): Promise<CompanyScoreInput["exposure"]> {
  const last = quarterOf(addMonthsCalendar(asOf, -3));
  const first = quarterOf(addMonthsCalendar(asOf, -12));
  const rows = await tx
    .select()
    .from(companyExposures)
    .where(
      and(
        inArray(companyExposures.companyId, [...family]),
        gte(companyExposures.quarter, first),
        lte(companyExposures.quarter, last),
      ),
    );
  const quarters = new Set(rows.map((r) => r.quarter)).size;
  const total = rows.reduce((sum, r) => sum + r.contacts, 0);
  return {
    // Fewer than four declared quarters stand for the year in proportion.
    declaredContacts: quarters === 0 ? null : Math.round((total * 4) / quarters),
    audited: rows.length > 0 && rows.every((r) => r.audited),
    proxyContacts: PROXY_CONTACTS[isSizeClass(sizeClass) ? sizeClass : "small"],
  };
}

/** Everything the score of a company is made of, from public tables only; null for an unknown company. */
export async function scoreInput(tx: Tx, companyId: string, asOf: Day): Promise<CompanyScoreInput | null> {
  const [company] = await tx.select().from(companies).where(eq(companies.id, companyId));
  if (!company) return null;
  const family = await companyFamily(tx, companyId);
  const found = await tx
    .select({ f: publishedFindings, rulingNumber: publishedRulings.number, r: rectifications })
    .from(publishedFindings)
    .innerJoin(publishedRulings, eq(publishedRulings.id, publishedFindings.publishedRulingId))
    .leftJoin(rectifications, eq(rectifications.findingId, publishedFindings.id))
    .where(
      and(
        inArray(publishedFindings.companyId, family),
        isNotNull(publishedFindings.finalOn),
        inArray(publishedFindings.outcome, ["upheld", "partly_upheld"]),
      ),
    );
  const decided = await tx
    .select()
    .from(publishedRulings)
    .where(and(inArray(publishedRulings.companyId, family), isNotNull(publishedRulings.finalOn)));
  const dials = await tx
    .select()
    .from(dialTests)
    .where(and(inArray(dialTests.companyId, family), stands));
  return {
    companyId,
    sector: company.sector,
    exposure: await exposureOf(tx, family, company.sizeClass, asOf),
    findings: found.map(({ f, rulingNumber, r }) => ({
      findingId: f.id,
      rulingId: rulingNumber,
      companyId,
      groupId: f.groupId,
      clause: f.clause,
      tier: f.tier as Tier | null,
      outcome: f.outcome as Outcome,
      signedOn: f.signedOn,
      finalOn: f.finalOn,
      annulledOn: f.annulledOn,
      recurs: f.recurs,
      rectification: r
        ? { orderedOn: r.orderedOn, dueOn: r.dueOn, secondDueOn: r.secondDueOn, reports: r.reports as RectificationReport[] }
        : null,
    })),
    replies: decided.flatMap((d) =>
      d.replyFailing === "late" || d.replyFailing === "missing"
        ? [{ rulingId: d.number, companyId, failing: d.replyFailing, served: true, signedOn: d.signedOn }]
        : [],
    ),
    dialTests: dials.map((d) => ({ testId: d.id, companyId, testedOn: dayOf(d.testedAt), passed: d.passed })),
    decisions: decided.map((d) => ({
      rulingId: d.number,
      companyId,
      signedOn: d.signedOn,
      finalOn: d.finalOn,
      annulledOn: d.annulledOn,
    })),
  };
}

/** Parameters frozen for a period; null when none were. */
export async function periodParameters(tx: Tx, period: Quarter): Promise<PeriodParameters | null> {
  const [row] = await tx.select().from(scorePeriods).where(eq(scorePeriods.period, period));
  return row ? (row.parameters as PeriodParameters) : null;
}

/**
 * One at a time stores scores, until its transaction ends: two that froze the same period and wrote the same companies, in another order,
 * would each wait for the other. Cases are locked before this, never after.
 */
export async function lockScores(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7402121)`);
}

export async function putPeriod(tx: Tx, parameters: PeriodParameters, at: Date): Promise<void> {
  await tx.insert(scorePeriods).values({ period: parameters.period, parameters, frozenAt: at }).onConflictDoNothing();
}

/** Stores a score; of the days within a quarter only the newest and the quarter's last are kept. */
export async function putScore(tx: Tx, score: CompanyScore, quarterEnd: boolean, at: Date): Promise<void> {
  const value = {
    companyId: score.companyId,
    asOf: score.asOf,
    period: score.period,
    quarterEnd,
    score: score.S,
    lower: score.lower,
    upper: score.upper,
    grade: score.grade,
    band: score.band,
    decided: score.decided,
    exposure: score.E,
    breakdown: score,
    computedAt: at,
  };
  await tx
    .insert(companyScores)
    .values(value)
    .onConflictDoUpdate({ target: [companyScores.companyId, companyScores.asOf], set: value });
  await tx
    .delete(companyScores)
    .where(
      and(
        eq(companyScores.companyId, score.companyId),
        eq(companyScores.quarterEnd, false),
        sql`${companyScores.asOf} < ${score.asOf}`,
      ),
    );
}

export type ScoreRow = typeof companyScores.$inferSelect;

/** The newest score of a company; null before the first. */
export async function latestScore(tx: Tx, companyId: string): Promise<ScoreRow | null> {
  const [row] = await tx
    .select()
    .from(companyScores)
    .where(eq(companyScores.companyId, companyId))
    .orderBy(desc(companyScores.asOf))
    .limit(1);
  return row ?? null;
}

/** Quarter-end scores, oldest first. */
export async function scoreHistory(tx: Tx, companyId: string): Promise<ScoreRow[]> {
  return tx
    .select()
    .from(companyScores)
    .where(and(eq(companyScores.companyId, companyId), eq(companyScores.quarterEnd, true)))
    .orderBy(asc(companyScores.asOf));
}

/** Days of which scores are published, the newest first. */
export async function scoredDays(tx: Tx): Promise<Day[]> {
  const rows = await tx.selectDistinct({ asOf: companyScores.asOf }).from(companyScores).orderBy(desc(companyScores.asOf));
  return rows.map((r) => r.asOf);
}
