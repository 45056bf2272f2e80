import { and, asc, desc, eq, gte, ilike, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  companies,
  complaints,
  publishedFindings,
  publishedRulings,
  rectifications,
  reportCorrections,
  reports,
} from "@/db/schema";
import type { Day } from "@/domain/day";

/** What the public may read of rulings: this file reads published tables and counts only, never a case. */

export interface RulingListItem {
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly outcome: string;
  readonly signedOn: Day;
  readonly company: { readonly slug: string; readonly name: string; readonly nameHant: string; readonly nameEn: string };
  readonly findings: readonly { readonly clause: string; readonly outcome: string; readonly tier: string | null }[];
}

export interface RulingFilter {
  readonly words?: string | undefined;
  readonly companySlug?: string | undefined;
  readonly clause?: string | undefined;
  readonly outcome?: string | undefined;
  readonly sector?: string | undefined;
}

function conditions(filter: RulingFilter): SQL | undefined {
  const parts: (SQL | undefined)[] = [isNull(publishedRulings.archivedOn)];
  const word = filter.words?.trim();
  if (word) {
    const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    parts.push(
      or(
        ilike(publishedRulings.title, like),
        ilike(publishedRulings.decision, like),
        ilike(companies.name, like),
        ilike(companies.nameHant, like),
        ilike(companies.nameEn, like),
      ),
    );
  }
  if (filter.companySlug) parts.push(eq(companies.slug, filter.companySlug));
  if (filter.outcome) parts.push(eq(publishedRulings.outcome, filter.outcome));
  if (filter.sector) parts.push(eq(publishedRulings.sector, filter.sector));
  if (filter.clause)
    parts.push(
      sql`exists (select 1 from ${publishedFindings} where ${publishedFindings.publishedRulingId} = ${publishedRulings.id} and ${publishedFindings.clause} = ${filter.clause})`,
    );
  return and(...parts);
}

/** Published rulings, newest first, with the clauses they found on. `total` is exact. */
export async function listRulings(
  tx: Tx,
  filter: RulingFilter,
  page: { limit: number; offset: number },
): Promise<{ items: RulingListItem[]; total: number }> {
  const where = conditions(filter);
  const rows = await tx
    .select({ ruling: publishedRulings, company: companies })
    .from(publishedRulings)
    .innerJoin(companies, eq(companies.id, publishedRulings.companyId))
    .where(where)
    .orderBy(desc(publishedRulings.signedAt), desc(publishedRulings.number))
    .limit(page.limit)
    .offset(page.offset);
  const [count] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(publishedRulings)
    .innerJoin(companies, eq(companies.id, publishedRulings.companyId))
    .where(where);
  const ids = rows.map((r) => r.ruling.id);
  const found =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(publishedFindings)
          .where(inArray(publishedFindings.publishedRulingId, ids))
          .orderBy(asc(publishedFindings.ord));
  const items = rows.map(({ ruling, company }) => ({
    number: ruling.number,
    title: ruling.title,
    status: ruling.status,
    outcome: ruling.outcome,
    signedOn: ruling.signedOn,
    company: { slug: company.slug, name: company.name, nameHant: company.nameHant, nameEn: company.nameEn },
    findings: found
      .filter((f) => f.publishedRulingId === ruling.id)
      .map((f) => ({ clause: f.clause, outcome: f.outcome, tier: f.tier })),
  }));
  return { items, total: count?.n ?? 0 };
}

