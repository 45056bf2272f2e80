import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { heldLinks } from "@/app/_server/company-actor";
import { currentActor } from "@/app/_server/session";
import { portalToday } from "@/app/_server/today";
import { DeskBar } from "@/components/ui/desk-bar";
import { Footer } from "@/components/ui/footer";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import { db } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { companyCaseCounts } from "@/db/queries/company-cases";
import { DemoClock } from "../_components/demo-clock";

export const dynamic = "force-dynamic";

/** A company's own place: its account, or the cases it was let into by one-time links. Each page sees to its own door. */
export default async function CompanyLayout({ children }: { children: ReactNode }) {
  const [locale, t, account, actor, links] = await Promise.all([
    getLocale(),
    getTranslations("companyPortal"),
    getTranslations("people.account"),
    currentActor(),
    heldLinks(),
  ]);
  const today = await portalToday(locale);
  const signedIn = actor?.role === "company" && actor.companyId ? { ...actor, companyId: actor.companyId } : null;
  const [company, counts] = signedIn
    ? await Promise.all([findCompany(db(), { id: signedIn.companyId }), companyCaseCounts(db(), signedIn)])
    : [null, null];
  const tabs = signedIn
    ? [
        { href: "/company", label: t("nav.cases"), count: String(counts?.open ?? 0), exact: true },
        { href: "/company/rectifications", label: t("nav.rectifications") },
        { href: "/company/special-checks", label: t("nav.specialChecks") },
        ...(company ? [{ href: "/company/score", label: t("nav.score") }] : []),
      ]
    : links.map((l) => ({ href: `/company/cases/${l.reference}`, label: l.reference }));
  const quiet = "text-ink-2 visited:text-ink-2 no-underline hover:underline";
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="text-small">
        <DeskBar
          tabs={tabs}
          place={t("name")}
          home={signedIn ? "/company" : "/"}
          notice={today.demo ? <DemoClock now={today.now} /> : undefined}
          person={
            signedIn ? (
              <>
                <LocalLink href="/account" className="text-ink visited:text-ink no-underline hover:underline">
                  {signedIn.name}
                </LocalLink>
                <LocalLink href="/sign-out" className={`hidden min-[640px]:inline ${quiet}`}>
                  {account("outShort")}
                </LocalLink>
              </>
            ) : (
              <LocalLink href={PLACES.signIn} className={quiet}>
                {t("signIn")}
              </LocalLink>
            )
          }
        />
      </div>
      <div className="flex-1">{children}</div>
      <Footer fictional={today.demo} />
    </div>
  );
}
