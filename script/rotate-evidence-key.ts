import { parseArgs } from "node:util";
import { closeDatabase, db } from "@/db/client";
import { embeddedUrls } from "@/db/embedded";
import { evidenceStore } from "@/platform/evidence-store";
import { addMasterKey } from "@/platform/sealing/master-key";
import { rotateEvidenceKey } from "@/services/rotate-evidence-key";

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { new: { type: "boolean" } } });
  const dataDir = process.env.DATA_DIR || ".data";
  if (!process.env.DATABASE_URL) {
    Object.assign(process.env, embeddedUrls(dataDir));
    process.env.KEYS ??= "generate";
  }
  if (values.new) {
    if (process.env.EVIDENCE_MASTER_KEY)
      throw new Error(
        "The key comes from the environment: put a new one (script/new-keys) before the old, and run this without --new.",
      );
    await addMasterKey(dataDir);
    process.stdout.write(
      "A new key stands first in DATA_DIR/keys/evidence-master.txt. Restart the portal, so that it seals with it.\n",
    );
  }
  const { storage, master } = await evidenceStore();
  const { rewrapped, already, failed } = await rotateEvidenceKey(storage, master);
  for (const key of failed) process.stdout.write(`failed\t${key}\n`);
  process.stdout.write(`${rewrapped} rewrapped, ${already} had the current key already, ${failed.length} failed\n`);
  await closeDatabase(db());
  return failed.length > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
