import { useTranslations } from "next-intl";
import { formatNumber, formatPercent } from "@/components/format";
import { FigureRow, Section } from "@/components/ui/page";
import type { companyConduct } from "@/db/queries/public-companies";
import { wilson } from "@/domain/report-figures/shares";

/** Shown beside the score and never weighed in: replies in time, first answer, uphold rate, rectification in time. */
export function Conduct({ conduct }: { conduct: Awaited<ReturnType<typeof companyConduct>> }) {
  const t = useTranslations("company.conduct");
  const share = (part: number, of: number) => (of === 0 ? "–" : formatPercent(part / of));
  const { replies, firstAnswerHours, within72, upheld, rectified } = conduct;
  const interval = upheld.decided > 0 ? wilson(upheld.upheld, upheld.decided) : null;
  return (
    <Section title={t("title")} note={t("note")}>
      <FigureRow
        figures={[
          {
            key: "replies",
            figure: share(replies.inTime, replies.due),
            words: t("replies", { part: replies.inTime, of: replies.due }),
          },
          {
            key: "answer",
            figure: firstAnswerHours === null ? "–" : t("hours", { n: formatNumber(firstAnswerHours, 0) }),
            words: t("answer", { share: within72 === null ? "–" : formatPercent(within72, 0) }),
          },
          {
            key: "upheld",
            figure: share(upheld.upheld, upheld.decided),
            words: interval
              ? t("upheld", {
                  part: upheld.upheld,
                  of: upheld.decided,
                  low: formatPercent(interval.lower),
                  high: formatPercent(interval.upper),
                })
              : t("upheldNone"),
          },
          {
            key: "rectified",
            figure: share(rectified.inTime, rectified.due),
            words: t("rectified", { part: rectified.inTime, of: rectified.due }),
          },
        ]}
      />
    </Section>
  );
}
