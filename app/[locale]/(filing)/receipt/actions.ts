"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { caseActor } from "@/app/_server/case-actor";
import { resendContactCode, verifyContact } from "@/services/verify-contact";

const reference = z.string().max(30);

/** Proves the contact with the digits that were sent there. */
export const confirmContact = formAction(
  { roles: "anyone", schema: z.object({ reference, code: z.string().min(1, "required").max(20, "code") }), secret: ["code"] },
  async ({ input, now, locale }) => {
    await verifyContact(await caseActor(), input.reference, input.code, now);
    redirect(`/${locale}/receipt/${input.reference}`);
  },
);

export const sendCodeAgain = formAction({ roles: "anyone", schema: z.object({ reference }) }, async ({ input, now }) => {
  await resendContactCode(await caseActor(), input.reference, now);
});
