import { desc, eq, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dumps } from "@/db/schema";
import type { Day } from "@/domain/day";
import { type DumpManifest, dumpManifest } from "@/domain/open-data/dump";

/** Notes a dump once all its files lie in the store; one made again on the same day takes its place. */
export async function putDump(tx: Tx, manifest: DumpManifest, madeAt: Date): Promise<void> {
  await tx
    .insert(dumps)
    .values({ day: manifest.day as Day, manifest, madeAt })
    .onConflictDoUpdate({ target: dumps.day, set: { manifest, madeAt } });
}

/** Dumps there are, the newest first. */
export async function listDumps(tx: Tx): Promise<DumpManifest[]> {
  const rows = await tx.select().from(dumps).orderBy(desc(dumps.day));
  return rows.map((r) => dumpManifest.parse(r.manifest));
}

/** The dump of a day, or the newest; null when there is none. */
export async function findDump(tx: Tx, day: Day | "latest"): Promise<DumpManifest | null> {
  const [row] = await tx
    .select()
    .from(dumps)
    .where(day === "latest" ? undefined : eq(dumps.day, day))
    .orderBy(desc(dumps.day))
    .limit(1);
  return row ? dumpManifest.parse(row.manifest) : null;
}

/** Takes dumps older than a day off the list; answers what was in them, for the store to be cleared. */
export async function forgetDumps(tx: Tx, before: Day): Promise<DumpManifest[]> {
  const rows = await tx.delete(dumps).where(lt(dumps.day, before)).returning();
  return rows.map((r) => dumpManifest.parse(r.manifest));
}
