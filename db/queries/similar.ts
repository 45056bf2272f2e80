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

/** Cases looked at closely at most: those with most of the sketch in common. */
const CLOSELY = 40;

/**
 * Complaints about the same company that read alike, got the same canned reply, come from the same person, or were linked; the likeliest first.
 * Candidates come from an index over the sketches of the words (domain/similar), so the work does not grow with the number of cases.
 */
export async function similarTo(tx: Tx, complaintId: string, most = 12): Promise<SimilarCase[]> {
  const rows = await tx.execute<{
    reference: string;
    state: string;
    filed_at: string | Date;
    same_person: boolean;
    same_reply: boolean;
    likeness: number;
    linked_why: SimilarWhy | null;
  }>(sql`
    with own as (
      select c.id, c.company_id, c.distinct_hash, left(t.narrative, 600) as words, s.bands, s.replies
      from complaints c join complaint_texts t on t.complaint_id = c.id left join case_sketches s on s.complaint_id = c.id where c.id = ${complaintId}
    ), alike as materialized (
      select s.complaint_id as id, s.replies && own.replies as same_reply,
        (select count(*) from unnest(s.bands) b where b = any(own.bands)) as bands
      from own cross join lateral (
        select x.* from case_sketches x where x.company_id = own.company_id and (x.bands && own.bands or x.replies && own.replies) and x.complaint_id <> own.id limit 400) s
      order by 2 desc, 3 desc limit ${CLOSELY}
    ), near as (
      select id, same_reply from alike
      union all (select c.id, false from own join complaints c on c.distinct_hash = own.distinct_hash and c.company_id = own.company_id
        where c.id <> own.id and c.id not in (select id from alike) limit 20)
      union all select l.other_id, false from own join similar_links l on l.complaint_id = own.id where l.other_id not in (select id from alike)
    ), seen as (
      select distinct on (c.id) c.id, c.reference, c.state, c.filed_at, n.same_reply, l.why as linked_why,
        (c.distinct_hash is not null and c.distinct_hash = own.distinct_hash) as same_person,
        coalesce(similarity(left(t.narrative, 600), own.words), 0) as likeness
      from own cross join near n join complaints c on c.id = n.id and c.erased_at is null left join complaint_texts t on t.complaint_id = c.id
      left join similar_links l on l.complaint_id = own.id and l.other_id = c.id
      order by c.id, n.same_reply desc
    )
    select * from seen where linked_why is not null or likeness >= 0.45 or same_person or same_reply
    order by (linked_why is not null) desc, likeness desc, filed_at desc limit ${most}`);
  return rows.map((r) => ({
    reference: r.reference,
    state: r.state,
    filedAt: new Date(r.filed_at),
    why: r.linked_why ?? (r.same_person ? "same_person" : Number(r.likeness) < 0.45 && r.same_reply ? "same_reply" : "near_text"),
    likeness: Number(r.likeness),
    linked: r.linked_why !== null,
  }));
}
