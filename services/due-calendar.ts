import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { Tx } from "@/db/client";
import { feedOwner, openDuties } from "@/db/queries/desk-duties";
import { addDays, dayOf, type Instant } from "@/domain/day";
import { env } from "@/platform/env";
import { DEFAULT_LOCALE, isLocale } from "@/platform/i18n/routing";
import { sentence } from "./queue-mail";
import { feedHash } from "./share-calendar";

/** Due dates a calendar holds, and how far ahead a supervisor's goes (days): what others work on is theirs until it is near. */
const MOST = 1_000;
const NEAR = 14;
const FAR = 400;

/**
 * The calendar behind a secret address as iCalendar (RFC 5545), or null when the address is nobody's: a day for each duty that runs, by reference and
 * clock, in the language of its owner. An officer's own cases; for a supervisor all that fall due within fourteen days or are overdue.
 */
export async function dueCalendar(tx: Tx, token: string, now: Instant): Promise<string | null> {
  const owner = await feedOwner(tx, feedHash(token));
  if (!owner) return null;
  const locale = isLocale(owner.locale) ? owner.locale : DEFAULT_LOCALE;
  const mine = owner.role === "officer";
  const today = dayOf(now);
  const duties = await openDuties(tx, mine ? owner.userId : null, addDays(today, mine ? FAR : NEAR), MOST);
  const calendar = ical({
    name: await sentence(locale, "desk_duty.calendar", {}),
    prodId: { company: "answered", product: "desk", language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  const host = new URL(env().PUBLIC_URL).host;
  for (const { reference, clock, due } of duties) {
    const link = `${env().PUBLIC_URL}/${locale}/desk/cases/${reference}`;
    const what = await sentence(locale, "desk_duty.what", { clock });
    calendar.createEvent({
      id: `${reference}-${clock}@${host}`,
      start: `${due}T00:00:00Z`,
      allDay: true,
      stamp: now,
      summary: await sentence(locale, due < today ? "desk_duty.overdue" : "desk_duty.due", { what, reference }),
      description: link,
      url: link,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
