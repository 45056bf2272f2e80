import { db } from "@/db/client";
import { personById, replaceRecoveryCodes } from "@/db/queries/people";
import type { Actor } from "@/domain/actors";
import { DomainError } from "@/domain/errors";
import { keyedHash } from "@/platform/keyed-hash";
import { newRecoveryCodes } from "@/platform/one-time-code";
import { checkPassword } from "@/platform/password";
import { allowAttempt } from "./limit-attempts";

/** New recovery codes in place of the old ones, against the password; shown this once. Throws `invalid` with the field, `limit_reached`. */
export async function renewRecoveryCodes(actor: Actor, password: string, now: Date): Promise<string[]> {
  if (!actor.userId) throw new DomainError("not_found");
  const userId = actor.userId;
  await allowAttempt(db(), ["change-password", userId], { max: 8, windowSeconds: 15 * 60, now });
  const person = await personById(db(), userId);
  if (!(await checkPassword(person?.passwordHash ?? null, password)))
    throw new DomainError("invalid", { field: "password", message: "passwordWrong" });
  const codes = newRecoveryCodes();
  await db().transaction((tx) =>
    replaceRecoveryCodes(
      tx,
      userId,
      codes.map((code) => keyedHash("recovery-code", userId, code)),
    ),
  );
  return codes;
}
