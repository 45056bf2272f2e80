import { useTranslations } from "next-intl";
import { useDuration } from "../ui/date-text";

/** Share of the width the larger of value and limit takes; the rest is for its number. */
const SPAN = 82;

/** What was measured against a limit, in seconds: a pale bar to the limit, the limit line, hatched excess, both numbers in words. */
export function Measure({ seconds, limit }: { seconds: number; limit: number }) {
  const t = useTranslations("ui.measure");
  const duration = useDuration();
  const scale = SPAN / Math.max(seconds, limit);
  const words = { value: duration(seconds, true), limit: duration(limit, true), over: duration(seconds - limit, true) };
  const over = seconds > limit;
  const line = limit * scale;
  return (
    <div
      className="relative h-11 max-w-[620px] text-note leading-none"
      role="img"
      aria-label={over ? t("label", words) : t("within", words)}
    >
      <span className="absolute top-2 left-0 h-3.5 bg-d2" style={{ width: `${Math.min(seconds, limit) * scale}%` }} />
      {over && (
        <span
          className="absolute top-2 h-3.5 border border-seal hatch-seal"
          style={{ left: `${line}%`, width: `${(seconds - limit) * scale}%` }}
        />
      )}
      <span className="absolute top-0.5 h-[26px] w-0.5 bg-seal" style={{ left: `calc(${line}% - 1px)` }} />
      <b
        className={`absolute top-2 pl-2 font-medium leading-[14px] whitespace-nowrap ${over ? "" : "bg-paper"}`}
        style={{ left: `${seconds * scale}%` }}
      >
        {words.value}
      </b>
      <span
        className={`absolute top-8 font-medium whitespace-nowrap text-seal ${line > 30 ? "-translate-x-full" : ""}`}
        style={{ left: `${line}%` }}
      >
        {t("limit", words)}
      </span>
    </div>
  );
}
