import type { Day, Quarter } from "../day";
import { byId, SCORE_RULE } from "./rule";
import type { CompanyScore, PeriodParameters } from "./types";

/** mₛ: points per 100,000 contacts of the sector in the last period; the first value where there was nothing to go by. */
export function sectorMean(parameters: PeriodParameters, sector: string): number {
  return Object.hasOwn(parameters.mS, sector) ? (parameters.mS[sector] ?? SCORE_RULE.mean.first) : SCORE_RULE.mean.first;
}

/**
 * The parameters of a period from the scores of all companies at the end of the one before (Rules §6): pooled ΣX/ΣE of sector and
 * portal, φ = Σw²/Σw of the findings that carried points, each with its floor, and the first values where there is no past.
 * Rounded to four decimals, as published: whoever types them in gets the same S.
 */
export function freezeParameters(
  period: Quarter,
  frozenOn: Day,
  previous: readonly Pick<CompanyScore, "companyId" | "sector" | "X" | "E" | "lines">[],
): PeriodParameters {
  const companies = [...previous].sort((a, b) => byId(a.companyId, b.companyId));
  const sectors = [...new Set(companies.map((company) => company.sector))].sort(byId);
  const means = sectors.map((sector) => [sector, pooledMean(companies.filter((company) => company.sector === sector))] as const);
  return {
    ruleVersion: SCORE_RULE.version,
    period,
    frozenOn,
    k0: SCORE_RULE.k0,
    m0: pooledMean(companies),
    mS: Object.fromEntries(means),
    phi: dispersion(companies.flatMap((company) => company.lines).filter((line) => line.alone > 0)),
  };
}

function pooledMean(companies: readonly { readonly X: number; readonly E: number }[]): number {
  const points = sum(companies.map((company) => company.X));
  const exposure = sum(companies.map((company) => company.E));
  if (exposure === 0) return SCORE_RULE.mean.first;
  return Math.max(SCORE_RULE.mean.floor, publishedParameter(points / exposure));
}

/** Weights are multiples of a quarter, so both sums are exact in any order. */
function dispersion(lines: readonly { readonly w: number }[]): number {
  if (lines.length === 0) return SCORE_RULE.phi.first;
  const squares = sum(lines.map((line) => line.w * line.w));
  return Math.max(SCORE_RULE.phi.floor, publishedParameter(squares / sum(lines.map((line) => line.w))));
}

function publishedParameter(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
