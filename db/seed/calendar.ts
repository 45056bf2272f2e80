import type { Tx } from "@/db/client";
import { calendarDays, calendarNotices } from "@/db/schema";
import { NOTICES, noticeDays } from "@/domain/calendar-seed";
import { startOfDay } from "@/domain/day";

/** The notices known when this was released, into a database that has none yet; every portal needs them, with demo data or without. Answers whether it did. */
export async function loadCalendarSeed(tx: Tx): Promise<boolean> {
  const [loaded] = await tx.select({ year: calendarNotices.year }).from(calendarNotices).limit(1);
  if (loaded) return false;
  await tx
    .insert(calendarNotices)
    .values(NOTICES.map((n) => ({ year: n.year, source: n.source, loadedAt: startOfDay(n.publishedOn) })));
  await tx.insert(calendarDays).values(NOTICES.flatMap(noticeDays));
  return true;
}
