import { useTranslations } from "next-intl";
import { TierText } from "@/components/case/marks";
import { formatNumber } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import { roundScore } from "@/domain/score/evidence-grade";
import type { ScoreWhatIf } from "@/domain/score/what-if";
import { useHidden } from "../../../_components/use-hidden";

/** Each open finding with what the score would be: rectified, overdue, annulled. What changes by less than 0.1 says so. */
export function WhatIfList({
  what,
  titles,
}: {
  what: ScoreWhatIf;
  titles: ReadonlyMap<string, { title: string; number: string }>;
}) {
  const t = useTranslations("companyScore");
  const say = useHidden();
  const change = (score: number) => {
    const delta = roundScore(roundScore(score) - roundScore(what.now.S));
    return delta === 0 ? t("same") : delta > 0 ? `+${formatNumber(delta, 1)}` : formatNumber(delta, 1);
  };
  if (what.open.length === 0) return <p>{t("none")}</p>;
  return (
    <ul>
      {what.open.map(({ line, rectified, overdue, annulled }) => {
        const known = titles.get(line.findingId);
        const outcomes = [
          { key: "rectified", score: rectified },
          ...(overdue === null ? [] : [{ key: "overdue", score: overdue }]),
          { key: "annulled", score: annulled },
        ] as const;
        return (
          <li key={line.findingId} className="hair-b grid gap-x-8 gap-y-1.5 py-3.5 wide:grid-cols-[minmax(0,1fr)_18em]">
            <div className="grid content-start gap-0.5">
              {known ? (
                <LocalLink href={`${PLACES.rulings}/${known.number}`} className="font-medium">
                  <span lang="zh-Hans">{say(known.title)}</span>
                </LocalLink>
              ) : (
                <span className="font-medium">{line.rulingId}</span>
              )}
              <span className="text-small text-ink-2">
                {line.clause} · <TierText tier={line.tier} /> ·{" "}
                <span className={line.rectification === "overdue" ? "text-seal" : undefined}>
                  {t(`states.${line.rectification as "pending"}`)}
                </span>{" "}
                · {t("points", { n: formatNumber(line.points, 2) })}
              </span>
            </div>
            <dl className="grid grid-cols-[minmax(0,1fr)_auto_auto] gap-x-4 text-small">
              {outcomes.map(({ key, score }) => (
                <div key={key} className="contents">
                  <dt className="text-ink-2">{t(`ifs.${key}`)}</dt>
                  <dd className="text-right">{formatNumber(roundScore(score), 1)}</dd>
                  <dd className="min-w-[4em] text-right text-ink-2">{change(score)}</dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
