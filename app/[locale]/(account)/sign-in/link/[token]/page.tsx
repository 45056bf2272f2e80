import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { linkTokenHash } from "@/app/_server/auth-cookies";
import { LinkButton } from "@/components/ui/button";
import { ClientWords } from "@/components/ui/client-words";
import { Page, PageHead } from "@/components/ui/page";
import { db } from "@/db/client";
import { addressOfLink } from "@/db/queries/people";
import { maskEmail } from "@/domain/email-address";
import { LINK_MINUTES } from "@/services/send-sign-in-link";
import { LinkForm } from "./link-form";

// The token in the address goes to nobody else; "no-referrer" would also blank the Origin that forms without JavaScript are checked by.
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** Asks before it signs in: mail services open links by themselves, and one sees whose account it is. */
export default async function SignInLinkPage({
  params,
  searchParams,
}: {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ next?: string }>;
}) {
  const [t, { token }, { next }] = await Promise.all([getTranslations("people.link"), params, searchParams]);
  const email = await addressOfLink(db(), linkTokenHash(token));
  if (!email) {
    return (
      <Page width="ask">
        <PageHead title={t("deadTitle")} lead={t("dead", { minutes: LINK_MINUTES })} />
        <p className="mt-8">
          <LinkButton href="/sign-in">{t("again")}</LinkButton>
        </p>
      </Page>
    );
  }
  return (
    <Page width="ask">
      <PageHead title={t("title", { address: maskEmail(email) })} lead={t("lead")} />
      <div className="mt-8">
        <ClientWords areas={["people.link"]}>
          <LinkForm token={token} next={next} />
        </ClientWords>
      </div>
    </Page>
  );
}
