import { asc } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendarDays, calendarNotices } from "@/db/schema";
import { type Day, dayOf } from "@/domain/day";
import type { CalendarDay, WorkCalendar } from "@/domain/working-days";

/** Which notices are loaded, in a word: as long as it stays the same, so does the calendar. */
export async function calendarVersion(tx: Tx): Promise<string> {
  const notices = await tx
    .select({ year: calendarNotices.year, loadedAt: calendarNotices.loadedAt })
    .from(calendarNotices)
    .orderBy(asc(calendarNotices.year));
  return versionOf(notices);
}

const versionOf = (notices: readonly { year: number; loadedAt: Date }[]) =>
  notices.map((n) => `${n.year}:${n.loadedAt.getTime()}`).join(" ");

/** The last calendars read, by language; every page and every clock counts with one. */
const kept = new Map<string, { version: string; calendar: WorkCalendar }>();

/**
 * The working calendar as loaded: the days of every notice, which years have one, and when a notice came later than the start.
 * `locale` chooses the language of the holidays' names. Which notices there are is asked each time; their days only when that changed.
 */
export async function loadCalendar(tx: Tx, locale: string = "zh-Hans"): Promise<WorkCalendar> {
  const notices = await tx.select().from(calendarNotices).orderBy(asc(calendarNotices.year));
  const version = versionOf(notices);
  const had = kept.get(locale);
  if (had?.version === version) return had.calendar;
  const calendar = await readCalendar(tx, locale, notices);
  kept.set(locale, { version, calendar });
  return calendar;
}

async function readCalendar(
  tx: Tx,
  locale: string,
  notices: readonly (typeof calendarNotices.$inferSelect)[],
): Promise<WorkCalendar> {
  const rows = await tx.select().from(calendarDays);
  const days = new Map<Day, CalendarDay>(
    rows.map((d) => [d.day, { kind: d.kind as CalendarDay["kind"], name: locale === "en" ? d.nameEn : d.name }]),
  );
  const loadedOn = new Map(notices.filter((n) => n.loadedBy !== null).map((n) => [n.year, dayOf(n.loadedAt)]));
  return { years: new Set(notices.map((n) => n.year)), days, loadedOn };
}
