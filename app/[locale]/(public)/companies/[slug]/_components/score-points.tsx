import { useTranslations } from "next-intl";
import { TierText } from "@/components/case/marks";
import { formatNumber } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { TIERS } from "@/domain/findings";
import type { CompanyScore, FindingLine } from "@/domain/score/types";
import { useHidden } from "../../../../_components/use-hidden";

const two = (n: number) => formatNumber(n, 2);
const three = (n: number) => formatNumber(n, 3);
const STATES = ["overdue", "pending", "late", "in_time"] as const;

/** Where the points come from: by tier and rectification, then each line linked to its finding, then the sum in one sentence. */
export function ScorePoints({
  score,
  titles,
}: {
  score: CompanyScore;
  titles: ReadonlyMap<string, { title: string; number: string }>;
}) {
  const t = useTranslations("company.points");
  const say = useHidden();
  const groups = [...TIERS].reverse().flatMap((tier) =>
    STATES.flatMap((state) => {
      const lines = score.lines.filter((l) => l.tier === tier && l.rectification === state && l.points > 0);
      return lines.length === 0 ? [] : [{ tier, state, lines }];
    }),
  );
  const replies = (["late", "missing"] as const).flatMap((failing) => {
    const lines = score.replies.filter((r) => r.failing === failing && r.points > 0);
    return lines.length === 0 ? [] : [{ failing, lines }];
  });
  const sum = (values: readonly { points: number }[]) => values.reduce((total, v) => total + v.points, 0);
  const mean = (lines: readonly FindingLine[], pick: (l: FindingLine) => number) =>
    lines.reduce((total, l) => total + pick(l), 0) / lines.length;
  return (
    <Section
      title={t("title")}
      note={
        <>
          <p>{t("note")}</p>
          <LocalLink href={PLACES.method}>{t("method")}</LocalLink>
        </>
      }
    >
      <DataTable
        caption={t("title")}
        columns={[
          { key: "tier", label: t("tier") },
          { key: "state", label: t("rectification") },
          { key: "n", label: t("count"), end: true },
          { key: "w", label: "w", end: true },
          { key: "rho", label: "ρ", end: true },
          { key: "g", label: "g", end: true },
          { key: "points", label: t("points"), end: true },
        ]}
        rows={[
          ...groups.map(({ tier, state, lines }) => ({
            key: `${tier}${state}`,
            cells: [
              <TierText key="tier" tier={tier} />,
              t(`states.${state}`),
              lines.length,
              two(mean(lines, (l) => l.w)),
              formatNumber(lines[0]?.rho ?? 0, 1),
              three(mean(lines, (l) => l.g)),
              <b key="p">{two(sum(lines))}</b>,
            ],
          })),
          ...replies.map(({ failing, lines }) => ({
            key: failing,
            cells: [t("reply"), t(`replies.${failing}`), lines.length, "", "", "", <b key="p">{two(sum(lines))}</b>],
          })),
        ]}
        foot={[t("total"), "", "", "", "", "", two(score.X)]}
        empty={t("none")}
      />
      <p className="mt-3">
        {t("sentence", {
          rate: two(score.rHat),
          c: formatNumber(score.C, 1),
          t: formatNumber(score.T, 1),
          s: formatNumber(score.S, 1),
        })}
      </p>
      {score.lines.length > 0 && (
        <details className="mt-3">
          <summary className="py-1 text-small text-act">{t("each", { n: score.lines.length })}</summary>
          <DataTable
            caption={t("each", { n: score.lines.length })}
            columns={[
              { key: "finding", label: t("finding") },
              { key: "clause", label: t("clause") },
              { key: "state", label: t("rectification") },
              { key: "calc", label: "w × ρ × g", end: true },
              { key: "unit", label: t("unit"), end: true },
              { key: "points", label: t("points"), end: true },
            ]}
            rows={score.lines.map((l) => {
              const known = titles.get(l.findingId);
              return {
                key: l.findingId,
                cells: [
                  known ? (
                    <LocalLink key="f" href={`${PLACES.rulings}/${known.number}`}>
                      <span lang="zh-Hans">{say(known.title)}</span>
                    </LocalLink>
                  ) : (
                    t("archived", { number: l.rulingId })
                  ),
                  l.clause,
                  t(`states.${l.rectification}`),
                  `${two(l.w)} × ${formatNumber(l.rho, 1)} × ${three(l.g)}`,
                  formatNumber(l.unitFactor, 2),
                  two(l.points),
                ],
              };
            })}
          />
        </details>
      )}
    </Section>
  );
}
