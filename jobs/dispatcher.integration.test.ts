import { sql } from "drizzle-orm";
import type PgBoss from "pg-boss";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { beat, giveBackJobs } from "@/db/queries/operations";
import { enqueue } from "@/db/queues";
import { createTestDatabase, setTestClock, type TestDatabase } from "@/db/testing";
import { startBoss } from "./boss";
import { Dispatcher, type Handlers } from "./dispatcher";
import { HANDLERS } from "./handlers";
import { SCHEDULE } from "./schedule";

let test: TestDatabase;
let boss: PgBoss;
beforeAll(async () => {
  test = await createTestDatabase();
  boss = await startBoss(test.url);
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await test.drop();
});
beforeEach(async () => {
  await test.owner.execute(sql`delete from pgboss.job`);
  await test.owner.execute(sql`delete from worker_heartbeats`);
});

const withCleanUp = (cleanUp: Handlers["clean-up"]) => new Dispatcher(boss, test.db, { ...HANDLERS, "clean-up": cleanUp });
const states = async () => (await test.db.execute<{ state: string }>(sql`select state from pgboss.job`)).map((row) => row.state);

describe("the worker", () => {
  it("runs a committed job with the portal's time, once", async () => {
    await setTestClock(test.owner, new Date("2026-09-17T02:00:00Z"));
    const seen = vi.fn(async (_data: object, _context: { now: Date }) => undefined);
    const dispatcher = withCleanUp(seen);
    await test.db.transaction((tx) => enqueue(tx, "clean-up", {}));
    expect(await dispatcher.runWaiting()).toBe(1);
    await dispatcher.stop(5_000);
    expect(seen).toHaveBeenCalledTimes(1);
    expect(seen.mock.calls[0]?.[1].now.toISOString().slice(0, 16)).toBe("2026-09-17T02:00");
    expect(await states()).toEqual(["completed"]);
  });

  it("runs nothing that was rolled back", async () => {
    const seen = vi.fn(async () => undefined);
    const undone = test.db.transaction(async (tx) => {
      await enqueue(tx, "clean-up", {});
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect(await withCleanUp(seen).runWaiting()).toBe(0);
    expect(seen).not.toHaveBeenCalled();
  });

  it("keeps a failed job for another try, without personal data in its row", async () => {
    const dispatcher = withCleanUp(async () => {
      throw new Error("550 li.na@mail.example unknown");
    });
    await test.db.transaction((tx) => enqueue(tx, "clean-up", {}));
    await dispatcher.runWaiting();
    await dispatcher.stop(5_000);
    const [row] = await test.db.execute<{ state: string; output: string }>(
      sql`select state, output::text as output from pgboss.job`,
    );
    expect(row?.state).toBe("retry");
    expect(row?.output).toContain("<mail>");
    expect(row?.output).not.toContain("li.na");
  });

  it("does not exceed what a queue allows at once", async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const dispatcher = withCleanUp(() => gate);
    for (let n = 0; n < 3; n++) await test.db.transaction((tx) => enqueue(tx, "clean-up", {}));
    expect(await dispatcher.runWaiting()).toBe(1);
    expect(await dispatcher.runWaiting()).toBe(0);
    expect(dispatcher.busy).toBe(1);
    open();
    await dispatcher.stop(5_000);
    expect(await states()).toEqual(expect.arrayContaining(["completed", "created", "created"]));
  });

  it("gives back what a killed worker had begun, but not while a worker lives", async () => {
    await test.db.transaction((tx) => enqueue(tx, "clean-up", {}));
    await boss.fetch("clean-up");
    await beat(test.db, "other:1");
    expect(await giveBackJobs(test.db, 30)).toBe(0);
    await test.owner.execute(sql`delete from worker_heartbeats`);
    expect(await giveBackJobs(test.db, 30)).toBe(1);
    expect(await states()).toEqual(["retry"]);
  });
});

describe("the schedule", () => {
  it("is enqueued once a slot, whichever worker asks, and again when the clock is moved on", async () => {
    await setTestClock(test.owner, new Date("2026-09-17T02:00:00Z"));
    const entries = Object.keys(SCHEDULE).length;
    expect(await withCleanUp(async () => undefined).enqueueDue()).toBe(entries);
    expect(await withCleanUp(async () => undefined).enqueueDue()).toBe(0);
    await test.db.execute(sql`select advance_portal_clock('2026-09-21T02:00:00Z')`);
    expect(await withCleanUp(async () => undefined).enqueueDue()).toBe(entries);
  });

  it("goes on when the demo is set to an earlier day", async () => {
    await setTestClock(test.owner, new Date("2026-09-01T02:00:00Z"));
    expect(await withCleanUp(async () => undefined).enqueueDue()).toBe(Object.keys(SCHEDULE).length);
  });
});
