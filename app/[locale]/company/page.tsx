import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { heldLinks } from "@/app/_server/company-actor";
import { currentActor, requirePage } from "@/app/_server/session";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { db } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { portalNow } from "@/db/queries/clock";
import { findCompany } from "@/db/queries/companies";
import { casesThatMayOwe, companyCaseCounts, otherCases } from "@/db/queries/company-cases";
import { companyDuties } from "@/domain/company-duties";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { replay } from "@/domain/replay";
import { CaseLine } from "./_components/case-line";

/** Cases looked through for what is owed; a company with more open at once works them off from the oldest. */
const MOST_OWED = 200;
const PER_PAGE = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companyPortal"))("title"), robots: { index: false } };
}

type Search = Promise<{ show?: string | string[]; page?: string | string[] }>;

/** A company's cases: first what it owes, by due day; then those in hand that wait for others; or the closed ones. */
export default async function CompanyCasesPage({ searchParams }: { searchParams: Search }) {
  const [asked, locale, signedIn, links] = await Promise.all([searchParams, getLocale(), currentActor(), heldLinks()]);
  if (signedIn?.role !== "company" && links[0]) redirect(`/${locale}/company/cases/${links[0].reference}`);
  const actor = await requirePage(["company"], "/company");
  const show = asked.show === "closed" ? "closed" : "open";
  const page = Math.max(1, Math.min(1000, Number.parseInt(String(asked.page ?? "1"), 10) || 1));
  const [t, now, calendar, counts, mayOwe, company] = await Promise.all([
    getTranslations("companyPortal"),
    portalNow(db()),
    loadCalendar(db(), locale),
    companyCaseCounts(db(), actor),
    casesThatMayOwe(db(), actor, MOST_OWED),
    findCompany(db(), { id: actor.companyId ?? "" }),
  ]);
  const owed = mayOwe
    .map(({ row, events }) => ({ row, duties: companyDuties(replay(events), calendar, dayOf(now)) }))
    .filter((c) => c.duties.length > 0)
    .sort((a, b) => dueOf(a) - dueOf(b));
  const late = owed.filter((c) => c.duties.some((d) => d.late)).length;
  const except = show === "open" ? owed.map((c) => c.row.id) : [];
  const { rows, total } = await otherCases(db(), actor, show, except, { size: PER_PAGE, number: page });
  return (
    <Page>
      <PageHead
        kicker={company && nameIn(company, locale)}
        title={owed.length > 0 ? t("owedTitle", { n: owed.length }) : t("nothingOwed")}
        meta={[t("late", { n: late }), t("openCount", { n: counts.open }), t("closedCount", { n: counts.closed })]}
      />
      <nav aria-label={t("show")} className="mt-5 flex gap-x-6">
        {(["open", "closed"] as const).map((key) => (
          <LocalLink
            key={key}
            href={key === "open" ? "/company" : "/company?show=closed"}
            aria-current={show === key ? "page" : undefined}
            className="inline-flex items-center tap aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {t(`filter.${key}`)}
          </LocalLink>
        ))}
      </nav>
      {show === "open" && owed.length > 0 && (
        <Section title={t("owed")} note={t("owedNote")} close>
          <ul>
            {owed.map(({ row, duties }) => (
              <CaseLine key={row.id} row={row} duties={duties} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t(show === "open" ? "waiting" : "closed")} note={t(show === "open" ? "waitingNote" : "closedNote")} close>
        {rows.length === 0 ? (
          <EmptyState looked={t(show === "open" ? "noneWaiting" : "noneClosed")} meaning={t("noneMeans")} />
        ) : (
          <ul>
            {rows.map((row) => (
              <CaseLine key={row.id} row={row} />
            ))}
          </ul>
        )}
        <Pagination
          page={page}
          pages={Math.ceil(total / PER_PAGE)}
          hrefTemplate={`/company?${show === "closed" ? "show=closed&" : ""}page={page}`}
        />
      </Section>
    </Page>
  );
}

const dueOf = (c: { duties: readonly { clock: { dueAt: Date } }[] }) => c.duties[0]?.clock.dueAt.getTime() ?? 0;
