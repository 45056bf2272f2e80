import type { Database } from "@/db/client";
import { lockUnsentMail, markMailFailed, markMailSent } from "@/db/queries/outbox";
import type { Instant } from "@/domain/day";
import { mailIsOn, sendMail } from "@/platform/mail";

/** Letters with a link or code that lets one in, or that say what somebody follows: once they have left, the outbox must not be a second key. */
const OPENS_A_DOOR =
  /^(?:sign_in_link|draft_link|invitation|access_renewal|service_link|secret_code|contact_code_|complaint_received_|follow_)/;

/**
 * Sends one letter of the outbox unless it has left already. The row is held meanwhile, so two workers do not both send it.
 * Throws when the mail server did not take it; the failure is noted on the letter and the job runs again later.
 */
export async function sendQueuedMail(db: Database, id: string, now: Instant): Promise<"sent" | "nothing_to_do"> {
  if (!mailIsOn()) return "nothing_to_do";
  try {
    return await db.transaction(async (tx) => {
      const mail = await lockUnsentMail(tx, id);
      if (mail?.channel !== "mail") return "nothing_to_do";
      await sendMail(mail);
      await markMailSent(tx, id, now, OPENS_A_DOOR.test(mail.template));
      return "sent";
    });
  } catch (error) {
    await markMailFailed(db, id, codeOf(error), now);
    throw error;
  }
}

/** The server's number (550) or the connection's code (ECONNREFUSED). */
function codeOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  return String(responseCode ?? code ?? "unknown").slice(0, 40);
}
