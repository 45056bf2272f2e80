import { createHmac } from "node:crypto";
import { env } from "./env";

export interface OutgoingSms {
  /** Of the text in the outbox; the gateway takes an id once, so that a text sent twice after a crash arrives once. */
  readonly id: string;
  readonly to: string;
  readonly locale: string;
  readonly text: string;
}

/** What the gateway answered; `code` is its status (http_503), never its words, which may repeat the number. */
export class SmsRefused extends Error {
  readonly code: string;
  constructor(status: number) {
    super(`the SMS gateway answered ${status}`);
    this.code = `http_${status}`;
  }
}

const PATIENCE_MS = 20_000;

/** Whether text messages leave the house: SMS_URL is set. Without it they stay in the outbox, where the demo's mailbox shows them. */
export function smsIsOn(): boolean {
  return Boolean(env().SMS_URL);
}

/** Standard Webhooks: base64 HMAC-SHA256 of `id.timestamp.body`, `at` in seconds since 1970. */
export function signSms(key: string, id: string, at: number, body: string): string {
  return `v1,${createHmac("sha256", key).update(`${id}.${at}.${body}`).digest("base64")}`;
}

/**
 * Hands a text to the gateway of SMS_URL: a signed POST of JSON `{id, to, locale, text}`; any 2xx means taken. Redirects are not followed:
 * the number goes nowhere else. `at`: real time, for the signature.
 * @throws SmsRefused, or the error of the connection; the caller tries again.
 */
export async function sendSms({ id, to, locale, text }: OutgoingSms, at: Date): Promise<void> {
  const { SMS_URL, SMS_KEY } = env();
  if (!SMS_URL || !SMS_KEY) throw new Error("SMS_URL and SMS_KEY are not set");
  const body = JSON.stringify({ id, to, locale, text });
  const seconds = Math.floor(at.getTime() / 1000);
  const answer = await fetch(SMS_URL, {
    method: "POST",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(seconds),
      "webhook-signature": signSms(SMS_KEY, id, seconds, body),
    },
    body,
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new SmsRefused(answer.status);
}
