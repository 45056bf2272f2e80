import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { findCaseRow, ledgerRow } from "@/db/queries/cases";
import { latestCheckpoint } from "@/db/queries/log";
import { caseEvents } from "@/db/schema";
import { makeEvent } from "@/domain/case-events";
import { utf8 } from "@/domain/log/encoding";
import { followLog, type Visit } from "@/domain/log/follow";
import { checkReceipt } from "@/domain/log/receipt";
import { parseTilePath } from "@/domain/log/tiles";
import { sha256, verifyEd25519 } from "@/platform/signing";
import { acceptComplaint } from "./accept-complaint";
import { bindCompany } from "./bind-company";
import { LedgerCheck } from "./compare-ledger";
import { at, type DeskBench, fileComplaint, openDeskBench } from "./desk.fixture";
import { minutes } from "./filing.fixture";
import { checkpointNote, currentCheckpoint, logKey } from "./log-proofs";
import { sequenceLog } from "./sequence-log";
import { serveTile } from "./serve-log";
import { signedReceipt } from "./signed-receipt";

let bench: DeskBench;
beforeAll(async () => {
  bench = await openDeskBench();
});
afterAll(() => bench.close());

/** The log as it is served. */
async function get(path: string): Promise<Uint8Array> {
  if (path === "checkpoint") return utf8(checkpointNote(await currentCheckpoint(db())));
  const tile = parseTilePath(path.split("/").slice(1));
  const bytes = tile && (await serveTile(db(), tile));
  if (!bytes) throw new Error(`404 ${path}`);
  return bytes;
}

async function follow(visited: Visit | null) {
  const check = new LedgerCheck(db());
  const followed = await followLog({
    sha256,
    verify: verifyEd25519,
    key: logKey(),
    get,
    visited,
    all: true,
    told: (leaves) => check.leaves(leaves),
  });
  const waiting = followed.complete ? await check.rest(followed.checkpoint?.size ?? 0, followed.latest) : 0;
  return { ...followed, waiting, ledger: check.faults };
}

const visit = async (): Promise<Visit> => {
  const { checkpoint, latest } = await follow(null);
  if (!checkpoint) throw new Error("no checkpoint");
  return { size: checkpoint.size, root: checkpoint.root, latest };
};

/** `count` events of a made-up case, straight into the ledger as the runtime role. */
async function addEvents(count: number, from = 1): Promise<string> {
  const complaintId = crypto.randomUUID();
  const event = makeEvent({ type: "note_added", data: { noteId: "n" } }, { role: "officer", userId: "o" }, minutes(0));
  const { actorId: _, ...row } = ledgerRow(complaintId, 0, event);
  const rows = Array.from({ length: count }, (_unused, i) => ({ ...row, salt: new Uint8Array(16).fill(i), ord: from + i }));
  for (let i = 0; i < rows.length; i += 2000)
    await db()
      .insert(caseEvents)
      .values(rows.slice(i, i + 2000));
  return complaintId;
}

const count = async (table: string) =>
  Number((await db().execute<{ n: string }>(sql`select count(*) as n from ${sql.raw(table)}`))[0]?.n);

