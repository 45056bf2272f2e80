import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, publishedFindings, publishedRulings, rectifications } from "@/db/schema";
import type { Day } from "@/domain/day";
import type { Outcome, Tier } from "@/domain/findings";
import type { RulingRecord } from "@/domain/open-data/records";
import type { PublishedClock } from "@/domain/publication/clocks";
import { type Key, type Page, pageOf } from "./page";

/** Rulings as open data: published tables only. What a consumer consented to show may be taken back, so it is on the page alone, never in copies. */

export interface RulingQuery {
  readonly company?: string | undefined;
  readonly clause?: string | undefined;
  readonly sector?: string | undefined;
  readonly outcome?: string | undefined;
  readonly status?: string | undefined;
  readonly channel?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly numbers?: readonly string[] | undefined;
}

/** Published and not archived (RULES §5), neither by its row nor by its time; a withdrawn ruling stays, without its words. */
const visible = (today: Day) =>
  and(isNull(publishedRulings.archivedOn), or(isNull(publishedRulings.visibleUntil), gte(publishedRulings.visibleUntil, today)));

/** Rulings newest first, after `after`. `base`: address of the portal without a slash at the end. */
export async function rulingPage(
  tx: Tx,
  query: RulingQuery,
  page: { limit: number; after: Key | null; today: Day; base: string },
): Promise<Page<RulingRecord>> {
  const [signedAt, number] = page.after ?? [];
  const rows = await tx
    .select({ ruling: publishedRulings, company: companies, cursor: sql<string>`${publishedRulings.signedAt}::text` })
    .from(publishedRulings)
    .innerJoin(companies, eq(companies.id, publishedRulings.companyId))
    .where(
      and(
        visible(page.today),
        query.company
          ? sql`${publishedRulings.companyId} in (select c.id from companies c left join companies into_ on into_.id = c.merged_into_id where c.slug = ${query.company} or into_.slug = ${query.company})`
          : undefined,
        query.sector ? eq(publishedRulings.sector, query.sector) : undefined,
        query.outcome
          ? and(eq(publishedRulings.outcome, query.outcome), sql`${publishedRulings.status} <> 'annulled'`)
          : undefined,
        query.status ? eq(publishedRulings.status, query.status) : undefined,
        query.channel ? eq(publishedRulings.channel, query.channel) : undefined,
        query.from ? gte(publishedRulings.signedOn, query.from) : undefined,
        query.to ? lte(publishedRulings.signedOn, query.to) : undefined,
        query.numbers ? inArray(publishedRulings.number, [...query.numbers]) : undefined,
        query.clause
          ? sql`exists (select 1 from ${publishedFindings} where ${publishedFindings.publishedRulingId} = ${publishedRulings.id} and ${publishedFindings.clause} = ${query.clause})`
          : undefined,
        signedAt && number
          ? sql`(${publishedRulings.signedAt}, ${publishedRulings.number}) < (${signedAt}::timestamptz, ${number})`
          : undefined,
      ),
    )
    .orderBy(desc(publishedRulings.signedAt), desc(publishedRulings.number))
    .limit(page.limit + 1);
  const kept = rows.slice(0, page.limit);
  const found = await findingsOf(
    tx,
    kept.map((r) => r.ruling.id),
  );
  return pageOf(
    rows,
    page.limit,
    (r) => [r.cursor, r.ruling.number],
    (r) => recordOf(r, found.get(r.ruling.id) ?? [], page.base),
  );
}

type Row = { ruling: typeof publishedRulings.$inferSelect; company: typeof companies.$inferSelect };
type Found = { f: typeof publishedFindings.$inferSelect; r: typeof rectifications.$inferSelect | null };

async function findingsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Found[]>> {
  const groups = new Map<string, Found[]>();
  if (ids.length === 0) return groups;
  const rows = await tx
    .select({ f: publishedFindings, r: rectifications })
    .from(publishedFindings)
    .leftJoin(rectifications, eq(rectifications.findingId, publishedFindings.id))
    .where(inArray(publishedFindings.publishedRulingId, [...ids]))
    .orderBy(asc(publishedFindings.ord));
  for (const row of rows) groups.set(row.f.publishedRulingId, [...(groups.get(row.f.publishedRulingId) ?? []), row]);
  return groups;
}

function recordOf({ ruling: r, company }: Row, found: readonly Found[], base: string): RulingRecord {
  const annulled = r.status === "annulled";
  return {
    number: r.number,
    url: `${base}/zh-Hans/rulings/${r.number}`,
    company: { slug: company.slug, name: company.name, nameHant: company.nameHant, nameEn: company.nameEn },
    sector: r.sector,
    channel: r.channel,
    priorityGroup: r.priorityGroup,
    status: r.status as RulingRecord["status"],
    outcome: annulled ? null : (r.outcome as Outcome),
    title: annulled ? null : r.title,
    decision: annulled ? null : r.decision,
    allegationCount: r.allegationCount,
    companyReply: annulled ? null : r.companyReply,
    companyRepliedOn: r.companyRepliedOn,
    replyFailing: r.replyFailing as RulingRecord["replyFailing"],
    filedMonth: r.filedMonth,
    signedOn: r.signedOn,
    finalOn: r.finalOn,
    annulledOn: r.annulledOn,
    annulReason: r.annulReason,
    version: r.version,
    standardVersion: r.standardVersion,
    sha256: r.sha256,
    clocks: (r.clocks as PublishedClock[]).map((c) => ({
      clock: c.clock,
      startDay: c.startDay,
      due: c.due,
      metOn: c.metOn,
      state: c.state,
      workingDays: c.workingDays,
      usedDays: c.usedDays,
    })),
    findings: annulled ? [] : found.map(findingOf),
  };
}

const findingOf = ({ f, r }: Found): RulingRecord["findings"][number] => ({
  findingId: f.id,
  clause: f.clause,
  outcome: f.outcome as Outcome,
  tier: f.tier as Tier | null,
  title: f.title,
  facts: f.facts,
  reasons: f.reasons,
  evidenceKinds: f.evidenceKinds,
  incidentMonth: f.incidentMonth,
  recurs: f.recurs,
  rectification: r && {
    state: r.state,
    orderedOn: r.orderedOn,
    dueOn: r.dueOn,
    secondDueOn: r.secondDueOn,
    reportedOn: r.reportedOn,
    acceptedOn: r.acceptedOn,
    overdueOn: r.overdueOn,
  },
});
