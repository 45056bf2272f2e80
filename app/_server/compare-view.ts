import { readDb } from "@/db/client";
import { badgesOf } from "@/db/queries/badges";
import { findCompany } from "@/db/queries/companies";
import { companyConduct } from "@/db/queries/public-companies";
import { latestScore } from "@/db/queries/scores";
import { badgeStanding, decisionOf } from "@/domain/badge";
import { addMonthsCalendar, type Day } from "@/domain/day";
import { shownScore } from "@/domain/score/evidence-grade";
import type { CompanyScore } from "@/domain/score/types";

/** Companies that can stand side by side; more cannot be read on a page. */
export const MOST_COMPARED = 4;

/** The companies an address names, in its order, each once; unknown and merged ones are left out (a merged one by what it went into). */
export async function comparedSlugs(asked: string | string[] | undefined): Promise<string[]> {
  const slugs = [asked ?? []].flat().filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug));
  const found: string[] = [];
  for (const slug of slugs.slice(0, 12)) {
    const company = await findCompany(readDb(), { slug });
    const root = company?.mergedIntoId ? await findCompany(readDb(), { id: company.mergedIntoId }) : company;
    if (root && !found.includes(root.slug)) found.push(root.slug);
  }
  return found.slice(0, MOST_COMPARED);
}

/** The address of a comparison; it holds the whole state. */
export function compareHref(slugs: readonly string[]): string {
  return slugs.length === 0 ? "/compare" : `/compare?${slugs.map((slug) => `company=${slug}`).join("&")}`;
}

/** What stands beside each other: score as it may be shown, evidence, conduct, badge. */
export async function compareView(slugs: readonly string[], today: Day) {
  const tx = readDb();
  const all = await Promise.all(
    slugs.map(async (slug) => {
      const company = await findCompany(tx, { slug });
      if (!company) return null;
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
  return all.filter((one) => one !== null);
}

export type Compared = Awaited<ReturnType<typeof compareView>>[number];
