import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { formatDay, formatNumber } from "@/components/format";
import { LinkButton } from "@/components/ui/button";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { DataTable, KeyValue } from "@/components/ui/table";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { aliasesOf, type CompanyRow, exposuresOf, findCompany, historyOf, mergedInto } from "@/db/queries/companies";
import { isSizeClass, nameIn, PROXY_CONTACTS } from "@/domain/company-register";
import { addMonthsCalendar, dayOf, quarterOf } from "@/domain/day";
import { AliasForms, ExposureForm } from "./company-forms";
import { CompanyHistory } from "./company-history";
import type { RegisterBase } from "./places";

/** A company in the register: entry, names, contacts, merging, history. No case content: administrators read it too. */
export async function CompanyEntry({ base, slug }: { base: RegisterBase; slug: string }) {
  const [t, sectors, locale, company] = await Promise.all([
    getTranslations("register"),
    getTranslations("sectors"),
    getLocale(),
    findCompany(db(), { slug }),
  ]);
  if (!company) notFound();
  const [into, merged, aliases, history] = await Promise.all([
    company.mergedIntoId ? findCompany(db(), { id: company.mergedIntoId }) : null,
    mergedInto(db(), company.id),
    aliasesOf(db(), company.id),
    historyOf(db(), company.id),
  ]);
  const sector = sectors.has(company.sector) ? sectors(company.sector) : company.sector;
  const size = t.has(`sizes.${company.sizeClass}`) ? t(`sizes.${company.sizeClass}`) : company.sizeClass;
  return (
    <Page>
      <PageHead
        kicker={<LocalLink href={base}>{t("title")}</LocalLink>}
        title={nameIn(company, locale)}
        meta={[sector, size]}
        side={
          !into && (
            <LinkButton kind="plain" href={`${base}/${slug}/edit`}>
              {t("edit")}
            </LinkButton>
          )
        }
      />
      {into && (
        <div className="mt-5">
          <Notice tone="ink" title={t("mergedInto", { name: nameIn(into, locale) })}>
            {t("mergedIntoNote", { name: nameIn(into, locale) })}{" "}
            <LocalLink href={`${base}/${into.slug}`}>{nameIn(into, locale)}</LocalLink>
          </Notice>
        </div>
      )}
      <Section title={t("entry")} close>
        <Entry company={company} />
      </Section>
      {!into && (
        <ClientWords areas={["register"]}>
          <Section title={t("aliases")} note={t("aliasesNote")} close>
            <AliasForms companyId={company.id} aliases={aliases.map(({ id, alias }) => ({ id, alias }))} />
          </Section>
          <Section title={t("exposureTitle")} note={t("exposureNote")} close>
            <Exposures company={company} />
          </Section>
          <Section title={t("mergeTitle")} note={t("mergeNote")} close>
            {merged.length > 0 && (
              <p className="mb-2">
                {t("merged")}{" "}
                {merged.map((other) => (
                  <LocalLink key={other.id} href={`${base}/${other.slug}`} className="mr-3">
                    {other.name}
                  </LocalLink>
                ))}
              </p>
            )}
            <LocalLink href={`${base}/${slug}/merge`}>{t("mergeLink")}</LocalLink>
          </Section>
        </ClientWords>
      )}
      <Section title={t("history")} note={t("historyNote")} close>
        <CompanyHistory lines={history} base={base} />
      </Section>
      <div className="h-12" />
    </Page>
  );
}

async function Entry({ company }: { company: CompanyRow }) {
  const [t, locale] = await Promise.all([getTranslations("register"), getLocale()]);
  const or = (text: string | null) => text || <span className="text-ink-3">{t("emptyValue")}</span>;
  return (
    <KeyValue
      items={[
        { key: "name", name: t("names"), value: <span lang="zh-Hans">{company.name}</span> },
        { key: "hant", name: t("nameHant"), value: <span lang="zh-Hant">{company.nameHant}</span> },
        { key: "en", name: t("nameEn"), value: <span lang="en">{company.nameEn}</span> },
        { key: "mail", name: t("serviceEmail"), value: or(company.serviceEmail) },
        { key: "phone", name: t("servicePhone"), value: or(company.servicePhone) },
        {
          key: "pledge",
          name: t("pledgeSigned"),
          value: company.pledgeSignedOn ? formatDay(company.pledgeSignedOn, locale, "date") : t("notSigned"),
        },
        {
          key: "address",
          name: t("address"),
          value: <LocalLink href={`/companies/${company.slug}`}>{`/companies/${company.slug}`}</LocalLink>,
        },
      ]}
    />
  );
}

async function Exposures({ company }: { company: CompanyRow }) {
  const [t, locale, rows, now] = await Promise.all([
    getTranslations("register"),
    getLocale(),
    exposuresOf(db(), company.id),
    portalNow(db()),
  ]);
  const proxy = PROXY_CONTACTS[isSizeClass(company.sizeClass) ? company.sizeClass : "small"];
  const lines = rows.map((row) => ({
    key: `${row.companyId} ${row.quarter}`,
    quarter: row.quarter,
    of: row.companyId === company.id ? "" : t("of", { name: row.companyName }),
    contacts: formatNumber(row.contacts),
    source: row.source,
    audited: t(row.audited ? "auditedYes" : "auditedNo"),
    at: formatDay(dayOf(row.declaredAt), locale, "date"),
  }));
  return (
    <>
      {lines.length === 0 && <p className="text-ink-2">{t("exposureNone", { proxy: formatNumber(proxy) })}</p>}
      {lines.length > 0 && (
        <div className="hidden wide:block">
          <DataTable
            caption={t("exposureTitle")}
            columns={(["quarter", "contacts", "source", "audited", "declaredAt"] as const).map((key) => ({
              key,
              label: t(key),
              end: key === "contacts",
            }))}
            rows={lines.map((line) => ({
              key: line.key,
              cells: [`${line.quarter} ${line.of}`, line.contacts, line.source, line.audited, line.at],
            }))}
          />
        </div>
      )}
      <ul className={lines.length > 0 ? "ink-t wide:hidden" : "hidden"}>
        {lines.map((line) => (
          <li key={line.key} className="grid gap-0.5 py-2.5 hair-b">
            <span className="flex flex-wrap justify-between gap-x-4">
              <b className="font-medium">
                {line.quarter} {line.of}
              </b>
              <span>{line.contacts}</span>
            </span>
            <span className="flex flex-wrap gap-x-4 text-ink-2">
              <span>{line.source}</span>
              <span>{line.audited}</span>
              <span>{line.at}</span>
            </span>
          </li>
        ))}
      </ul>
      <ExposureForm companyId={company.id} quarter={quarterOf(addMonthsCalendar(dayOf(now), -3))} />
    </>
  );
}
