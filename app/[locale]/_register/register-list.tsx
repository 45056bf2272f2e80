import { getLocale, getTranslations } from "next-intl/server";
import { formatDay } from "@/components/format";
import { Button, LinkButton } from "@/components/ui/button";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { localHref } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { db } from "@/db/client";
import { companiesBySector, listCompanies, suggestCompanies } from "@/db/queries/companies";
import { isSector, nameIn, SECTORS } from "@/domain/company-register";
import type { RegisterBase } from "./places";

const PER_PAGE = 50;

export interface RegisterQuery {
  q?: string;
  sector?: string;
  unreachable?: string;
  page?: string;
}

type Row = Awaited<ReturnType<typeof listCompanies>>["rows"][number];

/** The register: search over every name, narrowed by sector. */
export async function RegisterList({ base, query }: { base: RegisterBase; query: RegisterQuery }) {
  const [t, sectors, locale] = await Promise.all([getTranslations("register"), getTranslations("sectors"), getLocale()]);
  const typed = (query.q ?? "").trim().slice(0, 60);
  const sector = isSector(query.sector ?? "") ? query.sector : undefined;
  const unreachable = query.unreachable === "1";
  const page = Math.max(1, Number.parseInt(query.page ?? "1", 10) || 1);
  const filter = { typed, unreachable, ...(sector ? { sector } : {}) };
  const [{ rows, total }, counts] = await Promise.all([
    listCompanies(db(), filter, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE }),
    companiesBySector(db()),
  ]);
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const address = (change: Record<string, string | undefined>) => {
    const search = new URLSearchParams(Object.entries({ q: typed, sector, ...change }).flatMap(([k, v]) => (v ? [[k, v]] : [])));
    return search.size > 0 ? `${base}?${search}` : base;
  };
  return (
    <Page>
      <PageHead
        title={t("title")}
        lead={t("lead", { count: all })}
        side={<LinkButton href={`${base}/new`}>{t("new")}</LinkButton>}
      />
      <form action={localHref(base, locale)} method="get" className="input-row mt-5 max-w-[30em]">
        {sector && <input type="hidden" name="sector" value={sector} />}
        <input type="search" name="q" defaultValue={typed} aria-label={t("search")} placeholder={t("search")} className="input" />
        <Button kind="plain">{t("find")}</Button>
      </form>
      <div className="mt-6 grid gap-x-8 gap-y-5 pb-12 wide:grid-cols-[176px_minmax(0,1fr)]">
        <nav aria-label={t("sectorHead")} className="facets">
          <h2>{t("sectorHead")}</h2>
          <ul className="narrow:flex narrow:flex-wrap narrow:gap-x-5">
            {[undefined, ...SECTORS].map((s) => (
              <li key={s ?? "all"}>
                <LocalLink
                  href={address({ sector: s })}
                  aria-current={sector === s && !unreachable ? "page" : undefined}
                  className="gap-1.5"
                >
                  {s ? sectors(s) : t("all")}
                  <small>{s ? (counts.get(s) ?? 0) : all}</small>
                </LocalLink>
              </li>
            ))}
          </ul>
          <h2>{t("reachHead")}</h2>
          <ul>
            <li>
              <LocalLink href={address({ unreachable: "1" })} aria-current={unreachable ? "page" : undefined}>
                {t("unreachable")}
              </LocalLink>
            </li>
          </ul>
        </nav>
        <div className="min-w-0">
          {rows.length === 0 ? <NothingFound base={base} typed={typed} /> : <Rows base={base} rows={rows} />}
          <Pagination
            page={page}
            pages={Math.ceil(total / PER_PAGE)}
            hrefTemplate={address({ page: "{page}", ...(unreachable ? { unreachable: "1" } : {}) }).replace(
              "%7Bpage%7D",
              "{page}",
            )}
          />
        </div>
      </div>
    </Page>
  );
}

async function NothingFound({ base, typed }: { base: RegisterBase; typed: string }) {
  const [t, locale, near] = await Promise.all([getTranslations("register"), getLocale(), suggestCompanies(db(), typed, 4)]);
  const nearest = near.length > 0 && (
    <>
      {t("nearest")}{" "}
      {near.map((hit) => (
        <LocalLink key={hit.id} href={`${base}/${hit.slug}`} className="mr-3">
          {nameIn(hit, locale)}
        </LocalLink>
      ))}
    </>
  );
  return (
    <EmptyState looked={t("none", { typed })} nearest={nearest} meaning={t("noneMeaning")}>
      {typed !== "" && (
        <p className="mt-3">
          <LinkButton kind="plain" href={`${base}/new?name=${encodeURIComponent(typed)}`}>
            {t("newNamed", { typed })}
          </LinkButton>
        </p>
      )}
    </EmptyState>
  );
}

async function Rows({ base, rows }: { base: RegisterBase; rows: Row[] }) {
  const [t, sectors, locale] = await Promise.all([getTranslations("register"), getTranslations("sectors"), getLocale()]);
  const sector = (row: Row) => (sectors.has(row.sector) ? sectors(row.sector) : row.sector);
  const size = (row: Row) => (t.has(`sizes.${row.sizeClass}`) ? t(`sizes.${row.sizeClass}`) : row.sizeClass);
  const reach = (row: Row) =>
    row.accounts > 0 ? t("byAccount", { count: row.accounts }) : row.serviceEmail ? t("byMail") : t("byNothing");
  const pledge = (row: Row) =>
    row.pledgeSignedOn ? t("signed", { day: formatDay(row.pledgeSignedOn, locale, "date") }) : t("notSigned");
  const declared = (row: Row) => (row.lastQuarter ? t("quarterUpTo", { quarter: row.lastQuarter }) : t("notDeclared"));
  const link = (row: Row) => (
    <LocalLink href={`${base}/${row.slug}`} className="font-medium">
      {nameIn(row, locale)}
    </LocalLink>
  );
  return (
    <>
      <div className="hidden wide:block">
        <DataTable
          caption={t("title")}
          columns={(["company", "sector", "size", "service", "pledge", "exposure"] as const).map((key) => ({
            key,
            label: t(key),
          }))}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [link(row), sector(row), size(row), reach(row), pledge(row), declared(row)],
          }))}
        />
      </div>
      <ul className="ink-t wide:hidden">
        {rows.map((row) => (
          <li key={row.id} className="grid gap-0.5 py-3 hair-b">
            <span className="flex flex-wrap justify-between gap-x-4">
              {link(row)}
              <span>
                {sector(row)} · {size(row)}
              </span>
            </span>
            <span className="flex flex-wrap gap-x-4 text-ink-2">
              <span>{reach(row)}</span>
              <span>{pledge(row)}</span>
              <span>{declared(row)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
