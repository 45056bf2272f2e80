import { asc } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendarDays, calendarNotices } from "@/db/schema";
import { type Day, dayOf } from "@/domain/day";
import type { CalendarDay, WorkCalendar } from "@/domain/working-days";

/** Which notices are loaded, in a word: as long as it stays the same, so does the calendar. */
export async function calendarVersion(tx: Tx): Promise<string> {
  const notices = await tx
    .select({ year: calendarNotices.year, at: calendarNotices.loadedAt })
    .from(calendarNotices)
    .orderBy(asc(calendarNotices.year));
  return notices.map((n) => `${n.year}:${n.at.getTime()}`).join(" ");
}

/**
 * The working calendar as loaded: the days of every notice, which years have one, and when a notice came later than the start.
 * `locale` chooses the language of the holidays' names.
 */
export async function loadCalendar(tx: Tx, locale: string = "zh-Hans"): Promise<WorkCalendar> {
  const notices = await tx.select().from(calendarNotices).orderBy(asc(calendarNotices.year));
  const rows = await tx.select().from(calendarDays);
  const days = new Map<Day, CalendarDay>(
    rows.map((d) => [d.day, { kind: d.kind as CalendarDay["kind"], name: locale === "en" ? d.nameEn : d.name }]),
  );
  const loadedOn = new Map(notices.filter((n) => n.loadedBy !== null).map((n) => [n.year, dayOf(n.loadedAt)]));
  return { years: new Set(notices.map((n) => n.year)), days, loadedOn };
}
