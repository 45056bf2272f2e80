import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RulingList } from "@/components/case/ruling-row";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { publicChecks } from "@/db/queries/public-special-checks";
import { CheckRow } from "../_components/check-row";
import { languageLinks } from "../_components/language-links";

export const revalidate = 60;
/** Checks a list shows at most; a company's page has its own. */
const MOST = 200;

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("specialChecks"), getLocale()]);
  return { title: t("title"), description: t("description"), alternates: languageLinks(PLACES.specialChecks, locale) };
}

/** Every special check: those that run, then those that are concluded (RULES §6). */
export default async function SpecialChecksPage() {
  const t = await getTranslations("specialChecks");
  const { checks } = await publicChecks(readDb(), { limit: MOST, offset: 0 });
  const open = checks.filter((check) => check.concludedAt === null);
  const concluded = checks.filter((check) => check.concludedAt !== null);
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <Section title={t("open")} note={t("openCount", { n: open.length })} close>
        {open.length === 0 && <EmptyState looked={t("none")} meaning={t("noneMeans")} />}
        <RulingList>
          {open.map((check) => (
            <CheckRow key={check.number} check={check} />
          ))}
        </RulingList>
      </Section>
      <Section title={t("concluded")} note={t("openCount", { n: concluded.length })}>
        {concluded.length === 0 && <EmptyState looked={t("noneConcluded")} />}
        <RulingList>
          {concluded.map((check) => (
            <CheckRow key={check.number} check={check} />
          ))}
        </RulingList>
      </Section>
      <p className="mt-8 text-small">
        <LocalLink href={`${PLACES.method}#checks`}>{t("method")}</LocalLink>
      </p>
    </Page>
  );
}
