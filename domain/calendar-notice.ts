import ICAL from "ical.js";
import { HOLIDAYS } from "./calendar-seed";
import { addDays, type Day, daysBetween, eachDay, isDay, weekday, yearOf } from "./day";
import { DomainError } from "./errors";
import { isWorkingDay, type WorkCalendar } from "./working-days";

/** A day on which a notice departs from the plain week. */
export interface NoticeDay {
  readonly day: Day;
  readonly kind: "holiday" | "workday";
  readonly name: string;
  readonly nameEn: string;
}

const LONGEST_HOLIDAY = 60;
const refuse = (message: string, line = "") => new DomainError("invalid", { field: "text", message, line: line.slice(0, 80) });
const english = (name: string) => Object.values(HOLIDAYS).find((h) => h.name === name)?.nameEn ?? name;

function span(kind: NoticeDay["kind"], from: string, to: string, name: string): NoticeDay[] {
  const given = name.trim().slice(0, 40);
  if (!isDay(from) || !isDay(to) || to < from || daysBetween(from, to) >= LONGEST_HOLIDAY || given === "")
    throw refuse("noticeLine", `${from} ${to} ${name}`);
  return [...eachDay(from, to)].map((day) => ({ day, kind, name: given, nameEn: english(given) }));
}

/** One a line: 休 2027-01-01 2027-01-03 元旦, 班 2027-01-02 元旦 (off and work do as well). */
function byHand(text: string): NoticeDay[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      const found = /^(休|班|off|work)\s+(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.|至|\/|\s)\s*(\d{4}-\d{2}-\d{2}))?\s+(.+)$/i.exec(line);
      if (!found) throw refuse("noticeLine", line);
      const [, what = "", from = "", to, name = ""] = found;
      return span(/^(班|work)$/i.test(what) ? "workday" : "holiday", from, to ?? from, name);
    });
}

function fromJson(text: string): NoticeDay[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw refuse("noticeJson");
  }
  const { holidays, workdays } = read as { holidays?: unknown; workdays?: unknown };
  if (!Array.isArray(holidays) || !Array.isArray(workdays)) throw refuse("noticeJson");
  const part = (one: unknown) => one as { name?: unknown; from?: unknown; to?: unknown; day?: unknown };
  const word = (value: unknown) => (typeof value === "string" ? value : "");
  return [
    ...holidays.flatMap((h) => span("holiday", word(part(h).from), word(part(h).to ?? part(h).from), word(part(h).name))),
    ...workdays.flatMap((w) => span("workday", word(part(w).day), word(part(w).day), word(part(w).name))),
  ];
}

/** Whole-day events; those whose summary says 班 or work are exchanged working days. */
function fromIcs(text: string): NoticeDay[] {
  let events: ICAL.Event[];
  try {
    events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((v) => new ICAL.Event(v));
  } catch {
    throw refuse("noticeIcs");
  }
  return events.flatMap((event) => {
    const from = event.startDate?.toString().slice(0, 10) ?? "";
    const until = event.endDate?.toString().slice(0, 10) ?? from;
    if (!isDay(from) || !isDay(until)) throw refuse("noticeIcs", event.summary ?? "");
    // DTEND of a whole-day event is the day after (RFC 5545, 3.6.1).
    const to = until > from ? addDays(until, -1) : from;
    const summary = event.summary ?? "";
    const works = /班|\bwork/i.test(summary);
    const name = summary.replace(/[（(]?(调休|調休)?(上班|补班|補班|班|放假|假期|休)[）)]?/g, "").trim() || summary;
    return span(works ? "workday" : "holiday", from, to, name);
  });
}

/**
 * The days of a year's notice, from JSON ({holidays: [{name, from, to}], workdays: [{name, day}]}), an ICS file, or lines by hand. In order,
 * each day once. Throws `invalid` with `field` text and a `message` (noticeLine, noticeJson, noticeIcs, noticeYear, noticeTwice, noticeWeekday,
 * noticeEmpty), `empty_calendar` when no working day would be left in the year.
 */
export function readNotice(year: number, text: string): NoticeDay[] {
  const trimmed = text.trim();
  if (trimmed === "") throw refuse("required");
  const days = trimmed.startsWith("{")
    ? fromJson(trimmed)
    : /^BEGIN:VCALENDAR/i.test(trimmed)
      ? fromIcs(trimmed)
      : byHand(trimmed);
  if (days.length === 0) throw refuse("noticeEmpty");
  const seen = new Set<Day>();
  for (const { day, kind } of days) {
    if (yearOf(day) !== year) throw refuse("noticeYear", day);
    if (seen.has(day)) throw refuse("noticeTwice", day);
    if (kind === "workday" && weekday(day) < 6) throw refuse("noticeWeekday", day);
    seen.add(day);
  }
  const calendar: WorkCalendar = { years: new Set([year]), days: new Map(days.map((d) => [d.day, d])) };
  if (workingDaysOf(year, calendar) === 0) throw new DomainError("empty_calendar", { field: "text", year });
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** How many working days a year has by a calendar. */
export function workingDaysOf(year: number, calendar: WorkCalendar): number {
  let count = 0;
  for (const day of eachDay(`${year}-01-01` as Day, `${year}-12-31` as Day)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}
