import { db } from "@/db/client";
import { personByEmail, recoveryCodesLeft, takeRecoveryCode, takeTotpStep } from "@/db/queries/people";
import { isRole, type Role } from "@/domain/actors";
import { readEmail } from "@/domain/email-address";
import { DomainError } from "@/domain/errors";
import { keyedHash } from "@/platform/keyed-hash";
import { readRecoveryCode, totpSecretFor, totpStep } from "@/platform/one-time-code";
import { checkPassword } from "@/platform/password";
import { openText } from "@/platform/sealed-text";
import { allowAttempt, forgetAttempts } from "./limit-attempts";
import { queueMail } from "./queue-mail";

/** What a sign-in may try (published on the method page): per account from one network, per account, per network. */
export const SIGN_IN_LIMITS = {
  accountFromNetwork: { max: 8, windowSeconds: 15 * 60 },
  account: { max: 40, windowSeconds: 60 * 60 },
  network: { max: 120, windowSeconds: 15 * 60 },
} as const;

export interface SignInTry {
  readonly email: string;
  readonly password: string;
  /** Six digits of the authenticator, or a recovery code. */
  readonly code: string;
  /** Where it comes from; only its keyed hash is kept. */
  readonly network: string;
}

/**
 * Password and second factor of staff and companies. `now` is the portal's time (limits), `real` the wall clock, which authenticators go by.
 * Unknown, disabled, wrong password, wrong or used code: one answer, `invalid` (errors.signIn), after the same work. Throws `limit_reached`
 * after too many tries.
 */
export async function checkSignIn(attempt: SignInTry, now: Date, real: Date): Promise<{ id: string; role: Role }> {
  const email = readEmail(attempt.email) ?? "";
  const together = ["sign-in", email, attempt.network];
  await allowAttempt(db(), together, { ...SIGN_IN_LIMITS.accountFromNetwork, now });
  await allowAttempt(db(), ["sign-in", email], { ...SIGN_IN_LIMITS.account, now });
  await allowAttempt(db(), ["sign-in-network", attempt.network], { ...SIGN_IN_LIMITS.network, now });

  const found = await personByEmail(db(), email);
  const person = found && found.role !== "complainant" && !found.disabledAt && found.totpSealed ? found : null;
  const passwordRight = await checkPassword(person?.passwordHash ?? null, attempt.password);
  const secret = person?.totpSealed ? openText("totp", person.id, person.totpSealed) : totpSecretFor("nobody");
  const step = totpStep(secret, attempt.code.replace(/\s/g, ""), real, person?.totpLastStep ?? null);
  const spare = readRecoveryCode(attempt.code);
  if (!person || !passwordRight || !isRole(person.role)) throw wrong();

  const codeRight =
    step !== null ? await takeTotpStep(db(), person.id, step) : spare !== null && (await spendRecoveryCode(person, spare));
  if (!codeRight) throw wrong();
  await forgetAttempts(db(), together);
  return { id: person.id, role: person.role };
}

const wrong = () => new DomainError("invalid", { message: "signIn" });

/** The code counts once; its owner is told, as they may have lost more than the phone. */
async function spendRecoveryCode(
  person: { id: string; email: string; role: string; locale: string },
  code: string,
): Promise<boolean> {
  return db().transaction(async (tx) => {
    if (!(await takeRecoveryCode(tx, person.id, keyedHash("recovery-code", person.id, code)))) return false;
    const left = await recoveryCodesLeft(tx, person.id);
    await queueMail(tx, {
      audience: person.role,
      to: person.email,
      locale: person.locale,
      template: "recovery_code_used",
      params: { left },
      userId: person.id,
    });
    return true;
  });
}
