import { and, asc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dialTests, publishedFindings, publishedRulings, rectifications } from "@/db/schema";
import type { Day } from "@/domain/day";
import { shownScore } from "@/domain/score/evidence-grade";
import type { LeagueCompany } from "@/domain/score/league-lines";
import { stands } from "./dial-tests";
import { companyFamily } from "./scores";

/** What the public reads of companies: register, scores, published records; no case. */

/** Companies that stand for themselves, with what may be shown of the newest score: never the whole calculation, lists need little of it. */
export interface CompanyCard extends LeagueCompany {
  readonly slug: string;
  readonly name: string;
  readonly nameHant: string;
  readonly nameEn: string;
  readonly sector: string;
  readonly decided: number;
  readonly tests: number;
}

/** How many companies each sector has, and the day of the newest score. */
export async function sectorSizes(tx: Tx): Promise<{ sizes: Map<string, number>; asOf: Day | null }> {
  const rows = await tx.execute<{ sector: string; n: number }>(
    sql`select sector, count(*)::int as n from companies where merged_into_id is null group by sector`,
  );
  const [newest] = await tx.execute<{ asOf: Day | null }>(sql`select max(as_of)::text as "asOf" from company_scores`);
  return { sizes: new Map(rows.map((row) => [row.sector, row.n])), asOf: newest?.asOf ?? null };
}

/** The companies of some sectors, by pinyin. */
export async function companiesIn(tx: Tx, sectors: readonly string[]): Promise<CompanyCard[]> {
  if (sectors.length === 0) return [];
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select c.id, c.slug, c.name, c.name_hant as "nameHant", c.name_en as "nameEn", c.pinyin, c.sector,
      s.score, s.lower, s.upper, s.grade, s.band, coalesce(s.decided, 0) as decided, coalesce((s.breakdown->>'tests')::int, 0) as tests
    from companies c left join lateral (
      select * from company_scores s where s.company_id = c.id order by s.as_of desc limit 1) s on true
    where c.merged_into_id is null and c.sector in ${[...sectors]}
    order by c.pinyin, c.id`);
  return rows.map(({ score, lower, upper, grade, band, ...company }) => ({
    ...(company as unknown as Omit<CompanyCard, "shown">),
    shown: grade === null ? null : shownScore({ S: score, lower, upper, grade, band } as Parameters<typeof shownScore>[0]),
  }));
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
