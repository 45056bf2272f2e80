import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Writes that this worker lives, in real time. */
export async function beat(tx: Tx, name: string): Promise<void> {
  await tx.execute(
    sql`insert into worker_heartbeats (name, at) values (${name}, clock_timestamp()) on conflict (name) do update set at = excluded.at`,
  );
}

/** Takes a worker off the list when it stops in good order; also those that fell silent a day ago. */
export async function endBeat(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`delete from worker_heartbeats where name = ${name} or at < now() - interval '1 day'`);
}

/** Names of the workers on the list. */
export async function workerNames(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`select name from worker_heartbeats`);
  return rows.map((row) => row.name);
}

/**
 * Gives back what killed workers had begun, when no worker has lived in the last `silentSeconds`; otherwise a job whose worker died runs again
 * when its own time has expired. Answers how many.
 */
export async function giveBackJobs(tx: Tx, silentSeconds: number): Promise<number> {
  const rows = await tx.execute(sql`
    update pgboss.job set state = 'retry'
    where state = 'active'
      and not exists (select 1 from worker_heartbeats where at > clock_timestamp() - make_interval(secs => ${silentSeconds}))
    returning 1`);
  return rows.length;
}

/** Seconds since any worker last wrote, or null when none ever did. */
export async function secondsSinceBeat(tx: Tx): Promise<number | null> {
  const [row] = await tx.execute<{ seconds: number | null }>(
    sql`select extract(epoch from clock_timestamp() - max(at))::float8 as seconds from worker_heartbeats`,
  );
  return row?.seconds ?? null;
}

/** Jobs that could run now and have not begun, by queue. */
export async function waitingJobs(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.execute<{ name: string; waiting: number }>(
    sql`select name, count(*)::int as waiting from pgboss.job where state < 'active' and start_after <= now() group by name`,
  );
  return new Map(rows.map((row) => [row.name, row.waiting]));
}

/**
 * Takes a slot of the schedule for the caller: true for one caller only, however many workers ask.
 * A recorded slot more than a day ahead (the demo was set to an earlier day) is given up.
 */
export async function claimSlot(tx: Tx, name: string, slot: Date): Promise<boolean> {
  const at = slot.toISOString();
  const taken = await tx.execute(sql`
    insert into schedule_runs (name, slot) values (${name}, ${at}::timestamptz)
    on conflict (name) do update set slot = excluded.slot
    where schedule_runs.slot < excluded.slot or schedule_runs.slot > excluded.slot + interval '1 day'
    returning name`);
  return taken.length === 1;
}

/** Removes what has run out, at `now` of the portal's clock; sessions and links end by real time, as their cookies do. Answers how many rows. */
export async function deleteExpired(tx: Tx, now: Date): Promise<number> {
  const at = now.toISOString();
  const done = [
    await tx.execute(sql`delete from sessions where expires_at < now() - interval '7 days' returning 1`),
    await tx.execute(sql`delete from verification_tokens where expires < now() returning 1`),
    await tx.execute(sql`delete from spent_challenges where expires_at < ${at}::timestamptz returning 1`),
    await tx.execute(sql`delete from follows where confirmed_at is null and expires_at < ${at}::timestamptz returning 1`),
    await tx.execute(sql`delete from attempts where window_start < ${at}::timestamptz - interval '2 days' returning 1`),
  ];
  return done.reduce((sum, rows) => sum + rows.length, 0);
}
