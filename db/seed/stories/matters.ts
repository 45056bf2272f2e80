import type { DemoCompany } from "./company-types";
import { MATTERS_GOODS } from "./matters-goods";
import { MATTERS_MONEY } from "./matters-money";
import { MATTERS_TRAVEL } from "./matters-travel";
import type { Matter } from "./types";

export const MATTERS: readonly Matter[] = [...MATTERS_GOODS, ...MATTERS_TRAVEL, ...MATTERS_MONEY];

/** What people may have to ask this company about. */
export function mattersOf(company: DemoCompany): readonly Matter[] {
  return MATTERS.filter((m) => m.sector === company.sector && (!company.matters || company.matters.includes(m.id)));
}
