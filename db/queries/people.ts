import { and, count, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, recoveryCodes, users, verificationTokens } from "@/db/schema";

export type PersonRow = typeof users.$inferSelect;

/** The account of an address, disabled or not. `lock` holds it for the transaction. */
export async function personByEmail(tx: Tx, email: string, lock = false): Promise<PersonRow | null> {
  const query = tx.select().from(users).where(eq(users.email, email)).limit(1);
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

export async function personById(tx: Tx, id: string, lock = false): Promise<PersonRow | null> {
  const query = tx.select().from(users).where(eq(users.id, id)).limit(1);
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

/** Everyone who came by invitation; not the consumers: an administrator has no list of them. */
export async function listStaff(tx: Tx) {
  return tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      disabledAt: users.disabledAt,
      enrolled: sql<boolean>`${users.totpSealed} is not null`,
      companyName: companies.name,
      companyNameHant: companies.nameHant,
      companyNameEn: companies.nameEn,
      lastSeenAt: sql<string | null>`(select max(s.last_seen_at) from sessions s where s.user_id = users.id)`,
    })
    .from(users)
    .leftJoin(companies, eq(companies.id, users.companyId))
    .where(ne(users.role, "complainant"));
}

/** Administrators who can still sign in: the last one may not go. */
export async function activeAdmins(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt)));
  return row?.n ?? 0;
}

export async function insertPerson(tx: Tx, value: typeof users.$inferInsert): Promise<string> {
  const [row] = await tx.insert(users).values(value).returning({ id: users.id });
  if (!row) throw new Error("no person came back");
  return row.id;
}

export async function updatePerson(tx: Tx, id: string, value: Partial<typeof users.$inferInsert>): Promise<void> {
  await tx.update(users).set(value).where(eq(users.id, id));
}

/** Takes a TOTP time step for a person: true for one caller only, and never for a step before the last one taken. */
export async function takeTotpStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const rows = await tx
    .update(users)
    .set({ totpLastStep: step })
    .where(and(eq(users.id, userId), or(isNull(users.totpLastStep), lt(users.totpLastStep, step))))
    .returning({ id: users.id });
  return rows.length === 1;
}

/** Takes the place of all recovery codes of a person. */
export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: readonly string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ userId, codeHash })));
}

/** Uses up a recovery code: true for one caller only. */
export async function takeRecoveryCode(tx: Tx, userId: string, codeHash: string): Promise<boolean> {
  const rows = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`portal_now()` })
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt)))
    .returning({ userId: recoveryCodes.userId });
  return rows.length === 1;
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(tx: Tx, userId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.n ?? 0;
}

/** The address a mail link was sent to, by the hash of its token, while it is good (real time). */
export async function addressOfLink(tx: Tx, tokenHash: string): Promise<string | null> {
  const [row] = await tx
    .select({ email: verificationTokens.identifier })
    .from(verificationTokens)
    .where(and(eq(verificationTokens.token, tokenHash), sql`${verificationTokens.expires} > now()`));
  return row?.email ?? null;
}
