import type { Tx } from "@/db/client";
import { badgeNews, checkNews, rulingsChanged, standingOf } from "@/db/queries/follow-news";
import type { FollowRow } from "@/db/queries/follows";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import type { FollowTarget } from "@/domain/follow";
import { roundScore } from "@/domain/score/evidence-grade";
import { env } from "@/platform/env";
import type { Locale } from "@/platform/i18n/routing";
import { sentence } from "./queue-mail";

/** A piece of news as the letter tells it: one sentence, and the page that holds it (without the language). */
export interface NewsLine {
  readonly text: string;
  readonly place: string;
}

export function newsLine({ text, place }: NewsLine, locale: Locale): string {
  return `· ${text}\n  ${env().PUBLIC_URL}/${locale}${place}`;
}

/**
 * What changed of a follow besides new rulings: rulings that a review varied or annulled; of a company also its special checks, its badge, and its
 * score when another quarter is published or another band or grade. `standing` is what was told of the score, to be kept with the follow;
 * the first time it is only kept.
 */
export async function changesFor(
  tx: Tx,
  row: FollowRow,
  now: Date,
  locale: Locale,
): Promise<{ lines: NewsLine[]; standing: string | null }> {
  const { kind, target } = row as unknown as FollowTarget;
  const days = { from: dayOf(row.toldUntil), before: dayOf(now) };
  const lines: NewsLine[] = [];
  const tell = async (key: string, params: Readonly<Record<string, string | number>>, place: string) => {
    lines.push({ text: await sentence(locale, `follow_news.${key}`, params), place });
  };
  if (kind === "search") return { lines, standing: null };
  const which = kind === "company" ? { company: target } : kind === "clause" ? { clause: target } : {};
  for (const { number, change, company } of await rulingsChanged(tx, which, days))
    await tell(change, { number, company: nameIn(company, locale) }, `/rulings/${number}`);
  if (kind !== "company") return { lines, standing: null };
  const place = `/companies/${target}`;
  for (const { number, result } of await checkNews(tx, target, row.toldUntil, now))
    await tell(result === null ? "check" : "concluded", { number, result: result ?? "" }, `/special-checks/${number}`);
  for (const { quarter, revoked } of await badgeNews(tx, target, days))
    await tell(revoked ? "badgeRevoked" : "badge", { year: quarter.slice(0, 4), q: quarter.slice(5) }, `/badges/${target}`);
  const found = await standingOf(tx, target);
  if (!found) return { lines, standing: row.toldStanding };
  const { score, band, grade } = found.shown;
  const standing = [found.quarter ?? "-", band ?? "-", grade].join(" ");
  if (row.toldStanding !== null && row.toldStanding !== standing)
    await tell("score", { score: score === null ? "" : roundScore(score).toFixed(1), band: band ?? "", grade }, place);
  return { lines, standing };
}
