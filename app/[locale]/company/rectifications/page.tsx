import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { db } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { companyRectifications } from "@/db/queries/company-cases";
import { nameIn } from "@/domain/company-register";

const MOST = 300;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companyPortal"))("nav.rectifications"), robots: { index: false } };
}

/** Everything a company was told to put right: what is open first, then what was checked. */
export default async function RectificationsPage() {
  const actor = await requirePage(["company"], "/company/rectifications");
  const [t, locale, rows, company] = await Promise.all([
    getTranslations("companyPortal"),
    getLocale(),
    companyRectifications(db(), actor, MOST),
    findCompany(db(), { id: actor.companyId ?? "" }),
  ]);
  const groups = [
    { key: "open" as const, rows: rows.filter((r) => r.state !== "accepted" && r.state !== "reported") },
    { key: "reported" as const, rows: rows.filter((r) => r.state === "reported") },
    { key: "accepted" as const, rows: rows.filter((r) => r.state === "accepted") },
  ];
  const [open] = groups;
  return (
    <Page>
      <PageHead
        kicker={company && nameIn(company, locale)}
        title={t("rectify.title", { n: open?.rows.length ?? 0 })}
        lead={t("rectify.lead")}
      />
      {groups
        .filter((g) => g.rows.length > 0)
        .map((g) => (
          <Section key={g.key} title={t(`rectify.group.${g.key}`)} note={t("rectify.count", { n: g.rows.length })} close>
            <ul>
              {g.rows.map((r) => (
                <li key={r.findingId} className="hair-b grid gap-x-6 gap-y-1 py-3.5 wide:grid-cols-[minmax(0,1fr)_auto]">
                  <LocalLink href={`/company/cases/${r.reference}`} className="font-medium">
                    <span lang="zh-Hans">{r.title}</span>
                  </LocalLink>
                  <span className={`text-small ${r.state === "overdue" ? "text-seal" : ""}`}>
                    {t(`rectify.state.${r.state as "ordered"}`)}{" "}
                    <DateText
                      day={
                        (r.state === "accepted" ? r.acceptedOn : null) ??
                        (r.state === "reported" ? r.reportedOn : null) ??
                        r.secondDueOn ??
                        r.dueOn
                      }
                      form="date"
                    />
                  </span>
                  <span className="text-small text-ink-2">
                    {r.clause} · {r.number}
                    {r.confirmed !== null && ` · ${t(r.confirmed ? "rectify.confirmed" : "rectify.disputed")}`}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      {rows.length === 0 && (
        <div className="mt-8">
          <EmptyState looked={t("rectify.none")} meaning={t("rectify.noneMeans")} />
        </div>
      )}
    </Page>
  );
}
