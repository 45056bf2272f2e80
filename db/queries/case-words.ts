import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ConfirmedReading } from "@/domain/reading/proposals";
import type { Transcript } from "@/domain/reading/transcript";

/** Words of complaints for the desk's search and for finding those alike. The public search never reads this corpus. */

const uuids = (ids: readonly string[]) => `{${ids.join(",")}}`;

export interface CaseSource extends Record<string, unknown> {
  readonly id: string;
  readonly number: number;
  readonly reference: string;
  readonly companyId: string | null;
  readonly typed: string;
  readonly names: string[];
  readonly filedAt: string;
  readonly narrative: string;
  readonly wants: string | null;
  readonly promised: string | null;
  readonly readings: { content: unknown; confirmed: ConfirmedReading | null; transcript: Transcript | null }[];
}

/** What search reads of complaints that are not erased. */
export async function caseSources(tx: Tx, ids: readonly string[]): Promise<CaseSource[]> {
  if (ids.length === 0) return [];
  return tx.execute<CaseSource>(sql`
    select c.id::text as id, c.queue_number as number, c.reference, c.company_id::text as "companyId", c.company_name_typed as typed,
      array_remove(array[k.name, k.name_hant, k.name_en], null) as names, c.filed_at::text as "filedAt", t.narrative, t.wants, t.promised_text as promised,
      coalesce((select jsonb_agg(jsonb_build_object('content', r.content, 'confirmed', r.confirmed, 'transcript', r.transcript) order by e.id)
        from evidence_files e join evidence_readings r on r.evidence_id = e.id
        where e.complaint_id = c.id and e.removed_at is null and r.state = 'done'), '[]') as readings
    from complaints c join complaint_texts t on t.complaint_id = c.id left join companies k on k.id = c.company_id
    where c.id = any(${uuids(ids)}::uuid[]) and c.erased_at is null order by c.queue_number`);
}

export interface CaseSketch {
  readonly complaintId: string;
  readonly companyId: string | null;
  readonly bands: readonly number[];
  readonly replies: readonly number[];
}

export async function putSketches(tx: Tx, sketches: readonly CaseSketch[]): Promise<void> {
  if (sketches.length === 0) return;
  await tx.execute(sql`
    insert into case_sketches (complaint_id, company_id, bands, replies)
    select x."complaintId", x."companyId", array(select jsonb_array_elements_text(x.bands)::int), array(select jsonb_array_elements_text(x.replies)::int)
    from jsonb_to_recordset(${JSON.stringify(sketches)}::jsonb) as x("complaintId" uuid, "companyId" uuid, bands jsonb, replies jsonb)
    on conflict (complaint_id) do update set company_id = excluded.company_id, bands = excluded.bands, replies = excluded.replies`);
}

/**
 * Takes up to `limit` complaints whose words changed off the list; another reader's are passed over. So are those somebody is writing to: he would
 * wait for the list while the sketch, which refers to the complaint, waits for him.
 */
export async function takeStaleCases(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with taken as (
      select s.id from search_stale s join complaints c on c.id = s.id
      where s.corpus = 'complaint' limit ${limit} for update of s skip locked for key share of c skip locked)
    delete from search_stale s using taken where s.corpus = 'complaint' and s.id = taken.id returning s.id::text as id`);
  return rows.map((r) => r.id);
}

/** Ids of all complaints, `limit` at a time, by number. */
export async function complaintIds(tx: Tx, after: number, limit: number): Promise<{ id: string; number: number }[]> {
  return tx.execute<{ id: string; number: number }>(sql`
    select id::text as id, queue_number as number from complaints where queue_number > ${after} order by queue_number limit ${limit}`);
}
