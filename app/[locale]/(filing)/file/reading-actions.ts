"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { draftHolder } from "@/app/_server/filing";
import { readReviewForm } from "@/app/_server/reading-review";
import { confirmReading, saveTranscript } from "@/services/confirm-reading";

/** Keeps what was confirmed and put right, and goes on to the next question. */
export const confirmDraftReading = formAction({ roles: "anyone", schema: z.looseObject({}) }, async ({ input, now, locale }) => {
  const holder = await draftHolder();
  const { transcripts, ...said } = readReviewForm(input);
  await confirmReading({ holder }, said, now);
  for (const [id, typed] of transcripts) await saveTranscript({ holder }, id, typed, now);
  redirect(`/${locale}/file/wish`);
});
