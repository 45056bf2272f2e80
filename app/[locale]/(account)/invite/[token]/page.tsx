import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { ClientWords } from "@/components/ui/client-words";
import { Page, PageHead } from "@/components/ui/page";
import { QrCode } from "@/components/ui/qr-code";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { personByEmail } from "@/db/queries/people";
import { totpUri } from "@/platform/one-time-code";
import { readInvitation } from "@/services/accept-invitation";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** The page behind an invitation or a renewal of access. A token that never was is not found. */
export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const seen = await readInvitation(token, await portalNow(db()));
  if (!seen) notFound();
  const [t, roles, site, known] = await Promise.all([
    getTranslations("people.invite"),
    getTranslations("roles"),
    getTranslations("site"),
    personByEmail(db(), seen.email),
  ]);
  const role = roles.has(seen.role) ? roles(seen.role) : seen.role;
  const secret = seen.totpSecret;
  const closed = secret ? null : (
    <>
      <PageHead
        title={t(seen.state === "used" ? "usedTitle" : "endedTitle")}
        lead={t(seen.state === "used" ? "used" : "ended")}
      />
      <p className="mt-8">
        <LinkButton href="/sign-in">{t("toSignIn")}</LinkButton>
      </p>
    </>
  );
  return (
    <Page width="ask">
      <ClientWords areas={["people.invite"]}>
        <InviteForm
          token={token}
          name={seen.name}
          email={seen.email}
          closed={closed}
          head={<PageHead title={t(known ? "titleAgain" : "title")} lead={t("lead", { role, email: seen.email })} />}
          savedHead={<PageHead title={t("savedTitle")} lead={t("saved")} />}
          qr={secret ? <QrCode text={totpUri(site("name"), seen.email, secret)} label={t("qr")} /> : null}
          manualKey={secret ? (secret.match(/.{1,4}/g) ?? []).join(" ") : ""}
        />
      </ClientWords>
    </Page>
  );
}
