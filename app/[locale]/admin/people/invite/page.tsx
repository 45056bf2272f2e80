import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { INVITED_ROLES } from "@/domain/actors";
import { LOCALES } from "@/platform/i18n/routing";
import { InviteForm } from "./invite-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.admin");
  return { title: t("inviteTitle") };
}

export default async function InvitePage() {
  await requirePage(["admin"], "/admin/people/invite");
  const [t, roles, nav] = await Promise.all([getTranslations("people.admin"), getTranslations("roles"), getTranslations("nav")]);
  return (
    <Page width="ask">
      <PageHead
        kicker={<LocalLink href="/admin/people">{t("back")}</LocalLink>}
        title={t("inviteTitle")}
        lead={t("inviteLead")}
      />
      <div className="mt-6">
        <ClientWords areas={["people.admin", "ui.companyPicker"]}>
          <InviteForm
            roles={INVITED_ROLES.map((value) => ({ value, label: roles(value), note: t(`roleIs.${value}`) }))}
            languages={LOCALES.map((value) => ({ value, label: nav(`languages.${value}`) }))}
          />
        </ClientWords>
      </div>
    </Page>
  );
}
