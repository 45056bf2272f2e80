import type { Tx } from "@/db/client";
import { env } from "@/platform/env";
import { queueMail } from "./queue-mail";

/** Queues the letter with a set-up link, in the caller's transaction. The date is written out in the reader's language, of Asia/Shanghai. */
export async function sendInvitation(
  tx: Tx,
  letter: {
    template: "invitation" | "access_renewal";
    email: string;
    role: string;
    locale: string;
    token: string;
    expiresAt: Date;
  },
): Promise<void> {
  const until = new Intl.DateTimeFormat(letter.locale, {
    timeZone: "Asia/Shanghai",
    dateStyle: "long",
    timeStyle: "short",
  }).format(letter.expiresAt);
  await queueMail(tx, {
    audience: letter.role,
    to: letter.email,
    locale: letter.locale,
    template: letter.template,
    params: { link: `${env().PUBLIC_URL}/${letter.locale}/invite/${letter.token}`, until, role: letter.role },
  });
}
