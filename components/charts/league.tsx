import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { formatNumber } from "../format";
import { LocalLink } from "../ui/local-link";
import { BANDS, type Band, bandOf } from "./score-scale";

/** The plot begins here: scores below are drawn at its edge, their number says the rest. */
const FLOOR = 25;
const at = (score: number) => `${((Math.max(FLOOR, score) - FLOOR) / (100 - FLOOR)) * 100}%`;
const one = (n: number) => formatNumber(n, 1);

/** A company in the league: interval as a bar, score as a cut; or, with grade III, its band hatched and no score. */
export type LeagueEntry = { name: ReactNode; href: string; lang?: string } & (
  | { score: number; low: number; high: number }
  | { bandOnly: Band; note: ReactNode }
);

function IntervalRow(entry: LeagueEntry) {
  const t = useTranslations("ui");
  const band = "score" in entry ? bandOf(entry.score) : entry.bandOnly;
  const bounds = BANDS.find((b) => b.band === band);
  return (
    <li className="league-row">
      <span className="font-medium" lang={entry.lang} data-part="name">
        <LocalLink href={entry.href} className="text-ink visited:text-ink decoration-line-2">
          {entry.name}
        </LocalLink>
      </span>
      <span className="league-plot" aria-hidden="true">
        {BANDS.slice(1).map((b) => (
          <i key={b.band} className="league-line" style={{ left: at(b.from) }} />
        ))}
        {"score" in entry ? (
          <>
            <i className="league-interval" style={{ left: at(entry.low), right: `calc(100% - ${at(entry.high)})` }} />
            <i className="league-cut" style={{ left: at(entry.score) }} />
          </>
        ) : (
          <i className="league-hatched" style={{ left: at(bounds?.from ?? 0), right: `calc(100% - ${at(bounds?.to ?? 100)})` }} />
        )}
      </span>
      <span className="whitespace-nowrap" data-part="score">
        {"score" in entry ? (
          <>
            <b className="num text-[max(1.25rem,var(--t-h3))] leading-none">{one(entry.score)}</b>
            <span className="ml-3 text-note text-ink-2">{t("score.range", { low: one(entry.low), high: one(entry.high) })}</span>
          </>
        ) : (
          <span className="text-note text-ink-2">{entry.note}</span>
        )}
      </span>
      <span className="num text-center text-[max(1.25rem,var(--t-h3))] leading-none" data-part="band">
        <span className="sr-only">{t("league.band")} </span>
        {band}
      </span>
    </li>
  );
}

/** Companies that cannot be told apart, under one bracket, listed alphabetically: no order among them. */
export interface LeagueGroup {
  /** First and last place; absent for those with a band only. */
  from?: number;
  to?: number;
  /** In place of the words for places or for band only; `why` null says nothing. */
  title?: string;
  why?: string | null;
  /** False where they stand beside each other and are not said to be comparable. */
  bracket?: boolean;
  entries: LeagueEntry[];
}

/** The league of a sector: order comes from groups, never inside one. */
export function League({ groups }: { groups: LeagueGroup[] }) {
  const t = useTranslations("ui.league");
  return (
    <div className="league">
      <div className="league-head" aria-hidden="true">
        <span className="league-plot">
          {BANDS.map((b) => (
            <Fragment key={b.band}>
              <b className="num text-ink" style={{ left: at((Math.max(FLOOR, b.from) + b.to) / 2) }}>
                {b.band}
              </b>
              {b.from > 0 && <span style={{ left: at(b.from) }}>{b.from}</span>}
            </Fragment>
          ))}
        </span>
        <span data-part="score">{t("scoreAndInterval")}</span>
        <span data-part="band">{t("band")}</span>
      </div>
      {groups.map((group) => {
        const { from, to = from } = group;
        const places =
          from === undefined ? t("bandOnly") : from === to ? t("place", { from }) : t("places", { from, to: to ?? from });
        const title = group.title ?? places;
        const reason = from === undefined ? t("bandOnlyWhy") : group.entries.length > 1 ? t("comparable") : null;
        const why = group.why === undefined ? reason : group.why;
        return (
          <section key={title} className="league-group" data-plain={group.bracket === false ? "" : undefined}>
            <h3>
              {title}
              {why && <span className="ml-3.5 font-sans text-note font-normal text-ink-2 narrow:ml-0 narrow:block">{why}</span>}
            </h3>
            <ul>
              {group.entries.map((entry) => (
                <IntervalRow key={entry.href} {...entry} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
