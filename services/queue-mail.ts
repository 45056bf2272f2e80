import { createTranslator } from "next-intl";
import type { Tx } from "@/db/client";
import { insertMail } from "@/db/queries/outbox";
import { enqueue } from "@/db/queues";
import { env } from "@/platform/env";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/platform/i18n/routing";
import type { CaseBatch } from "./case-batch";
import { leaves } from "./send-mail";

export interface Letter {
  /** In whose mailbox it shows: complainant, company, officer … */
  readonly audience: string;
  readonly to: string;
  readonly locale: string;
  readonly channel?: "mail" | "sms";
  /** Words are messages `mail.<template>.subject` and `.body`. */
  readonly template: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly complaintId?: string;
  readonly userId?: string;
  /** For letters one has asked for again and again: the address that stops them with one POST. */
  readonly unsubscribe?: string;
}

/** All that a subject may name: it is read on locked screens and kept in logs of mail servers. */
const IN_SUBJECTS = ["reference", "number", "days", "due", "period", "quarter", "clause", "count"] as const;

const WORDS: Readonly<Record<Locale, () => Promise<{ default: Record<string, unknown> }>>> = {
  "zh-Hans": () => import("../messages/zh-Hans.json"),
  "zh-Hant": () => import("../messages/zh-Hant.json"),
  en: () => import("../messages/en.json"),
};

/**
 * Puts a letter into the outbox, in the caller's transaction: no letter without the event. Subject and body are written now, in the
 * reader's language, so that later changes of words do not change what was said. Throws when the template or a parameter is missing.
 */
export async function queueMail(tx: Tx, letter: Letter, batch?: CaseBatch): Promise<void> {
  const mail = await writtenMail(letter);
  if (batch) {
    batch.letter(mail);
    return;
  }
  const mailId = await insertMail(tx, mail);
  if (leaves(mail.channel)) await enqueue(tx, "send-mail", { mailId });
}

/** The letter as the outbox keeps it, for whoever writes it down together with something else. */
export async function writtenMail(letter: Letter) {
  const locale = isLocale(letter.locale) ? letter.locale : DEFAULT_LOCALE;
  const channel = letter.channel ?? "mail";
  const { subject, body, params } =
    channel === "sms"
      ? await writeText(locale, letter.template, letter.params)
      : { ...(await writeLetter(locale, letter.template, letter.params)), params: letter.params };
  return {
    complaintId: letter.complaintId ?? null,
    userId: letter.userId ?? null,
    audience: letter.audience,
    channel,
    to: letter.to,
    locale,
    template: letter.template,
    params,
    subject,
    body,
    unsubscribe: letter.unsubscribe ?? null,
  };
}

/** Every word of a language, for letters that name what pages name. */
export async function wordsOf(locale: Locale): Promise<Record<string, unknown>> {
  return (await WORDS[locale]()).default;
}

type Words = ((key: string, values?: Readonly<Record<string, string | number>>) => string) & { has(key: string): boolean };
const translators = new Map<Locale, Words>();

/** One translator a language and process: it keeps the sentences it has parsed. */
async function translator(locale: Locale): Promise<Words> {
  const known = translators.get(locale);
  if (known) return known;
  const { mail } = (await WORDS[locale]()).default as { mail: Record<string, Record<string, string>> };
  const t = createTranslator({
    locale,
    timeZone: "Asia/Shanghai",
    messages: { mail },
    namespace: "mail",
    onError: (error) => {
      throw error;
    },
  }) as unknown as Words;
  translators.set(locale, t);
  return t;
}

/** A sentence of the namespace `mail` that is neither subject nor body, for letters made of parts. */
export async function sentence(locale: Locale, key: string, values: Readonly<Record<string, string | number>>): Promise<string> {
  return (await translator(locale))(key, values);
}

/** Subject and body of a template; the body ends with the portal's signature. Subjects take parameters of IN_SUBJECTS only. */
export async function writeLetter(
  locale: Locale,
  template: string,
  params: Readonly<Record<string, string | number>>,
): Promise<{ subject: string; body: string }> {
  const say = await translator(locale);
  return {
    subject: say(`${template}.subject`, inSubject(params)),
    body: `${say(`${template}.body`, params)}\n\n${say("signature")}`,
  };
}

const inSubject = (params: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(params).filter(([key]) => (IN_SUBJECTS as readonly string[]).includes(key)));

/**
 * The same as a text message: read on locked screens and by whoever carries it, so it says no more than a subject may, and where to look.
 * A template that ends in `_sms` (or has a sister that does) brings words of its own, for digits to type.
 */
export async function writeText(locale: Locale, template: string, params: Readonly<Record<string, string | number>>) {
  const say = await translator(locale);
  const own = template.endsWith("_sms") ? template : `${template}_sms`;
  const subject = say(`${template}.subject`, inSubject(params));
  if (say.has(`${own}.body`)) return { subject, body: `${say("sms.from")}${say(`${own}.body`, params)}`, params };
  const kept = { ...inSubject(params), link: String(params.link ?? `${env().PUBLIC_URL}/${locale}/track`) };
  return { subject, body: `${say("sms.from")}${say("sms.note", { subject, link: kept.link })}`, params: kept };
}
