import type PgBoss from "pg-boss";
import type { Database } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { claimSlot, waitingJobs } from "@/db/queries/operations";
import { enqueue, type JobName, type Jobs, QUEUES } from "@/db/queues";
import { errorFields, log } from "@/platform/log";
import { HANDLERS, type Handler } from "./handlers";
import { latestSlot, SCHEDULE } from "./schedule";

export type Handlers = { [N in JobName]: Handler<N> };

/** Fetches and runs jobs, and puts the schedule's due entries into the queues. Nothing here outlives a lost database: the next turn tries again. */
export class Dispatcher {
  private readonly running = new Map<JobName, Set<Promise<void>>>();
  /** Slots known to be taken, so that a quiet turn writes nothing. */
  private readonly taken = new Map<JobName, number>();
  private stopped = false;

  constructor(
    private readonly boss: PgBoss,
    private readonly db: Database,
    private readonly handlers: Handlers = HANDLERS,
  ) {}

  /** Enqueues each entry of the schedule whose latest slot nobody has taken; answers how many. */
  async enqueueDue(): Promise<number> {
    const now = await portalNow(this.db);
    let made = 0;
    for (const [key, rule] of Object.entries(SCHEDULE)) {
      const name = key as JobName;
      const slot = latestSlot(rule, now);
      if (this.taken.get(name) === slot.getTime()) continue;
      const mine = await this.db.transaction(async (tx) => {
        if (!(await claimSlot(tx, name, slot))) return false;
        await enqueue(tx, name, {} as Jobs[typeof name]);
        return true;
      });
      this.taken.set(name, slot.getTime());
      if (mine) made++;
    }
    return made;
  }

  /** Starts as many waiting jobs as each queue allows at once; answers how many. They go on by themselves. */
  async runWaiting(): Promise<number> {
    const waiting = await waitingJobs(this.db);
    let started = 0;
    for (const name of Object.keys(QUEUES) as JobName[]) {
      const room = QUEUES[name].atOnce - (this.running.get(name)?.size ?? 0);
      if (this.stopped || room <= 0 || !waiting.get(name)) continue;
      for (const job of await this.boss.fetch<object>(name, { batchSize: room })) {
        this.track(name, this.run(name, job));
        started++;
      }
    }
    return started;
  }

  /** How many jobs are at work now. */
  get busy(): number {
    return [...this.running.values()].reduce((sum, set) => sum + set.size, 0);
  }

  /** Takes no more jobs and waits for those at work, at most `patienceMs`; what is cut off runs again when its time has expired. */
  async stop(patienceMs: number): Promise<void> {
    this.stopped = true;
    const all = Promise.all([...this.running.values()].flatMap((set) => [...set]));
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
  }

  private track(name: JobName, work: Promise<void>): void {
    const set = this.running.get(name) ?? new Set();
    this.running.set(name, set.add(work));
    void work.finally(() => set.delete(work));
  }

  private async run(name: JobName, job: PgBoss.Job<object>): Promise<void> {
    const began = performance.now();
    try {
      const now = await portalNow(this.db);
      const handler = this.handlers[name] as (data: object, context: { db: Database; now: Date }) => Promise<unknown>;
      await handler(job.data, { db: this.db, now });
      await this.boss.complete(name, job.id);
      log("debug", "job.done", { job: name, id: job.id, ms: Math.round(performance.now() - began) });
    } catch (error) {
      log("error", "job.failed", { job: name, id: job.id, ...errorFields(error) });
      // When this fails too, the job expires and is tried again.
      await this.boss
        .fail(name, job.id, errorFields(error))
        .catch((lost: unknown) => log("error", "queue.lost", errorFields(lost)));
    }
  }
}
