import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("follow"))("confirmedTitle"), robots: { index: false } };
}

/** Where confirming leads: the link is spent, so its own page could not say that it went well. */
export default async function FollowConfirmedPage() {
  const t = await getTranslations("follow");
  return (
    <Page width="ask">
      <PageHead title={t("confirmedTitle")} lead={t("confirmed")} />
      <p className="mt-6">
        <LocalLink href={PLACES.rulings}>{t("toRulings")}</LocalLink>
      </p>
    </Page>
  );
}
