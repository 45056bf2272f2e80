"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { readOlderFiles, retryReading } from "@/services/read-evidence";

/** Lets a file that failed be tried again. */
export const retryFile = formAction(
  { roles: ["admin"], schema: z.object({ evidenceId: z.uuid() }) },
  async ({ actor, input }) => {
    await retryReading(actor, input.evidenceId);
    revalidatePath("/[locale]/admin/reading", "page");
    return undefined;
  },
);

/** Queues files of before there was reading of their kind. */
export const queueOlder = formAction({ roles: ["admin"], schema: z.object({}) }, async ({ actor }) => {
  await readOlderFiles(actor);
  revalidatePath("/[locale]/admin/reading", "page");
  return undefined;
});
