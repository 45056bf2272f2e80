"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { REDACTION_TYPES } from "@/domain/redaction";
import { CHECK_NUMBER, CHECK_RESULTS, CONCLUSION_MAX, NOTE_MAX } from "@/domain/special-check";
import { draftConclusion, returnConclusion, signConclusion } from "@/services/conclude-special-check";
import { noteOnCheck } from "@/services/note-special-check";
import { confirmCheckRedaction } from "@/services/redact-special-check";

const reference = z.string().regex(CHECK_NUMBER, "invalid");
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "invalid" });
    return z.NEVER;
  }
});
const span = z.object({ start: z.int().min(0), end: z.int().min(1), type: z.enum(REDACTION_TYPES) });
const place = z.enum(["conclusion", "statement"]);

/** An officer proposes how the check ends. */
export const proposeConclusion = formAction(
  {
    roles: ["officer"],
    schema: z.object({
      reference,
      result: z.enum(CHECK_RESULTS, "chooseResult"),
      conclusion: z.string().trim().min(1, "required").max(CONCLUSION_MAX, "tooLong"),
    }),
  },
  async ({ actor, input: { reference: number, ...input }, now }) => {
    await draftConclusion(actor, { number, ...input }, now);
    refresh();
    return undefined;
  },
);

/** Confirms what is hidden in the texts that will be public, as they stood on the page. */
export const confirmHiddenInCheck = formAction(
  {
    roles: ["officer", "supervisor"],
    schema: z.object({
      reference,
      spans: json.pipe(z.partialRecord(place, z.array(span).max(200))),
      seen: json.pipe(z.partialRecord(place, z.string())),
    }),
  },
  async ({ actor, input, now }) => {
    const known = <T>(record: Partial<Record<string, T>>) =>
      Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
    await confirmCheckRedaction(actor, { number: input.reference, spans: known(input.spans), seen: known(input.seen) }, now);
    refresh();
    return undefined;
  },
);

/** A supervisor signs: published at once. */
export const signCheck = formAction({ roles: ["supervisor"], schema: z.object({ reference }) }, async ({ actor, input, now }) => {
  await signConclusion(actor, input.reference, now);
  refresh();
  return undefined;
});

/** A supervisor sends the conclusion back. */
export const giveCheckBack = formAction(
  {
    roles: ["supervisor"],
    schema: z.object({ reference, reason: z.string().trim().min(1, "missing_reason").max(2000, "tooLong") }),
  },
  async ({ actor, input, now }) => {
    await returnConclusion(actor, { number: input.reference, reason: input.reason }, now);
    refresh();
    return undefined;
  },
);

/** A note that only the desk reads. */
export const noteCheck = formAction(
  {
    roles: ["officer", "supervisor"],
    schema: z.object({ reference, body: z.string().trim().min(1, "required").max(NOTE_MAX, "tooLong") }),
  },
  async ({ actor, input, now }) => {
    await noteOnCheck(actor, { number: input.reference, body: input.body }, now);
    refresh();
    return { values: {} };
  },
);
