import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, complaints, publishedFindings, publishedRulings, rectificationReports, rectifications } from "@/db/schema";
import type { Day } from "@/domain/day";
import { type LossBand, lossBand } from "@/domain/report/case-study";

/** Where case studies come from: findings of final rulings on the public record. Of the case itself only the band of the loss is read. */

const FINAL = and(
  inArray(publishedRulings.status, ["final", "varied"]),
  isNotNull(publishedRulings.finalOn),
  isNull(publishedRulings.annulledOn),
  inArray(publishedFindings.outcome, ["upheld", "partly_upheld"]),
);

export interface StudySource {
  readonly findingId: string;
  readonly rulingNumber: string;
  readonly title: string;
  readonly clause: string;
  readonly tier: string | null;
  readonly outcome: string;
  readonly sector: string;
  readonly finalOn: Day | null;
  readonly company: { readonly name: string; readonly nameHant: string; readonly nameEn: string };
}

/** Upheld findings of final rulings, newest first; `words` looks in titles, clauses and company names. */
export async function studySources(
  tx: Tx,
  filter: { words?: string | undefined; sector?: string | undefined },
  limit: number,
): Promise<StudySource[]> {
  const word = filter.words?.trim();
  const like = word ? `%${word.replace(/[\\%_]/g, "\\$&")}%` : null;
  return tx
    .select({
      findingId: publishedFindings.id,
      rulingNumber: publishedRulings.number,
      title: publishedFindings.title,
      clause: publishedFindings.clause,
      tier: publishedFindings.tier,
      outcome: publishedFindings.outcome,
      sector: publishedRulings.sector,
      finalOn: publishedRulings.finalOn,
      company: { name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn },
    })
    .from(publishedFindings)
    .innerJoin(publishedRulings, eq(publishedRulings.id, publishedFindings.publishedRulingId))
    .innerJoin(companies, eq(companies.id, publishedRulings.companyId))
    .where(
      and(
        FINAL,
        ...(filter.sector ? [eq(publishedRulings.sector, filter.sector)] : []),
        ...(like
          ? [
              or(
                ilike(publishedFindings.title, like),
                ilike(publishedFindings.clause, like),
                ilike(publishedRulings.number, like),
                ilike(companies.name, like),
                ilike(companies.nameEn, like),
              ),
            ]
          : []),
      ),
    )
    .orderBy(desc(publishedRulings.finalOn), desc(publishedRulings.number), asc(publishedFindings.ord))
    .limit(limit);
}

/** One upheld finding of a final ruling with all that a study is prefilled from; null when it is none. */
export async function studySource(tx: Tx, findingId: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(findingId)) return null;
  const [row] = await tx
    .select({
      finding: publishedFindings,
      ruling: publishedRulings,
      company: companies,
      rectification: rectifications,
      loss: complaints.lossAmount,
    })
    .from(publishedFindings)
    .innerJoin(publishedRulings, eq(publishedRulings.id, publishedFindings.publishedRulingId))
    .innerJoin(companies, eq(companies.id, publishedRulings.companyId))
    .leftJoin(rectifications, eq(rectifications.findingId, publishedFindings.id))
    .leftJoin(complaints, eq(complaints.id, publishedRulings.complaintId))
    .where(and(FINAL, eq(publishedFindings.id, findingId)));
  if (!row) return null;
  const [checked] = await tx
    .select({
      reported: sql<number>`count(*)::int`,
      rejected: sql<number>`count(*) filter (where ${rectificationReports.result} = 'rejected')::int`,
    })
    .from(rectificationReports)
    .where(eq(rectificationReports.findingId, findingId));
  const { complaintId: _case, rulingId: _draft, ...ruling } = row.ruling;
  const { loss, ...rest } = row;
  return {
    ...rest,
    ruling,
    lossBand: lossBand(loss) as LossBand,
    reports: checked?.reported ?? 0,
    rejected: checked?.rejected ?? 0,
  };
}
export type FullStudySource = NonNullable<Awaited<ReturnType<typeof studySource>>>;
