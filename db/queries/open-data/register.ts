import { and, asc, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { companies, companyScores, complaints, dialTests } from "@/db/schema";
import { type Day, daysBetween } from "@/domain/day";
import { dialPlanRecordOf, dialTestRecordOf } from "@/domain/open-data/dial-test-record";
import type { CompanyRecord, DialPlanRecord, DialTestRecord, OverdueRecord, ScoreRecord } from "@/domain/open-data/records";
import { scoreRecordOf } from "@/domain/open-data/score-record";
import { shownScore } from "@/domain/score/evidence-grade";
import type { CompanyScore } from "@/domain/score/types";
import { dialPlanRows, dialRecordings, stands } from "../dial-tests";
import { type Key, type Page, pageOf } from "./page";

/** Ids of the company with this address and of those merged into it. */
export const within = (slug: string) =>
  sql`(select c.id from companies c left join companies into_ on into_.id = c.merged_into_id where c.slug = ${slug} or into_.slug = ${slug})`;

/** Companies by address, merged ones included (they say into which). */
export async function companyPage(
  tx: Tx,
  query: { sector?: string | undefined; slug?: string | undefined },
  page: { limit: number; after: Key | null; base: string },
): Promise<Page<CompanyRecord>> {
  const into = alias(companies, "into_company");
  const rows = await tx
    .select({ company: companies, into: into.slug })
    .from(companies)
    .leftJoin(into, eq(into.id, companies.mergedIntoId))
    .where(
      and(
        query.sector ? eq(companies.sector, query.sector) : undefined,
        query.slug ? eq(companies.slug, query.slug) : undefined,
        page.after ? gt(companies.slug, page.after[0] ?? "") : undefined,
      ),
    )
    .orderBy(asc(companies.slug))
    .limit(page.limit + 1);
  const ids = rows.map((r) => r.company.id);
  const newest =
    ids.length === 0
      ? []
      : await tx
          .selectDistinctOn([companyScores.companyId])
          .from(companyScores)
          .where(inArray(companyScores.companyId, ids))
          .orderBy(companyScores.companyId, desc(companyScores.asOf));
  const scores = new Map(newest.map((s) => [s.companyId, s]));
  return pageOf(
    rows,
    page.limit,
    (r) => [r.company.slug],
    ({ company: c, into: mergedInto }) => {
      const score = scores.get(c.id);
      const shown = score && shownScore(score.breakdown as CompanyScore);
      return {
        slug: c.slug,
        url: `${page.base}/zh-Hans/companies/${c.slug}`,
        companyId: c.id,
        name: c.name,
        nameHant: c.nameHant,
        nameEn: c.nameEn,
        sector: c.sector,
        sizeClass: c.sizeClass,
        mergedInto,
        pledgeSignedOn: c.pledgeSignedOn,
        current:
          score && shown
            ? {
                asOf: score.asOf,
                score: shown.score,
                lower: shown.lower,
                upper: shown.upper,
                band: shown.band,
                grade: shown.grade,
                decided: score.decided,
              }
            : null,
      };
    },
  );
}

/** Scores as published, newest day first. */
export async function scorePage(
  tx: Tx,
  query: { company?: string | undefined; period?: string | undefined; quarterEnd?: boolean | undefined },
  page: { limit: number; after: Key | null },
): Promise<Page<ScoreRecord>> {
  const [asOf, slug] = page.after ?? [];
  const rows = await tx
    .select({ score: companyScores, slug: companies.slug })
    .from(companyScores)
    .innerJoin(companies, eq(companies.id, companyScores.companyId))
    .where(
      and(
        query.company ? sql`${companyScores.companyId} in ${within(query.company)}` : undefined,
        query.period ? eq(companyScores.period, query.period) : undefined,
        query.quarterEnd === undefined ? undefined : eq(companyScores.quarterEnd, query.quarterEnd),
        asOf && slug
          ? sql`(${companyScores.asOf} < ${asOf}::date or (${companyScores.asOf} = ${asOf}::date and ${companies.slug} > ${slug}))`
          : undefined,
      ),
    )
    .orderBy(desc(companyScores.asOf), asc(companies.slug))
    .limit(page.limit + 1);
  return pageOf(
    rows,
    page.limit,
    (r) => [r.score.asOf, r.slug],
    (r) => scoreRecordOf(r.slug, r.score.quarterEnd, r.score.breakdown as CompanyScore),
  );
}

/** Dial tests, newest first. */
export async function dialTestPage(
  tx: Tx,
  query: {
    company?: string | undefined;
    quarter?: string | undefined;
    channel?: string | undefined;
    from?: Day | undefined;
    to?: Day | undefined;
  },
  page: { limit: number; after: Key | null },
): Promise<Page<DialTestRecord>> {
  const [testedAt, id] = page.after ?? [];
  const on = sql`(${dialTests.testedAt} at time zone 'Asia/Shanghai')::date`;
  const rows = await tx
    .select({ test: dialTests, slug: companies.slug, cursor: sql<string>`${dialTests.testedAt}::text` })
    .from(dialTests)
    .innerJoin(companies, eq(companies.id, dialTests.companyId))
    .where(
      and(
        stands,
        query.company ? sql`${dialTests.companyId} in ${within(query.company)}` : undefined,
        query.quarter ? eq(dialTests.quarter, query.quarter) : undefined,
        query.channel ? eq(dialTests.channel, query.channel) : undefined,
        query.from ? sql`${on} >= ${query.from}::date` : undefined,
        query.to ? sql`${on} <= ${query.to}::date` : undefined,
        testedAt && id ? sql`(${dialTests.testedAt}, ${dialTests.id}) < (${testedAt}::timestamptz, ${id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(dialTests.testedAt), desc(dialTests.id))
    .limit(page.limit + 1);
  const recordings = await dialRecordings(
    tx,
    rows.map((row) => row.test.id),
  );
  return pageOf(
    rows,
    page.limit,
    (r) => [r.cursor, r.test.id],
    ({ test, slug }) => {
      const own = recordings.filter((one) => one.testId === test.id);
      return dialTestRecordOf(
        test,
        slug,
        own.flatMap((one) => one.sha256 ?? []),
      );
    },
  );
}

/** Draws of the dial tests, newest first; the seed once the quarter is over. */
export async function dialPlanPage(
  tx: Tx,
  page: { limit: number; after: Key | null; today: Day },
): Promise<Page<DialPlanRecord>> {
  const all = await dialPlanRows(tx);
  const rows = all.filter((row) => page.after === null || row.quarter < (page.after[0] ?? ""));
  return pageOf(
    rows.slice(0, page.limit + 1),
    page.limit,
    (row) => [row.quarter],
    (row) => dialPlanRecordOf(row, page.today),
  );
}

/** The overdue register (RULES §5): a number of its own, the clock, days over. */
export async function overduePage(tx: Tx, page: { limit: number; after: Key | null; today: Day }): Promise<Page<OverdueRecord>> {
  const [due, number] = page.after ?? [];
  const rows = await tx
    .select({ number: complaints.overdueNumber, clock: complaints.deskClock, due: complaints.deskDue })
    .from(complaints)
    .where(
      and(
        sql`${complaints.overdueNumber} is not null`,
        isNull(complaints.closedAt),
        sql`${complaints.deskDue} < ${page.today}::date`,
        inArray(complaints.deskClock, ["decision", "review"]),
        due && number ? sql`(${complaints.deskDue}, ${complaints.overdueNumber}) > (${due}::date, ${number})` : undefined,
      ),
    )
    .orderBy(asc(complaints.deskDue), asc(complaints.overdueNumber))
    .limit(page.limit + 1);
  return pageOf(
    rows,
    page.limit,
    (r) => [r.due as string, r.number as string],
    (r) => ({
      number: r.number as string,
      clock: r.clock as string,
      dueOn: r.due as Day,
      daysOver: daysBetween(r.due as Day, page.today),
    }),
  );
}
