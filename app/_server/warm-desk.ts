import { db } from "@/db/client";
import { errorFields, log } from "@/platform/log";
import { deskColumns } from "@/services/desk-state";

/** Reads the facets of every case into this process, so that the first officer does not wait for it. Never throws: the desk reads them itself when asked. */
export async function warmDesk(): Promise<void> {
  const began = performance.now();
  try {
    const { size } = await deskColumns(db());
    log("info", "desk.warm", { cases: size, ms: Math.round(performance.now() - began) });
  } catch (error) {
    log("warn", "desk.not_warm", errorFields(error));
  }
}
