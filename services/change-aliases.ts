import { db } from "@/db/client";
import { companiesNamed, findCompany } from "@/db/queries/companies";
import { addAliases, insertHistory, removeAlias } from "@/db/queries/register";
import { keepsRegister } from "@/domain/access";
import type { Actor } from "@/domain/actors";
import { DomainError } from "@/domain/errors";
import { COMPANY_NAME_MAX } from "@/domain/register-entry";
import { foldName } from "@/platform/fold-name";

/** Adds a name people call the company by. Throws `forbidden`, `not_found`, `wrong_state`, `invalid` on the field alias (empty, or another company's). */
export async function addAlias(actor: Actor, input: { companyId: string; alias: string }, now: Date): Promise<void> {
  if (!keepsRegister(actor.role)) throw new DomainError("forbidden");
  const alias = input.alias.normalize("NFC").replace(/\s+/g, " ").trim();
  if (foldName(alias) === "") throw new DomainError("invalid", { field: "alias", message: "required" });
  if (alias.length > COMPANY_NAME_MAX) throw new DomainError("invalid", { field: "alias", message: "tooLong" });
  await db().transaction(async (tx) => {
    const company = await findCompany(tx, { id: input.companyId }, true);
    if (!company) throw new DomainError("not_found");
    if (company.mergedIntoId) throw new DomainError("wrong_state", { message: "companyMerged" });
    const [other] = await companiesNamed(tx, [alias], company.id);
    if (other) throw new DomainError("invalid", { field: "alias", message: "nameTaken" });
    const added = await addAliases(tx, company.id, [alias]);
    if (added.length === 0) throw new DomainError("invalid", { field: "alias", message: "already_done" });
    await insertHistory(tx, [
      { companyId: company.id, at: now, actorId: actor.userId ?? null, type: "alias_added", after: alias },
    ]);
  });
}

/** Takes an alias away. Throws `forbidden`, `not_found`. */
export async function dropAlias(actor: Actor, input: { companyId: string; aliasId: string }, now: Date): Promise<void> {
  if (!keepsRegister(actor.role)) throw new DomainError("forbidden");
  await db().transaction(async (tx) => {
    const alias = await removeAlias(tx, input.companyId, input.aliasId);
    if (alias === null) throw new DomainError("not_found");
    await insertHistory(tx, [
      { companyId: input.companyId, at: now, actorId: actor.userId ?? null, type: "alias_removed", before: alias },
    ]);
  });
}
