import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { readDb } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { isDomainError } from "@/domain/errors";
import { type FollowTarget, followedPlace, readFollow } from "@/domain/follow";
import type { Locale } from "@/platform/i18n/routing";
import { followLabel } from "@/services/follow-label";
import { FollowForm } from "./follow-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("follow"))("title"), robots: { index: false } };
}

type Search = Record<string, string | string[] | undefined>;

/** The address says what: `company` alone, `clause` alone, any other filters and words of the list of rulings as a saved search, nothing for all. */
function followed(search: Search): FollowTarget | null {
  const pairs = Object.entries(search).flatMap(([key, value]) =>
    [value ?? []].flat().map((one) => [key, one] as [string, string]),
  );
  const [only] = pairs;
  try {
    if (pairs.length === 1 && only && (only[0] === "company" || only[0] === "clause")) return readFollow(only[0], only[1]);
    return readFollow("search", new URLSearchParams(pairs).toString());
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

/** Following by mail: what, and to which address. */
export default async function FollowPage({ searchParams }: { searchParams: Promise<Search> }) {
  const what = followed(await searchParams);
  if (!what || (what.kind === "company" && !(await findCompany(readDb(), { slug: what.target })))) notFound();
  const [t, locale] = await Promise.all([getTranslations("follow"), getLocale()]);
  const label = await followLabel(readDb(), locale as Locale, what);
  return (
    <Page width="ask">
      <PageHead kicker={t("title")} title={label} lead={t("lead")} />
      <div className="mt-8">
        <ClientWords areas={["follow", "ui"]}>
          <FollowForm kind={what.kind} target={what.target} />
        </ClientWords>
      </div>
      <p className="mt-8 text-small text-ink-2">{t("privacy")}</p>
      <p className="mt-3 text-small">
        <LocalLink href={followedPlace(what)}>{t("see")}</LocalLink>
      </p>
    </Page>
  );
}
