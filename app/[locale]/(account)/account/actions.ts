"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { currentActor } from "@/app/_server/session";
import { INVITED_ROLES, SIGNED_IN_ROLES } from "@/domain/actors";
import { DomainError } from "@/domain/errors";
import { changeOwnDetails } from "@/services/change-own-details";
import { changePassword } from "@/services/change-password";
import { endOtherSessions, endSession } from "@/services/end-sessions";
import { eraseAccount } from "@/services/erase-account";
import { renewRecoveryCodes } from "@/services/renew-recovery-codes";
import { shareCalendar, stopCalendar } from "@/services/share-calendar";

async function sessionInHand(): Promise<string> {
  const actor = await currentActor();
  if (!actor) throw new DomainError("not_found");
  return actor.sessionId;
}

/** Name and language of letters. */
export const saveDetails = formAction(
  { roles: SIGNED_IN_ROLES, schema: z.object({ name: z.string().max(60, "tooLong"), language: z.string() }) },
  async ({ actor, input }) => {
    await changeOwnDetails(actor, { name: input.name, locale: input.language });
    refresh();
  },
);

/** Signs one place out, or with "others" every place but this one. */
export const endSessions = formAction(
  { roles: SIGNED_IN_ROLES, schema: z.object({ session: z.string() }) },
  async ({ actor, input }) => {
    const count =
      input.session === "others"
        ? await endOtherSessions(actor, await sessionInHand())
        : await endSession(actor, input.session).then(() => 1);
    refresh();
    return { result: { count: String(count) } };
  },
);

export const changeOwnPassword = formAction(
  {
    roles: INVITED_ROLES,
    schema: z.object({ current: z.string().min(1, "required"), next: z.string().min(1, "required") }),
    secret: ["current", "next"],
  },
  async ({ actor, input, now }) => {
    await changePassword(actor, { ...input, sessionId: await sessionInHand() }, now);
    refresh();
  },
);

/** A new address of the calendar of due dates, or with "stop" none any more. */
export const changeCalendar = formAction(
  { roles: ["officer", "supervisor"], schema: z.object({ what: z.enum(["share", "stop"]) }) },
  async ({ actor, input }) => {
    if (input.what === "stop") await stopCalendar(actor);
    const address = input.what === "share" ? await shareCalendar(actor) : "";
    refresh();
    return { result: { address } };
  },
);

/** The account of a consumer with everything under it (RULES §5). */
export const eraseOwnAccount = formAction(
  { roles: ["complainant"], schema: z.object({ sure: z.literal("yes", "tickFirst") }) },
  async ({ actor, now }) => {
    await eraseAccount(actor, now);
    return undefined;
  },
);

/** New recovery codes, against the password; shown in the answer only. */
export const makeRecoveryCodes = formAction(
  { roles: INVITED_ROLES, schema: z.object({ password: z.string().min(1, "required") }), secret: ["password"] },
  async ({ actor, input, now }) => ({ result: { codes: (await renewRecoveryCodes(actor, input.password, now)).join(" ") } }),
);
