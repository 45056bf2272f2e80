import { db } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { insertHistory, writeExposure } from "@/db/queries/register";
import { keepsRegister } from "@/domain/access";
import type { Actor } from "@/domain/actors";
import { dayOf, quarterOf } from "@/domain/day";
import { DomainError } from "@/domain/errors";

export interface ExposureInput {
  readonly companyId: string;
  /** "2026Q2" */
  readonly quarter: string;
  /** Service contacts of the quarter, a whole number. */
  readonly contacts: string;
  /** Where the figure comes from, in words. */
  readonly source: string;
  readonly audited: boolean;
}

const MOST = 100_000_000_000;

/**
 * Enters the service contacts a company declared for a quarter (E of RULES §6), or corrects them; the history keeps the former figure.
 * Throws `forbidden`, `not_found`, `wrong_state`, `invalid` with the field (a quarter that has not ended yet, no whole number).
 */
export async function declareExposure(actor: Actor, input: ExposureInput, now: Date): Promise<void> {
  if (!keepsRegister(actor.role)) throw new DomainError("forbidden");
  const quarter = input.quarter.trim().toUpperCase();
  if (!/^20\d\dQ[1-4]$/.test(quarter) || quarter >= quarterOf(dayOf(now)))
    throw new DomainError("invalid", { field: "quarter", message: "quarterNotOver" });
  const digits = input.contacts.normalize("NFKC").replace(/[,\s]/g, "");
  const contacts = Number(digits);
  if (!/^\d+$/.test(digits) || contacts > MOST) throw new DomainError("invalid", { field: "contacts", message: "wholeNumber" });
  const source = input.source.trim();
  if (source === "") throw new DomainError("invalid", { field: "source", message: "required" });
  if (source.length > 120) throw new DomainError("invalid", { field: "source", message: "tooLong" });
  await db().transaction(async (tx) => {
    const company = await findCompany(tx, { id: input.companyId }, true);
    if (!company) throw new DomainError("not_found");
    if (company.mergedIntoId) throw new DomainError("wrong_state", { message: "companyMerged" });
    const after = { contacts, source, audited: input.audited };
    const before = await writeExposure(tx, { companyId: company.id, quarter, ...after, declaredAt: now });
    await insertHistory(tx, [
      {
        companyId: company.id,
        at: now,
        actorId: actor.userId ?? null,
        type: `exposure:${quarter}`,
        before: before ? JSON.stringify(before) : null,
        after: JSON.stringify(after),
      },
    ]);
  });
}
