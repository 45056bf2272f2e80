"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { setReceiptCookie } from "@/app/_server/receipt-cookie";
import type { FormState } from "@/components/form-state";
import { db } from "@/db/client";
import { readReference, readSecret } from "@/domain/case-number";
import { DomainError } from "@/domain/errors";
import { allowAttempt, forgetAttempts } from "@/services/limit-attempts";
import { openReceipt } from "@/services/open-receipt";
import { askForNewSecret, reissueSecret } from "@/services/reissue-secret";

const required = (max: number) => z.string().trim().min(1, "required").max(max, "tooLong");

const open = formAction(
  { roles: "anyone", schema: z.object({ reference: required(60), secret: required(60) }), secret: ["secret"] },
  async ({ input, now, locale }) => {
    const reference = readReference(input.reference) ?? input.reference;
    await allowAttempt(db(), ["open-receipt", reference], { max: 6, windowSeconds: 900, now });
    const row = await openReceipt(db(), input.reference, input.secret);
    // One answer for an unknown number and a wrong secret.
    if (!row) throw new DomainError("not_found", { field: "secret", message: "receiptWrong" });
    await forgetAttempts(db(), ["open-receipt", reference]);
    await setReceiptCookie(row.reference, readSecret(input.secret) ?? "");
    redirect(`/${locale}/track/${row.reference}`);
  },
);
export async function openCaseByReceipt(previous: FormState, data: FormData): Promise<FormState> {
  return open(previous, data);
}

const ask = formAction({ roles: "anyone", schema: z.object({ reference: required(60) }) }, async ({ input, now }) => {
  await askForNewSecret(input.reference, now);
  return undefined;
});
export async function askForCode(previous: FormState, data: FormData): Promise<FormState> {
  return ask(previous, data);
}

const renew = formAction(
  { roles: "anyone", schema: z.object({ reference: required(60), code: required(20) }), secret: ["code"] },
  async ({ input, now, locale }) => {
    const { reference, secret } = await reissueSecret(input.reference, input.code, now);
    await setReceiptCookie(reference, secret);
    redirect(`/${locale}/receipt/${reference}`);
  },
);
export async function renewSecret(previous: FormState, data: FormData): Promise<FormState> {
  return renew(previous, data);
}
