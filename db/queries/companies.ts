import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { companies, companyAliases, companyExposures, companyHistory } from "@/db/schema";
import { nameIn } from "@/domain/company-register";
import { foldName } from "@/platform/fold-name";

export type CompanyRow = typeof companies.$inferSelect;
export type AliasRow = typeof companyAliases.$inferSelect;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The company an id stands for today: itself, or the one it was merged into; null for an unknown id. */
export async function currentCompanyId(tx: Tx, id: string): Promise<string | null> {
  if (!UUID.test(id)) return null;
  const [row] = await tx
    .select({ id: companies.id, mergedIntoId: companies.mergedIntoId })
    .from(companies)
    .where(eq(companies.id, id));
  return row ? (row.mergedIntoId ?? row.id) : null;
}

/** A condition on a column that holds a company's id: that company, or any merged into it. Cases keep the id they were bound to. */
export function ofCompany(column: PgColumn, companyId: string): SQL {
  return sql`${column} in (select c.id from companies c where c.id = ${companyId} or c.merged_into_id = ${companyId})`;
}

/** A company by id or slug, as it stands in the register, merged or not. `lock` holds the row. */
export async function findCompany(tx: Tx, key: { id: string } | { slug: string }, lock = false): Promise<CompanyRow | null> {
  if ("id" in key && !UUID.test(key.id)) return null;
  const query = tx
    .select()
    .from(companies)
    .where("id" in key ? eq(companies.id, key.id) : eq(companies.slug, key.slug))
    .limit(1);
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

/** Companies by their addresses, each as what it stands for today (itself, or the one it was merged into); unknown addresses are left out. */
export async function companiesBySlug(tx: Tx, slugs: readonly string[]): Promise<Map<string, CompanyRow>> {
  if (slugs.length === 0) return new Map();
  const root = alias(companies, "root");
  const rows = await tx
    .select({ asked: companies.slug, company: root })
    .from(companies)
    .innerJoin(root, sql`${root.id} = coalesce(${companies.mergedIntoId}, ${companies.id})`)
    .where(inArray(companies.slug, [...slugs]));
  return new Map(rows.map((row) => [row.asked, row.company]));
}

export interface Suggestion {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly nameHant: string;
  readonly nameEn: string;
  readonly sector: string;
  /** The name that was hit, when it is none of the company's own. */
  readonly alias: string | null;
}

/**
 * Companies for what someone typed, the best first: whole names, then beginnings, then names that hold it, then similar ones (a wrong character).
 * Names, aliases, both scripts, pinyin and its initials; a merged company's names lead to the one it went into.
 */
export async function suggestCompanies(tx: Tx, typed: string, limit = 8): Promise<Suggestion[]> {
  const q = foldName(typed).slice(0, 60);
  if (q === "") return [];
  const like = q.replace(/[\\%_]/g, "\\$&");
  const near = await ranked(
    tx,
    sql`case when a.folded = ${q} then 0 when a.folded like ${`${like}%`} then 1 else 2 end`,
    sql`a.folded like ${`%${like}%`} and (a.kind not in ('pinyin', 'initials') or a.folded like ${`${like}%`})`,
    limit,
  );
  if (near.length >= limit || q.length < 3) return near;
  const similar = await ranked(
    tx,
    sql`10 - similarity(a.folded, ${q})`,
    sql`a.kind <> 'initials' and similarity(a.folded, ${q}) > 0.22`,
    limit,
  );
  const seen = new Set(near.map((s) => s.id));
  return [...near, ...similar.filter((s) => !seen.has(s.id))].slice(0, limit);
}

async function ranked(tx: Tx, rank: SQL, where: SQL, limit: number): Promise<Suggestion[]> {
  const rows = await tx.execute<Suggestion & Record<string, unknown>>(sql`
    select id, slug, name, "nameHant", "nameEn", sector, alias from (
      select distinct on (c.id) c.id, c.slug, c.name, c.name_hant as "nameHant", c.name_en as "nameEn", c.sector, c.pinyin,
        case when a.kind = 'alias' then a.alias end as alias, ${rank} as rank, length(a.folded) as len
      from company_aliases a join companies o on o.id = a.company_id join companies c on c.id = coalesce(o.merged_into_id, o.id)
      where ${where}
      order by c.id, rank, a.kind = 'alias', len
    ) hit order by rank, len, pinyin limit ${limit}`);
  return [...rows];
}

export interface RegisterFilter {
  readonly typed?: string;
  readonly sector?: string;
  readonly sizeClass?: string;
  /** Companies without an address of service cannot be served on. */
  readonly unreachable?: boolean;
}

/** The register as the desk lists it, by pinyin; merged ones are left out. `total` counts all that match. */
export async function listCompanies(tx: Tx, filter: RegisterFilter, page: { limit: number; offset: number }) {
  const q = foldName(filter.typed ?? "");
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const where = and(
    isNull(companies.mergedIntoId),
    filter.sector ? eq(companies.sector, filter.sector) : undefined,
    filter.sizeClass ? eq(companies.sizeClass, filter.sizeClass) : undefined,
    filter.unreachable ? isNull(companies.serviceEmail) : undefined,
    q
      ? inArray(
          companies.id,
          tx.select({ id: companyAliases.companyId }).from(companyAliases).where(sql`${companyAliases.folded} like ${like}`),
        )
      : undefined,
  );
  const rows = await tx
    .select({
      id: companies.id,
      slug: companies.slug,
      name: companies.name,
      nameHant: companies.nameHant,
      nameEn: companies.nameEn,
      sector: companies.sector,
      sizeClass: companies.sizeClass,
      serviceEmail: companies.serviceEmail,
      pledgeSignedOn: companies.pledgeSignedOn,
      accounts: sql<number>`(select count(*)::int from users u where u.company_id = companies.id and u.disabled_at is null)`,
      lastQuarter: sql<string | null>`(select max(e.quarter) from company_exposures e where e.company_id = companies.id)`,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(companies)
    .where(where)
    .orderBy(asc(companies.pinyin), asc(companies.id))
    .limit(page.limit)
    .offset(page.offset);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** How many companies of each sector the register holds, without merged ones. */
export async function companiesBySector(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .select({ sector: companies.sector, n: sql<number>`count(*)::int` })
    .from(companies)
    .where(isNull(companies.mergedIntoId))
    .groupBy(companies.sector);
  return new Map(rows.map((row) => [row.sector, row.n]));
}

/** Aliases of a company that people gave it; not those made from its own names. */
export async function aliasesOf(tx: Tx, companyId: string): Promise<AliasRow[]> {
  return tx
    .select()
    .from(companyAliases)
    .where(and(eq(companyAliases.companyId, companyId), eq(companyAliases.kind, "alias")))
    .orderBy(asc(companyAliases.alias));
}

/** The other companies that bear one of these names already, whole. */
export async function companiesNamed(tx: Tx, names: readonly string[], except?: string) {
  const folded = [...new Set(names.map(foldName).filter((f) => f !== ""))];
  if (folded.length === 0) return [];
  return tx
    .selectDistinct({ id: companies.id, slug: companies.slug, name: companies.name })
    .from(companyAliases)
    .innerJoin(companies, eq(companies.id, companyAliases.companyId))
    .where(
      and(
        inArray(companyAliases.folded, folded),
        inArray(companyAliases.kind, ["name", "name_hant", "name_en", "alias"]),
        isNull(companies.mergedIntoId),
        except ? sql`${companies.id} <> ${except}` : undefined,
      ),
    );
}

/** Declared service contacts by quarter, newest first, of the company and of those merged into it. */
export async function exposuresOf(tx: Tx, companyId: string) {
  return tx
    .select({
      companyId: companyExposures.companyId,
      companyName: companies.name,
      quarter: companyExposures.quarter,
      contacts: companyExposures.contacts,
      source: companyExposures.source,
      audited: companyExposures.audited,
      declaredAt: companyExposures.declaredAt,
    })
    .from(companyExposures)
    .innerJoin(companies, eq(companies.id, companyExposures.companyId))
    .where(or(eq(companies.id, companyId), eq(companies.mergedIntoId, companyId)))
    .orderBy(desc(companyExposures.quarter));
}

/** What happened to a company's entry, newest first, with who did it and which other company. */
export async function historyOf(tx: Tx, companyId: string) {
  return tx
    .select({
      id: companyHistory.id,
      at: companyHistory.at,
      type: companyHistory.type,
      before: companyHistory.before,
      after: companyHistory.after,
      actorName: sql<string | null>`(select u.name from users u where u.id = company_history.actor_id)`,
      otherName: sql<string | null>`(select o.name from companies o where o.id = company_history.other_company_id)`,
      otherSlug: sql<string | null>`(select o.slug from companies o where o.id = company_history.other_company_id)`,
    })
    .from(companyHistory)
    .where(eq(companyHistory.companyId, companyId))
    .orderBy(desc(companyHistory.at), desc(companyHistory.id));
}

/** The companies merged into this one. */
export async function mergedInto(tx: Tx, companyId: string) {
  return tx
    .select({ id: companies.id, slug: companies.slug, name: companies.name })
    .from(companies)
    .where(eq(companies.mergedIntoId, companyId))
    .orderBy(asc(companies.name));
}

/** Companies that stand for themselves: not merged into another. */
export async function rootCompanyIds(tx: Tx): Promise<string[]> {
  const rows = await tx.select({ id: companies.id }).from(companies).where(isNull(companies.mergedIntoId));
  return rows.map((r) => r.id);
}

/** Names of companies by slug, in a language. */
export async function companyNames(tx: Tx, slugs: readonly string[], locale: string): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(companies)
    .where(inArray(companies.slug, [...slugs]));
  return new Map(rows.map((row) => [row.slug, nameIn(row, locale)]));
}
