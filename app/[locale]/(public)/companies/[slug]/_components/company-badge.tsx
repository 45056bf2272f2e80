import { useTranslations } from "next-intl";
import { type BadgeView, inQuarter } from "@/app/_server/badge-view";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { BadgePicture } from "../../../badges/_components/badge-picture";

/** The badge on the company's page: the picture where it is held, otherwise in one sentence why not. */
export function CompanyBadge({ view, name }: { view: BadgeView; name: string }) {
  const t = useTranslations("badge");
  const { decision, standing, company } = view;
  const quarter = inQuarter(view.quarter);
  const because = (list: readonly string[]) => list.map((one) => t(`failed.${one as "band"}`)).join(t("and"));
  return (
    <Section
      title={t("name")}
      note={
        <>
          <p>{t("sectionNote")}</p>
          <LocalLink href={PLACES.badges}>{t("rule")}</LocalLink>
        </>
      }
    >
      {standing === "valid" && decision ? (
        <div className="grid justify-items-start gap-3">
          <BadgePicture slug={company.slug} alt={t("says.valid", { name, ...quarter, on: "" })} />
          <p>
            {t("until")} <DateText day={decision.expiresOn} form="date" />
          </p>
        </div>
      ) : standing === "revoked" && decision ? (
        <p>{t("section.revoked", { ...quarter, because: because(decision.revokedFor) })}</p>
      ) : standing === "refused" && decision ? (
        <p>{t("section.refused", { ...quarter, because: because(decision.failed) })}</p>
      ) : (
        <p>{t("section.none", quarter)}</p>
      )}
      <p className="mt-3 text-small">
        <LocalLink href={`${PLACES.badges}/${company.slug}`}>{t("verify")}</LocalLink>
      </p>
    </Section>
  );
}
