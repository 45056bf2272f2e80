import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  companies,
  companyHistory,
  companyScores,
  dialTests,
  publishedFindings,
  publishedRulings,
  rectifications,
  rulingVersions,
  specialChecks,
} from "@/db/schema";
import { type Day, dayOf, earlierDay, type Quarter, quarterBounds } from "@/domain/day";
import { shownScore } from "@/domain/score/evidence-grade";
import type { CompanyScore, RectificationReport } from "@/domain/score/types";
import type { CheckResult } from "@/domain/special-check";
import { stands } from "./dial-tests";
import { companyFamily } from "./scores";

export type RectificationStep = "ordered" | "reported" | "rejected" | "accepted" | "overdue";

export type CreditEntry = { day: Day } & (
  | {
      kind: "ruling";
      number: string;
      title: string;
      outcome: string;
      status: string;
      findings: { clause: string; tier: string | null; outcome: string }[];
    }
  | { kind: "rectification"; findingId: string; step: RectificationStep; number: string; title: string; clause: string }
  | {
      kind: "check";
      step: "opened" | "concluded";
      number: string;
      clause: string | null;
      complainants: number;
      result: CheckResult | null;
    }
  | { kind: "dial"; quarter: string; tests: number; passed: number }
  | { kind: "correction"; number: string; version: number; reason: string }
  | { kind: "score"; period: string; score: number | null; band: string | null }
  | { kind: "merged"; name: string }
);

/** Of one day what came later stands higher. */
const RANK: Readonly<Record<string, number>> = {
  ruling: 0,
  ordered: 1,
  reported: 2,
  rejected: 3,
  accepted: 4,
  overdue: 5,
  correction: 6,
};
const rankOf = (e: CreditEntry) => RANK[e.kind === "rectification" ? e.step : e.kind] ?? 0;

/**
 * The credit file (RULES §6): final rulings with their findings, every step of their rectification, corrections, special checks, dial tests of
 * each quarter, frozen scores and mergers, the newest first. Of archived rulings nothing is read any more.
 */
export async function creditFile(
  tx: Tx,
  companyId: string,
  limit: number,
  offset = 0,
): Promise<{ entries: CreditEntry[]; total: number }> {
  const family = await companyFamily(tx, companyId);
  const parts = [
    await ofRulings(tx, family),
    await ofChecks(tx, family),
    await ofDialTests(tx, family),
    await ofScores(tx, companyId),
    await ofMergers(tx, companyId),
  ];
  const entries = parts.flat().sort((a, b) => (a.day === b.day ? rankOf(b) - rankOf(a) : a.day < b.day ? 1 : -1));
  return { entries: entries.slice(offset, offset + limit), total: entries.length };
}

async function ofRulings(tx: Tx, family: string[]): Promise<CreditEntry[]> {
  const rulings = await tx
    .select()
    .from(publishedRulings)
    .where(
      and(inArray(publishedRulings.companyId, family), isNotNull(publishedRulings.finalOn), isNull(publishedRulings.archivedOn)),
    );
  if (rulings.length === 0) return [];
  const found = await tx
    .select({ f: publishedFindings, r: rectifications })
    .from(publishedFindings)
    .leftJoin(rectifications, eq(rectifications.findingId, publishedFindings.id))
    .where(inArray(publishedFindings.companyId, family))
    .orderBy(asc(publishedFindings.ord));
  const numbers = rulings.map((r) => r.number);
  const versions = await tx.select().from(rulingVersions).where(inArray(rulingVersions.number, numbers));
  const byRuling = new Map(rulings.map((r) => [r.id, r]));
  return [
    ...rulings.map(
      (r): CreditEntry => ({
        kind: "ruling",
        day: r.annulledOn ?? (r.finalOn as Day),
        number: r.number,
        title: r.title,
        outcome: r.outcome,
        status: r.status,
        findings: found
          .filter((x) => x.f.publishedRulingId === r.id)
          .map(({ f }) => ({ clause: f.clause, tier: f.tier, outcome: f.outcome })),
      }),
    ),
    ...versions.map(
      (v): CreditEntry => ({
        kind: "correction",
        day: v.replacedOn,
        number: v.number,
        version: v.version + 1,
        reason: v.reason,
      }),
    ),
    ...found.flatMap(({ f, r }): CreditEntry[] => {
      const ruling = byRuling.get(f.publishedRulingId);
      if (!r || !ruling || ruling.status === "annulled") return [];
      const entry = { kind: "rectification", findingId: f.id, number: ruling.number, title: f.title, clause: f.clause } as const;
      return stepsOf(r).map(({ step, day }) => ({ ...entry, step, day }));
    }),
  ];
}

