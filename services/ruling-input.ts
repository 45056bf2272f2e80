import { z } from "zod";
import { OUTCOMES, TIERS } from "@/domain/findings";

/** A finding as the desk sends it; messages are keys below `errors`. */
export const findingInput = z.object({
  allegationId: z.uuid().nullable(),
  clause: z.string().regex(/^[A-D]\d\.\d$/, "invalid"),
  outcome: z.enum(OUTCOMES).nullable(),
  tier: z.enum(TIERS).nullable(),
  tierReason: z.string().trim().max(1000, "tooLong").nullable(),
  title: z.string().trim().max(80, "tooLong"),
  facts: z.string().trim().max(4000, "tooLong"),
  reasons: z.string().trim().max(4000, "tooLong"),
  evidenceIds: z.array(z.uuid()).max(50),
  measure: z
    .object({
      value: z.number().min(0).max(1_000_000),
      limit: z.number().min(0).max(1_000_000),
      unit: z.enum(["s", "h", "times", "levels", "days"]),
    })
    .nullable(),
});

/** The working draft of a ruling: everything may still be missing. */
export const rulingDraftInput = z.object({
  reference: z.string(),
  /** When the version one works from was saved; left out, nothing is compared. */
  base: z.iso.datetime().nullish(),
  title: z.string().trim().max(60, "tooLong"),
  decision: z.string().trim().max(2000, "tooLong"),
  findings: z.array(findingInput).max(40),
});
export type RulingDraftInput = z.output<typeof rulingDraftInput>;
