import PgBoss from "pg-boss";
import type { Tx } from "./client";

/** What each job is told: ids only, never personal data (job rows outlive an erasure). */
export type Jobs = {
  /** One letter or text message of the outbox, when SMTP_URL or SMS_URL is set. */
  "send-mail": { mailId: string };
  /** What the clocks have brought about: deemed acceptance, lapse, finality, overdue. */
  "enforce-deadlines": Record<string, never>;
  /** Drafts about to end are announced, ended ones go with their files. */
  "expire-drafts": Record<string, never>;
  /** Every company's score as of now and of the last quarter's end. */
  "recompute-scores": Record<string, never>;
  /** The badge of the quarter, for companies that have no decision yet. */
  "decide-badges": Record<string, never>;
  /** Companies whose complainants of a week reach the number of a special check. */
  "open-special-checks": Record<string, never>;
  /** What was counted since the last time, into the roll-ups of the statistics. */
  "fold-statistics": Record<string, never>;
  /** One file is read: turns of a chat, stretches of a recording. */
  "read-evidence": { evidenceId: string };
  /** What is new for those who follow by mail. */
  "send-digests": Record<string, never>;
  /** What the day brings, to everybody of the desk. */
  "send-desk-digests": Record<string, never>;
  /** Files that waited for a program the machine lacked are read once it is there. */
  "resume-readings": Record<string, never>;
  /** Sessions, sign-in links, counters and challenges that have run out. */
  "clean-up": Record<string, never>;
  /** The public record of the day as files. */
  "make-dump": Record<string, never>;
  /** What the machine would hide in a file. */
  "propose-regions": { evidenceId: string };
  /** The public copy of a file, with what was confirmed hidden. */
  "make-public-copy": { evidenceId: string };
  /** What has been kept long enough goes (RULES §5). */
  "keep-periods": Record<string, never>;
  /** What changed in the public record is read into search; where much waits, postings are built. */
  "keep-search": Record<string, never>;
  /** Events that have no leaf yet go into the public log, under a new checkpoint. */
  "sequence-log": Record<string, never>;
  /** How the authority kept its two promises up to last midnight. */
  "record-authority": Record<string, never>;
  /** The draw of the next quarter's dial tests, two weeks ahead. */
  "draw-dial-plans": Record<string, never>;
  /** A sample of the sealed originals is read again. */
  "verify-evidence": Record<string, never>;
};
export type JobName = keyof Jobs;

export type QueueRule = {
  /** How often a failed job is tried again, each time later (seconds, doubled). */
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
  /** Seconds after which a job that has not ended counts as failed. */
  expireInSeconds: number;
  /** How many of them one worker runs at a time. */
  atOnce: number;
};

const usual: QueueRule = { retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 900, atOnce: 2 };

/** Every queue there is. A job for a queue that is missing here would be lost without a word, so `enqueue` refuses it. */
export const QUEUES: Record<JobName, QueueRule> = {
  // A mail server that is down for a night: ten tries, a minute to nine hours apart.
  "send-mail": { ...usual, retryLimit: 10, retryDelay: 60, expireInSeconds: 120 },
  "enforce-deadlines": { ...usual, atOnce: 1 },
  "expire-drafts": { ...usual, atOnce: 1 },
  "recompute-scores": { ...usual, atOnce: 1 },
  "decide-badges": { ...usual, atOnce: 1 },
  "open-special-checks": { ...usual, atOnce: 1 },
  "fold-statistics": { ...usual, atOnce: 1 },
  // One at a time: each may hold two recognisers. Three tries, then the file is on the administrators' list.
  "send-digests": { ...usual, atOnce: 1 },
  "read-evidence": { ...usual, retryLimit: 2, retryDelay: 3, expireInSeconds: 600, atOnce: 1 },
  "send-desk-digests": { ...usual, atOnce: 1 },
  "resume-readings": { ...usual, atOnce: 1 },
  "clean-up": { ...usual, atOnce: 1 },
  "make-dump": { ...usual, atOnce: 1 },
  "propose-regions": { ...usual, retryLimit: 2, atOnce: 1 },
  "make-public-copy": { ...usual, retryLimit: 2, atOnce: 1 },
  "keep-search": { ...usual, atOnce: 1 },
  "keep-periods": { ...usual, atOnce: 1 },
  "record-authority": { ...usual, atOnce: 1 },
  "sequence-log": { ...usual, atOnce: 1 },
  "draw-dial-plans": { ...usual, atOnce: 1 },
  "verify-evidence": { ...usual, atOnce: 1, expireInSeconds: 3600 },
};

export type EnqueueOptions = {
  /** Not before this instant of real time. */
  startAfter?: Date;
  /** While a job of this key waits or ran in the last `onceInSeconds`, a second one is not made. */
  onceKey?: string;
  /** Seconds, at most 43,200. */
  onceInSeconds?: number;
};

const nowhere = {
  executeSql: async () => {
    throw new Error("A job is enqueued in a transaction of the caller.");
  },
};
let sender: PgBoss | undefined;

/**
 * Puts a job into the caller's transaction: it runs after the commit, and never when the transaction is rolled back.
 * @returns the id of the job, or null when `onceKey` says that there is one already.
 * @throws Error for a queue that the database does not have (migrations not run).
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  data: Jobs[N],
  options: EnqueueOptions = {},
): Promise<string | null> {
  sender ??= new PgBoss({ db: nowhere, schedule: false, supervise: false });
  const { onceKey, onceInSeconds, startAfter } = options;
  const once = onceKey ? { singletonKey: onceKey, singletonSeconds: onceInSeconds ?? 60 } : {};
  const id = await sender.send(name, data, { ...(startAfter ? { startAfter } : {}), ...once, db: { executeSql: executeIn(tx) } });
  if (!id && !onceKey) throw new Error(`There is no queue ${name} in the database; run the migrations.`);
  return id;
}

/** Many jobs of one queue in one statement, in the caller's transaction. @throws Error for a queue that the database does not have. */
export async function enqueueMany<N extends JobName>(tx: Tx, name: N, data: readonly Jobs[N][]): Promise<void> {
  if (data.length === 0) return;
  sender ??= new PgBoss({ db: nowhere, schedule: false, supervise: false });
  const run = executeIn(tx);
  let made = 0;
  const executeSql = async (text: string, values: unknown[]) => {
    // pg-boss does not ask what its insert made.
    const { rows } = await run(`${text.replace(/;?\s*$/, "")} RETURNING id`, values);
    made += rows.length;
    return { rows };
  };
  await sender.insert(
    data.map((one) => ({ name, data: one })),
    { db: { executeSql } } as never,
  );
  if (made !== data.length) throw new Error(`There is no queue ${name} in the database; run the migrations.`);
}

/** The connection behind drizzle's transaction. It is internal to drizzle: db/queues.integration.test.ts pins it. */
function executeIn(tx: Tx) {
  const { client } = (tx as unknown as { session: { client: { unsafe(text: string, values: unknown[]): Promise<unknown[]> } } })
    .session;
  return async (text: string, values: unknown[]) => ({ rows: await client.unsafe(text, values.map(encode)) });
}

/** drizzle takes the serializers out of postgres.js, so dates and objects are written here. */
function encode(value: unknown): unknown {
  if (value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