/** What happened to one rectification, each with its day. */
export function stepsOf(r: {
  readonly orderedOn: Day;
  readonly acceptedOn: Day | null;
  readonly overdueOn: Day | null;
  readonly reports: unknown;
}): { step: RectificationStep; day: Day }[] {
  const reports = r.reports as readonly RectificationReport[];
  const steps: { step: RectificationStep; day: Day | null }[] = [
    { step: "ordered", day: r.orderedOn },
    ...reports.flatMap((report) => [
      { step: "reported" as const, day: report.reportedOn },
      { step: "rejected" as const, day: report.rejectedOn },
    ]),
    { step: "accepted", day: r.acceptedOn },
    { step: "overdue", day: r.overdueOn },
  ];
  return steps.flatMap(({ step, day }) => (day === null ? [] : [{ step, day }]));
}

async function ofChecks(tx: Tx, family: string[]): Promise<CreditEntry[]> {
  const rows = await tx.select().from(specialChecks).where(inArray(specialChecks.companyId, family));
  return rows.flatMap((row): CreditEntry[] => {
    const check = { kind: "check", number: row.number, clause: row.clause, complainants: row.complainants } as const;
    const opened = { ...check, step: "opened", result: null, day: dayOf(row.openedAt) } as const;
    if (!row.concludedAt) return [opened];
    return [opened, { ...check, step: "concluded", result: row.result as CheckResult, day: dayOf(row.concludedAt) }];
  });
}

/** The tests of a quarter as one entry, on the day of its last test so far. */
async function ofDialTests(tx: Tx, family: string[]): Promise<CreditEntry[]> {
  const rows = await tx
    .select({
      quarter: dialTests.quarter,
      tests: sql<number>`count(*)::int`,
      passed: sql<number>`(count(*) filter (where ${dialTests.passed}))::int`,
      last: sql<string>`max(${dialTests.testedAt})::text`,
    })
    .from(dialTests)
    .where(and(inArray(dialTests.companyId, family), stands))
    .groupBy(dialTests.quarter);
  return rows.map(({ last, ...row }) => ({
    kind: "dial",
    ...row,
    day: earlierDay(dayOf(new Date(last)), quarterBounds(row.quarter as Quarter).last),
  }));
}

async function ofScores(tx: Tx, companyId: string): Promise<CreditEntry[]> {
  const scores = await tx
    .select()
    .from(companyScores)
    .where(and(eq(companyScores.companyId, companyId), eq(companyScores.quarterEnd, true)));
  return scores.map((s): CreditEntry => {
    const shown = shownScore(s.breakdown as CompanyScore);
    return { kind: "score", day: s.asOf, period: s.period, score: shown.score, band: shown.band };
  });
}

async function ofMergers(tx: Tx, companyId: string): Promise<CreditEntry[]> {
  const merged = await tx
    .select({ at: companyHistory.at, name: companies.name })
    .from(companyHistory)
    .innerJoin(companies, eq(companies.id, companyHistory.otherCompanyId))
    .where(and(eq(companyHistory.companyId, companyId), eq(companyHistory.type, "merged_from")));
  return merged.map((m): CreditEntry => ({ kind: "merged", day: dayOf(m.at), name: m.name }));
}
