import type { Database } from "@/db/client";
import type { JobName, Jobs } from "@/db/queues";
import { cleanUp } from "@/services/clean-up";

/** What a job is given beside its data: the worker's database and the portal's time when it began. */
export type JobContext = { db: Database; now: Date };
export type Handler<N extends JobName> = (data: Jobs[N], context: JobContext) => Promise<unknown>;

/** One handler a queue, a thin wrapper round a service. A job may run twice (a worker killed before it said "done"), so each is idempotent. */
export const HANDLERS: { [N in JobName]: Handler<N> } = {
  "clean-up": (_data, { db, now }) => cleanUp(db, now),
};
