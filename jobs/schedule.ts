import type { JobName, Jobs } from "@/db/queues";
import { dayOf, startOfDay } from "@/domain/day";

/** When a job runs, in the portal's time (the demo's clock moves it along). `dailyAt` is "HH:MM" of Asia/Shanghai. */
export type Rule = { everyMinutes: number } | { dailyAt: `${number}:${number}` };
type WithoutData = { [N in JobName]: Record<string, never> extends Jobs[N] ? N : never }[JobName];

/** The one table of what runs when. Each run works off everything due until then, so a slot missed (or jumped over) is made up by the next. */
export const SCHEDULE: { [N in WithoutData]?: Rule } = {
  "enforce-deadlines": { everyMinutes: 1 },
  // A checkpoint a minute when there is news.
  "sequence-log": { everyMinutes: 1 },
  "expire-drafts": { everyMinutes: 60 },
  // After the deadlines of the day before have been carried out.
  "recompute-scores": { dailyAt: "00:10" },
  "open-special-checks": { everyMinutes: 15 },
  "fold-statistics": { everyMinutes: 1 },
  "clean-up": { everyMinutes: 60 },
  "keep-search": { everyMinutes: 1 },
  "resume-readings": { everyMinutes: 10 },
  // What ran out at midnight, once it has been carried out.
  "record-authority": { dailyAt: "00:05" },
  // After the scores of the day.
  "make-dump": { dailyAt: "00:30" },
  // Before people begin to work.
  "send-digests": { dailyAt: "07:30" },
  // When the desk begins to work.
  "send-desk-digests": { dailyAt: "08:30" },
  "keep-periods": { dailyAt: "01:00" },
  "draw-dial-plans": { dailyAt: "00:45" },
  "verify-evidence": { dailyAt: "02:30" },
};

const MINUTE_MS = 60_000;

/** The last moment at or before `now` at which the rule says "run". */
export function latestSlot(rule: Rule, now: Date): Date {
  if ("everyMinutes" in rule) {
    const step = rule.everyMinutes * MINUTE_MS;
    return new Date(Math.floor(now.getTime() / step) * step);
  }
  const [hours, minutes] = rule.dailyAt.split(":").map(Number) as [number, number];
  const today = startOfDay(dayOf(now)).getTime() + (hours * 60 + minutes) * MINUTE_MS;
  return new Date(today <= now.getTime() ? today : today - 24 * 60 * MINUTE_MS);
}
