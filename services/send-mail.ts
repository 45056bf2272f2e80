import type { Database } from "@/db/client";
import { lockUnsentMail, markMailFailed, markMailSent } from "@/db/queries/outbox";
import type { Instant } from "@/domain/day";
import { mailIsOn, sendMail } from "@/platform/mail";
import { sendSms, smsIsOn } from "@/platform/sms";

/** Letters with a link or code that lets one in, or that say what somebody follows: once they have left, the outbox must not be a second key. */
const OPENS_A_DOOR =
  /^(?:sign_in_link|draft_link|invitation|access_renewal|service_link|secret_code|contact_code_|complaint_received_|follow_)/;

/** Whether what goes this way leaves the house; otherwise it stays in the outbox. */
export const leaves = (channel: string): boolean => (channel === "sms" ? smsIsOn() : mailIsOn());

/**
 * Sends one letter of the outbox unless it has left already. The row is held meanwhile, so two workers do not both send it.
 * By mail or as a text message. Throws when the server did not take it; the failure is noted on the letter and the job runs again later.
 */
export async function sendQueuedMail(db: Database, id: string, now: Instant): Promise<"sent" | "nothing_to_do"> {
  try {
    return await db.transaction(async (tx) => {
      const mail = await lockUnsentMail(tx, id);
      if (!mail || !leaves(mail.channel)) return "nothing_to_do";
      if (mail.channel === "sms") await sendSms({ ...mail, text: mail.body }, new Date());
      else await sendMail(mail);
      await markMailSent(tx, id, now, OPENS_A_DOOR.test(mail.template));
      return "sent";
    });
  } catch (error) {
    await markMailFailed(db, id, codeOf(error), now);
    throw error;
  }
}

/** The server's number (550, http_503) or the connection's code (ECONNREFUSED, which fetch keeps in the cause). */
function codeOf(error: unknown): string {
  const { responseCode, code, cause, name } = error as {
    responseCode?: unknown;
    code?: unknown;
    cause?: { code?: unknown };
    name?: string;
  };
  const known = responseCode ?? cause?.code ?? (typeof code === "string" ? code : name);
  return String(known ?? "unknown").slice(0, 40);
}
