import { db } from "@/db/client";
import { personById, updatePerson } from "@/db/queries/people";
import { revokeSessions } from "@/db/queries/sessions";
import type { Actor } from "@/domain/actors";
import { DomainError } from "@/domain/errors";
import { checkPassword, hashPassword, PASSWORD_LENGTH } from "@/platform/password";
import { allowAttempt } from "./limit-attempts";
import { queueMail } from "./queue-mail";

export interface ChangePasswordInput {
  readonly current: string;
  readonly next: string;
  /** The session in hand, which stays. */
  readonly sessionId: string;
}

/** Changes one's own password; every other session ends and a letter says so. Throws `invalid` with the field, `limit_reached`. */
export async function changePassword(actor: Actor, input: ChangePasswordInput, now: Date): Promise<void> {
  if (!actor.userId) throw new DomainError("not_found");
  const userId = actor.userId;
  await allowAttempt(db(), ["change-password", userId], { max: 8, windowSeconds: 15 * 60, now });
  const person = await personById(db(), userId);
  if (!(await checkPassword(person?.passwordHash ?? null, input.current)) || !person)
    throw new DomainError("invalid", { field: "current", message: "passwordWrong" });
  if (input.next.length < PASSWORD_LENGTH.min) throw new DomainError("invalid", { field: "next", message: "passwordShort" });
  if (input.next.length > PASSWORD_LENGTH.max) throw new DomainError("invalid", { field: "next", message: "tooLong" });
  const passwordHash = await hashPassword(input.next);
  await db().transaction(async (tx) => {
    await updatePerson(tx, userId, { passwordHash });
    await revokeSessions(tx, userId, { except: input.sessionId });
    await queueMail(tx, {
      audience: person.role,
      to: person.email,
      locale: person.locale,
      template: "password_changed",
      params: {},
      userId,
    });
  });
}
