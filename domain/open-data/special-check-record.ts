import { z } from "zod";
import { CHECK_RESULTS, TRIGGERS } from "../special-check";
import { companyName, countField, dayField, word } from "./records";

const week = z.object({ week: dayField, complainants: countField, threshold: z.number(), mean: z.number().nullable() });

/** A special check (RULES §6): company, week, measure, counts, and once it is signed the conclusion. No case and no person. */
export const specialCheckRecord = z.object({
  number: word,
  url: z.url(),
  company: companyName,
  trigger: z.enum(TRIGGERS),
  clause: word.nullable(),
  ...week.shape,
  openedOn: dayField,
  concludedOn: dayField.nullable(),
  result: z.enum(CHECK_RESULTS).nullable(),
  conclusion: z.string().nullable(),
  statement: z.string().nullable(),
  furtherWeeks: z.array(week),
  gathered: countField,
  gatheredRuled: countField,
  gatheredUpheld: countField,
});
export type SpecialCheckRecord = z.infer<typeof specialCheckRecord>;
