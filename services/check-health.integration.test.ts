import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "@/db/client";
import { beat, endBeat } from "@/db/queries/operations";
import { enqueue } from "@/db/queues";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { storageFromEnv } from "@/platform/storage/storage-from-env";
import { checkHealth } from "./check-health";

let test: TestDatabase;
let dir: string;
const storage = () => storageFromEnv({}, dir);
beforeAll(async () => {
  test = await createTestDatabase();
  dir = mkdtempSync(path.join(tmpdir(), "answered-health-"));
});
afterAll(async () => {
  await test.drop();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(() => beat(test.db, "w"));

describe("health", () => {
  it("is well with a database, a living worker and storage, and tells the depth of the queues", async () => {
    await test.db.transaction((tx) => enqueue(tx, "clean-up", {}));
    expect(await checkHealth(test.db, storage)).toMatchObject({ ok: true, unwell: [], queue: { depth: 1 } });
  });

  it("names the worker when it is silent", async () => {
    await endBeat(test.db, "w");
    expect(await checkHealth(test.db, storage)).toMatchObject({ ok: false, unwell: ["worker"], worker: { secondsAgo: null } });
  });

  it("names the storage when it does not take a file", async () => {
    const broken = () => storageFromEnv({}, "/dev/null");
    expect(await checkHealth(test.db, broken)).toMatchObject({ ok: false, unwell: ["storage"] });
  });

  it("names the database alone when it is gone, and says nothing of where it is", async () => {
    const gone = openDatabase("postgresql://answered_app:word@127.0.0.1:9/answered", 1);
    const health = await checkHealth(gone, storage);
    expect(health).toMatchObject({ ok: false, unwell: ["database"], queue: { depth: null } });
    expect(JSON.stringify(health)).not.toMatch(/127\.0\.0\.1|word|ECONN/);
  });
});
