import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, users } from "@/db/schema";
import { DEMO_PEOPLE } from "./demo-people";

export { DEMO_PEOPLE, type DemoPerson, demoPerson } from "./demo-people";

/** Puts the demo's people in, after its companies. They have no password: the sign-in page of the demo offers each with one click. */
export async function seedPeople(tx: Tx): Promise<void> {
  const slugs = DEMO_PEOPLE.flatMap((person) => person.companySlug ?? []);
  const rows = await tx.select({ id: companies.id, slug: companies.slug }).from(companies).where(inArray(companies.slug, slugs));
  const companyOf = new Map(rows.map((row) => [row.slug, row.id]));
  const values = DEMO_PEOPLE.map(({ id, email, name, role, companySlug }) => {
    const companyId = companySlug ? companyOf.get(companySlug) : null;
    if (companyId === undefined) throw new Error(`the demo's people need the company ${companySlug}`);
    return { id, email, name, role, companyId };
  });
  await tx.insert(users).values(values).onConflictDoNothing();
}
