import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { dumpManifest, MANIFEST, SCORE_INPUTS, SCORES_FILE } from "../domain/open-data/dump";
import { type ScoreRecord, scoreRecord } from "../domain/open-data/records";
import { scoreRecordOf } from "../domain/open-data/score-record";
import { publicScoreDump, scoreDump } from "../domain/score/public-dump";

type Read = (name: string) => Promise<Buffer>;

/** Reads files of a dump: from its folder, from beside one of its files, or from its address. */
export async function dumpAt(place: string): Promise<Read> {
  if (/^https?:\/\//.test(place)) {
    const base = place.replace(/\/[^/]*\.(json|gz)$/, "").replace(/\/$/, "");
    return async (name) => {
      const answer = await fetch(`${base}/${name}`);
      if (!answer.ok) throw new Error(`${base}/${name} answers ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    };
  }
  const folder = (await stat(place)).isDirectory() ? place : path.dirname(place);
  return (name) => readFile(path.join(folder, name));
}

export interface Recomputed {
  readonly published: ScoreRecord;
  readonly again: ScoreRecord | null;
  readonly equal: boolean;
}

/**
 * Every published score of the dump beside the one that its inputs give again. Throws when a file is not the one the manifest names, or
 * holds what a dump cannot.
 */
export async function recompute(read: Read): Promise<Recomputed[]> {
  const manifest = dumpManifest.parse(JSON.parse((await read(MANIFEST)).toString()));
  const checked = async (name: string): Promise<string> => {
    const bytes = await read(name);
    const named = manifest.files.find((f) => f.name === name);
    if (named?.sha256 !== createHash("sha256").update(bytes).digest("hex"))
      throw new Error(`${name} is not the file the manifest names`);
    return gunzipSync(bytes).toString();
  };
  const inputs = z.array(publicScoreDump).parse(JSON.parse(await checked(SCORE_INPUTS)));
  const published = (await checked(SCORES_FILE))
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => scoreRecord.parse(JSON.parse(line)));
  const scores = new Map(inputs.flatMap((one) => scoreDump(one)).map((score) => [`${score.companyId} ${score.asOf}`, score]));
  return published.map((record) => {
    const score = scores.get(`${record.companyId} ${record.asOf}`);
    const again = score ? scoreRecordOf(record.company, record.quarterEnd, score) : null;
    return { published: record, again, equal: JSON.stringify(again) === JSON.stringify(record) };
  });
}
