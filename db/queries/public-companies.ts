import { and, asc, desc, eq, gte, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, companyScores, dialTests, publishedFindings, publishedRulings, rectifications } from "@/db/schema";
import type { Day } from "@/domain/day";
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
