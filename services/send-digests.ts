import type { Database, Tx } from "@/db/client";
import {
  anythingSigned,
  type FollowRow,
  lockReader,
  markTold,
  type NewRuling,
  readersToTell,
  rulingsSigned,
} from "@/db/queries/follows";
import { nameIn } from "@/domain/company-register";
import { type FollowTarget, followedPlace, followedSearch, MOST_IN_LETTER } from "@/domain/follow";
import { inWords, type Replacements } from "@/domain/redaction";
import { env } from "@/platform/env";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/platform/i18n/routing";
import { followLabel } from "./follow-label";
import { changesFor, type NewsLine, newsLine } from "./follow-news";
import { stopAddress, stopPage, stopToken } from "./follow-tokens";
import { queueMail, sentence, wordsOf } from "./queue-mail";
import { searchRulings } from "./search-rulings";

/** Newest hits of a saved search that are looked at: more than are signed in a day. */
const LOOKED_AT = 200;

/**
 * One letter to each address that follows something of which there is news since it was last told, with a link to stop each part and all; nothing new, no letter. Each
 * address is a transaction of its own, so one that fails keeps nobody else waiting. Answers how many letters were written.
 */
export async function sendDigests(db: Database, now: Date): Promise<number> {
  let letters = 0;
  for (const reader of await readersToTell(db, now)) if (await db.transaction((tx) => tellReader(db, tx, reader, now))) letters++;
  return letters;
}

async function tellReader(db: Database, tx: Tx, reader: string, now: Date): Promise<boolean> {
  const followed = await lockReader(tx, reader);
  const [first] = followed;
  if (!first) return false;
  const locale = isLocale(first.locale) ? first.locale : DEFAULT_LOCALE;
  const parts: string[] = [];
  const told = new Set<string>();
  const hidden = ((await wordsOf(locale)).redaction as { hidden: Replacements }).hidden;
  for (const row of followed) {
    const fresh = (await newFor(db, tx, row, now)).map((r) => {
      return { text: `${nameIn(r.company, locale)} ${inWords(r.title, hidden)}`, place: `/rulings/${r.number}` };
    });
    const { lines, standing } = await changesFor(tx, row, now, locale);
    await markTold(tx, row.id, { toldUntil: now, toldStanding: standing });
    const news = [...fresh, ...lines];
    if (news.length === 0) continue;
    for (const { text, place } of news) told.add(`${place} ${text}`);
    parts.push(await partOf(tx, row, news, locale));
  }
  if (parts.length === 0) return false;
  const all = stopToken({ reader });
  await queueMail(tx, {
    audience: "follower",
    to: first.email,
    locale,
    template: "follow_digest",
    params: { count: told.size, list: parts.join("\n\n"), stop: stopPage(locale, all) },
    unsubscribe: stopAddress(all),
  });
  return true;
}

async function newFor(db: Database, tx: Tx, row: FollowRow, now: Date): Promise<NewRuling[]> {
  const span = { after: row.toldUntil, until: now };
  const { kind, target } = row as unknown as FollowTarget;
  if (!(await anythingSigned(tx, span.after, span.until))) return [];
  if (kind === "company") return rulingsSigned(tx, { company: target }, span);
  if (kind === "clause") return rulingsSigned(tx, { clause: target }, span);
  if (kind === "all") return rulingsSigned(tx, {}, span);
  const { words, filters } = followedSearch(target);
  const { hits } = await searchRulings(db, { words, filters, order: "date", offset: 0, limit: LOOKED_AT });
  return rulingsSigned(tx, { numbers: hits.map((hit) => hit.number) }, span);
}

async function partOf(tx: Tx, row: FollowRow, news: readonly NewsLine[], locale: Locale): Promise<string> {
  const followed = row as unknown as FollowTarget;
  const base = `${env().PUBLIC_URL}/${locale}`;
  const lines = news.slice(0, MOST_IN_LETTER).map((one) => newsLine(one, locale));
  const more = news.length - lines.length;
  return [
    await sentence(locale, "follow_part.title", { what: await followLabel(tx, locale, followed), n: news.length }),
    ...lines,
    ...(more > 0 ? [await sentence(locale, "follow_part.more", { n: more, link: `${base}${followedPlace(followed)}` })] : []),
    await sentence(locale, "follow_part.stop", { link: stopPage(locale, stopToken({ id: row.id })) }),
  ].join("\n");
}
