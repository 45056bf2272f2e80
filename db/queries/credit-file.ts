import { asc, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { publishedFindings } from "@/db/schema";
import type { Day } from "@/domain/day";
import { shownScore } from "@/domain/score/evidence-grade";
import type { CheckResult } from "@/domain/special-check";
import { companyFamily } from "./scores";

export type RectificationStep = "ordered" | "reported" | "rejected" | "accepted" | "overdue";

export type CreditEntry = { day: Day } & (
  | {
      kind: "ruling";
      number: string;
      title: string;
      outcome: string;
      status: string;
      findings: { clause: string; tier: string | null; outcome: string }[];
    }
  | { kind: "rectification"; findingId: string; step: RectificationStep; number: string; title: string; clause: string }
  | {
      kind: "check";
      step: "opened" | "concluded";
      number: string;
      clause: string | null;
      complainants: number;
      result: CheckResult | null;
    }
  | { kind: "dial"; quarter: string; tests: number; passed: number }
  | { kind: "correction"; number: string; version: number; reason: string }
  | { kind: "score"; period: string; score: number | null; band: string | null }
  | { kind: "merged"; name: string }
);

/** Of one day what came later stands higher. */
const RANK = { ruling: 0, ordered: 1, reported: 2, rejected: 3, accepted: 4, overdue: 5, correction: 6, other: 0 } as const;

/** Final rulings the public may still read. */
const ofRulings = (family: SQL) => sql`
  select coalesce(p.annulled_on, p.final_on) as day, ${RANK.ruling}::int as rank, 'ruling' as kind, p.number as key,
    jsonb_build_object('number', p.number, 'title', p.title, 'outcome', p.outcome, 'status', p.status, 'id', p.id) as data
  from published_rulings p where p.company_id in ${family} and p.final_on is not null and p.archived_on is null`;

const ofCorrections = (family: SQL) => sql`
  select v.replaced_on, ${RANK.correction}::int, 'correction', v.number || ' ' || v.version,
    jsonb_build_object('number', v.number, 'version', v.version + 1, 'reason', v.reason)
  from ruling_versions v join published_rulings p on p.number = v.number
  where p.company_id in ${family} and p.final_on is not null and p.archived_on is null`;

/** Every step of a rectification: ordered, each report with its rejection, accepted, overdue; none of an annulled ruling. */
const ofRectifications = (family: SQL) => sql`
  select step.day, step.rank, 'rectification', r.finding_id || ' ' || step.step || ' ' || step.day,
    jsonb_build_object('findingId', r.finding_id, 'step', step.step, 'number', p.number, 'title', f.title, 'clause', f.clause)
  from rectifications r join published_findings f on f.id = r.finding_id
  join published_rulings p on p.id = f.published_ruling_id
  cross join lateral (
    select 'ordered' as step, ${RANK.ordered}::int as rank, r.ordered_on as day
    union all select 'reported', ${RANK.reported}::int, (one->>'reportedOn')::date from jsonb_array_elements(r.reports) one
    union all select 'rejected', ${RANK.rejected}::int, (one->>'rejectedOn')::date from jsonb_array_elements(r.reports) one
    union all select 'accepted', ${RANK.accepted}::int, r.accepted_on
    union all select 'overdue', ${RANK.overdue}::int, r.overdue_on
  ) step
  where f.company_id in ${family} and p.final_on is not null and p.archived_on is null and p.status <> 'annulled' and step.day is not null`;

const ofChecks = (family: SQL) => sql`
  select (step.at at time zone 'Asia/Shanghai')::date, ${RANK.other}::int, 'check', s.number || ' ' || step.step,
    jsonb_build_object('step', step.step, 'number', s.number, 'clause', s.clause, 'complainants', s.complainants, 'result', step.result)
  from special_checks s cross join lateral (
    select 'opened' as step, s.opened_at as at, null::text as result
    union all select 'concluded', s.concluded_at, s.result
  ) step
  where s.company_id in ${family} and step.at is not null`;

/** The tests of a quarter as one entry, on the day of its last test so far. */
const ofDialTests = (family: SQL) => sql`
  select least((max(t.tested_at) at time zone 'Asia/Shanghai')::date,
      (make_date(left(t.quarter, 4)::int, right(t.quarter, 1)::int * 3, 1) + interval '1 month - 1 day')::date),
    ${RANK.other}::int, 'dial', t.quarter,
    jsonb_build_object('quarter', t.quarter, 'tests', count(*)::int, 'passed', (count(*) filter (where t.passed))::int)
  from dial_tests t where t.company_id in ${family} and t.voided_at is null group by t.quarter`;

const ofScores = (companyId: string) => sql`
  select s.as_of, ${RANK.other}::int, 'score', s.period,
    jsonb_build_object('period', s.period, 'S', s.score, 'lower', s.lower, 'upper', s.upper, 'grade', s.grade, 'band', s.band)
  from company_scores s where s.company_id = ${companyId} and s.quarter_end`;

const ofMergers = (companyId: string) => sql`
  select (h.at at time zone 'Asia/Shanghai')::date, ${RANK.other}::int, 'merged', h.id::text, jsonb_build_object('name', c.name)
  from company_history h join companies c on c.id = h.other_company_id
  where h.company_id = ${companyId} and h.type = 'merged_from'`;

/**
 * The credit file (RULES §6): final rulings with their findings, every step of their rectification, corrections, special checks, dial tests of
 * each quarter, frozen scores and mergers, the newest first; `limit` of them from `offset` on. Of archived rulings nothing is read any more.
 */
export async function creditFile(
  tx: Tx,
  companyId: string,
  limit: number,
  offset = 0,
): Promise<{ entries: CreditEntry[]; total: number }> {
  const family = sql`${await companyFamily(tx, companyId)}`;
  const all = sql.join(
    [
      ofRulings(family),
      ofCorrections(family),
      ofRectifications(family),
      ofChecks(family),
      ofDialTests(family),
      ofScores(companyId),
      ofMergers(companyId),
    ],
    sql` union all `,
  );
  const rows = await tx.execute<{ day: Day; kind: CreditEntry["kind"]; data: Record<string, unknown> }>(sql`
    select day::text as day, kind, data from (${all}) e
    order by e.day desc, e.rank desc, e.kind, e.key desc limit ${limit} offset ${offset}`);
  const [counted] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from (${all}) e`);
  const findings = await findingsOf(
    tx,
    rows.flatMap(({ kind, data }) => (kind === "ruling" ? [String(data.id)] : [])),
  );
  return { entries: rows.map((row) => entryOf(row, findings)), total: counted?.n ?? 0 };
}

type Found = { ruling: string; clause: string; tier: string | null; outcome: string };

async function findingsOf(tx: Tx, rulingIds: readonly string[]): Promise<Found[]> {
  if (rulingIds.length === 0) return [];
  const { publishedRulingId: ruling, clause, tier, outcome } = publishedFindings;
  return tx
    .select({ ruling, clause, tier, outcome })
    .from(publishedFindings)
    .where(inArray(ruling, [...rulingIds]))
    .orderBy(asc(publishedFindings.ord));
}

function entryOf(
  { day, kind, data }: { day: Day; kind: CreditEntry["kind"]; data: Record<string, unknown> },
  found: readonly Found[],
): CreditEntry {
  if (kind === "ruling") {
    const findings = found.flatMap(({ ruling, ...finding }) => (ruling === data.id ? [finding] : []));
    return { ...data, kind, day, findings } as CreditEntry;
  }
  if (kind === "score") {
    const shown = shownScore(data as unknown as Parameters<typeof shownScore>[0]);
    return { kind, day, period: String(data.period), score: shown.score, band: shown.band };
  }
  return { ...data, kind, day } as CreditEntry;
}
