import { z } from "zod";
import { CHANNELS } from "@/domain/case-events";
import { type Day, isDay } from "@/domain/day";
import { readEmail } from "@/domain/email-address";
import { FILED_FOR, FILING_CONSENTS, FILING_LIMITS as MAX, PRIORITY_GROUPS, WANT_KINDS } from "@/domain/filing";
import { readPhone } from "@/domain/phone-number";
import { isSituationId, type SituationId } from "@/domain/situations";

/** Text of at most `max` characters as people count them; messages are keys below `errors`. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .refine((value) => [...value].length <= max, "tooLong");
const needed = (max: number, sentence: string) => text(max).refine((value) => value !== "", sentence);
const optional = (max: number) =>
  text(max)
    .transform((value) => (value === "" ? null : value))
    .nullish()
    .transform((value) => value ?? null);

const count = (max: number) =>
  z
    .int("number")
    .min(0, "number")
    .max(max, "number")
    .nullish()
    .transform((v) => v ?? null);
const dayField = z
  .custom<Day>((value) => typeof value === "string" && isDay(value), "date")
  .nullish()
  .transform((v) => v ?? null);

/** The structured facts of RULES §1, each optional: seconds, times, menu levels, CNY fen, days of Asia/Shanghai. */
export const ComplaintFacts = z.object({
  channel: z
    .enum(CHANNELS)
    .nullish()
    .transform((v) => v ?? null),
  occurredOn: dayField,
  humanRequests: count(999),
  waitSeconds: count(7 * 86_400),
  reachedHuman: z
    .boolean()
    .nullish()
    .transform((v) => v ?? null),
  menuDepth: count(50),
  interruptions: count(999),
  loopback: z
    .boolean()
    .nullish()
    .transform((v) => v ?? null),
  sameReplyRepeated: count(999),
  promisedText: optional(MAX.promisedText),
  promisedBy: dayField,
  lossAmount: z
    .int("money")
    .min(0, "money")
    .max(10_000_000_000_00, "money")
    .nullish()
    .transform((v) => v ?? null),
});

const contact = z
  .object({
    name: optional(MAX.name),
    email: optional(MAX.email).transform((value, context) => {
      const address = value === null ? null : readEmail(value);
      if (value !== null && address === null) context.addIssue({ code: "custom", message: "email" });
      return address;
    }),
    phone: optional(MAX.phone).transform((value, context) => {
      const number = value === null ? null : readPhone(value);
      if (value !== null && number === null) context.addIssue({ code: "custom", message: "phone" });
      return number;
    }),
    postal: optional(MAX.postal),
    filedForName: optional(MAX.name),
  })
  .check((context) => {
    const { email, phone, postal } = context.value;
    if (email === null && phone === null && postal === null)
      context.issues.push({ code: "custom", message: "reachable", path: ["phone"], input: context.value });
  });

/**
 * A complaint ready to be filed, from the pages, the desk (phone, paper) or a program. Compulsory are company, one situation, own words and
 * one way to be reached; nothing else (RULES §2). Texts come back trimmed, addresses and numbers in their stored form.
 */
export const ComplaintInput = z.object({
  companyName: needed(MAX.companyName, "companyNeeded"),
  situations: z
    .array(z.custom<SituationId>((value) => typeof value === "string" && isSituationId(value), "invalid"))
    .min(1, "situation")
    .transform((ids) => [...new Set(ids)]),
  facts: ComplaintFacts,
  narrative: needed(MAX.narrative, "wordsNeeded"),
  wantsKinds: z
    .array(z.enum(WANT_KINDS))
    .default([])
    .transform((kinds) => [...new Set(kinds)]),
  wants: optional(MAX.wants),
  filedFor: z.enum(FILED_FOR).default("self"),
  priorityGroup: z
    .enum(PRIORITY_GROUPS)
    .nullish()
    .transform((v) => v ?? null),
  contact,
  consents: z
    .array(z.enum(FILING_CONSENTS))
    .default([])
    .transform((kinds) => [...new Set(kinds)]),
});
export type ComplaintInput = z.output<typeof ComplaintInput>;

/** An incident cannot lie in the future: the path of the field that says so, or null. `today`: day of Asia/Shanghai. */
export function futureFault(occurredOn: Day | null, today: Day): readonly string[] | null {
  return occurredOn !== null && occurredOn > today ? ["facts", "occurredOn"] : null;
}
