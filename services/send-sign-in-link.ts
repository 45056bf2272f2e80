import { db } from "@/db/client";
import { personByEmail } from "@/db/queries/people";
import { queueMail } from "./queue-mail";

/** Minutes a mail link is good for. */
export const LINK_MINUTES = 30;

/** Letters of this kind one address may ask for in an hour, and one network. */
export const LINK_LIMITS = {
  address: { max: 5, windowSeconds: 60 * 60 },
  network: { max: 60, windowSeconds: 60 * 60 },
} as const;

/** Sends a consumer the link to sign in, in the language of the account, else of the page. The person need not have an account yet. */
export async function sendSignInLink(input: { email: string; link: string; locale: string }): Promise<void> {
  const person = await personByEmail(db(), input.email);
  await queueMail(db(), {
    audience: "complainant",
    to: input.email,
    locale: person?.locale ?? input.locale,
    template: "sign_in_link",
    params: { link: input.link, minutes: LINK_MINUTES },
    ...(person ? { userId: person.id } : {}),
  });
}

/** Someone asked for a mail link to an account that signs in by password: the page answers as for anyone, the letter says how. */
export async function sendPasswordHint(input: { email: string; link: string }): Promise<void> {
  const person = await personByEmail(db(), input.email);
  if (!person || person.disabledAt) return;
  await queueMail(db(), {
    audience: person.role,
    to: person.email,
    locale: person.locale,
    template: "sign_in_by_password",
    params: { link: input.link },
    userId: person.id,
  });
}
