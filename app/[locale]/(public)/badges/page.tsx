import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { inQuarter } from "@/app/_server/badge-view";
import { portalToday } from "@/app/_server/today";
import { formatPercent } from "@/components/format";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { readDb } from "@/db/client";
import { badgesOfQuarter, decidedBadges } from "@/db/queries/badges";
import { BADGE_CONDITIONS, BADGE_DIAL_SHARE, badgeStanding } from "@/domain/badge";
import { nameIn } from "@/domain/company-register";
import { quarterOf } from "@/domain/day";
import { languageLinks } from "../_components/language-links";

export const revalidate = 60;

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("badge"), getLocale()]);
  return { title: t("name"), description: t("list.lead"), alternates: languageLinks("/badges", locale) };
}

/** Who holds the badge this quarter, who lost it, and the rule it is given by. */
export default async function BadgesPage() {
  const locale = await getLocale();
  const t = await getTranslations("badge");
  const sector = await getTranslations("sectors");
  const tx = readDb();
  const { day: today } = await portalToday(locale);
  const quarter = quarterOf(today);
  const [given, decided] = await Promise.all([badgesOfQuarter(tx, quarter), decidedBadges(tx, quarter)]);
  const held = given.filter(({ badge }) => badgeStanding(badge, today) === "valid");
  const lost = given.filter(({ badge }) => badge.revokedOn !== null);
  const link = ({ company }: (typeof given)[number]) => (
    <LocalLink key="name" href={`${PLACES.badges}/${company.slug}`}>
      {nameIn(company, locale)}
    </LocalLink>
  );
  return (
    <Page>
      <PageHead title={t("name")} lead={t("list.lead")} />
      <Section title={t("list.held", { n: held.length })} note={t("list.heldNote", { ...inQuarter(quarter), n: decided })} close>
        <DataTable
          caption={t("list.held", { n: held.length })}
          columns={[
            { key: "name", label: t("list.name") },
            { key: "sector", label: t("list.sector") },
            { key: "until", label: t("list.until"), end: true },
          ]}
          rows={held.map((one) => ({
            key: one.company.id,
            cells: [link(one), sector(one.company.sector), <DateText key="u" day={one.badge.expiresOn} form="date" />],
          }))}
          empty={t("list.none")}
        />
      </Section>
      {lost.length > 0 && (
        <Section title={t("list.lost", { n: lost.length })} note={t("list.lostNote")}>
          <DataTable
            caption={t("list.lost", { n: lost.length })}
            columns={[
              { key: "name", label: t("list.name") },
              { key: "why", label: t("why") },
              { key: "day", label: t("list.revoked"), end: true },
            ]}
            rows={lost.map((one) => ({
              key: one.company.id,
              cells: [
                link(one),
                one.badge.revokedFor.map((why) => t(`failed.${why}`)).join(t("and")),
                <DateText key="d" day={one.badge.revokedOn as never} form="date" />,
              ],
            }))}
          />
        </Section>
      )}
      <Section title={t("list.rule")} note={t("list.ruleNote")}>
        <ol className="grid max-w-measure list-decimal gap-1.5 pl-6">
          {BADGE_CONDITIONS.map((condition) => (
            <li key={condition}>{t(`facts.needs.${condition}`, { share: formatPercent(BADGE_DIAL_SHARE, 0) })}</li>
          ))}
        </ol>
        <p className="mt-4 max-w-measure">{t("list.turn")}</p>
      </Section>
    </Page>
  );
}
