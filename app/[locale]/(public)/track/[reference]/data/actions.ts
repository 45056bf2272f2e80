"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import type { FormState } from "@/components/form-state";
import { changeContact } from "@/services/change-contact";
import { correctWords } from "@/services/correct-words";
import { eraseComplaint } from "@/services/erase-complaint";

const reference = z.string().max(40);
const line = z.string().max(200, "tooLong");
type Act = (previous: FormState, data: FormData) => Promise<FormState>;
const shown = (): undefined => {
  revalidatePath("/[locale]/track/[reference]/data", "page");
  return undefined;
};

const contact: Act = formAction(
  { roles: "case", schema: z.object({ reference, name: line, email: line, phone: line, postal: line, filedForName: line }) },
  async ({ actor, input: { reference: of, ...input }, now }) => {
    await changeContact(actor, of, input, now);
    return shown();
  },
);
export async function saveContact(previous: FormState, data: FormData) {
  return contact(previous, data);
}

const words: Act = formAction(
  { roles: "case", schema: z.object({ reference, words: z.string() }) },
  async ({ actor, input, now }) => {
    await correctWords(actor, input, now);
    return shown();
  },
);
export async function addCorrection(previous: FormState, data: FormData) {
  return words(previous, data);
}

const erase: Act = formAction(
  { roles: "case", schema: z.object({ reference, sure: z.literal("yes", "tickFirst") }) },
  async ({ actor, input, now }) => {
    await eraseComplaint(actor, input.reference, now);
    return undefined;
  },
);
export async function eraseData(previous: FormState, data: FormData) {
  return erase(previous, data);
}