describe("appending", () => {
  it("begins empty, and an empty log is followed too", async () => {
    const { checkpoint, faults } = await follow(null);
    expect(checkpoint).toMatchObject({ size: 0, origin: logKey().name });
    expect(faults).toEqual([]);
  });

  it("takes every event once, in order, whatever the number of workers", async () => {
    await addEvents(700);
    const added = await Promise.all([1, 2, 3].map(() => sequenceLog(bench.test.db)));
    while ((await sequenceLog(bench.test.db)) > 0);
    expect(added.reduce((a, b) => a + b)).toBe(700);
    expect(await count("log_leaves")).toBe(700);
    expect(await count("log_pending")).toBe(0);
    const { faults, ledger, read } = await follow(null);
    expect({ faults, ledger, read }).toEqual({ faults: [], ledger: [], read: 700 });
    expect(await sequenceLog(bench.test.db)).toBe(0);
    expect(await count("log_checkpoints")).toBe(1);
  });

  it("does not pass over an event that commits after a later one was logged", async () => {
    let early: number | undefined;
    await db().transaction(async (slow) => {
      const [row] = await slow
        .insert(caseEvents)
        .values(ledgerRow(crypto.randomUUID(), 1, makeEvent({ type: "withdrawn", data: {} }, { role: "system" }, minutes(0))))
        .returning({ seq: caseEvents.seq });
      early = row?.seq;
      await addEvents(3);
      expect(await sequenceLog(bench.test.db)).toBe(3);
    });
    expect(await sequenceLog(bench.test.db)).toBe(1);
    const [last] = await db().execute<{ seq: string }>(sql`select seq from log_leaves order by idx desc limit 1`);
    expect(Number(last?.seq)).toBe(early);
    expect(await follow(null)).toMatchObject({ faults: [], ledger: [] });
  });

  it("an event that was rolled back leaves a gap in the numbers and none in the log", async () => {
    await db()
      .transaction(async (tx) => {
        await tx
          .insert(caseEvents)
          .values(ledgerRow(crypto.randomUUID(), 1, makeEvent({ type: "withdrawn", data: {} }, { role: "system" }, minutes(0))));
        throw new Error("no");
      })
      .catch(() => undefined);
    await addEvents(1);
    const before = await latestCheckpoint(db());
    expect(await sequenceLog(bench.test.db)).toBe(1);
    expect((await latestCheckpoint(db()))?.size).toBe((before?.size ?? 0) + 1);
    expect(await follow(null)).toMatchObject({ faults: [], ledger: [] });
  });

  it("grows over full tiles, consistent with each earlier visit", async () => {
    const earlier = await visit();
    await addEvents(600);
    expect(await sequenceLog(bench.test.db)).toBe(600);
    const { faults, checkpoint } = await follow(earlier);
    expect(faults).toEqual([]);
    expect(checkpoint?.size).toBe(1305);
    expect(await count("log_nodes")).toBe(5);
    // A portal that shows another past is found out: its roots of both sizes are good, but do not belong together.
    expect((await follow({ ...earlier, root: sha256(utf8("another past")) })).faults).toMatchObject([{ kind: "rewritten" }]);
    expect((await follow({ ...earlier, size: 70_000 })).faults).toMatchObject([{ kind: "shrunk" }]);
  });

  it("the runtime role cannot take anything back", async () => {
    for (const table of ["log_leaves", "log_nodes", "log_checkpoints"]) {
      await expect(db().execute(sql.raw(`delete from ${table}`))).rejects.toThrow();
      await expect(db().execute(sql.raw(`truncate ${table}`))).rejects.toThrow();
    }
    await expect(db().execute(sql`update log_leaves set seq = 0`)).rejects.toThrow();
    await expect(db().execute(sql`update log_pending set seq = 0`)).rejects.toThrow();
  });
});

