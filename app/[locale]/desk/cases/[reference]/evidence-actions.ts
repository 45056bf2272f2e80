"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { saveTranscript } from "@/services/confirm-reading";

/** The desk types what is said in a recording of a case. */
export const typeTranscript = formAction(
  {
    roles: ["officer", "supervisor"],
    schema: z.object({ reference: z.string().max(40), evidenceId: z.uuid(), transcript: z.string() }),
  },
  async ({ actor, input, now }) => {
    await saveTranscript({ actor, reference: input.reference }, input.evidenceId, input.transcript, now);
    revalidatePath("/[locale]/desk/cases/[reference]", "page");
    return undefined;
  },
);
