import type { Database, Tx } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import {
  type DeskDuty,
  type DeskPerson,
  deskToTell,
  openDuties,
  takeDigest,
  unassigned,
  unsigned,
} from "@/db/queries/desk-duties";
import { type Day, dayOf, type Instant } from "@/domain/day";
import { addWorkingDays, isWorkingDay } from "@/domain/working-days";
import { env } from "@/platform/env";
import { DEFAULT_LOCALE, isLocale } from "@/platform/i18n/routing";
import { queueMail, sentence } from "./queue-mail";

/** Working days ahead the letter looks, and cases it names; the queue has the rest. */
const AHEAD = 2;
const MOST_NAMED = 20;
const MOST_COUNTED = 1_000;

/**
 * The morning's letter to everybody of the desk, on working days: what is overdue, due today and within two working days, what nobody has taken, and for
 * supervisors what waits for a signature. Nothing to do, no letter. References and days alone, no word of any case. Answers how many were written.
 */
export async function sendDeskDigests(db: Database, now: Instant): Promise<number> {
  const today = dayOf(now);
  const calendar = await loadCalendar(db);
  if (!isWorkingDay(today, calendar)) return 0;
  const { due: until } = addWorkingDays(today, AHEAD, calendar);
  let letters = 0;
  for (const person of await deskToTell(db, today))
    if (await db.transaction(async (tx) => (await takeDigest(tx, person.userId, today)) && tellPerson(tx, person, today, until)))
      letters++;
  return letters;
}

async function tellPerson(tx: Tx, person: DeskPerson, today: Day, until: Day): Promise<boolean> {
  const officer = person.role === "officer";
  const duties = await openDuties(tx, officer ? person.userId : null, until, MOST_COUNTED);
  const waiting = officer ? await unassigned(tx) : await unsigned(tx);
  if (duties.length === 0 && waiting === 0) return false;
  const locale = isLocale(person.locale) ? person.locale : DEFAULT_LOCALE;
  const overdue = duties.filter((duty) => duty.due < today).length;
  const dueToday = duties.filter((duty) => duty.due === today).length;
  const line = async ({ reference, clock, due }: DeskDuty) =>
    `· ${reference}  ${await sentence(locale, "desk_duty.what", { clock })}  ${due}\n  ${env().PUBLIC_URL}/${locale}/desk/cases/${reference}`;
  await queueMail(tx, {
    audience: person.role,
    to: person.email,
    locale,
    userId: person.userId,
    template: officer ? "morning_officer" : "morning_supervisor",
    params: {
      count: duties.length,
      overdue,
      today: dueToday,
      soon: duties.length - overdue - dueToday,
      waiting,
      list: (await Promise.all(duties.slice(0, MOST_NAMED).map(line))).join("\n"),
      link: `${env().PUBLIC_URL}/${locale}/desk`,
    },
  });
  return true;
}
