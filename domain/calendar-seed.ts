import { type Day, eachDay } from "./day";
import type { CalendarDay, WorkCalendar } from "./working-days";

/** The statutory holidays as the notices name them. */
export const HOLIDAYS = {
  new_year: { name: "元旦", nameEn: "New Year's Day" },
  spring_festival: { name: "春节", nameEn: "Spring Festival" },
  tomb_sweeping: { name: "清明节", nameEn: "Tomb-Sweeping Day" },
  labour_day: { name: "劳动节", nameEn: "Labour Day" },
  dragon_boat: { name: "端午节", nameEn: "Dragon Boat Festival" },
  mid_autumn: { name: "中秋节", nameEn: "Mid-Autumn Festival" },
  national_day: { name: "国庆节", nameEn: "National Day" },
  national_day_mid_autumn: { name: "国庆节、中秋节", nameEn: "National Day and Mid-Autumn Festival" },
} as const;
export type HolidayKey = keyof typeof HOLIDAYS;

/** A yearly notice of the General Office of the State Council on holidays and exchanged working days. */
export interface Notice {
  readonly year: number;
  /** Number of the notice. */
  readonly source: string;
  readonly publishedOn: Day;
  readonly holidays: readonly (readonly [key: HolidayKey, first: Day, last: Day])[];
  readonly workdays: readonly (readonly [key: HolidayKey, day: Day])[];
}

export const NOTICES: readonly Notice[] = [
  {
    year: 2024,
    source: "国办发明电〔2023〕7号",
    publishedOn: "2023-10-25",
    holidays: [
      ["new_year", "2024-01-01", "2024-01-01"],
      ["spring_festival", "2024-02-10", "2024-02-17"],
      ["tomb_sweeping", "2024-04-04", "2024-04-06"],
      ["labour_day", "2024-05-01", "2024-05-05"],
      ["dragon_boat", "2024-06-10", "2024-06-10"],
      ["mid_autumn", "2024-09-15", "2024-09-17"],
      ["national_day", "2024-10-01", "2024-10-07"],
    ],
    workdays: [
      ["spring_festival", "2024-02-04"],
      ["spring_festival", "2024-02-18"],
      ["tomb_sweeping", "2024-04-07"],
      ["labour_day", "2024-04-28"],
      ["labour_day", "2024-05-11"],
      ["mid_autumn", "2024-09-14"],
      ["national_day", "2024-09-29"],
      ["national_day", "2024-10-12"],
    ],
  },
  {
    year: 2025,
    source: "国办发明电〔2024〕12号",
    publishedOn: "2024-11-12",
    holidays: [
      ["new_year", "2025-01-01", "2025-01-01"],
      ["spring_festival", "2025-01-28", "2025-02-04"],
      ["tomb_sweeping", "2025-04-04", "2025-04-06"],
      ["labour_day", "2025-05-01", "2025-05-05"],
      ["dragon_boat", "2025-05-31", "2025-06-02"],
      ["national_day_mid_autumn", "2025-10-01", "2025-10-08"],
    ],
    workdays: [
      ["spring_festival", "2025-01-26"],
      ["spring_festival", "2025-02-08"],
      ["labour_day", "2025-04-27"],
      ["national_day_mid_autumn", "2025-09-28"],
      ["national_day_mid_autumn", "2025-10-11"],
    ],
  },
  {
    year: 2026,
    source: "国办发明电〔2025〕7号",
    publishedOn: "2025-11-04",
    holidays: [
      ["new_year", "2026-01-01", "2026-01-03"],
      ["spring_festival", "2026-02-15", "2026-02-23"],
      ["tomb_sweeping", "2026-04-04", "2026-04-06"],
      ["labour_day", "2026-05-01", "2026-05-05"],
      ["dragon_boat", "2026-06-19", "2026-06-21"],
      ["mid_autumn", "2026-09-25", "2026-09-27"],
      ["national_day", "2026-10-01", "2026-10-07"],
    ],
    workdays: [
      ["new_year", "2026-01-04"],
      ["spring_festival", "2026-02-14"],
      ["spring_festival", "2026-02-28"],
      ["labour_day", "2026-05-09"],
      ["national_day", "2026-09-20"],
      ["national_day", "2026-10-10"],
    ],
  },
];

/** Every day of a notice with its kind and names, in order of date. */
export function noticeDays(notice: Notice): (CalendarDay & { day: Day; year: number; nameEn: string })[] {
  const year = notice.year;
  const off = notice.holidays.flatMap(([key, first, last]) =>
    [...eachDay(first, last)].map((day) => ({ day, year, kind: "holiday" as const, ...HOLIDAYS[key] })),
  );
  const on = notice.workdays.map(([key, day]) => ({ day, year, kind: "workday" as const, ...HOLIDAYS[key] }));
  return [...off, ...on].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The calendar of these notices, known from the beginning. */
export function calendarOf(notices: readonly Notice[]): WorkCalendar {
  const days = new Map<Day, CalendarDay>();
  for (const { day, kind, name } of notices.flatMap(noticeDays)) days.set(day, { kind, name });
  return { days, years: new Set(notices.map((notice) => notice.year)) };
}

/** 2024 to 2026; later years have no notice and count provisionally. */
export const SEED_CALENDAR: WorkCalendar = calendarOf(NOTICES);

/** Key of the words for a holiday's name (messages namespace `holidays`); null for a name typed in by hand. */
export function holidayKey(name: string): HolidayKey | null {
  return (Object.keys(HOLIDAYS) as HolidayKey[]).find((key) => HOLIDAYS[key].name === name) ?? null;
}
