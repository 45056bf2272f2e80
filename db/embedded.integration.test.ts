import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedDatabase, startEmbeddedPostgres, stopLeftBehind } from "./embedded";
import { pause } from "./embedded-process";

let dir: string;
let server: EmbeddedDatabase;
const start = async () => {
  server = await startEmbeddedPostgres(dir);
  return server;
};
const pidOf = (directory: string) => Number(readFileSync(path.join(directory, "postmaster.pid"), "utf8").split("\n")[0]);
const query = async <T>(url: string, work: (sql: postgres.Sql) => Promise<T>) => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
};

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "answered-embedded-"));
  // Where root runs the tests, its PostgreSQL account must be able to enter.
  chmodSync(dir, 0o711);
  await start();
});
afterAll(async () => {
  await server.stop();
  rmSync(server.directory, { recursive: true, force: true });
  rmSync(dir, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  it("listens on 127.0.0.1 only, in UTC, and sees Chinese letters", async () => {
    const [row] = await query(
      server.runtimeUrl,
      (sql) => sql`
      select current_setting('listen_addresses') as host, current_setting('TimeZone') as zone, '云' ~ '[[:alpha:]]' as letter,
             (select rolsuper from pg_roles where rolname = current_user) as super`,
    );
    expect(row).toEqual({ host: "127.0.0.1", zone: "UTC", letter: true, super: false });
  });

  it("keeps its passwords to its owner, and lets the superuser in from nowhere", async () => {
    expect(statSync(path.join(dir, "postgres.json")).mode & 0o777).toBe(0o600);
    const url = new URL(server.ownerUrl);
    url.username = "postgres";
    await expect(query(url.toString(), (sql) => sql`select 1`)).rejects.toThrow(/password authentication failed/);
  });

  it("is taken over when its parent is gone, and its data is there", async () => {
    await query(server.ownerUrl, (sql) => sql`create table kept as select 1 as n`);
    const first = server;
    expect((await start()).reused).toBe(true);
    expect(server.ownerUrl).toBe(first.ownerUrl);
  });

  it("recovers after a kill -9, though the lock files name a living stranger", async () => {
    process.kill(pidOf(server.directory), "SIGKILL");
    while (server.alive()) await pause(20);
    for (const name of ["postmaster.pid", `.s.PGSQL.${new URL(server.ownerUrl).port}.lock`]) {
      const file = path.join(server.directory, name);
      const rest = readFileSync(file, "utf8").split("\n").slice(1).join("\n");
      writeFileSync(file, `${process.ppid}\n${rest}`);
    }
    expect((await start()).reused).toBe(false);
    expect(await query(server.ownerUrl, (sql) => sql`select n from kept`)).toMatchObject([{ n: 1 }]);
  });

  it("gets new passwords when postgres.json was lost, and keeps the data", async () => {
    const before = server.ownerUrl;
    await server.stop();
    rmSync(path.join(dir, "postgres.json"));
    await start();
    expect(server.ownerUrl).not.toBe(before);
    expect(await query(server.ownerUrl, (sql) => sql`select n from kept`)).toMatchObject([{ n: 1 }]);
  });

  it("can be stopped by somebody who did not start it", async () => {
    expect(await stopLeftBehind(dir)).toBe(true);
    expect(server.alive()).toBe(false);
    expect(await stopLeftBehind(dir)).toBe(false);
    await start();
  });
});
