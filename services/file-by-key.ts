import { createHash } from "node:crypto";
import { z } from "zod";
import { db } from "@/db/client";
import { filingFingerprint } from "@/db/queries/api-keys";
import type { ComplaintRow } from "@/db/queries/cases";
import { addDays, type Day, dayOf, eachDay } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { isWorkingDay, kindOfDay, type WorkCalendar } from "@/domain/working-days";
import { LOCALES } from "@/platform/i18n/routing";
import { keyedHash } from "@/platform/keyed-hash";
import { ComplaintInput, futureFault } from "./complaint-input";
import { heldCalendar, submitIn } from "./submit-complaint";
import { uploadToken } from "./upload-token";

/** What a program sends: the complaint as the form makes it, and the language of letters to the complainant. */
export const FilingByKey = ComplaintInput.extend({ locale: z.enum(LOCALES).default("zh-Hans") });

export interface ByKey {
  readonly keyId: string;
  /** The key in clear: the receipt's secret is drawn from it, so that a repeated request gets the same and nobody else can. */
  readonly key: string;
  readonly idempotencyKey: string;
  /** The request as it came. */
  readonly body: string;
}

export type FilingFault = { readonly path: readonly (string | number)[]; readonly message: string };
export type FiledByKey =
  | { readonly faults: readonly FilingFault[] }
  | {
      readonly faults: null;
      readonly row: ComplaintRow;
      readonly secret: string;
      readonly again: boolean;
      readonly uploadToken: string;
      readonly counted: Counted;
    };

/** Which days were counted to the due day: the day of filing is day zero (RULES §4). */
export interface Counted {
  readonly from: Day;
  readonly days: readonly Day[];
  readonly skipped: readonly { readonly day: Day; readonly why: string }[];
}

function countedDays(filedOn: Day, due: Day | null, calendar: WorkCalendar): Counted {
  const days: Day[] = [];
  const skipped: { day: Day; why: string }[] = [];
  if (due)
    for (const day of eachDay(addDays(filedOn, 1), due)) {
      const kind = kindOfDay(day, calendar);
      if (isWorkingDay(day, calendar)) days.push(day);
      else skipped.push({ day, why: calendar.days.get(day)?.name ?? kind });
    }
  return { from: filedOn, days, skipped };
}

/**
 * A consumer body's app files a complaint (RULES §2). The same checks as the form, the same one transaction. One idempotency key of one
 * holder is one complaint; used again with another body it throws `conflict`.
 */
export async function fileByKey(json: unknown, by: ByKey, now: Date): Promise<FiledByKey> {
  const parsed = FilingByKey.safeParse(json);
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map((i) => ({ path: i.path.map((p) => (typeof p === "symbol" ? "" : p)), message: i.message })),
    };
  const { locale, ...input } = parsed.data;
  const future = futureFault(input.facts.occurredOn, dayOf(now));
  if (future) return { faults: [{ path: future, message: "future" }] };
  const fingerprint = createHash("sha256").update(by.body).digest("hex");
  const submission = {
    key: `api:${by.keyId}:${keyedHash("api-idempotency", by.idempotencyKey)}`,
    seed: keyedHash("api-seed", by.key, by.idempotencyKey),
    origin: "program" as const,
    locale,
    byKey: { apiKeyId: by.keyId, fingerprint },
    lookFirst: false,
  };
  const actor = { role: "complainant" as const };
  const { row, secret, again } = await submitIn(db(), actor, input, submission, now);
  if (again && (await filingFingerprint(db(), row.id)) !== fingerprint) throw new DomainError("conflict");
  return {
    faults: null,
    row,
    secret,
    again,
    counted: countedDays(dayOf(row.filedAt), row.acceptanceDue, (await heldCalendar(db())).calendar),
    uploadToken: uploadToken({ owner: "case", id: row.id, side: "complainant", userId: null }, now),
  };
}
