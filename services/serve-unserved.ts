import { db } from "@/db/client";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import type { CaseFile } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { serveCase } from "./serve-case";

/**
 * Serves a case that could not be served when it was accepted or bound: the register has an address or an account by now. Throws
 * `missing_company`, `already_done`, and `not_served` while there is still no way to reach the company.
 */
export async function serveUnserved(actor: Actor, reference: string, now: Instant): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    if (!file.snapshot.companyId) throw new DomainError("missing_company");
    if (file.snapshot.servedAt) throw new DomainError("already_done");
    const after = await serveCase(tx, file, actor, now);
    if (!after.snapshot.servedAt) throw new DomainError("not_served", { message: "noServiceAddress" });
    return after;
  });
}
