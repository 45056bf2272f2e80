import { useLocale, useTranslations } from "next-intl";
import { LimitBar } from "@/components/charts/measure";
import { formatDay, formatNumber } from "@/components/format";
import { clauseKey } from "@/domain/clauses";
import { addDays, type Day } from "@/domain/day";
import { formatThreshold } from "@/domain/special-check";

/** What of a check its title and its figures say. */
export interface CheckFigures {
  readonly clause: string | null;
  readonly complainants: number;
  readonly threshold: number;
  readonly mean: number | null;
}

/** A clause by its number and name. */
export function useClauseName(): (clause: string) => string {
  const t = useTranslations("clauses");
  return (clause) => `${clause} ${t(`${clauseKey(clause)}.title` as "A1_1.title")}`;
}

/** What happened, as the title of a check says it: how many people, and of what. */
export function useCheckTitle(): (check: Pick<CheckFigures, "clause" | "complainants">) => string {
  const t = useTranslations("specialChecks.head");
  const nameOf = useClauseName();
  return ({ clause, complainants: n }) => (clause === null ? t("inflow", { n }) : t("clause", { n, clause: nameOf(clause) }));
}

/** The days of a week in a line, from its Monday. */
export function useWeekSpan(): (week: Day) => { from: string; to: string } {
  const locale = useLocale();
  return (week) => ({ from: formatDay(week, locale, "date"), to: formatDay(addDays(week, 6), locale, "date") });
}

/** Complainants of the week against the number that opens a check, and in words how that number came about. */
export function CheckMeasure({ check }: { check: CheckFigures }) {
  const t = useTranslations("specialChecks");
  const nameOf = useClauseName();
  const threshold = formatThreshold(check.threshold);
  const n = check.complainants;
  return (
    <div className="grid gap-4">
      <LimitBar
        value={n}
        limit={check.threshold}
        words={{ value: t("people", { n }), limit: t("threshold", { n: threshold }) }}
        span={72}
        label={t("barLabel", { n, limit: threshold })}
      />
      <p className="max-w-measure">
        {check.clause === null
          ? t("told.inflow", { n, mean: formatNumber(check.mean ?? 0, 1), threshold })
          : t("told.clause", { n, clause: nameOf(check.clause) })}
      </p>
    </div>
  );
}
