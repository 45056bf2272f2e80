import { COMPANIES_FINANCE } from "./companies-finance";
import { COMPANIES_TRADE } from "./companies-trade";
import { COMPANIES_TRAVEL } from "./companies-travel";
import type { DemoCompany } from "./company-types";

/** The demo's register. All of it is invented. */
export const COMPANIES: readonly DemoCompany[] = [...COMPANIES_TRADE, ...COMPANIES_FINANCE, ...COMPANIES_TRAVEL];

/** Throws for a slug that is not in the register. */
export function demoCompany(slug: string): DemoCompany {
  const found = COMPANIES.find((c) => c.slug === slug);
  if (!found) throw new Error(`no demo company ${slug}`);
  return found;
}
