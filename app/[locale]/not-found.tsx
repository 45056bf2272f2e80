import { getTranslations } from "next-intl/server";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";

/** What is not there, and what one may not see: the same page. */
export default async function NotFound() {
  const t = await getTranslations("notFound");
  return (
    <Page width="ask">
      <PageHead title={t("title")} lead={t("body")} />
      <ul className="mt-6 flex gap-6">
        <li>
          <LocalLink href={PLACES.home}>{t("home")}</LocalLink>
        </li>
        <li>
          <LocalLink href={PLACES.track}>{t("track")}</LocalLink>
        </li>
      </ul>
    </Page>
  );
}
