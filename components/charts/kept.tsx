import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PercentText } from "../ui/date-text";
import { UnitSquares } from "./unit-squares";

/** Was the word kept: the share as a figure, how many of how many, the squares. `title`: what was promised. */
export function Kept({
  id,
  title,
  onTime,
  late,
  children,
}: {
  id: string;
  title: ReactNode;
  onTime: number;
  late: number;
  children?: ReactNode;
}) {
  const t = useTranslations("ui.units");
  const due = onTime + late;
  return (
    <div className="kept grid gap-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="num text-figure leading-none whitespace-nowrap">
          {due === 0 ? "–" : <PercentText share={onTime / due} />}
        </span>
        <p className="leading-close">
          {title}
          <br />
          <span className="text-small text-ink-2">
            {t("counts", { due, onTime })}
            {late > 0 ? <b className="whitespace-nowrap text-seal">{t("countLate", { late })}</b> : t("countNone")}
          </span>
        </p>
      </div>
      {due > 0 && <UnitSquares id={id} onTime={onTime} late={late} />}
      {children}
    </div>
  );
}