describe("a receipt", () => {
  it("holds its leaf at once, its proof when logged, and each later event of the case", async () => {
    const { id, reference, holder } = await fileComplaint();
    const receipt = async () => {
      const row = await findCaseRow(db(), holder, { reference }, false);
      if (!row) throw new Error("no case");
      return JSON.stringify(await signedReceipt(db(), row, minutes(5)));
    };
    const verdict = (text: string) => checkReceipt(sha256, verifyEd25519, text, logKey());
    const early = await receipt();
    expect(verdict(early)).toMatchObject({ ok: true, log: null, content: { reference } });
    expect(JSON.parse(JSON.parse(early).signed).leaf).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });

    await sequenceLog(bench.test.db);
    const logged = await receipt();
    const good = verdict(logged);
    expect(good).toMatchObject({ ok: true, log: { events: [{ type: "submitted", ord: 1 }] } });

    await bindCompany(bench.zhou, { reference, companyId: bench.company.companyId }, at("2026-09-18"));
    await acceptComplaint(bench.zhou, reference, at("2026-09-18"));
    await sequenceLog(bench.test.db);
    const later = verdict(await receipt());
    // The desk's own (binding) is not shown, what the party may read is.
    expect(later.ok && later.log?.events.map((e) => e.type)).toEqual(expect.arrayContaining(["submitted", "accepted"]));
    expect(later.ok && later.log?.events.map((e) => e.type)).not.toContain("company_bound");
    expect(logged).not.toContain(id);
  });

  it("altered, with another proof, or of another case it fails, and says at what", async () => {
    const [one, two] = [await fileComplaint(), await fileComplaint()];
    await sequenceLog(bench.test.db);
    const receiptOf = async (c: typeof one) => {
      const row = await findCaseRow(db(), c.holder, { reference: c.reference }, false);
      if (!row) throw new Error("no case");
      return signedReceipt(db(), row, minutes(5));
    };
    const [a, b] = [await receiptOf(one), await receiptOf(two)];
    const fault = (file: unknown, key = logKey()) => {
      const verdict = checkReceipt(sha256, verifyEd25519, JSON.stringify(file), key);
      return verdict.ok ? null : verdict.fault;
    };
    expect(fault(a)).toBeNull();
    expect(fault({ ...a, signed: a.signed.replace(one.reference, "2026-0917-0000") })).toBe("signature");
    expect(fault(a, { ...logKey(), publicKey: sha256(utf8("another key")) })).toBe("signature");
    expect(fault({ ...a, log: b.log })).toBe("other_case");
    expect(fault({ ...a, log: { ...a.log, checkpoint: a.log?.checkpoint.replace(/\n\d+\n/, "\n9\n") } })).toBe("checkpoint");
    const event = a.log?.events[0];
    if (!event) throw new Error("no proof");
    const other = { ...event, proof: [...event.proof].reverse() };
    expect(fault({ ...a, log: { ...a.log, events: [other] } })).toBe("proof");
    const redated = { ...event, event: event.event.replace(/"at":"\d{4}/, '"at":"2025') };
    expect(fault({ ...a, log: { ...a.log, events: [redated] } })).toBe("proof");
    expect(fault({ ...a, log: { ...a.log, events: [] } })).toBe("proof");
    for (const text of ["", "null", "[]", "{}", '{"signed":1}'])
      expect(checkReceipt(sha256, verifyEd25519, text, logKey())).toMatchObject({ ok: false, fault: "unreadable" });
  });
});

