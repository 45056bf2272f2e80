import { setTimeout as wait } from "node:timers/promises";
import { enforceDueCases } from "@/services/enforce-due-cases";

/** One of the workers that are killed: sweeps until then, in small batches, so that a kill nearly always falls into one. */
async function sweep(): Promise<void> {
  for (;;) {
    await enforceDueCases(1_000, 10);
    await wait(20);
  }
}
void sweep();
