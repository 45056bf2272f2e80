import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { heldLinks } from "@/app/_server/company-actor";
import { LinkButton } from "@/components/ui/button";
import { ClientWords } from "@/components/ui/client-words";
import { DateText } from "@/components/ui/date-text";
import { Page, PageHead } from "@/components/ui/page";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { readServiceLink } from "@/services/open-service-link";
import { openLink, sendNewLink } from "../../actions";
import { NewLinkForm, OpenLinkForm } from "../link-forms";

// The token in the address goes to nobody else; "no-referrer" would also blank the Origin that forms without JavaScript are checked by.
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** Behind a one-time link: what it is and for whom; a button opens it. A token that never was is not found. */
export default async function OpenLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const service = await readServiceLink(token.slice(0, 80));
  if (!service) notFound();
  const [t, locale, held] = await Promise.all([getTranslations("companyPortal.link"), getLocale(), heldLinks()]);
  const company = nameIn(service.company, locale);
  const mine = held.some((l) => l.complaintId === service.complaintId);
  const served = (
    <span key="served">
      {t("served")} <DateText day={dayOf(service.servedAt)} />
    </span>
  );
  return (
    <Page width="ask">
      <PageHead
        kicker={company}
        title={t(mine ? "openHere" : service.openedAt ? "usedTitle" : "title")}
        lead={t(mine ? "openHereLead" : service.openedAt ? "used" : "lead", { company })}
        meta={[service.reference, served]}
      />
      <div className="mt-8">
        <ClientWords areas={["companyPortal.link"]}>
          {mine ? (
            <LinkButton href={`/company/cases/${service.reference}`}>{t("toCase")}</LinkButton>
          ) : service.openedAt ? (
            <NewLinkForm action={sendNewLink} reference={service.reference} known />
          ) : (
            <OpenLinkForm action={openLink} token={token} />
          )}
        </ClientWords>
      </div>
    </Page>
  );
}
