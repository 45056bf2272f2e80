import { cache } from "react";
import type { Today } from "@/components/ui/masthead";
import { readDb } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { clockMode, portalNow } from "@/db/queries/clock";
import { dayOf } from "@/domain/day";
import { kindOfDay } from "@/domain/working-days";

/** The portal's moment and day for the masthead, and whether its clock is a demo's. Once a request. */
export const portalToday = cache(async (locale: string): Promise<Today & { now: Date; demo: boolean }> => {
  const tx = readDb();
  const [now, mode, calendar] = await Promise.all([portalNow(tx), clockMode(tx), loadCalendar(tx, locale)]);
  const day = dayOf(now);
  const holiday = calendar.days.get(day)?.name;
  return { now, demo: mode !== "real", day, kind: kindOfDay(day, calendar), ...(holiday ? { holiday } : {}) };
});
