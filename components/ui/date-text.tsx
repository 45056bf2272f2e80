import { useLocale, useTranslations } from "next-intl";
import type { Day, Instant } from "@/domain/day";
import { type DayForm, formatDay, formatInstant, formatNumber, formatTime, percentFigure } from "../format";

/** A day in the reader's language; `form` as in formatDay. */
export function DateText({ day, form = "full", className }: { day: Day; form?: DayForm; className?: string }) {
  const locale = useLocale();
  return (
    <time dateTime={day} className={className}>
      {formatDay(day, locale, form)}
    </time>
  );
}

/** A moment in Asia/Shanghai: day and time, or the time alone. */
export function InstantText({ at, seconds = false, only }: { at: Instant; seconds?: boolean; only?: "time" }) {
  const locale = useLocale();
  return (
    <time dateTime={at.toISOString()}>{only === "time" ? formatTime(at, seconds) : formatInstant(at, locale, seconds)}</time>
  );
}

/** A number with thousands grouped and, when given, fixed decimals. */
export function NumberText({ value, decimals }: { value: number; decimals?: number }) {
  return <>{formatNumber(value, decimals)}</>;
}

/** A share (0 to 1) with the sign set small beside a large numeral. */
export function PercentText({ share, decimals = 1 }: { share: number; decimals?: number }) {
  return (
    <>
      {percentFigure(share, decimals)}
      <small className="ml-0.5 text-[.5em]">%</small>
    </>
  );
}

/** A span of time in words, from seconds: 281 → 4分41秒, 31 h → 31小时. `plain`: seconds alone (281秒). */
export function useDuration(): (seconds: number, plain?: boolean) => string {
  const t = useTranslations("ui.time");
  return (seconds, plain = false) => {
    const whole = Math.round(seconds);
    if (plain || whole < 60) return t("seconds", { s: String(whole) });
    const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
    if (h > 0) return m > 0 ? t("hoursMinutes", { h: String(h), m: String(m) }) : t("hours", { h: String(h) });
    return s > 0 ? t("minutesSeconds", { m: String(m), s: String(s) }) : t("minutes", { m: String(m) });
  };
}

export function DurationText({ seconds, plain }: { seconds: number; plain?: boolean }) {
  return <>{useDuration()(seconds, plain)}</>;
}
