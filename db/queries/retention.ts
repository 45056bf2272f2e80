import { and, asc, eq, inArray, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { complaints, dialTests, evidenceFiles, publishedFindings, publishedRulings, rectifications } from "@/db/schema";
import type { Day, Quarter } from "@/domain/day";
import type { State } from "@/domain/procedure";
import { KEEP_MONTHS } from "@/domain/retention";

// A day of Shanghai; closed_at is null while a case is open or under review, so neither is ever among these.
const closedOn = sql<Day>`(${complaints.closedAt} at time zone 'Asia/Shanghai')::date`;
const before = (until: Day, months: number) => sql`${closedOn} < (${until}::date - make_interval(months => ${months}))::date`;

/** Closed cases that still hold something of a person and whose time may be over by `until`, the longest closed first. */
export async function agedCases(tx: Tx, until: Day, limit: number): Promise<{ id: string; state: State; closedOn: Day }[]> {
  const rows = await tx
    .select({ id: complaints.id, state: complaints.state, closedOn })
    .from(complaints)
    .where(
      and(
        isNotNull(complaints.closedAt),
        isNull(complaints.erasedAt),
        or(
          and(eq(complaints.state, "declined"), before(until, KEEP_MONTHS.declined)),
          and(ne(complaints.state, "declined"), before(until, KEEP_MONTHS.caseFile)),
        ),
      ),
    )
    .orderBy(asc(complaints.closedAt))
    .limit(limit);
  return rows.map((r) => ({ ...r, state: r.state as State }));
}

/** Original recordings of cases closed long enough by `until`. */
export async function agedAudio(
  tx: Tx,
  until: Day,
  limit: number,
): Promise<{ id: string; complaintId: string; storageKey: string; closedOn: Day }[]> {
  const rows = await tx
    .select({ id: evidenceFiles.id, complaintId: complaints.id, storageKey: evidenceFiles.storageKey, closedOn })
    .from(evidenceFiles)
    .innerJoin(complaints, eq(complaints.id, evidenceFiles.complaintId))
    .where(
      and(
        eq(evidenceFiles.kind, "audio"),
        isNotNull(evidenceFiles.storageKey),
        isNull(evidenceFiles.removedAt),
        isNotNull(complaints.closedAt),
        before(until, KEEP_MONTHS.audio),
      ),
    )
    .orderBy(asc(complaints.closedAt), asc(evidenceFiles.id))
    .limit(limit);
  return rows.flatMap((r) => (r.storageKey ? [{ ...r, storageKey: r.storageKey }] : []));
}

/** Recordings of dial tests whose quarter ended long enough before `until`. */
export async function agedDialRecordings(
  tx: Tx,
  until: Day,
  limit: number,
): Promise<{ id: string; storageKey: string; quarter: Quarter }[]> {
  const rows = await tx
    .select({ id: evidenceFiles.id, storageKey: evidenceFiles.storageKey, quarter: dialTests.quarter })
    .from(evidenceFiles)
    .innerJoin(dialTests, eq(dialTests.id, evidenceFiles.dialTestId))
    .where(
      and(
        isNotNull(evidenceFiles.storageKey),
        isNull(evidenceFiles.removedAt),
        sql`(make_date(left(${dialTests.quarter}, 4)::int, right(${dialTests.quarter}, 1)::int * 3, 1) + interval '1 month - 1 day')::date
          < (${until}::date - make_interval(months => ${KEEP_MONTHS.dial}))::date`,
      ),
    )
    .orderBy(asc(dialTests.quarter), asc(evidenceFiles.id))
    .limit(limit);
  return rows.flatMap((r) => (r.storageKey ? [{ ...r, storageKey: r.storageKey, quarter: r.quarter as Quarter }] : []));
}

export interface ShownRuling {
  readonly id: string;
  readonly number: string;
  readonly companyId: string;
  readonly signedOn: Day;
  readonly findings: readonly { readonly outcome: string; readonly tier: string | null; readonly acceptedOn: Day | null }[];
}

/** Published rulings that may have been shown long enough by `until`: final ones and annulled ones, never one under review. */
export async function agedPublications(tx: Tx, until: Day, limit: number): Promise<ShownRuling[]> {
  const rows = await tx
    .select()
    .from(publishedRulings)
    .where(
      and(
        isNull(publishedRulings.archivedOn),
        isNotNull(publishedRulings.finalOn),
        or(
          sql`${publishedRulings.signedOn} < (${until}::date - make_interval(months => ${KEEP_MONTHS.published}))::date`,
          sql`exists (select 1 from ${publishedFindings} f join ${rectifications} r on r.finding_id = f.id
            where f.published_ruling_id = ${publishedRulings.id} and f.tier = 'minor'
              and r.accepted_on < (${until}::date - make_interval(months => ${KEEP_MONTHS.minor}))::date)`,
        ),
      ),
    )
    .orderBy(asc(publishedRulings.signedOn))
    .limit(limit);
  if (rows.length === 0) return [];
  const found = await tx
    .select({ f: publishedFindings, acceptedOn: rectifications.acceptedOn })
    .from(publishedFindings)
    .leftJoin(rectifications, eq(rectifications.findingId, publishedFindings.id))
    .where(
      inArray(
        publishedFindings.publishedRulingId,
        rows.map((r) => r.id),
      ),
    );
  return rows.map((r) => ({
    id: r.id,
    number: r.number,
    companyId: r.companyId,
    signedOn: r.signedOn,
    findings: found
      .filter(({ f }) => f.publishedRulingId === r.id)
      .map(({ f, acceptedOn }) => ({ outcome: f.outcome, tier: f.tier, acceptedOn })),
  }));
}

/** Takes a ruling off the public pages. False when another was first, or it went under review meanwhile. */
export async function archivePublication(tx: Tx, id: string, today: Day): Promise<boolean> {
  const done = await tx
    .update(publishedRulings)
    .set({ archivedOn: today, visibleUntil: today })
    .where(and(eq(publishedRulings.id, id), isNull(publishedRulings.archivedOn), isNotNull(publishedRulings.finalOn)))
    .returning({ id: publishedRulings.id });
  return done.length === 1;
}

/** Marks an original as gone; the row, with its hash, stays. */
export async function forgetOriginal(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .update(evidenceFiles)
    .set({ storageKey: null, removedAt: at, removedWhy: "retention" })
    .where(and(eq(evidenceFiles.id, id), lte(evidenceFiles.createdAt, at)));
}
