import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/ui/client-words";
import { Page, PageHead } from "@/components/ui/page";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { FOLLOW_CONFIRM_HOURS } from "@/domain/follow";
import type { Locale } from "@/platform/i18n/routing";
import { waitingFollow } from "@/services/follow-by-mail";
import { followLabel } from "@/services/follow-label";
import { ConfirmForm } from "../../follow-forms";

// The token in the address goes to nobody else; "no-referrer" would also blank the Origin that forms without JavaScript are checked by.
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** From the letter: asks once more, because mail services open links by themselves. */
export default async function ConfirmFollowPage({ params }: { params: Promise<{ token: string }> }) {
  const [t, locale, { token }] = await Promise.all([getTranslations("follow"), getLocale(), params]);
  const what = await waitingFollow(token, await portalNow(db()));
  if (!what)
    return (
      <Page width="ask">
        <PageHead title={t("deadTitle")} lead={t("dead", { hours: FOLLOW_CONFIRM_HOURS })} />
      </Page>
    );
  return (
    <Page width="ask">
      <PageHead kicker={t("title")} title={await followLabel(db(), locale as Locale, what)} lead={t("confirmLead")} />
      <div className="mt-8">
        <ClientWords areas={["follow", "ui"]}>
          <ConfirmForm token={token} />
        </ClientWords>
      </div>
    </Page>
  );
}
