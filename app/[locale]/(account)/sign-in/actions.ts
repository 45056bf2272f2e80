"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { nextPath } from "@/app/_server/auth";
import { linkTokenHash } from "@/app/_server/auth-cookies";
import { roleHome } from "@/app/_server/role-home";
import { runSignIn } from "@/app/_server/sign-in";
import { db } from "@/db/client";
import { addressOfLink } from "@/db/queries/people";
import { demoPerson } from "@/db/seed/demo-people";
import { readEmail } from "@/domain/email-address";
import { DomainError } from "@/domain/errors";

const next = z.string().optional();
const onTo = (wanted: string | undefined, locale: string) => nextPath(wanted) ?? `/${locale}/sign-in/done`;

/** Asks for a mail link. The answer is the same for every address. */
export const askForLink = formAction(
  { roles: "anyone", schema: z.object({ email: z.string().refine((typed) => readEmail(typed) !== null, "email"), next }) },
  async ({ input, locale }) => {
    const fields = { email: readEmail(input.email) ?? "", callbackUrl: onTo(input.next, locale) };
    await runSignIn({ action: "signin", provider: "email", method: "POST", fields, locale });
    redirect(`/${locale}/sign-in/check-mail`);
  },
);

/** Password and code, for companies and staff. */
export const enterWithPassword = formAction(
  {
    roles: "anyone",
    schema: z.object({
      email: z.string().min(1, "required"),
      password: z.string().min(1, "required"),
      code: z.string().min(1, "required"),
      next,
    }),
    secret: ["password", "code"],
  },
  async ({ input, locale }) => {
    const { email, password, code } = input;
    const callbackUrl = onTo(input.next, locale);
    redirect(
      await runSignIn({
        action: "callback",
        provider: "password",
        method: "POST",
        fields: { email, password, code, callbackUrl },
        locale,
      }),
    );
  },
);

/** One click, in the demo only: the provider refuses elsewhere. */
export const enterAsDemo = formAction(
  { roles: "anyone", schema: z.object({ key: z.string(), next }) },
  async ({ input, locale }) => {
    const role = demoPerson(input.key)?.role ?? "complainant";
    // Someone who was sent here from the desk and enters as a company has nothing to look for there.
    const fits = nextPath(input.next)?.startsWith(`/${locale}${roleHome(role)}`);
    const fields = { key: input.key, callbackUrl: onTo(fits ? input.next : undefined, locale) };
    redirect(await runSignIn({ action: "callback", provider: "demo", method: "POST", fields, locale }));
  },
);

/** Uses up a mail link; its page only asks. */
export const enterWithLink = formAction(
  { roles: "anyone", schema: z.object({ token: z.string(), next }), secret: ["token"] },
  async ({ input, locale }) => {
    const email = await addressOfLink(db(), linkTokenHash(input.token));
    if (!email) throw new DomainError("invalid", { message: "linkUsed" });
    const fields = { token: input.token, email, callbackUrl: onTo(input.next, locale) };
    redirect(await runSignIn({ action: "callback", provider: "email", method: "GET", fields, locale }));
  },
);
