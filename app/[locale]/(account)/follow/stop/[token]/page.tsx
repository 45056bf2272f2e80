import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/ui/client-words";
import { Page, PageHead } from "@/components/ui/page";
import { db } from "@/db/client";
import type { Locale } from "@/platform/i18n/routing";
import { followLabel } from "@/services/follow-label";
import { stoppable } from "@/services/stop-following";
import { StopForm } from "../../follow-forms";

export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** From a letter: what stops, and the one button that stops it. No sign-in. */
export default async function StopFollowingPage({ params }: { params: Promise<{ token: string }> }) {
  const [t, locale, { token }] = await Promise.all([getTranslations("follow"), getLocale(), params]);
  const found = await stoppable(token);
  if (!found) notFound();
  const labels = await Promise.all(found.follows.map((one) => followLabel(db(), locale as Locale, one)));
  if (labels.length === 0)
    return (
      <Page width="ask">
        <PageHead title={t("stoppedBefore")} lead={t("stoppedBeforeLead")} />
      </Page>
    );
  return (
    <Page width="ask">
      <PageHead title={t("stopTitle")} />
      <ul className="mt-4 grid gap-1">
        {labels.map((label) => (
          <li key={label} className="hair-b py-2">
            {label}
          </li>
        ))}
      </ul>
      <div className="mt-6 grid justify-items-start gap-4">
        <ClientWords areas={["follow", "ui"]}>
          <StopForm token={token} label={t("stop")} />
          {found.all && <StopForm token={found.all} label={t("stopAll")} plain prefix="all-" />}
        </ClientWords>
      </div>
    </Page>
  );
}
