import { useTranslations } from "next-intl";
import { useDuration } from "../ui/date-text";

/** Share of the width, in per cent, the larger of value and limit takes; the rest is for its number. */
const SPAN = 82;

/** What was measured against a limit: a pale bar to the limit, the limit line, hatched excess, both numbers in words. */
export function LimitBar({
  value,
  limit,
  words,
  label,
  span = SPAN,
}: {
  value: number;
  limit: number;
  words: { readonly value: string; readonly limit: string };
  /** The same in a sentence. */
  label: string;
  span?: number;
}) {
  const scale = span / Math.max(value, limit);
  const over = value > limit;
  const line = limit * scale;
  return (
    <div className="relative h-11 max-w-[620px] text-note leading-none" role="img" aria-label={label}>
      <span className="absolute top-2 left-0 h-3.5 bg-d2" style={{ width: `${Math.min(value, limit) * scale}%` }} />
      {over && (
        <span
          className="absolute top-2 h-3.5 border border-seal hatch-seal"
          style={{ left: `${line}%`, width: `${(value - limit) * scale}%` }}
        />
      )}
      <span className="absolute top-0.5 h-[26px] w-0.5 bg-seal" style={{ left: `calc(${line}% - 1px)` }} />
      <b
        className={`absolute top-2 pl-2 font-medium leading-[14px] whitespace-nowrap ${over ? "" : "bg-paper"}`}
        style={{ left: `${value * scale}%` }}
      >
        {words.value}
      </b>
      <span
        className={`absolute top-8 font-medium whitespace-nowrap text-seal ${line > 30 ? "-translate-x-full" : ""}`}
        style={{ left: `${line}%` }}
      >
        {words.limit}
      </span>
    </div>
  );
}

/** A span of time against a limit, in seconds. */
export function Measure({ seconds, limit }: { seconds: number; limit: number }) {
  const t = useTranslations("ui.measure");
  const duration = useDuration();
  const words = { value: duration(seconds, true), limit: duration(limit, true), over: duration(seconds - limit, true) };
  return (
    <LimitBar
      value={seconds}
      limit={limit}
      words={{ value: words.value, limit: t("limit", words) }}
      label={seconds > limit ? t("label", words) : t("within", words)}
    />
  );
}
