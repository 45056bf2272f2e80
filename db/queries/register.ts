import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, companyAliases, companyExposures, companyHistory, invitations, users } from "@/db/schema";
import { foldName, romanName } from "@/platform/fold-name";

const OWN_KINDS = ["name", "name_hant", "name_en", "pinyin", "initials"];

/** Writes the rows that search finds a company by: its own names in each script and their pinyin. Aliases stay. Call it whenever a name changes. */
export async function writeCompanyNames(
  tx: Tx,
  company: { id: string; name: string; nameHant: string; nameEn: string },
): Promise<void> {
  const roman = romanName(company.name);
  const values = [
    { kind: "name", alias: company.name },
    { kind: "name_hant", alias: company.nameHant },
    { kind: "name_en", alias: company.nameEn },
    { kind: "pinyin", alias: roman.pinyin },
    { kind: "initials", alias: roman.initials },
  ].flatMap(({ kind, alias }) => {
    const folded = foldName(alias);
    return folded === "" ? [] : [{ companyId: company.id, kind, alias, folded }];
  });
  await tx.delete(companyAliases).where(and(eq(companyAliases.companyId, company.id), inArray(companyAliases.kind, OWN_KINDS)));
  await tx.insert(companyAliases).values(values).onConflictDoNothing();
}

/** Adds names people call a company by; ones it has already are passed over. Answers those that were new. */
export async function addAliases(tx: Tx, companyId: string, aliases: readonly string[]): Promise<string[]> {
  const values = aliases
    .map((alias) => alias.trim())
    .filter((alias) => foldName(alias) !== "")
    .map((alias) => ({ companyId, alias, folded: foldName(alias), kind: "alias" }));
  if (values.length === 0) return [];
  const known = await tx
    .select({ alias: companyAliases.alias })
    .from(companyAliases)
    .where(and(eq(companyAliases.companyId, companyId), ne(companyAliases.kind, "initials"), ne(companyAliases.kind, "pinyin")));
  const has = new Set(known.map((row) => row.alias));
  const fresh = values.filter((value, at) => !has.has(value.alias) && values.findIndex((v) => v.alias === value.alias) === at);
  if (fresh.length > 0) await tx.insert(companyAliases).values(fresh).onConflictDoNothing();
  return fresh.map((value) => value.alias);
}

/** Takes one alias away; answers it, or null when the company has none of that id. */
export async function removeAlias(tx: Tx, companyId: string, aliasId: string): Promise<string | null> {
  const [row] = await tx
    .delete(companyAliases)
    .where(and(eq(companyAliases.id, aliasId), eq(companyAliases.companyId, companyId), eq(companyAliases.kind, "alias")))
    .returning({ alias: companyAliases.alias });
  return row?.alias ?? null;
}

/** Gives all names of one company to another, as aliases. Answers how many were new there. */
export async function moveNames(tx: Tx, fromId: string, toId: string): Promise<number> {
  const rows = await tx.select().from(companyAliases).where(eq(companyAliases.companyId, fromId));
  await tx.delete(companyAliases).where(eq(companyAliases.companyId, fromId));
  const names = rows.filter((row) => row.kind !== "pinyin" && row.kind !== "initials").map((row) => row.alias);
  return (await addAliases(tx, toId, names)).length;
}

export async function insertCompany(tx: Tx, value: typeof companies.$inferInsert): Promise<string> {
  const [row] = await tx.insert(companies).values(value).returning({ id: companies.id });
  if (!row) throw new Error("no company came back");
  return row.id;
}

export async function updateCompany(tx: Tx, id: string, value: Partial<typeof companies.$inferInsert>): Promise<void> {
  await tx.update(companies).set(value).where(eq(companies.id, id));
}

/** Points a company, and whatever had been merged into it, at another. */
export async function pointCompany(tx: Tx, fromId: string, toId: string, at: Date): Promise<void> {
  await tx
    .update(companies)
    .set({ mergedIntoId: toId, updatedAt: at })
    .where(or(eq(companies.id, fromId), eq(companies.mergedIntoId, fromId)));
}

/** Writes lines of a company's history. */
export async function insertHistory(tx: Tx, lines: readonly (typeof companyHistory.$inferInsert)[]): Promise<void> {
  if (lines.length > 0) await tx.insert(companyHistory).values([...lines]);
}

/** The people who act for a company, and open invitations, go over to another. */
export async function moveCompanyPeople(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.update(users).set({ companyId: toId }).where(eq(users.companyId, fromId));
  await tx.update(invitations).set({ companyId: toId }).where(eq(invitations.companyId, fromId));
}

/** Writes the contacts of a quarter; answers what stood there before, or null. */
export async function writeExposure(
  tx: Tx,
  value: typeof companyExposures.$inferInsert,
): Promise<{ contacts: number; source: string; audited: boolean } | null> {
  const [before] = await tx
    .select({ contacts: companyExposures.contacts, source: companyExposures.source, audited: companyExposures.audited })
    .from(companyExposures)
    .where(and(eq(companyExposures.companyId, value.companyId), eq(companyExposures.quarter, value.quarter)));
  await tx
    .insert(companyExposures)
    .values(value)
    .onConflictDoUpdate({
      target: [companyExposures.companyId, companyExposures.quarter],
      set: { contacts: value.contacts, source: value.source, audited: value.audited ?? false, declaredAt: value.declaredAt },
    });
  return before ?? null;
}

/** The names a company holds that would move with it. */
export async function namesHeld(tx: Tx, companyId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ alias: companyAliases.alias })
    .from(companyAliases)
    .where(and(eq(companyAliases.companyId, companyId), inArray(companyAliases.kind, ["name", "name_hant", "name_en", "alias"])))
    .orderBy(companyAliases.alias);
  return rows.map((row) => row.alias);
}

/** How many people act for a company. */
export async function accountsOf(tx: Tx, companyId: string): Promise<number> {
  return tx.$count(users, eq(users.companyId, companyId));
}
