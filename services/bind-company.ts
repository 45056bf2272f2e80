import { db } from "@/db/client";
import { currentCompanyId } from "@/db/queries/companies";
import { appendCheckEvent, releaseCase } from "@/db/queries/special-checks";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { serveCase } from "./serve-case";

/**
 * Binds the name a consumer typed to the register (RULES §2); an accepted case is served at once. Bound anew to another company it leaves the
 * running special checks of the one before. Throws `not_found` for an unknown company.
 */
export async function bindCompany(
  actor: Actor,
  input: { reference: string; companyId: string },
  now: Instant,
): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const companyId = await currentCompanyId(tx, input.companyId);
    if (!companyId) throw new DomainError("not_found", { field: "companyId" });
    if (file.snapshot.servedAt) throw new DomainError("already_done");
    const after = await carryOut(tx, file, actor, "bind_company", { type: "company_bound", data: { companyId } }, now);
    if (file.snapshot.companyId && file.snapshot.companyId !== companyId)
      for (const checkId of await releaseCase(tx, file.row.id)) await appendCheckEvent(tx, checkId, "released", actor, now);
    return after.snapshot.state === "accepted" ? serveCase(tx, after, actor, now) : after;
  });
}
