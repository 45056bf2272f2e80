"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { issueApiKey, takeBackApiKey } from "@/services/api-keys";

const roles = ["admin"] as const;

/** Makes a key; it comes back to be shown once. */
export const issueKey = formAction(
  { roles, schema: z.object({ holder: z.string().trim().min(1, "required").max(120, "tooLong") }) },
  async ({ actor, input, now }) => {
    const { key } = await issueApiKey(actor, input.holder, now);
    refresh();
    return { values: {}, result: { key, holder: input.holder } };
  },
);

export const revokeKey = formAction({ roles, schema: z.object({ id: z.uuid("not_found") }) }, async ({ actor, input, now }) => {
  await takeBackApiKey(actor, input.id, now);
  refresh();
});
