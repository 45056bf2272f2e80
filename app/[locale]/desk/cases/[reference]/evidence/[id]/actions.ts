"use server";

import { z } from "zod";
import { Region, Stretch } from "@/domain/redaction/regions";
import { REDACTION_TYPES } from "@/domain/redaction/types";
import { askForRedaction, confirmFileRedaction, saveFilePlan, withdrawFileCopy } from "@/services/redact-file";
import { deskAction } from "../../../../_server/desk-action";

const base = z.object({ reference: z.string().max(40), evidenceId: z.uuid() });
const json = <S extends z.ZodType>(schema: S) =>
  z.string().transform((text, context) => {
    try {
      const parsed = schema.safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data as z.output<S>;
    } catch {
      // Not JSON: the same refusal as a wrong shape.
    }
    context.addIssue({ code: "custom", message: "invalid" });
    return z.NEVER;
  });
const revision = z.coerce.number().int().min(0);
const span = z.strictObject({ start: z.int().min(0), end: z.int().min(1), type: z.enum(REDACTION_TYPES) });
const decided = json(z.strictObject({ regions: z.array(Region), stretches: z.array(Stretch), spans: z.array(span) }));

export const askMachine = deskAction(base, async ({ actor, input, now }) => {
  await askForRedaction(actor, input.evidenceId, now);
  return undefined;
});

/** Keeps what was decided; with `confirm` it is also confirmed, and the public copy is made. */
export const keepDecided = deskAction(
  base.extend({ revision, decided, confirm: z.string().optional() }),
  async ({ actor, input, now }) => {
    const { evidenceId } = input;
    const next = await saveFilePlan(actor, { evidenceId, revision: input.revision, decided: input.decided }, now);
    if (input.confirm) await confirmFileRedaction(actor, { evidenceId, revision: next }, now);
    return { result: { saved: input.confirm ? "confirmed" : "saved" } };
  },
);

export const takeCopyBack = deskAction(base.extend({ revision }), async ({ actor, input, now }) => {
  await withdrawFileCopy(actor, { evidenceId: input.evidenceId, revision: input.revision }, now);
  return undefined;
});
