import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { similarLinks } from "@/db/schema";

/** Why two complaints are held to be alike. */
export const SIMILAR_WHYS = ["near_text", "same_reply", "same_person"] as const;
export type SimilarWhy = (typeof SIMILAR_WHYS)[number];

/** Links two complaints in both directions; false when they were linked before. */
export async function insertSimilarLink(tx: Tx, value: typeof similarLinks.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(similarLinks)
    .values([value, { ...value, complaintId: value.otherId, otherId: value.complaintId }])
    .onConflictDoNothing()
    .returning({ id: similarLinks.otherId });
  return rows.length > 0;
}

export interface SimilarCase {
  readonly reference: string;
  readonly state: string;
  readonly filedAt: Date;
  readonly why: SimilarWhy;
  /** 0 to 1: share of three-character pieces the two texts have in common. */
  readonly likeness: number;
  readonly linked: boolean;
}

/**
 * Complaints about the same company within a year that read alike, or come from the same person, or were linked; the likeliest first. Candidates
 * are one company's 400 latest, so that the work does not grow with the number of cases.
 */
export async function similarTo(tx: Tx, complaintId: string, most = 6): Promise<SimilarCase[]> {
  const rows = await tx.execute<{
    reference: string;
    state: string;
    filed_at: string | Date;
    same_person: boolean;
    likeness: number;
    linked_why: SimilarWhy | null;
  }>(sql`
    with own as (
      select c.id, c.company_id, c.distinct_hash, c.filed_at, t.narrative
      from complaints c join complaint_texts t on t.complaint_id = c.id where c.id = ${complaintId}
    ), near as (
      select c.id, c.reference, c.state, c.filed_at, c.distinct_hash
      from own join complaints c on c.company_id = own.company_id and c.id <> own.id and c.erased_at is null
        and c.filed_at between own.filed_at - interval '1 year' and own.filed_at + interval '1 year'
      order by c.filed_at desc limit 400
    )
    select n.reference, n.state, n.filed_at, l.why as linked_why,
      (n.distinct_hash is not null and n.distinct_hash = own.distinct_hash) as same_person,
      similarity(left(t.narrative, 600), left(own.narrative, 600)) as likeness
    from own cross join near n join complaint_texts t on t.complaint_id = n.id
    left join similar_links l on l.complaint_id = own.id and l.other_id = n.id
    where l.other_id is not null
      or similarity(left(t.narrative, 600), left(own.narrative, 600)) >= 0.45
      or (n.distinct_hash is not null and n.distinct_hash = own.distinct_hash)
    order by (l.other_id is not null) desc, 6 desc, n.filed_at desc limit ${most}`);
  return rows.map((r) => ({
    reference: r.reference,
    state: r.state,
    filedAt: new Date(r.filed_at),
    why: r.linked_why ?? (r.same_person ? "same_person" : "near_text"),
    likeness: Number(r.likeness),
    linked: r.linked_why !== null,
  }));
}
