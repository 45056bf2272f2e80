import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Database, Tx } from "@/db/client";
import { rootCompanyIds } from "@/db/queries/companies";
import { forgetDumps, putDump } from "@/db/queries/dumps";
import { badgePage } from "@/db/queries/open-data/badges";
import type { Key, Page } from "@/db/queries/open-data/page";
import { companyPage, dialPlanPage, dialTestPage, scorePage } from "@/db/queries/open-data/register";
import { rulingPage } from "@/db/queries/open-data/rulings";
import { specialCheckPage } from "@/db/queries/open-data/special-checks";
import { periodParameters, scoredDays, scoreInput } from "@/db/queries/scores";
import { canonicalJson } from "@/domain/canonical-json";
import { STANDARD_VERSION } from "@/domain/clauses";
import { addDays, type Day, dayOf, quarterOf } from "@/domain/day";
import {
  DUMP_TABLE_NAMES,
  DUMP_TABLES,
  type DumpManifest,
  type DumpTable,
  dataDictionary,
  dumpManifest,
  MANIFEST,
  SCORE_INPUTS,
} from "@/domain/open-data/dump";
import { recordsAsCsv } from "@/domain/open-data/flatten";
import { makeScoreDump } from "@/domain/score/public-dump";
import en from "@/messages/en.json";
import hans from "@/messages/zh-Hans.json";
import hant from "@/messages/zh-Hant.json";
import { env } from "@/platform/env";
import type { ObjectStorage } from "@/platform/storage/object-storage";
import { clauseRecords } from "./clause-records";
import { reportRecords } from "./report-records";

/** Dumps of this many days are kept. */
export const DUMP_DAYS = 14;
const PAGE = 200;

export const dumpKey = (day: string, name: string) => `dumps/${day}/${name}`;

const LICENCE = {
  name: "CC BY 4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
  attribution: "有回音 Answered",
};

/**
 * The whole public record of the day as files (NDJSON and CSV, gzipped), the inputs of every published score, a dictionary and a manifest with
 * SHA-256; read in one snapshot, put into the store, then listed. Made again on the same day it takes the place of the first. Older than
 * DUMP_DAYS go.
 */
