"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { db } from "@/db/client";
import { suggestCompanies } from "@/db/queries/companies";
import { readEmail } from "@/domain/email-address";
import { isDemo } from "@/platform/env";
import { changeRole } from "@/services/change-role";
import { disablePerson, enablePerson } from "@/services/disable-person";
import { invitePerson } from "@/services/invite-person";
import { renewAccess } from "@/services/renew-access";
import { revokeInvitation } from "@/services/revoke-invitation";

const roles = ["admin"] as const;
const id = z.object({ id: z.uuid("not_found") });

/** Without JavaScript the company is what was typed: the best hit of the register, if it is named whole. */
async function companyFrom(companyId: string, typed: string): Promise<string> {
  if (companyId !== "" || typed.trim() === "") return companyId;
  const [best, second] = await suggestCompanies(db(), typed, 2);
  const whole = best && [best.name, best.nameHant, best.nameEn, best.alias].includes(typed.trim());
  return best && (whole || !second) ? best.id : "";
}

/** Sends an invitation. In the demo the link comes back too: no mail leaves it. */
export const sendInvite = formAction(
  {
    roles,
    schema: z.object({
      email: z.string().refine((typed) => readEmail(typed) !== null, "email"),
      name: z.string().trim().min(1, "required").max(60, "tooLong"),
      role: z.string("required"),
      companyId: z.string().default(""),
      company: z.string().default(""),
      language: z.string(),
    }),
  },
  async ({ actor, input, now }) => {
    const companyId = await companyFrom(input.companyId, input.company);
    const { token } = await invitePerson(
      actor,
      { email: input.email, name: input.name, role: input.role, companyId, locale: input.language },
      now,
    );
    refresh();
    return { values: {}, result: { email: input.email, ...(isDemo() ? { link: `/${input.language}/invite/${token}` } : {}) } };
  },
);

export const takeBackInvite = formAction({ roles, schema: id }, async ({ actor, input, now }) => {
  await revokeInvitation(actor, input.id, now);
  refresh();
});

export const changePersonRole = formAction(
  { roles, schema: id.extend({ role: z.string().min(1, "required") }) },
  async ({ actor, input, now }) => {
    await changeRole(actor, { personId: input.id, role: input.role }, now);
    refresh();
  },
);

export const renewPersonAccess = formAction({ roles, schema: id }, async ({ actor, input, now }) => {
  await renewAccess(actor, input.id, now);
  refresh();
});

/** Shuts an account, or opens it again. */
export const setPersonState = formAction(
  { roles, schema: id.extend({ to: z.enum(["disabled", "enabled"]) }) },
  async ({ actor, input, now }) => {
    if (input.to === "disabled") await disablePerson(actor, input.id, now);
    else await enablePerson(actor, input.id, now);
    refresh();
  },
);
