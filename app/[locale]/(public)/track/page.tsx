import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_server/session";
import { StateMark } from "@/components/case/marks";
import { ClientWords } from "@/components/ui/client-words";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { db } from "@/db/client";
import { ownCases } from "@/db/queries/cases";
import { dayOf } from "@/domain/day";
import type { State } from "@/domain/procedure";
import { OpenForm } from "./_components/open-form";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("track"))("title") };
}

/** Where does my case stand: by number and secret, or one's own list when signed in. */
export default async function TrackPage({ searchParams }: { searchParams: Promise<{ reference?: string | string[] }> }) {
  const { reference } = await searchParams;
  const typed = (Array.isArray(reference) ? reference[0] : reference)?.slice(0, 40) ?? "";
  const t = await getTranslations("track");
  const actor = await currentActor();
  const own = actor?.role === "complainant" ? await ownCases(db(), actor.userId) : [];
  await getLocale();
  return (
    <Page width="ask">
      <PageHead title={t("title")} lead={t("lead")} />
      {own.length > 0 && (
        <section className="mt-6">
          <h2 className="text-h3">{t("own")}</h2>
          <ul className="mt-2">
            {own.map((row) => (
              <li key={row.id} className="hair-b flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
                <LocalLink href={`/track/${row.reference}`} className="font-medium">
                  {row.companyNameTyped}
                </LocalLink>
                <StateMark state={row.state as State} />
                <span className="basis-full text-small text-ink-2">
                  {row.reference} · <DateText day={dayOf(row.filedAt)} form="date" />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="mt-8">
        {own.length > 0 && <h2 className="mb-3 text-h3">{t("byReceipt")}</h2>}
        <ClientWords areas={["track", "ui"]}>
          <OpenForm typed={typed} />
        </ClientWords>
        <p className="mt-6">
          <LocalLink href="/track/lost">{t("lost")}</LocalLink>
        </p>
      </section>
    </Page>
  );
}
