import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enqueue, enqueueMany, type JobName } from "./queues";
import { createTestDatabase, type TestDatabase } from "./testing";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const waiting = async () =>
  Number((await test.db.execute<{ n: string }>(sql`select count(*) as n from pgboss.job where state = 'created'`))[0]?.n);

describe("a job rides in the caller's transaction", () => {
  it("is there after the commit, with its data as JSON", async () => {
    const id = await test.db.transaction((tx) => enqueue(tx, "clean-up", {}));
    const [row] = await test.db.execute<{ data: unknown; kind: string }>(
      sql`select data, jsonb_typeof(data) as kind from pgboss.job where id = ${id}`,
    );
    expect(row).toMatchObject({ data: {}, kind: "object" });
  });

  it("is not there after a rollback", async () => {
    const before = await waiting();
    const undone = test.db.transaction(async (tx) => {
      await enqueue(tx, "clean-up", {});
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect(await waiting()).toBe(before);
  });

  it("waits until startAfter and is made once for one key", async () => {
    const startAfter = new Date("2030-01-01T00:00:00Z");
    const first = await test.db.transaction((tx) =>
      enqueue(tx, "clean-up", {}, { startAfter, onceKey: "k", onceInSeconds: 3600 }),
    );
    const second = await test.db.transaction((tx) =>
      enqueue(tx, "clean-up", {}, { startAfter, onceKey: "k", onceInSeconds: 3600 }),
    );
    expect(second).toBeNull();
    const [row] = await test.db.execute<{ at: string }>(sql`select start_after::text as at from pgboss.job where id = ${first}`);
    expect(new Date(row?.at ?? "").toISOString()).toBe(startAfter.toISOString());
  });

  it("refuses a queue that the database does not have", async () => {
    await expect(test.db.transaction((tx) => enqueue(tx, "no-such-queue" as JobName, {}))).rejects.toThrow("no queue");
  });

  it("takes many of one queue in one statement, each with its data, and none when the queue is missing or all is undone", async () => {
    const ids = Array.from({ length: 300 }, () => crypto.randomUUID());
    await test.db.transaction((tx) =>
      enqueueMany(
        tx,
        "send-mail",
        ids.map((mailId) => ({ mailId })),
      ),
    );
    const rows = await test.db.execute<{ id: string }>(
      sql`select data->>'mailId' as id from pgboss.job where name = 'send-mail' and state = 'created'`,
    );
    expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
    const before = await waiting();
    await expect(
      test.db.transaction((tx) => enqueueMany(tx, "no-such-queue" as JobName, [{ mailId: "a" }] as never)),
    ).rejects.toThrow("no queue");
    const undone = test.db.transaction(async (tx) => {
      await enqueueMany(tx, "send-mail", [{ mailId: ids[0] as string }]);
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect(await waiting()).toBe(before);
  });

  it("takes 500 jobs in one transaction", async () => {
    const before = await waiting();
    await test.db.transaction(async (tx) => {
      for (let n = 0; n < 500; n++) await enqueue(tx, "clean-up", {});
    });
    expect(await waiting()).toBe(before + 500);
  });
});
