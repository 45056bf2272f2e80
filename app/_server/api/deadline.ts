import { createTranslator } from "next-intl";
import { z } from "zod";
import { loadCalendar } from "@/db/queries/calendar";
import { ASKED_FROM, ASKED_TO, answerDeadline, hoursDays, readPause, readStart } from "@/domain/asked-deadline";
import { holidayKey } from "@/domain/calendar-seed";
import { CLOCK_NAMES, CLOCKS, type CountedDay, type Deadline } from "@/domain/clocks";
import { isDomainError } from "@/domain/errors";
import { dayField } from "@/domain/open-data/records";
import { LOCALES, type Locale } from "@/platform/i18n/routing";
import { one, WrongParameter } from "./endpoint";

/** A "+" that was not encoded arrives as a space: the offset of a moment is read all the same. */
const startText = z
  .string()
  .max(40)
  .transform((text) => text.replace(/ (\d{2}:\d{2})$/, "+$1"))
  .refine((text) => readStart(text) !== null, {
    message: "Not a day (2026-09-17) nor a moment with its offset (2026-09-17T10:00:00+08:00).",
  });
const pauseText = z
  .string()
  .max(60)
  .refine((text) => readPause(text) !== null, { message: "Not pause day/resume day (2026-10-20/2026-11-06)." });

export const deadlineQuery = z.object({
  clock: z.enum(CLOCK_NAMES),
  start: startText,
  pause: z.array(pauseText).max(20).optional(),
  lang: z.enum(LOCALES).optional(),
});

export const deadlineRecord = z.object({
  clock: z.enum(CLOCK_NAMES),
  start: z.string(),
  due: z.string(),
  workingDays: z.int().nonnegative(),
  calendar: z.enum(["published", "provisional"]),
  days: z.array(z.object({ date: dayField, counted: z.boolean(), why: z.string() })),
});

const DETAILS: Record<string, string> = {
  bounds: `Days from ${ASKED_FROM} to ${ASKED_TO} can be asked for, and pauses of four years at most.`,
  noPause: "This clock never pauses; only acceptance and decision do.",
  tooMany: "At most 20 pauses.",
  endBeforeStart: "The pause ends before it begins.",
  beforeClock: "The pause begins before the clock.",
  otherClock: "This reason does not pause this clock.",
};

const WORDS: Readonly<Record<Locale, () => Promise<{ default: Record<string, unknown> }>>> = {
  "zh-Hans": () => import("@/messages/zh-Hans.json"),
  "zh-Hant": () => import("@/messages/zh-Hant.json"),
  en: () => import("@/messages/en.json"),
};

/** Says of a day, in the reader's language, why it counts or not. */
async function sayWhy(locale: Locale): Promise<(day: Pick<CountedDay, "why" | "name" | "reason">) => string> {
  const { dayReasons, holidays, pauseReasons } = (await WORDS[locale]()).default;
  const messages = { dayReasons, holidays, pauseReasons } as Record<string, Record<string, string>>;
  const t = createTranslator({ locale, messages }) as unknown as (key: string, values?: Record<string, string>) => string;
  return ({ why, name, reason }) => {
    const key = name ? holidayKey(name) : null;
    const holiday = key ? t(`holidays.${key}`) : (name ?? "");
    if (why === "holiday" && holiday) return t("dayReasons.namedHoliday", { name: holiday });
    if (why === "exchanged_workday" && holiday) return t("dayReasons.namedExchanged", { name: holiday });
    if (why === "paused" && reason) return t("dayReasons.pausedFor", { reason: t(`pauseReasons.${reason}`) });
    return t(`dayReasons.${why}`);
  };
}

const dueOf = (deadline: Deadline): string =>
  deadline.days.length > 0
    ? deadline.due
    : `${new Date(deadline.dueAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** How any deadline is counted, for anyone who asks; nothing of a case is read. */
export const deadline = one({
  path: "/deadlines",
  id: "deadline",
  query: deadlineQuery,
  record: deadlineRecord,
  repeats: ["pause"],
  speaks: true,
  example: "?clock=acceptance&start=2026-09-17T10:00:00%2B08:00",
  load: async ({ query, tx, today, language }): Promise<z.input<typeof deadlineRecord>> => {
    const locale = query.lang ?? language;
    const calendar = await loadCalendar(tx, locale === "en" ? "en" : "zh-Hans");
    const start = readStart(query.start);
    if (start === null) throw new WrongParameter("start", "");
    const pauses = (query.pause ?? []).flatMap((text) => readPause(text) ?? []);
    try {
      const counted = answerDeadline({ clock: query.clock, start, pauses }, calendar, today);
      const say = await sayWhy(locale);
      const { dayReasons } = (await WORDS[locale]()).default as { dayReasons: Record<string, string> };
      const hours = CLOCKS[query.clock].unit === "hours";
      return {
        clock: query.clock,
        start: query.start,
        due: dueOf(counted),
        workingDays: hours ? 0 : counted.workingDays,
        calendar: counted.provisional ? "provisional" : "published",
        days: hours
          ? hoursDays(counted).map((date) => ({ date, counted: true, why: dayReasons.elapsed ?? "" }))
          : counted.days.map((day) => ({ date: day.date, counted: day.counted, why: say(day) })),
      };
    } catch (error) {
      if (!isDomainError(error) || error.code !== "invalid") throw error;
      throw new WrongParameter(String(error.details.field), DETAILS[String(error.details.message)] ?? "Not possible.");
    }
  },
});
