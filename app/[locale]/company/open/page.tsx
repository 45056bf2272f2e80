import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { signInPath } from "@/app/_server/session";
import { ClientWords } from "@/components/ui/client-words";
import { Page, PageHead } from "@/components/ui/page";
import { sendNewLink } from "../actions";
import { NewLinkForm } from "./link-forms";

export const metadata: Metadata = { robots: { index: false } };

/** Where a letter leads a company that is not let in on this device: sign in, or have a new one-time link sent. */
export default async function OpenPage({ searchParams }: { searchParams: Promise<{ reference?: string | string[] }> }) {
  const [{ reference }, t, locale] = await Promise.all([searchParams, getTranslations("companyPortal.link"), getLocale()]);
  const typed = (Array.isArray(reference) ? reference[0] : reference)?.slice(0, 40) ?? "";
  const back = typed ? `/${locale}/company/cases/${encodeURIComponent(typed)}` : `/${locale}/company`;
  return (
    <Page width="ask">
      <PageHead title={t("doorTitle")} lead={t("doorLead")} />
      <p className="mt-6">
        <a href={signInPath(locale, back)}>{t("haveAccount")}</a>
      </p>
      <section className="rule-t mt-8 grid gap-4 pt-4">
        <h2 className="text-h3">{t("noAccount")}</h2>
        <ClientWords areas={["companyPortal.link"]}>
          <NewLinkForm action={sendNewLink} reference={typed} />
        </ClientWords>
      </section>
    </Page>
  );
}
