import { z } from "zod";
import { badgeRecord } from "./badge-record";
import { columnNames } from "./flatten";
import {
  clauseRecord,
  companyRecord,
  dayField,
  dialPlanRecord,
  dialTestRecord,
  reportRecord,
  rulingRecord,
  scoreRecord,
} from "./records";
import { specialCheckRecord } from "./special-check-record";

/** Tables of a full dump, each as NDJSON and as CSV, both gzipped. `score-inputs.json` beside them holds what scores are recomputed from. */
export const DUMP_TABLES = {
  rulings: rulingRecord,
  companies: companyRecord,
  scores: scoreRecord,
  clauses: clauseRecord,
  reports: reportRecord,
  "dial-tests": dialTestRecord,
  "dial-plans": dialPlanRecord,
  badges: badgeRecord,
  "special-checks": specialCheckRecord,
} as const satisfies Record<string, z.ZodObject>;
export type DumpTable = keyof typeof DUMP_TABLES;
export const DUMP_TABLE_NAMES = Object.keys(DUMP_TABLES) as DumpTable[];

/** Name of the file that recomputation reads (domain/score/public-dump). */
export const SCORE_INPUTS = "score-inputs.json.gz";
export const SCORES_FILE = "scores.ndjson.gz";
export const MANIFEST = "manifest.json";

export const dumpManifest = z.object({
  format: z.literal("answered-dump/1"),
  day: dayField,
  standard: z.string(),
  licence: z.object({ name: z.string(), url: z.url(), attribution: z.string() }),
  files: z.array(
    z.object({
      name: z.string().regex(/^[a-z0-9.-]{1,60}$/),
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      records: z.int().nonnegative(),
      type: z.string(),
    }),
  ),
});
export type DumpManifest = z.infer<typeof dumpManifest>;

/** The data dictionary: every table, its columns as in the CSV, the meaning of each from `meaning`, and the schema of its NDJSON. */
export function dataDictionary(meaning: (field: string) => string) {
  return Object.fromEntries(
    Object.entries(DUMP_TABLES).map(([table, schema]) => [
      table,
      {
        columns: columnNames(schema).map((name) => ({ name, meaning: meaning(name.split(".").at(-1) ?? name) })),
        schema: z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }),
      },
    ]),
  );
}
