import { useTranslations } from "next-intl";
import type { CaseClock } from "@/domain/clocks";
import { combOf, lateDaysOf } from "./clock-shape";

/** One tick a working day, the limit, and what lies beyond it. All combs of a page use one `scale`. */
export function Comb({
  clock,
  scale,
}: {
  clock: Pick<CaseClock, "days" | "usedDays" | "daysLeft" | "workingDays" | "state">;
  scale?: "large";
}) {
  const t = useTranslations("deadline");
  const late = lateDaysOf(clock);
  const limit = clock.workingDays;
  const label = late > 0 ? t("combLabelLate", { limit, late }) : t("combLabel", { limit, used: Math.min(limit, clock.usedDays) });
  return (
    <span className="comb" data-scale={scale} role="img" aria-label={label}>
      {combOf(clock).map((tick, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ticks have no identity
        <i key={index} data-day={tick === "left" ? undefined : tick} />
      ))}
    </span>
  );
}
