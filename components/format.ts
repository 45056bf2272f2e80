import { type Day, dayOf, type Instant } from "@/domain/day";

/**
 * How a day is written.
 * full: 2026年9月17日 星期四 / Thu 17 Sep 2026 · date: 2026年9月17日 / 17 Sep 2026 · weekday: 9月17日 周四 / Thu 17 Sep
 * day: 9月17日 / 17 Sep · short: 9/17 / 17 Sep, for the desk's columns
 */
export type DayForm = "full" | "date" | "weekday" | "day" | "short";

const formatters = new Map<string, Intl.DateTimeFormat>();

function parts(day: Day, locale: string, weekday: "short" | "long"): Record<string, string> {
  const key = `${locale} ${weekday}`;
  let format = formatters.get(key);
  if (!format) {
    const options = { timeZone: "UTC", year: "numeric", day: "numeric", weekday } as const;
    format = new Intl.DateTimeFormat(isChinese(locale) ? locale : "en-US", {
      ...options,
      month: isChinese(locale) ? "numeric" : "short",
    });
    formatters.set(key, format);
  }
  const at = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))));
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** True for both scripts of Chinese. */
export function isChinese(locale: string): boolean {
  return locale.startsWith("zh");
}

/** A calendar day of Asia/Shanghai in words. Chinese months and days are written without padding, English ones as 17 Sep 2026. */
export function formatDay(day: Day, locale: string, form: DayForm = "full"): string {
  const p = parts(day, locale, form === "full" && isChinese(locale) ? "long" : "short");
  if (isChinese(locale)) {
    const monthDay = `${p.month}月${p.day}日`;
    if (form === "short") return `${p.month}/${p.day}`;
    if (form === "day") return monthDay;
    if (form === "weekday") return `${monthDay} ${p.weekday}`;
    return form === "date" ? `${p.year}年${monthDay}` : `${p.year}年${monthDay} ${p.weekday}`;
  }
  const monthDay = `${p.day} ${p.month}`;
  if (form === "short" || form === "day") return monthDay;
  if (form === "weekday") return `${p.weekday} ${monthDay}`;
  return form === "date" ? `${monthDay} ${p.year}` : `${p.weekday} ${monthDay} ${p.year}`;
}

/** Name of a weekday, 1 Monday to 7 Sunday: 一 … 日, Mon … Sun. */
export function formatWeekday(weekday: number, locale: string): string {
  const monday = `2026-06-0${weekday}` as Day;
  return parts(monday, locale, "short").weekday?.replace(/^[周週]/u, "") ?? "";
}

/** A month: 2026年9月 / Sep 2026. Takes any of its days, or "YYYY-MM". */
export function formatMonth(month: string, locale: string): string {
  const p = parts(`${month.slice(0, 7)}-01` as Day, locale, "short");
  return isChinese(locale) ? `${p.year}年${p.month}月` : `${p.month} ${p.year}`;
}

/** Time of day in Asia/Shanghai, 15:26 or 15:26:04. */
export function formatTime(at: Instant, withSeconds = false): string {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return local.slice(11, withSeconds ? 19 : 16);
}

/** Day and time in Asia/Shanghai: 2026年9月30日16:42:07 / 30 Sep 2026, 16:42:07. */
export function formatInstant(at: Instant, locale: string, withSeconds = false): string {
  const day = formatDay(dayOf(at), locale, "date");
  return isChinese(locale) ? `${day}${formatTime(at, withSeconds)}` : `${day}, ${formatTime(at, withSeconds)}`;
}

const numbers = new Map<number | undefined, Intl.NumberFormat>();

/** Grouped by thousands; a fixed number of decimals when given; a true minus sign. */
export function formatNumber(value: number, decimals?: number): string {
  let format = numbers.get(decimals);
  if (!format) {
    const digits =
      decimals === undefined
        ? { maximumFractionDigits: 2 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    format = new Intl.NumberFormat("en-US", digits);
    numbers.set(decimals, format);
  }
  return format.format(value).replace("-", "−");
}

/** A share from 0 to 1 as 99.1%. A share that is not whole never rounds to 0% or 100%. */
export function formatPercent(share: number, decimals = 1): string {
  return `${percentFigure(share, decimals)}%`;
}

/** The number of formatPercent without its sign, where the sign is set smaller. */
export function percentFigure(share: number, decimals = 1): string {
  const step = 10 ** -decimals;
  let percent = share * 100;
  if (share < 1 && percent > 100 - step) percent = 100 - step;
  if (share > 0 && percent < step) percent = step;
  return formatNumber(percent, decimals);
}

/** Bytes as 640kB, 18.4MB; English has a space. */
export function formatBytes(bytes: number, locale: string): string {
  const gap = isChinese(locale) ? "" : " ";
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}${gap}kB`;
  return bytes < 1_000_000_000 ? `${formatNumber(bytes / 1e6, 1)}${gap}MB` : `${formatNumber(bytes / 1e9, 2)}${gap}GB`;
}

/** Seconds as a position in a recording: 5:12, 1:04:00. */
export function formatPosition(seconds: number): string {
  const s = Math.round(seconds);
  const two = (n: number) => String(n).padStart(2, "0");
  const minutes = Math.floor(s / 60);
  return minutes < 60 ? `${minutes}:${two(s % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(s % 60)}`;
}
