import { DomainError } from "./errors";

/** A calendar day of Asia/Shanghai, "YYYY-MM-DD". */
export type Day = `${number}-${number}-${number}`;
/** A moment. */
export type Instant = Date;
/** A quarter, "2026Q3". */
export type Quarter = `${number}Q${1 | 2 | 3 | 4}`;

const DAY_MS = 86_400_000;
/** Fixed: China has had no daylight saving time since 1991. */
const OFFSET_MS = 8 * 3_600_000;

const pad = (n: number, width = 2) => String(n).padStart(width, "0");

// Written once each: counting a case's clocks asks for the same few hundred days again and again. Bounded to 1970 to 2079.
const WRITTEN: Day[] = [];
const LAST_WRITTEN = 40_000;

function fromSerial(serial: number): Day {
  if (serial < 0 || serial > LAST_WRITTEN) return written(serial);
  const known = WRITTEN[serial];
  if (known) return known;
  const day = written(serial);
  WRITTEN[serial] = day;
  return day;
}

/** Days since 1970-01-01 → civil date (proleptic Gregorian, 400-year eras). */
function written(serial: number): Day {
  const z = serial + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month)}-${pad(doy - Math.floor((153 * mp + 2) / 5) + 1)}` as Day;
}

function serialOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
}

function parts(day: Day): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

const toSerial = (day: Day) => serialOf(...parts(day));

/** True for a real calendar day written YYYY-MM-DD. */
export function isDay(value: string): value is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && fromSerial(toSerial(value as Day)) === value;
}

/** A day from text; throws `invalid`. */
export function day(value: string): Day {
  if (!isDay(value)) throw new DomainError("invalid", { day: value.slice(0, 20) });
  return value;
}

/** The day of Asia/Shanghai in which the moment lies; 00:00:00.000 belongs to the day that begins. */
export function dayOf(instant: Instant): Day {
  return fromSerial(Math.floor((instant.getTime() + OFFSET_MS) / DAY_MS));
}

/** 00:00 of the day. */
export function startOfDay(d: Day): Instant {
  return new Date(toSerial(d) * DAY_MS - OFFSET_MS);
}

/** 24:00 of the day, where its deadlines end. */
export function endOfDay(d: Day): Instant {
  return startOfDay(addDays(d, 1));
}

/** Calendar days later (negative: earlier). */
export function addDays(d: Day, count: number): Day {
  return fromSerial(toSerial(d) + count);
}

/** The same day of the month, `count` calendar months later; the last day where the month is shorter. */
export function addMonthsCalendar(d: Day, count: number): Day {
  const [year, month, dayOfMonth] = parts(d);
  const index = year * 12 + (month - 1) + count;
  const y = Math.floor(index / 12);
  const m = (((index % 12) + 12) % 12) + 1;
  const next = m === 12 ? serialOf(y + 1, 1, 1) : serialOf(y, m + 1, 1);
  return fromSerial(Math.min(serialOf(y, m, dayOfMonth), next - 1));
}

/** Negative, 0 or positive, for sorting. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Calendar days from `a` to `b`. */
export function daysBetween(a: Day, b: Day): number {
  return toSerial(b) - toSerial(a);
}

export const laterDay = (a: Day, b: Day): Day => (a < b ? b : a);
export const earlierDay = (a: Day, b: Day): Day => (a < b ? a : b);

/** 1 Monday to 7 Sunday. */
export function weekday(d: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((((toSerial(d) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

export function yearOf(d: Day): number {
  return Number(d.slice(0, 4));
}

/** Every day from `from` to `to`, both included; nothing when `to` is before `from`. */
export function* eachDay(from: Day, to: Day): Generator<Day> {
  const last = toSerial(to);
  for (let serial = toSerial(from); serial <= last; serial++) yield fromSerial(serial);
}

export function quarterOf(d: Day): Quarter {
  const [year, month] = parts(d);
  return `${year}Q${Math.ceil(month / 3)}` as Quarter;
}

/** First and last day of a quarter. */
export function quarterBounds(quarter: Quarter): { first: Day; last: Day } {
  if (!/^\d{4}Q[1-4]$/.test(quarter)) throw new DomainError("invalid", { quarter });
  const first = `${quarter.slice(0, 4)}-${pad((Number(quarter.slice(5)) - 1) * 3 + 1)}-01` as Day;
  return { first, last: addDays(addMonthsCalendar(first, 3), -1) };
}
