import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateSync } from "otplib";
import { vi } from "vitest";
import { useDatabase as replaceDatabase } from "@/db/client";
import { invitations, users } from "@/db/schema";
import { createTestDatabase, setTestClock, type TestDatabase } from "@/db/testing";
import type { Actor } from "@/domain/actors";
import { totpSecretFor } from "@/platform/one-time-code";
import { forgetSecrets } from "@/platform/secrets";
import { acceptInvitation } from "./accept-invitation";
import { invitePerson } from "./invite-person";

/** Thu 17 Sep 2026, 09:00 in Shanghai. */
export const NOW = new Date("2026-09-17T01:00:00Z");
export const PASSWORD = "一句我记得住的话来当密码";

/** Seconds after NOW; authenticators change every 30. */
export const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
export const codeAt = (secret: string, at: Date) => generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });

export interface SignInBench {
  readonly test: TestDatabase;
  readonly admin: Actor;
  /** Invites someone and sets the account up; answers who they are and their secret. */
  enrol(email: string, role?: string): Promise<{ id: string; email: string; secret: string; codes: string[] }>;
  close(): Promise<void>;
}

/** A database with one administrator, and keys of its own. */
export async function openSignInBench(): Promise<SignInBench> {
  const dir = mkdtempSync(path.join(tmpdir(), "answered-people-"));
  vi.stubEnv("DATA_DIR", dir);
  forgetSecrets();
  const test = await createTestDatabase();
  replaceDatabase(test.db);
  await setTestClock(test.owner, NOW);
  const [row] = await test.db
    .insert(users)
    .values({ email: "admin@answered.example", name: "管理员", role: "admin" })
    .returning();
  if (!row) throw new Error("no administrator");
  const admin: Actor = { role: "admin", userId: row.id };
  return {
    test,
    admin,
    async enrol(email, role = "officer") {
      const { invitationId, token } = await invitePerson(admin, { email, name: "某人", role, locale: "zh-Hans" }, NOW);
      const secret = totpSecretFor(invitationId);
      const { personId, recoveryCodes } = await acceptInvitation(
        { token, name: "某人", password: PASSWORD, code: codeAt(secret, NOW) },
        NOW,
        NOW,
      );
      return { id: personId, email, secret, codes: recoveryCodes };
    },
    async close() {
      await test.drop();
      vi.unstubAllEnvs();
      forgetSecrets();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** How many invitations wait for an address. */
export async function waiting(bench: SignInBench, email: string): Promise<number> {
  const rows = await bench.test.db.select().from(invitations);
  return rows.filter((row) => row.email === email && !row.acceptedAt && !row.revokedAt).length;
}
