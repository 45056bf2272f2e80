import { readDb } from "@/db/client";
import { badgesOf } from "@/db/queries/badges";
import { type CompanyRow, companiesBySlug } from "@/db/queries/companies";
import { companyConduct } from "@/db/queries/public-companies";
import { latestScore } from "@/db/queries/scores";
import { badgeStanding, decisionOf } from "@/domain/badge";
import { addMonthsCalendar, type Day } from "@/domain/day";
import { shownScore } from "@/domain/score/evidence-grade";
import type { CompanyScore } from "@/domain/score/types";

/** Companies that can stand side by side; more cannot be read on a page. */
export const MOST_COMPARED = 4;

/** The companies an address names, in its order, each once; unknown ones are left out, a merged one is what it went into. */
export async function comparedCompanies(asked: string | string[] | undefined): Promise<CompanyRow[]> {
  const slugs = [asked ?? []]
    .flat()
    .filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug))
    .slice(0, 12);
  const found = await companiesBySlug(readDb(), slugs);
  const inOrder = slugs.flatMap((slug) => found.get(slug) ?? []);
  return [...new Map(inOrder.map((company) => [company.id, company])).values()].slice(0, MOST_COMPARED);
}

/** The address of a comparison; it holds the whole state. */
export function compareHref(slugs: readonly string[]): string {
  return slugs.length === 0 ? "/compare" : `/compare?${slugs.map((slug) => `company=${slug}`).join("&")}`;
}

/** What stands beside each other: score as it may be shown, evidence, conduct, badge. */
export async function compareView(companies: readonly CompanyRow[], today: Day) {
  const tx = readDb();
  return Promise.all(
    companies.map(async (company) => {
      const [latest, conduct, badges] = await Promise.all([
        latestScore(tx, company.id),
        companyConduct(tx, company.id, addMonthsCalendar(today, -12)),
        badgesOf(tx, company.id),
      ]);
      const score = latest ? (latest.breakdown as CompanyScore) : null;
      const decision = decisionOf(badges, today);
      const badge = decision ? badgeStanding(decision, today) : null;
      return { company, score, shown: score ? shownScore(score) : null, conduct, badge };
    }),
  );
}

export type Compared = Awaited<ReturnType<typeof compareView>>[number];
