"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { readReviewForm } from "@/app/_server/reading-review";
import { confirmReading, saveTranscript } from "@/services/confirm-reading";

/** Keeps what was confirmed and put right after filing; the complaint's own facts stay as they were filed. */
export const confirmCaseReading = formAction(
  { roles: "case", schema: z.looseObject({ reference: z.string().max(40) }) },
  async ({ actor, input, now, locale }) => {
    const { transcripts, ...said } = readReviewForm(input);
    const owner = { actor, reference: input.reference };
    await confirmReading(owner, said, now);
    for (const [id, typed] of transcripts) await saveTranscript(owner, id, typed, now);
    redirect(`/${locale}/track/${input.reference}#files`);
  },
);
