import { createTransport, type Transporter } from "nodemailer";
import { env } from "./env";

export interface OutgoingMail {
  /** Of the letter in the outbox; becomes the Message-ID, so that a letter sent twice after a crash is one for the reader's programme. */
  readonly id: string;
  readonly to: string;
  readonly locale: string;
  readonly subject: string;
  readonly body: string;
  /** Stops such letters with one POST (RFC 8058). */
  readonly unsubscribe?: string | null;
}

const held = globalThis as { answeredMail?: { url: string; transport: Transporter } };

/** Whether letters leave the house: SMTP_URL is set. Without it they stay in the outbox, where the demo's mailbox shows them. */
export function mailIsOn(): boolean {
  return Boolean(env().SMTP_URL);
}

/**
 * Hands a letter to the mail server of SMTP_URL (smtp://user:password@host:587, smtps://…:465), as plain text.
 * @throws Error of the connection or of the server; the caller tries again.
 */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = env();
  if (!SMTP_URL) throw new Error("SMTP_URL is not set");
  if (held.answeredMail?.url !== SMTP_URL) {
    held.answeredMail?.transport.close();
    held.answeredMail = {
      url: SMTP_URL,
      transport: createTransport({
        url: SMTP_URL,
        pool: true,
        maxConnections: 2,
        connectionTimeout: 10_000,
        socketTimeout: 30_000,
      }),
    };
  }
  await held.answeredMail.transport.sendMail({
    from: MAIL_FROM,
    to: mail.to,
    subject: mail.subject,
    text: mail.body,
    messageId: `<${mail.id}@${new URL(PUBLIC_URL).hostname}>`,
    // RFC 3834: nobody's holiday notice need answer.
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": mail.locale,
      ...(mail.unsubscribe
        ? { "List-Unsubscribe": `<${mail.unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
        : {}),
    },
  });
}

/** Closes the connections to the mail server. */
export function closeMail(): void {
  held.answeredMail?.transport.close();
  delete held.answeredMail;
}