describe("a change behind the portal's back, as owner of the database", () => {
  const seqs = async (n: number) =>
    (await db().execute<{ seq: string }>(sql`select seq from case_events order by seq limit ${n} offset 300`)).map((r) =>
      Number(r.seq),
    );
  /** Does it, looks, and undoes it. */
  async function with_(change: string, undo: string) {
    await bench.test.owner.execute(sql.raw(change));
    const found = (await follow(null)).ledger.map(({ seq, kind }) => ({ seq, kind }));
    await bench.test.owner.execute(sql.raw(undo));
    return found;
  }

  it("is named, whatever it is", async () => {
    const [a, b, c] = (await seqs(3)) as [number, number, number];
    await bench.test.owner.execute(sql`create table kept as select * from case_events where seq in (${a}, ${b}, ${c})`);
    const back = `delete from case_events where seq in (${a}, ${b}, ${c}); insert into case_events select * from kept; delete from log_pending`;
    expect(await with_(`update case_events set data = '{"noteId":"other"}' where seq = ${a}`, back)).toEqual([
      { seq: a, kind: "changed" },
    ]);
    expect(await with_(`update case_events set at = at - interval '1 microsecond' where seq = ${a}`, back)).toEqual([
      { seq: a, kind: "changed" },
    ]);
    expect(await with_(`update case_events set recorded_at = recorded_at - interval '3 days' where seq = ${b}`, back)).toEqual([
      { seq: b, kind: "redated" },
    ]);
    expect(await with_(`update case_events set actor_role = 'supervisor' where seq = ${b}`, back)).toEqual([
      { seq: b, kind: "changed" },
    ]);
    expect(await with_(`update case_events set salt = '\\x00' where seq = ${b}`, back)).toEqual([{ seq: b, kind: "changed" }]);
    expect(await with_(`delete from case_events where seq = ${c}`, back)).toEqual([{ seq: c, kind: "deleted" }]);
    // Two events that change places.
    const swap = `update case_events e set data = '{"noteId":"x"}', salt = o.salt, ord = -e.ord from case_events o where e.seq = ${a} and o.seq = ${b};
      update case_events e set salt = k.salt, ord = -k.ord - 1000000 from kept k where e.seq = ${b} and k.seq = ${a}`;
    expect(await with_(swap, back)).toEqual([
      { seq: a, kind: "changed" },
      { seq: b, kind: "changed" },
    ]);
    expect(await follow(null)).toMatchObject({ faults: [], ledger: [], waiting: 0 });
  });

  it("one slipped in between is named, with its trigger and without, before the sequencer and after", async () => {
    const gap = (await seqs(1))[0] as number;
    const free = (more: number) => `select max(seq) + ${more} from case_events`;
    await bench.test.owner.execute(sql`delete from case_events where seq = ${gap}`);
    await bench.test.owner.execute(
      sql.raw(
        `insert into case_events select ${gap}, complaint_id, -ord, at, recorded_at, type, actor_role, actor_id, data, salt from kept order by seq desc limit 1`,
      ),
    );
    expect((await follow(null)).ledger).toMatchObject([{ seq: gap, kind: "changed" }]);
    const slip = (seq: string) =>
      sql.raw(`insert into case_events (seq, complaint_id, ord, at, recorded_at, type, actor_role, data, salt)
        select (${seq}), gen_random_uuid(), 1, at - interval '40 days', recorded_at - interval '40 days', 'withdrawn', 'complainant', '{}', salt from kept limit 1
        returning seq`);
    await bench.test.owner.execute(sql`alter table case_events disable trigger case_events_to_log`);
    await bench.test.owner.execute(slip(free(1000)));
    await bench.test.owner.execute(sql`alter table case_events enable trigger case_events_to_log`);
    const quiet = (await follow(null)).ledger.filter((f) => f.seq !== gap);
    expect(quiet).toMatchObject([{ kind: "unlogged", event: { type: "withdrawn" } }]);
    await bench.test.owner.execute(slip(free(5)));
    expect((await follow(null)).ledger.filter((f) => f.seq !== gap)).toHaveLength(2);
    // Once it is logged, the log itself tells: its leaf is dated before those it follows. Anybody sees that.
    await sequenceLog(bench.test.db);
    expect((await follow(null)).faults).toMatchObject([{ kind: "back_dated" }]);
  });

  it("a log that is changed with it no longer leads to its root", async () => {
    const seen = await visit();
    const [a] = (await seqs(1)) as [number];
    await bench.test.owner.execute(sql`update log_leaves set time = time - interval '1 minute' where seq = ${a}`);
    expect((await follow(seen)).faults).toContainEqual(expect.objectContaining({ kind: "leaf", seq: a }));
    // With hashes made anew up to the root, it is another tree than the one visited.
    await bench.test.owner.execute(sql`update log_checkpoints set root = sha256(root)`);
    const { faults } = await follow(seen);
    expect(faults.map((f) => f.kind)).toContain("rewritten");
  });

  it("an event that was deleted before its minute came leaves its number waiting", async () => {
    const added = await addEvents(1);
    const [row] = await db().execute<{ seq: string }>(sql`select seq from case_events where complaint_id = ${added}`);
    await bench.test.owner.execute(sql`delete from case_events where seq = ${row?.seq}`);
    expect((await follow(null)).ledger).toContainEqual(
      expect.objectContaining({ seq: Number(row?.seq), kind: "deleted_unlogged" }),
    );
  });
});
