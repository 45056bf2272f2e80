import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { currentCompanyId } from "@/db/queries/companies";
import { companies, complaintContacts, users } from "@/db/schema";

export interface Address {
  readonly to: string;
  readonly locale: string;
  readonly channel: "mail" | "sms";
}

/** Where the complainant wants to be reached: mail before telephone; null when only a postal address was given. */
export async function complainantAddress(tx: Tx, complaintId: string, locale: string): Promise<Address | null> {
  const [row] = await tx
    .select({ email: complaintContacts.email, phone: complaintContacts.phone })
    .from(complaintContacts)
    .where(eq(complaintContacts.complaintId, complaintId));
  if (row?.email) return { to: row.email, locale, channel: "mail" };
  if (row?.phone) return { to: row.phone, locale, channel: "sms" };
  return null;
}

/** The same for many at once, without language; null where only a postal address was given. */
export async function complainantAddresses(
  tx: Tx,
  complaintIds: readonly string[],
): Promise<Map<string, Omit<Address, "locale"> | null>> {
  const known = new Map<string, Omit<Address, "locale"> | null>(complaintIds.map((id) => [id, null]));
  if (complaintIds.length === 0) return known;
  const rows = await tx
    .select({ id: complaintContacts.complaintId, email: complaintContacts.email, phone: complaintContacts.phone })
    .from(complaintContacts)
    .where(inArray(complaintContacts.complaintId, [...complaintIds]));
  for (const { id, email, phone } of rows)
    known.set(id, email ? { to: email, channel: "mail" } : phone ? { to: phone, channel: "sms" } : null);
  return known;
}

/** The accounts that represent a company (a merged one: those of the company it went into); without any, its registered address of service. */
export async function companyAddresses(tx: Tx, boundTo: string): Promise<{ addresses: Address[]; hasAccount: boolean }> {
  const companyId = (await currentCompanyId(tx, boundTo)) ?? boundTo;
  const people = await tx
    .select({ to: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.companyId, companyId), eq(users.role, "company"), isNull(users.disabledAt)));
  if (people.length > 0) return { addresses: people.map((p) => ({ ...p, channel: "mail" as const })), hasAccount: true };
  const [company] = await tx.select({ to: companies.serviceEmail }).from(companies).where(eq(companies.id, companyId));
  return { addresses: company?.to ? [{ to: company.to, locale: "zh-Hans", channel: "mail" }] : [], hasAccount: false };
}

export async function userAddress(tx: Tx, userId: string): Promise<Address | null> {
  const [row] = await tx
    .select({ to: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)));
  return row ? { ...row, channel: "mail" } : null;
}

/** Addresses of everyone with a role, e.g. the supervisors for an escalation. */
export async function roleAddresses(tx: Tx, role: string): Promise<Address[]> {
  const rows = await tx
    .select({ to: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.role, role), isNull(users.disabledAt)));
  return rows.map((r) => ({ ...r, channel: "mail" as const }));
}
