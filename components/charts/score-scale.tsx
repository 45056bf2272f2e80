import { useTranslations } from "next-intl";
import { formatNumber } from "../format";

/** Bands of the compliance score, ours (Rules §6): from the lowest score of each. */
export const BANDS = [
  { band: "E", from: 0, to: 40 },
  { band: "D", from: 40, to: 60 },
  { band: "C", from: 60, to: 75 },
  { band: "B", from: 75, to: 90 },
  { band: "A", from: 90, to: 100 },
] as const;
export type Band = (typeof BANDS)[number]["band"];

/** The band a score lies in. */
export function bandOf(score: number): Band {
  return BANDS.findLast(({ from }) => score >= from)?.band ?? "E";
}

const one = (n: number) => formatNumber(n, 1);

/** Label of an interval's end, kept inside the scale. */
function End({ at, side, crowded }: { at: number; side: "low" | "high"; crowded: boolean }) {
  if (crowded) return null;
  const inward = side === "low" ? at < 9 : at > 91;
  const shift = side === "low" ? (inward ? "" : "-translate-x-full pr-1") : inward ? "-translate-x-full" : "pl-1";
  const left = side === "low" ? (inward ? 0 : at) : inward ? 100 : at;
  return (
    <span className={`absolute top-0 ${shift}`} style={{ left: `${left}%` }}>
      {one(at)}
    </span>
  );
}

/**
 * The scale of a score: interval as a bar, score as a cut, the portal's mean below. `bandOnly` (grade III) hatches the band and
 * shows no score.
 */
export function ScoreScale({
  score,
  low,
  high,
  mean,
  bandOnly,
}: {
  score?: number;
  low?: number;
  high?: number;
  mean?: number;
  bandOnly?: Band;
}) {
  const t = useTranslations("ui.score");
  const band = bandOnly ?? (score === undefined ? undefined : bandOf(score));
  const shown = bandOnly === undefined && score !== undefined && low !== undefined && high !== undefined;
  const crowded = shown && ((low > 85 && high > 91) || (high < 15 && low < 9));
  const label = shown
    ? t("label", { score: one(score), low: one(low), high: one(high), band: band ?? "" })
    : band
      ? t("labelBand", { band })
      : t("labelNone");
  return (
    <div className="scale" role="img" aria-label={label}>
      <div className="scale-axis">
        {BANDS.map((b) => (
          <span
            key={b.band}
            className="scale-band"
            data-here={b.band === band ? "" : undefined}
            data-hatched={b.band === bandOnly ? "" : undefined}
            style={{ left: `${b.from}%`, width: `${b.to - b.from}%` }}
          >
            <b>{b.band}</b>
          </span>
        ))}
        {[0, 40, 60, 75, 90, 100].map((n) => (
          <span key={n} className="scale-tick" data-n={n} style={{ left: `${n}%` }}>
            <span>{n}</span>
          </span>
        ))}
        {shown && (
          <>
            <i className="scale-interval" style={{ left: `${low}%`, right: `${100 - high}%` }} />
            <i className="scale-cut" style={{ left: `${score}%` }} />
          </>
        )}
      </div>
      {shown && (
        <div className="scale-ends">
          <End at={low} side="low" crowded={crowded} />
          <End at={high} side="high" crowded={crowded} />
          {crowded && (
            <span className={`absolute top-0 ${high > 50 ? "right-0" : "left-0"}`}>
              {t("range", { low: one(low), high: one(high) })}
            </span>
          )}
        </div>
      )}
      {mean !== undefined && (
        <div
          className="scale-mean"
          data-flip={mean > 80 ? "always" : mean > 55 ? "narrow" : undefined}
          style={{ left: `${mean}%` }}
        >
          <span>{t("mean", { mean: formatNumber(mean, 0) })}</span>
        </div>
      )}
    </div>
  );
}

/** The score itself: numeral, band, how sure it is. */
export function ScoreHead({ score, low, high }: { score: number; low: number; high: number }) {
  const t = useTranslations("ui.score");
  const band = BANDS.find((b) => b.band === bandOf(score));
  return (
    <div className="flex items-end gap-[18px]">
      <span className="num text-(length:--t-score) leading-none whitespace-nowrap">{one(score)}</span>
      <p className="pb-2 leading-[1.5]">
        <b className="num mr-[1em] text-[1.5rem]">{band?.band}</b>
        {t("band", { low: band?.from ?? 0, high: band?.to ?? 100 })}
        <br />
        <span className="text-small text-ink-2">{t("confidence", { low: one(low), high: one(high) })}</span>
      </p>
    </div>
  );
}
