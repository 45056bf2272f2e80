import { and, asc, desc, eq, gte, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  companies,
  companyHistory,
  companyScores,
  dialTests,
  publishedFindings,
  publishedRulings,
  rectifications,
} from "@/db/schema";
import { type Day, dayOf } from "@/domain/day";
import { shownScore } from "@/domain/score/evidence-grade";
import type { CompanyScore } from "@/domain/score/types";
import { stands } from "./dial-tests";
import { companyFamily } from "./scores";

/** What the public reads of companies: register, scores, published records; no case. */

export type CompanyCard = Awaited<ReturnType<typeof listedCompanies>>[number];

/** Every company that stands for itself, with what may be shown of its newest score and why. */
export async function listedCompanies(tx: Tx) {
  const rows = await tx
    .selectDistinctOn([companies.id], { company: companies, score: companyScores })
    .from(companies)
    .leftJoin(companyScores, eq(companyScores.companyId, companies.id))
    .where(isNull(companies.mergedIntoId))
    .orderBy(companies.id, desc(companyScores.asOf));
  return rows
    .map(({ company, score }) => {
      const breakdown = score ? (score.breakdown as CompanyScore) : null;
      return {
        ...company,
        asOf: score?.asOf ?? null,
        decided: score?.decided ?? 0,
        tests: breakdown?.tests ?? 0,
        shown: breakdown ? shownScore(breakdown) : null,
      };
    })
    .sort((a, b) => (a.pinyin < b.pinyin ? -1 : a.pinyin > b.pinyin ? 1 : 0));
}

/** Timeliness and outcomes of the trailing 12 months, shown beside the score and never weighed in (RULES §6). */
export async function companyConduct(tx: Tx, companyId: string, since: Day) {
  const family = await companyFamily(tx, companyId);
  const rulings = await tx
    .select({ outcome: publishedRulings.outcome, clocks: publishedRulings.clocks, failing: publishedRulings.replyFailing })
    .from(publishedRulings)
    .where(
      and(
        inArray(publishedRulings.companyId, family),
        gte(publishedRulings.signedOn, since),
        isNull(publishedRulings.annulledOn),
      ),
    );
  const clocks = rulings.flatMap((r) => r.clocks as { clock: string; usedHours: number | null; state: string }[]);
  const hours = clocks
    .filter((c) => c.clock === "first_answer" && c.usedHours !== null)
    .map((c) => c.usedHours as number)
    .sort((a, b) => a - b);
  const done = await tx
    .select({
      state: rectifications.state,
      dueOn: rectifications.dueOn,
      acceptedOn: rectifications.acceptedOn,
      reportedOn: rectifications.reportedOn,
    })
    .from(rectifications)
    .where(and(inArray(rectifications.companyId, family), gte(rectifications.orderedOn, since)));
  const over = done.filter((r) => r.state !== "ordered" && r.state !== "reported" && r.state !== "rejected");
  return {
    replies: { due: rulings.length, inTime: rulings.filter((r) => r.failing === null).length },
    firstAnswerHours: hours.length === 0 ? null : (hours[Math.floor((hours.length - 1) / 2)] as number),
    within72: hours.length === 0 ? null : hours.filter((h) => h <= 72).length / hours.length,
    upheld: {
      decided: rulings.length,
      upheld: rulings.filter((r) => r.outcome === "upheld" || r.outcome === "partly_upheld").length,
    },
    rectified: {
      due: over.length,
      inTime: over.filter((r) => r.state === "accepted" && r.reportedOn !== null && r.reportedOn <= r.dueOn).length,
    },
  };
}

/** Dial tests since a day, oldest first. */
export async function companyDialTests(tx: Tx, companyId: string, since: Date) {
  const family = await companyFamily(tx, companyId);
  return tx
    .select()
    .from(dialTests)
    .where(and(inArray(dialTests.companyId, family), gte(dialTests.testedAt, since), stands))
    .orderBy(asc(dialTests.testedAt));
}

export type CreditEntry =
  | {
      kind: "ruling";
      day: Day;
      number: string;
      title: string;
      outcome: string;
      status: string;
      findings: { clause: string; tier: string | null; outcome: string }[];
    }
  | { kind: "rectification"; day: Day; number: string; title: string; state: string; clause: string }
  | { kind: "score"; day: Day; period: string; score: number | null; band: string | null }
  | { kind: "merged"; day: Day; name: string };

/** The credit file (RULES §6): final rulings with their findings, rectifications, frozen scores and mergers, newest first. */
export async function creditFile(
  tx: Tx,
  companyId: string,
  limit: number,
  offset = 0,
): Promise<{ entries: CreditEntry[]; total: number }> {
  const family = await companyFamily(tx, companyId);
  const rulings = await tx
    .select()
    .from(publishedRulings)
    .where(
      and(inArray(publishedRulings.companyId, family), isNotNull(publishedRulings.finalOn), isNull(publishedRulings.archivedOn)),
    );
  const found = await tx
    .select({ f: publishedFindings, r: rectifications })
    .from(publishedFindings)
    .leftJoin(rectifications, eq(rectifications.findingId, publishedFindings.id))
    .where(inArray(publishedFindings.companyId, family))
    .orderBy(asc(publishedFindings.ord));
  const scores = await tx
    .select()
    .from(companyScores)
    .where(and(eq(companyScores.companyId, companyId), eq(companyScores.quarterEnd, true)));
  const merged = await tx
    .select({ at: companyHistory.at, name: companies.name })
    .from(companyHistory)
    .innerJoin(companies, eq(companies.id, companyHistory.otherCompanyId))
    .where(and(eq(companyHistory.companyId, companyId), eq(companyHistory.type, "merged_from")));
  const byRuling = new Map(rulings.map((r) => [r.id, r]));
  const entries: CreditEntry[] = [
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
    ...found.flatMap(({ f, r }): CreditEntry[] => {
      const ruling = byRuling.get(f.publishedRulingId);
      const day = r?.acceptedOn ?? r?.overdueOn;
      return r && ruling && ruling.status !== "annulled" && day
        ? [{ kind: "rectification", day, number: ruling.number, title: f.title, state: r.state, clause: f.clause }]
        : [];
    }),
    ...scores.map((s): CreditEntry => {
      const shown = shownScore(s.breakdown as CompanyScore);
      return { kind: "score", day: s.asOf, period: s.period, score: shown.score, band: shown.band };
    }),
    ...merged.map((m): CreditEntry => ({ kind: "merged", day: dayOf(m.at), name: m.name })),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return { entries: entries.slice(offset, offset + limit), total: entries.length };
}

/** The signing number and finding title behind each line of a score; of archived rulings none: they score on, but are read no more (RULES §5). */
export async function findingTitles(tx: Tx, ids: readonly string[]): Promise<Map<string, { title: string; number: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: publishedFindings.id, title: publishedFindings.title, number: publishedRulings.number })
    .from(publishedFindings)
    .innerJoin(publishedRulings, eq(publishedRulings.id, publishedFindings.publishedRulingId))
    .where(and(inArray(publishedFindings.id, [...ids]), isNull(publishedRulings.archivedOn)));
  return new Map(rows.map((r) => [r.id, { title: r.title, number: r.number }]));
}
