import { useLocale, useTranslations } from "next-intl";
import type { Compared } from "@/app/_server/compare-view";
import { formatNumber, formatPercent } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { nameIn } from "@/domain/company-register";

/** The same measures for each company, side by side; what is not known says so. */
export function CompareTable({ compared }: { compared: readonly Compared[] }) {
  const t = useTranslations("compare");
  const sector = useTranslations("sectors");
  const badge = useTranslations("badge.standings");
  const locale = useLocale();
  const share = (part: number, of: number) => (of === 0 ? "–" : t("share", { share: formatPercent(part / of), part, of }));
  const rows: [string, (one: Compared) => string][] = [
    ["sector", ({ company }) => sector(company.sector)],
    ["score", ({ shown }) => (shown?.score == null ? "–" : formatNumber(shown.score, 1))],
    [
      "interval",
      ({ shown }) =>
        shown?.lower == null || shown.upper == null
          ? "–"
          : t("between", { low: formatNumber(shown.lower, 1), high: formatNumber(shown.upper, 1) }),
    ],
    ["band", ({ shown }) => shown?.band ?? "NR"],
    ["grade", ({ shown }) => shown?.grade ?? "NR"],
    ["decided", ({ score }) => formatNumber(score?.decided ?? 0)],
    ["findings", ({ score }) => formatNumber(score?.lines.filter((l) => l.points > 0).length ?? 0)],
    ["overdue", ({ score }) => formatNumber(score?.lines.filter((l) => l.rectification === "overdue").length ?? 0)],
    ["points", ({ score }) => (score ? formatNumber(score.X, 2) : "–")],
    [
      "exposure",
      ({ score }) =>
        score
          ? t(`exposures.${score.exposure.source === "proxy" ? "proxy" : score.exposure.audited ? "audited" : "declared"}`, {
              n: formatNumber(Math.round(score.E * 100_000)),
            })
          : "–",
    ],
    ["dial", ({ score }) => share(score?.passed ?? 0, score?.tests ?? 0)],
    ["replies", ({ conduct }) => share(conduct.replies.inTime, conduct.replies.due)],
    [
      "answer",
      ({ conduct }) => (conduct.firstAnswerHours === null ? "–" : t("hours", { n: formatNumber(conduct.firstAnswerHours, 0) })),
    ],
    ["upheld", ({ conduct }) => share(conduct.upheld.upheld, conduct.upheld.decided)],
    ["rectified", ({ conduct }) => share(conduct.rectified.inTime, conduct.rectified.due)],
    ["badge", (one) => (one.badge ? badge(one.badge) : "–")],
  ];
  return (
    <DataTable
      caption={t("table")}
      columns={[
        { key: "measure", label: t("measure") },
        ...compared.map(({ company }) => ({
          key: company.slug,
          label: <LocalLink href={`${PLACES.companies}/${company.slug}`}>{nameIn(company, locale)}</LocalLink>,
        })),
      ]}
      rows={rows.map(([key, value]) => ({
        key,
        cells: [
          <span key="m" className="block min-w-[6em]">
            {t(`measures.${key as "score"}`)}
          </span>,
          ...compared.map((one) => (
            <span key={one.company.slug} className="block min-w-[5.5em]">
              {value(one)}
            </span>
          )),
        ],
      }))}
    />
  );
}
