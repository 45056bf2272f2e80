import { db, type Tx } from "@/db/client";
import { companiesNamed, findCompany } from "@/db/queries/companies";
import { addAliases, insertCompany, insertHistory, writeCompanyNames } from "@/db/queries/register";
import { keepsRegister } from "@/domain/access";
import type { Actor } from "@/domain/actors";
import { dayOf } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type Entry, type EntryTyped, readEntry } from "@/domain/register-entry";
import { romanName, traditionalName } from "@/platform/fold-name";

/** What is left empty is derived from the name: traditional script, and pinyin in place of an English name. */
export function completeEntry(entry: Entry): Entry & { pinyin: string } {
  const { pinyin } = romanName(entry.name);
  const latin = pinyin
    .split(" ")
    .map((s) => s.charAt(0).toUpperCase() + s.slice(1))
    .join("");
  return { ...entry, nameHant: entry.nameHant || traditionalName(entry.name), nameEn: entry.nameEn || latin, pinyin };
}

/** Enters a company into the register. Throws `forbidden`, `invalid` with the field; a name another one bears is `nameTaken`. */
export async function createCompany(
  actor: Actor,
  typed: EntryTyped & { aliases?: readonly string[] },
  now: Date,
): Promise<{ id: string; slug: string }> {
  if (!keepsRegister(actor.role)) throw new DomainError("forbidden");
  const entry = completeEntry(readEntry(typed, dayOf(now)));
  return db().transaction(async (tx) => {
    await refuseTakenName(tx, entry.name);
    const slug = await freeSlug(tx, entry.pinyin);
    const id = await insertCompany(tx, { ...entry, slug, updatedAt: now });
    await writeCompanyNames(tx, { id, ...entry });
    await addAliases(tx, id, typed.aliases ?? []);
    await insertHistory(tx, [{ companyId: id, at: now, actorId: actor.userId ?? null, type: "created", after: entry.name }]);
    return { id, slug };
  });
}

/** One name, one company: names are compared folded, across scripts, with names and aliases alike. */
export async function refuseTakenName(tx: Tx, name: string, except?: string): Promise<void> {
  const [other] = await companiesNamed(tx, [name], except);
  if (other) throw new DomainError("invalid", { field: "name", message: "nameTaken" });
}

async function freeSlug(tx: Tx, pinyin: string): Promise<string> {
  const base =
    pinyin
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "company";
  for (let n = 1; n < 100; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!(await findCompany(tx, { slug }))) return slug;
  }
  throw new DomainError("limit_reached");
}
