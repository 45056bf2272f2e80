import { createHash } from "node:crypto";
import type { Tx } from "@/db/client";
import { addAliases, insertCompany, insertHistory, writeCompanyNames, writeExposure } from "@/db/queries/register";
import { addDays, type Day, type Quarter, quarterBounds, startOfDay } from "@/domain/day";
import { romanName } from "@/platform/fold-name";
import { COMPANIES } from "./stories/companies";
import { EXPOSURE_QUARTERS } from "./stories/company-types";

/** The id of a demo company: the same in every demo. */
export function demoCompanyId(slug: string): string {
  const hex = createHash("sha256").update(`answered demo company ${slug}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Puts the demo's register in: companies, names in both scripts, aliases, declared contacts. `openedOn` is the day the register began. */
export async function seedRegister(tx: Tx, openedOn: Day): Promise<void> {
  const opened = startOfDay(openedOn);
  for (const company of COMPANIES) {
    const { slug, name, nameHant, nameEn, sector, sizeClass, serviceEmail } = company;
    const entry = { id: demoCompanyId(slug), slug, name, nameHant, nameEn, sector, sizeClass, serviceEmail };
    const pledge = company.pledgeSignedOn as Day | null;
    await insertCompany(tx, { ...entry, pinyin: romanName(name).pinyin, pledgeSignedOn: pledge, createdAt: opened });
    await writeCompanyNames(tx, entry);
    await addAliases(tx, entry.id, company.aliases);
    await insertHistory(tx, [{ companyId: entry.id, at: opened, type: "created", after: name }]);
    for (const [at, quarter] of EXPOSURE_QUARTERS.entries()) {
      const thousands = company.contacts[at];
      if (thousands === undefined) continue;
      const audited = company.auditedFrom !== null && quarter >= company.auditedFrom;
      const declaredAt = startOfDay(addDays(quarterBounds(quarter as Quarter).last, 20));
      await writeExposure(tx, {
        companyId: entry.id,
        quarter,
        contacts: thousands * 1000,
        source: audited ? "公司申报，经审计" : "公司申报",
        audited,
        declaredAt,
      });
    }
  }
}
