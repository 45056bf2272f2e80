import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { closeDatabase, db } from "@/db/client";
import { embeddedUrls } from "@/db/embedded";
import { hex } from "@/domain/log/encoding";
import { followLog, type LogFault, type Visit } from "@/domain/log/follow";
import { hexRoot, type LogKey, parseVkey } from "@/domain/log/note";
import { sha256, verifyEd25519 } from "@/platform/signing";
import { LedgerCheck, type LedgerFault } from "@/services/compare-ledger";

const HELP = `script/verify-log [URL] [options]      URL: http://127.0.0.1:3000

Follows the public log of a portal from outside: its checkpoint is signed, it begins with what it was at the last visit, every leaf and tile leads to
its root. What was found is remembered for the next visit.

  --state FILE   memory of visits (.verify-log.json; one entry a portal)
  --vkey LINE    the log's public key as you know it; without it the first visit believes the portal, later ones remember
  --all          read every leaf again, not only new ones
  --database     compare every stored event with its leaf, too (DATABASE_URL, else the embedded database of DATA_DIR)

Exit codes:
  0  all is well
  1  something was changed, deleted, dated back, rewritten or wrongly signed; each is named on a line
  2  the command was used wrongly, or its state file cannot be read
  3  portal or database could not be reached, or did not answer as a log does; nothing is proven
`;

interface Remembered {
  vkey: string;
  size: number;
  root: string;
  latest: string;
}
class Usage extends Error {}
class Unreachable extends Error {}
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  if (values.help) {
    say(HELP);
    return 0;
  }
  const base = address(positionals[0] ?? "http://127.0.0.1:3000");
  const file = values.state ?? ".verify-log.json";
  const states = readStates(file);
  const before = states[base];
  const vkey = (values.vkey ?? (await text(`${base}/log/vkey`))).trim();
  const key = parseVkey(sha256, vkey);
  if (!key) throw values.vkey ? new Usage("--vkey is not a vkey line") : new Unreachable(`${base}/log/vkey is not a vkey line`);
  if (before && before.vkey !== vkey) {
    say(`CHANGED KEY  was ${before.vkey}`);
    say(`             is  ${vkey}`);
    return 1;
  }
  const check = values.database ? openLedger() : null;
  const followed = await follow(base, key, before ? visitOf(before, file) : null, values.all || check !== null, check);
  const { checkpoint, faults, latest, read, complete } = followed;
  for (const fault of faults) say(faultLine(fault));
  const waiting = check && checkpoint && complete ? await reach(() => check.rest(checkpoint.size, latest)) : 0;
  for (const fault of check?.faults ?? []) say(eventLine(fault));
  if (check) await closeDatabase(db());

  const wrong = faults.length + (check?.faults.length ?? 0);
  if (!checkpoint || wrong > 0) {
    say(`${wrong} faults in ${key.name}`);
    return 1;
  }
  const since = before ? `, consistent with ${before.size} of the last visit` : ", first visit";
  say(`${key.name}: ${checkpoint.size} leaves${since}; ${read} read; root ${hex(checkpoint.root)}`);
  if (check) say(`${check.compared} stored events match their leaves; ${waiting} wait for theirs`);
  states[base] = { vkey, size: checkpoint.size, root: hex(checkpoint.root), latest };
  writeFileSync(`${file}.new`, `${JSON.stringify(states, null, 2)}\n`);
  renameSync(`${file}.new`, file);
  return 0;
}

function readArguments() {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        state: { type: "string" },
        vkey: { type: "string" },
        all: { type: "boolean" },
        database: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
    if (parsed.positionals.length > 1) throw new Error("one address at a time");
    return parsed;
  } catch (error) {
    throw new Usage(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}

function address(given: string): string {
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) throw new Usage(`${given} is not an address`);
  return new URL(given).origin;
}

function readStates(file: string): Record<string, Remembered> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, Remembered>;
  } catch {
    throw new Usage(`${file} cannot be read`);
  }
}

function visitOf(before: Remembered, file: string): Visit {
  const root = hexRoot(before.root);
  if (!root || !Number.isSafeInteger(before.size)) throw new Usage(`${file} cannot be read`);
  return { size: before.size, root, latest: before.latest };
}

function openLedger(): LedgerCheck {
  if (!process.env.DATABASE_URL) Object.assign(process.env, embeddedUrls(process.env.DATA_DIR || ".data"));
  return new LedgerCheck(db());
}

const follow = (base: string, key: LogKey, visited: Visit | null, all: boolean, check: LedgerCheck | null) =>
  reach(() =>
    followLog({
      sha256,
      verify: verifyEd25519,
      key,
      visited,
      all,
      get: (path) => bytes(`${base}/log/${path}`),
      ...(check ? { told: (leaves) => check.leaves(leaves) } : {}),
    }),
  );

/** What cannot be had or read proves nothing, good or bad. */
async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unreachable || error instanceof RangeError) throw error;
    throw new Unreachable(error instanceof Error ? error.message : String(error));
  }
}

async function bytes(url: string): Promise<Uint8Array> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch((error: unknown) => {
    throw new Unreachable(`${url}: ${error instanceof Error ? error.message : error}`);
  });
  // Below a signed checkpoint every tile must be there, and whole.
  if (answer.status === 404 && url.includes("/log/tile/")) throw new RangeError(`${url} is not there`);
  if (!answer.ok) throw new Unreachable(`${url}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

const text = async (url: string) => new TextDecoder().decode(await bytes(url));

const WORDS: Record<LogFault["kind"], string> = {
  checkpoint: "WRONG SIGNATURE  the checkpoint is not signed by",
  shrunk: "SHRUNK           the log is shorter than at the last visit:",
  rewritten: "REWRITTEN        the log does not begin with what it was at the last visit:",
  root: "WRONG ROOT       the tiles do not lead to the root of size",
  tile: "WRONG TILE       the hash above does not fit tile",
  leaf: "WRONG LEAF       the leaf does not fit its hash:",
  twice: "TWICE            an event was logged again:",
  back_dated: "BACK-DATED       the leaf is older than those before it:",
};

function faultLine(fault: LogFault): string {
  if ("where" in fault) return `${WORDS[fault.kind]} ${fault.where}`;
  return `${WORDS[fault.kind]} leaf ${fault.index}, event ${fault.seq ?? "?"}, ${fault.time}`;
}

const EVENT_WORDS: Record<LedgerFault["kind"], string> = {
  deleted: "DELETED    ",
  redated: "RE-DATED   ",
  changed: "CHANGED    ",
  unlogged: "NOT LOGGED ",
  deleted_unlogged: "DELETED before it was logged",
};

function eventLine({ seq, kind, event, leaf }: LedgerFault): string {
  const what = event ? ` ${event.type}, no. ${event.ord} of case ${event.complaintId}` : "";
  const times = [leaf && `logged as of ${leaf.time}`, event && kind === "redated" && `stored as of ${event.recordedAt}`].filter(
    Boolean,
  );
  return `${EVENT_WORDS[kind]} event ${seq}${what}${times.length > 0 ? ` (${times.join(", ")})` : ""}`;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (error instanceof RangeError) {
      say(`WRONG TILE       ${error.message}`);
      process.exit(1);
    }
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(error instanceof Usage ? 2 : 3);
  },
);
