import { COMPANIES_A } from "./companies-a";
import { COMPANIES_B } from "./companies-b";
import type { DemoCompany } from "./company-types";

/** The demo's register. All of it is invented. */
export const COMPANIES: readonly DemoCompany[] = [...COMPANIES_A, ...COMPANIES_B];

/** Throws for a slug that is not in the register. */
export function demoCompany(slug: string): DemoCompany {
  const found = COMPANIES.find((c) => c.slug === slug);
  if (!found) throw new Error(`no demo company ${slug}`);
  return found;
}
