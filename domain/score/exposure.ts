import { DomainError } from "../errors";
import { SCORE_RULE } from "./rule";
import type { CompanyScore, Exposure } from "./types";

/** E in 100,000 contacts: what is declared, at most three times the proxy of the size class; else the proxy. Throws `invalid`. */
export function exposureUnits(exposure: Exposure): { E: number; source: CompanyScore["exposure"] } {
  const { declaredContacts, audited, proxyContacts } = exposure;
  if (!isCount(proxyContacts) || (declaredContacts !== null && !isCount(declaredContacts)))
    throw new DomainError("invalid", { declaredContacts, proxyContacts });
  if (declaredContacts === null)
    return { E: proxyContacts / SCORE_RULE.contactsPerUnit, source: { source: "proxy", audited: false, capped: false } };
  const most = proxyContacts * SCORE_RULE.declaredCapOfProxy;
  const contacts = Math.min(declaredContacts, most);
  return { E: contacts / SCORE_RULE.contactsPerUnit, source: { source: "declared", audited, capped: declaredContacts > most } };
}

function isCount(contacts: number): boolean {
  return Number.isFinite(contacts) && contacts >= 0;
}
