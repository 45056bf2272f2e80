import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { type BadgeView, badgeView, badgeWords, inQuarter } from "@/app/_server/badge-view";
import { BADGE_SIZE } from "@/components/case/badge-svg";
import { formatDay } from "@/components/format";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { badgeStanding } from "@/domain/badge";
import { env } from "@/platform/env";
import { languageLinks } from "../../_components/language-links";
import { BadgeFactsTable } from "../_components/badge-facts";
import { BadgePicture } from "../_components/badge-picture";

export const revalidate = 60;
export function generateStaticParams() {
  return [];
}

type Params = Promise<{ locale: string; slug: string }>;

/** The one sentence of the page: who, which quarter, what it is worth. */
async function sentence(view: BadgeView, name: string, locale: string): Promise<string> {
  const t = await getTranslations({ locale, namespace: "badge.says" });
  const { decision, standing, quarter } = view;
  return t(standing, {
    name,
    ...inQuarter(quarter),
    on: decision?.revokedOn ? formatDay(decision.revokedOn, locale, "date") : "",
  });
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { slug, locale } = await params;
  const view = await badgeView(slug, locale);
  if (!view) return {};
  const { company } = await badgeWords(view, locale);
  const title = await sentence(view, company, locale);
  return { title, description: title, alternates: languageLinks(`/badges/${slug}`, locale) };
}

/** Whether a company holds the badge, for whom, which quarter, by which facts: what a reader of the badge comes to check. */
export default async function BadgePage({ params }: { params: Params }) {
  const { slug } = await params;
  const locale = await getLocale();
  const view = await badgeView(slug, locale);
  if (!view) notFound();
  const t = await getTranslations("badge");
  const words = await badgeWords(view, locale);
  const { decision, decisions, standing, today } = view;
  const because = (list: readonly string[]) => list.map((one) => t(`failed.${one as "band"}`)).join(t("and"));
  const lead =
    standing === "valid" && decision
      ? t("lead.valid", { until: formatDay(decision.expiresOn, locale, "date") })
      : standing === "revoked" && decision
        ? t("lead.revoked", { because: because(decision.revokedFor) })
        : standing === "refused" && decision
          ? t("lead.refused", { because: because(decision.failed) })
          : t("lead.none");
  const place = `${env().PUBLIC_URL}/${locale}/badges/${slug}`;
  const alt = `${words.title}：${words.company}，${words.standing}`;
  const embed = `<a href="${place}"><img src="${place}/badge.svg" alt="${words.title}" width="${BADGE_SIZE.width}" height="${BADGE_SIZE.height}"></a>`;
  return (
    <Page>
      <PageHead kicker={t("kicker")} title={await sentence(view, words.company, locale)} lead={lead} />
      <div className="mt-6 grid gap-4">
        <BadgePicture slug={slug} alt={alt} />
        <p className="text-small text-ink-2">{t("genuine", { host: new URL(env().PUBLIC_URL).host })}</p>
      </div>
      {decision && (
        <Section title={t("factsTitle")} note={t("factsNote")}>
          <BadgeFactsTable facts={decision.facts} later={decision.revokedFacts} />
          <p className="mt-3 text-small">
            <LocalLink href={`${PLACES.companies}/${slug}`}>{t("company", { name: words.company })}</LocalLink>
          </p>
        </Section>
      )}
      <Section title={t("historyTitle")} note={t("historyNote")}>
        <DataTable
          caption={t("historyTitle")}
          columns={[
            { key: "quarter", label: t("quarter") },
            { key: "standing", label: t("standing") },
            { key: "why", label: t("why") },
            { key: "day", label: t("day"), end: true },
          ]}
          rows={decisions.map((d) => {
            const worth = badgeStanding(d, today);
            return {
              key: d.quarter,
              cells: [
                t("quarterName", inQuarter(d.quarter)),
                t(`standings.${worth}`),
                because(worth === "revoked" ? d.revokedFor : d.failed) || t("all"),
                <DateText key="day" day={d.revokedOn ?? d.decidedOn} form="date" />,
              ],
            };
          })}
          empty={t("noHistory")}
        />
      </Section>
      <Section title={t("embedTitle")} note={t("embedNote")}>
        <pre className="overflow-x-auto text-note whitespace-pre-wrap wrap-anywhere">
          <code>{embed}</code>
        </pre>
        <p className="mt-3 text-small text-ink-2">{t("embedLooks")}</p>
      </Section>
    </Page>
  );
}
