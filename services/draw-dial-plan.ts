import { randomBytes } from "node:crypto";
import type { Tx } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { findDialPlan, missingChannels, panelCompanies, putDialPlan } from "@/db/queries/dial-tests";
import {
  addDays,
  addMonthsCalendar,
  type Day,
  dayOf,
  eachDay,
  type Instant,
  type Quarter,
  quarterBounds,
  quarterOf,
  startOfDay,
} from "@/domain/day";
import { commitmentOf, DIAL_CHANNELS, type DialPanel } from "@/domain/dial-tests/plan";
import { isWorkingDay, type WorkCalendar } from "@/domain/working-days";

/** Days before a quarter on which its draw is committed. */
const AHEAD_DAYS = 14;

/**
 * Draws what is not drawn yet: the quarter that runs, and from two weeks before it the next one (RULES §6). Nobody chooses: the seed is random, and
 * what it binds is published at once. A quarter that has begun is drawn over the days it has left. Answers the quarters drawn.
 */
export async function drawDialPlans(tx: Tx, now: Instant): Promise<Quarter[]> {
  const today = dayOf(now);
  const soon = quarterOf(addDays(today, AHEAD_DAYS));
  const drawn: Quarter[] = [];
  for (const quarter of new Set([quarterOf(today), soon])) {
    if (await findDialPlan(tx, quarter)) continue;
    const { first, last } = quarterBounds(quarter);
    const from = first > today ? first : addDays(today, 1);
    const panel = await panelOf(tx, from, last);
    const seed = randomBytes(32).toString("hex");
    if (await commitDialPlan(tx, quarter, seed, panel, now)) drawn.push(quarter);
  }
  return drawn;
}

/** Stores the draw of a quarter with what binds it. */
export async function commitDialPlan(tx: Tx, quarter: Quarter, seed: string, panel: DialPanel, at: Instant): Promise<boolean> {
  return putDialPlan(tx, { quarter, seed, panel, commitment: commitmentOf(quarter, seed, panel), committedAt: at });
}

/** Working days of a span, and every company with the channels it was not found to lack within a year. */
export async function panelOf(tx: Tx, from: Day, last: Day): Promise<DialPanel> {
  const calendar = await loadCalendar(tx);
  const missing = await missingChannels(tx, startOfDay(addMonthsCalendar(from, -12)));
  const companies = (await panelCompanies(tx)).flatMap((company) => {
    const channels = DIAL_CHANNELS.filter((channel) => !missing.has(`${company.slug} ${channel}`));
    return channels.length > 0 ? [{ ...company, channels }] : [];
  });
  return { days: workingDaysOf(from, last, calendar), companies };
}

function workingDaysOf(from: Day, last: Day, calendar: WorkCalendar): Day[] {
  return [...eachDay(from, last)].filter((day) => isWorkingDay(day, calendar));
}
