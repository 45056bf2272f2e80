import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { appendFileSync, chownSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { closeDatabase, openDatabase } from "@/db/client";
import { startEmbeddedPostgres } from "@/db/embedded";
import { type Account, chooseAccount, findPrograms } from "@/db/embedded-place";
import { answers, freePort, pause, stopProcess } from "@/db/embedded-process";
import { migrate } from "@/db/migrate";
import { indexStale } from "@/services/index-rulings";
import { searchRulings } from "@/services/search-rulings";
import { seedBench } from "./seed";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const SIZE = { complaints: 6_000, rulings: 1_200, companies: 100 };

/** Base copy of a running cluster (pg_backup_start/stop, no pg_basebackup needed) with what makes it a standby that streams. */
async function baseCopy(ownerUrl: string, from: string, to: string, account: Account): Promise<void> {
  const raw = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await raw`select pg_backup_start('replica', true)`;
    rmSync(to, { recursive: true, force: true });
    const copied = spawnSync("cp", ["-a", from, to]);
    if (copied.status !== 0) throw new Error(String(copied.stderr));
    const [stop] = await raw<
      { labelfile: string; spcmapfile: string }[]
    >`select labelfile, spcmapfile from pg_backup_stop(false)`;
    rmSync(path.join(to, "postmaster.pid"), { force: true });
    const put = (name: string, text: string) => {
      writeFileSync(path.join(to, name), text);
      if (account) chownSync(path.join(to, name), account.uid, account.gid);
    };
    put("backup_label", stop?.labelfile ?? "");
    if (stop?.spcmapfile) put("tablespace_map", stop.spcmapfile);
    put("standby.signal", "");
    const url = new URL(ownerUrl);
    put(
      "postgresql.auto.conf",
      `primary_conninfo = 'host=127.0.0.1 port=${url.port} user=${url.username} password=${url.password}'\nhot_standby = on\n`,
    );
  } finally {
    await raw.end({ timeout: 5 });
  }
}

async function until(what: () => Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await what())) {
    if (performance.now() - began > 60_000) throw new Error("not within a minute");
    await pause(5);
  }
  return performance.now() - began;
}

/** `npm run bench -- replica`: two embedded servers, the second fed by streaming; public reads go there and see what is written here. */
export async function run(): Promise<void> {
  const folder = ".bench/replica";
  let primary = await startEmbeddedPostgres(folder);
  await migrate(primary.ownerUrl, primary.runtimeUrl);
  const account = chooseAccount(primary.directory);
  const { postgres: program } = findPrograms(account);
  await primary.stop();
  const grants = [
    "ALTER ROLE answered_owner REPLICATION",
    "GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean), pg_backup_stop(boolean) TO answered_owner",
  ];
  const command = (database: string, input: string) =>
    spawnSync(program, ["--single", "-D", primary.directory, database], {
      ...account,
      cwd: "/",
      input: `${input}\n`,
      encoding: "utf8",
    });
  command("postgres", grants[0] as string);
  command("answered", grants[1] as string);
  const hba = path.join(primary.directory, "pg_hba.conf");
  if (!readFileSync(hba, "utf8").includes("host replication"))
    appendFileSync(hba, "host replication answered_owner 127.0.0.1/32 scram-sha-256\n");
  primary = await startEmbeddedPostgres(folder);
  const copy = `${primary.directory}-standby`;
  let standby: number | undefined;
  try {
    const db = openDatabase(primary.runtimeUrl, 4);
    const [held] = await db.execute(sql`select 1 from complaints limit 1`);
    if (!held) await seedBench(primary.ownerUrl, SIZE);
    const began = performance.now();
    await baseCopy(primary.ownerUrl, primary.directory, copy, account);
    const port = await freePort();
    const args = [
      "-D",
      copy,
      "-c",
      `port=${port}`,
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "timezone=UTC",
    ];
    const log = openSync(path.join(folder, "standby.log"), "w");
    const child: ChildProcess = spawn(program, args, {
      ...account,
      cwd: "/",
      stdio: ["ignore", log, log],
      env: { PATH: process.env.PATH, LC_ALL: "C", NODE_ENV: process.env.NODE_ENV },
    } as SpawnOptions);
    standby = child.pid;
    const url = new URL(primary.runtimeUrl);
    url.port = String(port);
    if (!standby || !(await answers(url.toString(), 60_000, () => child.exitCode === null)))
      throw new Error("the standby does not answer");
    say(`base copy and start of the standby: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const read = openDatabase(url.toString(), 4);
    const find = async (words: string) =>
      (await searchRulings(read, { words, filters: {}, order: "date", offset: 0, limit: 1 })).total;
    say(`rulings seen by the standby: ${await find("")}; holding 转人工: ${await find("转人工")}`);
    const lags: number[] = [];
    for (let i = 0; i < 20; i++) {
      const word = `帆${String.fromCharCode(0x4e00 + 37 * i)}${String.fromCharCode(0x5e00 + 11 * i)}牌`;
      await db.execute(
        sql`update published_rulings set title = ${word} where number = (select max(number) from published_rulings where title not like '帆%牌')`,
      );
      await indexStale(db);
      lags.push(await until(async () => (await find(`"${word}"`)) === 1));
    }
    lags.sort((a, b) => a - b);
    say(
      `from the end of the writer's transaction to the search of the standby: median ${lags[10]?.toFixed(0)} ms, most ${lags.at(-1)?.toFixed(0)} ms`,
    );
    const refused = await read.execute(sql`delete from search_stale`).then(
      () => false,
      () => true,
    );
    say(`the standby refuses to write: ${refused}`);
    await closeDatabase(read);
    await closeDatabase(db);
  } finally {
    if (standby !== undefined) await stopProcess(standby, copy);
    await primary.stop();
    if (existsSync(copy)) rmSync(copy, { recursive: true, force: true });
  }
}