/** One published ruling with its company, findings and what became of each; null when there is none of that number. */
export async function findPublishedRuling(tx: Tx, number: string) {
  const [row] = await tx
    .select({ ruling: publishedRulings, company: companies })
    .from(publishedRulings)
    .innerJoin(companies, eq(companies.id, publishedRulings.companyId))
    .where(and(eq(publishedRulings.number, number), isNull(publishedRulings.archivedOn)))
    .limit(1);
  if (!row) return null;
  const found = await tx
    .select({ finding: publishedFindings, rectification: rectifications })
    .from(publishedFindings)
    .leftJoin(rectifications, eq(rectifications.findingId, publishedFindings.id))
    .where(eq(publishedFindings.publishedRulingId, row.ruling.id))
    .orderBy(asc(publishedFindings.ord));
  const { complaintId: _case, rulingId: _draft, ...ruling } = row.ruling;
  return {
    ...ruling,
    company: row.company,
    findings: found.map(({ finding, rectification: r }) => ({
      ...finding,
      rectification: r
        ? {
            state: r.state,
            orderedOn: r.orderedOn,
            dueOn: r.secondDueOn ?? r.dueOn,
            reportedOn: r.reportedOn,
            acceptedOn: r.acceptedOn,
            overdueOn: r.overdueOn,
          }
        : null,
    })),
  };
}
/** The case behind a published ruling that can be read now; for the portal's own use, never shown. */
export async function publishedCase(tx: Tx, number: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: publishedRulings.complaintId })
    .from(publishedRulings)
    .where(and(eq(publishedRulings.number, number), isNull(publishedRulings.archivedOn)))
    .limit(1);
  return row?.id ?? null;
}

export type PublishedRuling = NonNullable<Awaited<ReturnType<typeof findPublishedRuling>>>;

/** Cases whose acceptance ran out without an answer and that are still open, the newest first: by their number of the register alone (RULES §4, §5). */
export async function deemedAcceptances(tx: Tx, limit: number): Promise<{ number: string; due: Day }[]> {
  const rows = await tx
    .select({ number: complaints.overdueNumber, due: complaints.acceptanceDue })
    .from(complaints)
    .where(and(isNotNull(complaints.overdueNumber), eq(complaints.deemed, true), isNull(complaints.closedAt)))
    .orderBy(desc(complaints.acceptanceDue), asc(complaints.overdueNumber))
    .limit(limit);
  return rows.flatMap((r) => (r.number && r.due ? [{ number: r.number, due: r.due }] : []));
}

/** The overdue register: a number of its own, clock, due day; neither person nor company (RULES §5). */
export async function overdueRegister(tx: Tx, today: Day): Promise<{ number: string; clock: string; due: Day }[]> {
  const rows = await tx
    .select({ number: complaints.overdueNumber, clock: complaints.deskClock, due: complaints.deskDue })
    .from(complaints)
    .where(
      and(
        isNotNull(complaints.overdueNumber),
        isNull(complaints.closedAt),
        lt(complaints.deskDue, today),
        inArray(complaints.deskClock, ["decision", "review"]),
      ),
    )
    .orderBy(asc(complaints.deskDue));
  return rows.flatMap((r) => (r.number && r.clock && r.due ? [{ number: r.number, clock: r.clock, due: r.due }] : []));
}

/** Rulings signed since a day. */
export async function rulingsSince(tx: Tx, since: Day): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(publishedRulings)
    .where(gte(publishedRulings.signedOn, since));
  return row?.n ?? 0;
}

/** What was published and put right later: annulled rulings, and corrections of published reports. */
export async function corrections(tx: Tx) {
  const annulled = await tx
    .select({
      number: publishedRulings.number,
      annulledOn: publishedRulings.annulledOn,
      annulReason: publishedRulings.annulReason,
    })
    .from(publishedRulings)
    .where(and(isNotNull(publishedRulings.annulledOn), isNull(publishedRulings.archivedOn)))
    .orderBy(desc(publishedRulings.annulledOn));
  const changed = await tx
    .select({
      id: reportCorrections.id,
      quarter: reports.quarter,
      version: reports.version,
      place: reportCorrections.place,
      before: reportCorrections.before,
      after: reportCorrections.after,
      reason: reportCorrections.reason,
    })
    .from(reportCorrections)
    .innerJoin(reports, eq(reports.id, reportCorrections.reportId))
    .where(inArray(reports.state, ["published", "superseded"]))
    .orderBy(desc(reportCorrections.at));
  return { annulled, reports: changed };
}
