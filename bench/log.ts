import { sql } from "drizzle-orm";
import { closeDatabase, openDatabase } from "@/db/client";
import { latestCheckpoint, leavesBetween } from "@/db/queries/log";
import { utf8 } from "@/domain/log/encoding";
import { followLog } from "@/domain/log/follow";
import { leafEntry } from "@/domain/log/leaf";
import { inclusionProof, leafHash, verifyInclusion } from "@/domain/log/merkle";
import { parseTilePath } from "@/domain/log/tiles";
import { sha256, verifyEd25519 } from "@/platform/signing";
import { checkpointNote, currentCheckpoint, logKey, treeReader } from "@/services/log-proofs";
import { sequenceLog } from "@/services/sequence-log";
import { serveTile } from "@/services/serve-log";
import { benchDatabase, options } from "./database";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const PORTION = 20_000;
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

/** `npm run bench -- log [--leaves 1000000]`: appending by the real service into real PostgreSQL, its cost at the end against the start; proofs. */
export async function run(args: string[]): Promise<void> {
  const leaves = Number(options(args).leaves ?? 1_000_000);
  const database = await benchDatabase("log");
  const owner = openDatabase(database.ownerUrl, 2);
  const db = openDatabase(database.url, 2);
  try {
    const before = (await latestCheckpoint(db))?.size ?? 0;
    if (before > 0) throw new Error("the log is not empty; remove .bench/log first");
    const costs: number[] = [];
    const bare: number[] = [];
    await owner.execute(
      sql`create table bench_floor (idx bigint primary key, seq bigint not null unique, time timestamptz, hash bytea, node bytea)`,
    );
    for (let done = 0; done < leaves; done += PORTION) {
      // The events themselves, as the ledger gets them, are not part of the cost.
      await owner.execute(sql`
        insert into case_events (complaint_id, ord, at, recorded_at, type, actor_role, data, salt)
        select gen_random_uuid(), 1, now(), now(), 'accepted', 'officer', '{}', uuid_send(gen_random_uuid()) from generate_series(1, ${PORTION}::int)`);
      const began = performance.now();
      const added = await sequenceLog(db);
      costs.push((performance.now() - began) / added);
      const floor = performance.now();
      await owner.execute(sql`insert into bench_floor select idx, seq, time, hash, node from log_leaves where idx >= ${done}`);
      bare.push((performance.now() - floor) / added);
      if ((done / PORTION) % 10 === 9) say(`${done + PORTION} leaves: ${(median(costs.slice(-10)) * 1000).toFixed(1)} µs a leaf`);
    }
    const tenth = Math.max(1, Math.floor(costs.length / 10));
    const [first, last] = [median(costs.slice(0, tenth)), median(costs.slice(-tenth))];
    const size = (await latestCheckpoint(db))?.size ?? 0;
    say(`${size} leaves in ${((costs.reduce((a, b) => a + b) * PORTION) / 1000).toFixed(1)} s`);
    say(
      `first tenth ${(first * 1000).toFixed(1)} µs a leaf, last tenth ${(last * 1000).toFixed(1)} µs: ratio ${(last / first).toFixed(2)} (bar 1.3)`,
    );
    say(
      `bare SQL insert of the same rows ${(median(bare) * 1000).toFixed(1)} µs a leaf: the service takes ${(median(costs) / median(bare)).toFixed(1)} times that`,
    );
    await oneByOne(db, owner);
    await proofs(db, size);
  } finally {
    await closeDatabase(db);
    await closeDatabase(owner);
    await database.stop();
  }
}

type Db = ReturnType<typeof openDatabase>;

/** A single event and its checkpoint, as a quiet minute has it, on the full log. */
async function oneByOne(db: Db, owner: Db): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < 50; i++) {
    await owner.execute(sql`
      insert into case_events (complaint_id, ord, at, recorded_at, type, actor_role, data, salt)
      values (gen_random_uuid(), 1, now(), now(), 'accepted', 'officer', '{}', uuid_send(gen_random_uuid()))`);
    const began = performance.now();
    await sequenceLog(db);
    times.push(performance.now() - began);
  }
  say(`one event and its checkpoint: median ${median(times).toFixed(1)} ms`);
}

async function proofs(db: Db, size: number): Promise<void> {
  const checkpoint = await currentCheckpoint(db);
  const times: number[] = [];
  let wrong = 0;
  for (let i = 0; i < 200; i++) {
    const index = Math.floor((i * 7_919 * size) / 1_583_800) % size;
    const began = performance.now();
    const proof = await inclusionProof(sha256, index, checkpoint.size, treeReader(db, checkpoint.size));
    times.push(performance.now() - began);
    const [leaf] = await leavesBetween(db, index, index + 1);
    const given = { index, size: checkpoint.size, proof, root: checkpoint.root };
    if (!leaf || !verifyInclusion(sha256, { ...given, leaf: leafHash(sha256, leafEntry(leaf)) })) wrong++;
  }
  times.sort((a, b) => a - b);
  say(`200 inclusion proofs: median ${median(times).toFixed(1)} ms, p95 ${(times[189] as number).toFixed(1)} ms, ${wrong} wrong`);
  const began = performance.now();
  const get = async (path: string) => {
    if (path === "checkpoint") return utf8(checkpointNote(checkpoint));
    const tile = parseTilePath(path.split("/").slice(1));
    const bytes = tile && (await serveTile(db, tile));
    if (!bytes) throw new Error(`no ${path}`);
    return bytes;
  };
  const followed = await followLog({ sha256, verify: verifyEd25519, key: logKey(), get, visited: null });
  say(
    `followed from outside: ${followed.read} leaves, ${followed.faults.length} faults, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
}
