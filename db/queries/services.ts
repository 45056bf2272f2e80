import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, complaints, services } from "@/db/schema";

const shown = {
  id: services.id,
  complaintId: services.complaintId,
  companyId: services.companyId,
  servedAt: services.servedAt,
  openedAt: services.openedAt,
  reference: complaints.reference,
  company: { name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn, serviceEmail: companies.serviceEmail },
};
const read = (tx: Tx) =>
  tx
    .select(shown)
    .from(services)
    .innerJoin(complaints, and(eq(complaints.id, services.complaintId), eq(complaints.companyId, services.companyId)))
    .innerJoin(companies, eq(companies.id, services.companyId));

/** A service by one-time link, with the case and the company it is for. Null for a hash that never was, or when the case is no longer bound so. */
export async function serviceByToken(tx: Tx, tokenHash: string) {
  const [row] = await read(tx)
    .where(and(eq(services.tokenHash, tokenHash), eq(services.method, "link"), isNull(complaints.erasedAt)))
    .limit(1);
  return row ?? null;
}
export type ServiceRow = NonNullable<Awaited<ReturnType<typeof serviceByToken>>>;

/** Services by their ids, the newest first. */
export async function servicesById(tx: Tx, ids: readonly string[]): Promise<ServiceRow[]> {
  if (ids.length === 0) return [];
  return read(tx)
    .where(and(inArray(services.id, [...ids]), eq(services.method, "link"), isNull(complaints.erasedAt)))
    .orderBy(desc(services.servedAt));
}

/** The first service by link of a case; null when it was served on an account, or not at all. */
export async function linkServiceOf(tx: Tx, reference: string): Promise<ServiceRow | null> {
  const [row] = await read(tx)
    .where(and(eq(complaints.reference, reference), eq(services.method, "link"), isNull(complaints.erasedAt)))
    .orderBy(services.servedAt)
    .limit(1);
  return row ?? null;
}

/** Marks a link as opened; false when somebody was there before: of two at once, one wins. */
export async function markServiceOpened(tx: Tx, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(services)
    .set({ openedAt: now })
    .where(and(eq(services.id, id), isNull(services.openedAt)))
    .returning({ id: services.id });
  return rows.length === 1;
}
