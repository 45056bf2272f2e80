import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { BadgeWords } from "@/components/case/badge-svg";
import { formatDay } from "@/components/format";
import { readDb } from "@/db/client";
import { badgesOf } from "@/db/queries/badges";
import { findCompany } from "@/db/queries/companies";
import { badgeStanding, decisionOf } from "@/domain/badge";
import { nameIn } from "@/domain/company-register";
import { quarterOf } from "@/domain/day";
import { env } from "@/platform/env";
import { portalToday } from "./today";

/** A company's badge as everybody sees it today: the decision of the quarter, what it is worth, and all before it; null for an unknown company. */
export const badgeView = cache(async (slug: string, locale: string) => {
  const company = /^[a-z0-9-]{1,80}$/.test(slug) ? await findCompany(readDb(), { slug }) : null;
  if (!company) return null;
  const [{ day: today }, decisions] = await Promise.all([portalToday(locale), badgesOf(readDb(), company.id)]);
  const decision = decisionOf(decisions, today);
  const standing = decision ? badgeStanding(decision, today) : decisions.length > 0 ? "expired" : "never";
  return { company, today, quarter: quarterOf(today), decision, decisions, standing } as const;
});

export type BadgeView = NonNullable<Awaited<ReturnType<typeof badgeView>>>;

/** Year and number of a quarter, as messages take them. */
export const inQuarter = (quarter: string) => ({ year: quarter.slice(0, 4), q: quarter.slice(5) });

/** The words on the picture. */
export async function badgeWords(view: BadgeView, locale: string): Promise<BadgeWords> {
  const t = await getTranslations({ locale, namespace: "badge" });
  const { decision, standing, company } = view;
  const day = (on: string) => formatDay(on as never, locale, "day");
  const quarter = inQuarter(view.quarter);
  return {
    title: t("name"),
    company: nameIn(company, locale),
    standing:
      standing === "valid" && decision
        ? t("picture.valid", { ...quarter, until: day(decision.expiresOn) })
        : standing === "revoked" && decision?.revokedOn
          ? t("picture.revoked", { on: formatDay(decision.revokedOn, locale, "date") })
          : t("picture.none", quarter),
    check: t("picture.check", { place: `${new URL(env().PUBLIC_URL).host}/${locale}/badges/${company.slug}` }),
    locale,
    held: standing === "valid",
  };
}
