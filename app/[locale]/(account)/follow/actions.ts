"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { networkOf } from "@/app/_server/network";
import type { FormState } from "@/components/form-state";
import { DomainError } from "@/domain/errors";
import { confirmFollow, followByMail } from "@/services/follow-by-mail";
import { stopFollowing } from "@/services/stop-following";

const follow = formAction(
  {
    roles: "anyone",
    schema: z.object({
      email: z.string().trim().min(1, "required").max(254, "tooLong"),
      kind: z.string().max(20),
      target: z.string().max(600),
      solution: z.string().max(4000).default(""),
    }),
  },
  async ({ input, locale, now }) => {
    await followByMail({ ...input, locale, network: networkOf(await headers()) }, now);
    return undefined;
  },
);
export async function askToFollow(previous: FormState, data: FormData): Promise<FormState> {
  return follow(previous, data);
}

const token = z.object({ token: z.string().max(200) });

const confirm = formAction({ roles: "anyone", schema: token, secret: ["token"] }, async ({ input, locale, now }) => {
  await confirmFollow(input.token, now);
  redirect(`/${locale}/follow/confirmed`);
});
export async function confirmByMail(previous: FormState, data: FormData): Promise<FormState> {
  return confirm(previous, data);
}

const stop = formAction({ roles: "anyone", schema: token, secret: ["token"] }, async ({ input }) => {
  if (!(await stopFollowing(input.token))) throw new DomainError("not_found");
  return undefined;
});
export async function stopByMail(previous: FormState, data: FormData): Promise<FormState> {
  return stop(previous, data);
}
