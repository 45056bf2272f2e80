import { parseArgs } from "node:util";
import { closeDatabase, db } from "@/db/client";
import { embeddedUrls } from "@/db/embedded";
import { portalNow } from "@/db/queries/clock";
import { evidenceStore } from "@/platform/evidence-store";
import { verifyEvidence } from "@/services/verify-evidence";

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { sample: { type: "string" } } });
  const sample = values.sample === undefined ? undefined : Number(values.sample);
  if (sample !== undefined && !(Number.isInteger(sample) && sample > 0)) throw new Error("--sample takes a whole number above 0");
  if (!process.env.DATABASE_URL) {
    Object.assign(process.env, embeddedUrls(process.env.DATA_DIR || ".data"));
    process.env.KEYS ??= "generate";
  }
  const { looked, faults } = await verifyEvidence(await evidenceStore(), await portalNow(db()), {
    ...(sample === undefined ? {} : { sample }),
    told: (file, fault) => {
      if (fault) process.stdout.write(`${fault}\t${file.id}\t${file.storageKey}\n`);
    },
  });
  process.stdout.write(`${looked} read, ${faults.length} not as received\n`);
  await closeDatabase(db());
  return faults.length > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