export async function makeDump(db: Database, storage: ObjectStorage, now: Date): Promise<DumpManifest> {
  const folder = mkdtempSync(path.join(tmpdir(), "answered-dump-"));
  try {
    const manifest = await db.transaction((tx) => writeFiles(tx, folder, now), {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    });
    for (const { name } of manifest.files) await storage.putFile(dumpKey(manifest.day, name), path.join(folder, name));
    await storage.put(dumpKey(manifest.day, MANIFEST), Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
    await putDump(db, manifest, now);
    for (const old of await forgetDumps(db, addDays(manifest.day as Day, -DUMP_DAYS)))
      for (const { name } of [...old.files, { name: MANIFEST }]) await storage.delete(dumpKey(old.day, name));
    return manifest;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeFiles(tx: Tx, folder: string, now: Date): Promise<DumpManifest> {
  const today = dayOf(now);
  const files: DumpManifest["files"] = [];
  for (const table of DUMP_TABLE_NAMES) {
    const ndjson = new DumpFile(folder, `${table}.ndjson.gz`, "application/x-ndjson");
    const csv = new DumpFile(folder, `${table}.csv.gz`, "text/csv");
    let records = 0;
    for await (const page of pagesOf(tx, table, today)) {
      const clean = page.map((record) => DUMP_TABLES[table].parse(record));
      await ndjson.write(clean.map((record) => `${JSON.stringify(record)}\n`).join(""));
      await csv.write(recordsAsCsv(DUMP_TABLES[table], clean, records === 0));
      records += clean.length;
    }
    if (records === 0) await csv.write(recordsAsCsv(DUMP_TABLES[table], []));
    files.push({ ...(await ndjson.end()), records }, { ...(await csv.end()), records });
  }
  files.push(await scoreInputs(tx, folder));
  files.push(await whole(folder, "data-dictionary.json", "application/json", `${JSON.stringify(dictionaries(), null, 1)}\n`));
  files.push(await whole(folder, "licence.txt", "text/plain", licenceText()));
  return dumpManifest.parse({ format: "answered-dump/1", day: today, standard: STANDARD_VERSION, licence: LICENCE, files });
}

async function* pagesOf(tx: Tx, table: DumpTable, today: Day): AsyncGenerator<readonly unknown[]> {
  const base = env().PUBLIC_URL;
  const read = async (after: Key | null): Promise<Page<unknown>> => {
    const page = { limit: PAGE, after };
    switch (table) {
      case "rulings":
        return rulingPage(tx, {}, { ...page, today, base });
      case "companies":
        return companyPage(tx, {}, { ...page, base });
      case "scores":
        return scorePage(tx, {}, page);
      case "dial-tests":
        return dialTestPage(tx, {}, page);
      case "dial-plans":
        return dialPlanPage(tx, { ...page, today });
      case "badges":
        return badgePage(tx, {}, { ...page, today, base });
      case "special-checks":
        return specialCheckPage(tx, {}, { ...page, base });
      case "clauses":
        return { items: await clauseRecords(tx), next: null };
      case "reports":
        return { items: await reportRecords(tx, base), next: null };
    }
  };
  let after: Key | null = null;
  do {
    const page: Page<unknown> = await read(after);
    yield page.items;
    after = page.next;
  } while (after);
}

/** For each day with published scores all they are made of, archived or not, as long as it scores (RULES §6). */
async function scoreInputs(tx: Tx, folder: string): Promise<DumpManifest["files"][number]> {
  const file = new DumpFile(folder, SCORE_INPUTS, "application/json");
  const days = await scoredDays(tx);
  const ids = await rootCompanyIds(tx);
  let records = 0;
  await file.write("[");
  for (const asOf of days) {
    const parameters = await periodParameters(tx, quarterOf(asOf));
    if (!parameters) continue;
    const inputs = [];
    for (const id of ids) {
      const input = await scoreInput(tx, id, asOf);
      if (input) inputs.push(input);
    }
    await file.write(`${records === 0 ? "" : ",\n"}${canonicalJson(makeScoreDump(inputs, parameters, asOf))}`);
    records++;
  }
  await file.write("]\n");
  return { ...(await file.end()), records };
}

async function whole(folder: string, name: string, type: string, text: string): Promise<DumpManifest["files"][number]> {
  const file = new DumpFile(folder, name, type);
  await file.write(text);
  return { ...(await file.end()), records: 1 };
}

function dictionaries() {
  const meaning = (words: { openData: { fields: Record<string, string> } }) => (field: string) =>
    words.openData.fields[field] ?? "";
  return {
    "zh-Hans": dataDictionary(meaning(hans)),
    "zh-Hant": dataDictionary(meaning(hant)),
    en: dataDictionary(meaning(en)),
  };
}

const licenceText = () =>
  `${[hans, hant, en].map((words) => words.data.licenceText).join("\n\n")}\n\n${LICENCE.name}\n${LICENCE.url}\n${LICENCE.attribution}\n`;

/** A file as it is written: gzipped when its name says so, hashed and counted as it lies on the disk. */
class DumpFile {
  private readonly hash = createHash("sha256");
  private bytes = 0;
  private readonly into: NodeJS.WritableStream;
  private readonly done: Promise<void>;

  constructor(
    folder: string,
    private readonly name: string,
    private readonly type: string,
  ) {
    const count = new Transform({
      transform: (chunk: Buffer, _encoding, next) => {
        this.hash.update(chunk);
        this.bytes += chunk.length;
        next(null, chunk);
      },
    });
    const file = createWriteStream(path.join(folder, name));
    const gzip = name.endsWith(".gz") ? createGzip() : null;
    this.into = gzip ?? count;
    this.done = gzip ? pipeline(gzip, count, file) : pipeline(count, file);
  }

  async write(text: string): Promise<void> {
    if (!this.into.write(text)) await once(this.into, "drain");
  }

  async end() {
    this.into.end();
    await this.done;
    return { name: this.name, bytes: this.bytes, sha256: this.hash.digest("hex"), type: this.type };
  }
}
