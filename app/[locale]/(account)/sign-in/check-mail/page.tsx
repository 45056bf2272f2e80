import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page, PageHead } from "@/components/ui/page";
import { isDemo } from "@/platform/env";
import { LINK_MINUTES } from "@/services/send-sign-in-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.checkMail");
  return { title: t("title"), robots: { index: false } };
}

/** The same for every address: whether there is an account is nobody's business. */
export default async function CheckMailPage() {
  const t = await getTranslations("people.checkMail");
  return (
    <Page width="ask">
      <PageHead title={t("title")} lead={t("lead", { minutes: LINK_MINUTES })} />
      <div className="mt-8 grid gap-6">
        {isDemo() && (
          <Notice tone="ink">
            {t("demo")} <LocalLink href="/demo/mailbox">{t("demoLink")}</LocalLink>
          </Notice>
        )}
        <Notice title={t("missing")}>
          <p>{t("missingBody", { minutes: LINK_MINUTES })}</p>
          <p className="mt-1">
            <LocalLink href="/sign-in">{t("again")}</LocalLink>
          </p>
        </Notice>
      </div>
    </Page>
  );
}
