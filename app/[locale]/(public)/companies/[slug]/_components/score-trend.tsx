import { useTranslations } from "next-intl";
import { formatNumber } from "@/components/format";
import { Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import type { ShownScore } from "@/domain/score/evidence-grade";

interface Point {
  readonly period: string;
  readonly shown: ShownScore;
}

const HEIGHT = 170;
const one = (n: number) => formatNumber(n, 1);

/** Is it getting better: each quarter's score as a cut in its interval. Overlapping intervals are said to prove nothing. */
export function ScoreTrend({ points }: { points: Point[] }) {
  const t = useTranslations("company.trend");
  const known = points.flatMap(({ period, shown }) =>
    shown.score !== null && shown.lower !== null && shown.upper !== null
      ? [{ period, score: shown.score, lower: shown.lower, upper: shown.upper }]
      : [],
  );
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last || known.length < 2) return null;
  const change = last.score - first.score;
  const overlap = last.lower <= first.upper && first.lower <= last.upper;
  const top = Math.min(100, Math.ceil((Math.max(...known.map((k) => k.upper)) + 2) / 10) * 10);
  const bottom = Math.max(0, Math.floor((Math.min(...known.map((k) => k.lower)) - 2) / 10) * 10);
  const y = (v: number) => ((top - v) / (top - bottom)) * HEIGHT;
  const lines = [40, 60, 75, 90].filter((n) => n > bottom && n < top);
  const note = t(overlap ? "unsure" : change > 0 ? "better" : "worse", {
    n: known.length,
    change: one(Math.abs(change)),
    direction: change >= 0 ? "up" : "down",
  });
  return (
    <Section title={t("title")} note={note}>
      <figure className="figure">
        <div className="relative ml-9" style={{ height: HEIGHT }} aria-hidden="true">
          {lines.map((n) => (
            <span key={n} className="absolute inset-x-0 border-t border-line" style={{ top: y(n) }}>
              <span className="absolute -left-9 -translate-y-1/2 text-note text-ink-2">{n}</span>
            </span>
          ))}
          {known.map((k, i) => (
            <span key={k.period} className="absolute" style={{ left: `${((i + 0.5) / known.length) * 100}%` }}>
              <i className="absolute -left-[4px] w-2 bg-d4" style={{ top: y(k.upper), height: y(k.lower) - y(k.upper) }} />
              <i className="absolute -left-[10px] h-[3px] w-5 bg-ink" style={{ top: y(k.score) - 1.5 }} />
              {(i === 0 || i === known.length - 1) && (
                <b
                  className={`num absolute -translate-y-1/2 whitespace-nowrap ${i === 0 ? "left-4" : "right-4"}`}
                  style={{ top: y(k.score) }}
                >
                  {one(k.score)}
                </b>
              )}
            </span>
          ))}
        </div>
        <ol
          className="mt-2 ml-9 grid text-center text-note text-ink-2"
          style={{ gridTemplateColumns: `repeat(${known.length}, minmax(0, 1fr))` }}
          aria-hidden="true"
        >
          {known.map((k) => (
            <li key={k.period}>{t("period", { year: k.period.slice(2, 4), q: k.period.slice(5) })}</li>
          ))}
        </ol>
        <details className="mt-3">
          <summary className="py-1 text-small text-act">{t("table")}</summary>
          <DataTable
            caption={t("title")}
            columns={[
              { key: "period", label: t("columns.period") },
              { key: "score", label: t("columns.score"), end: true },
              { key: "interval", label: t("columns.interval"), end: true },
            ]}
            rows={known.map((k) => ({
              key: k.period,
              cells: [
                t("periodLong", { year: k.period.slice(0, 4), q: k.period.slice(5) }),
                one(k.score),
                `${one(k.lower)}–${one(k.upper)}`,
              ],
            }))}
          />
        </details>
      </figure>
    </Section>
  );
}
