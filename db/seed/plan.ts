import { addDays, type Day, daysBetween, weekday } from "@/domain/day";
import type { Outcome } from "@/domain/findings";
import { type Random, random } from "./random";
import {
  COMPANIES,
  DECLINES,
  type DemoCompany,
  type FiledBy,
  type Lang,
  type Manner,
  type Matter,
  mattersOf,
  SITUATIONS,
  type Situation,
  type Story,
} from "./stories";

/** The day the demo begins on. */
export const DEMO_DAY: Day = "2026-09-17";
/** First day of the fifteen months that lie behind it. */
export const FIRST_DAY: Day = "2025-06-16";

/** How far a case goes if it has the time; what has no time yet is where it stands on the demo's day. */
export type Course =
  | "ruled"
  | "declined"
  | "deemed"
  | "supplement"
  | "not_pursued"
  | "withdrawn_early"
  | "withdrawn"
  | "settled"
  | "terminated";

/** One case to be: who, what and how fast; the days become events in `live.ts`. Delays are working days. */
export interface PlannedCase {
  readonly n: number;
  readonly company: DemoCompany;
  readonly situation: Situation;
  readonly matter: Matter;
  readonly story: Story;
  readonly lang: Lang;
  readonly by: FiledBy;
  readonly filedOn: Day;
  readonly incidentOn: Day;
  readonly course: Course;
  readonly decline: number | null;
  readonly outcomes: readonly Outcome[];
  readonly acceptAfter: number;
  readonly replyAfter: number | null;
  readonly firstAnswerHours: number;
  readonly manner: Manner;
  readonly draftAfter: number;
  readonly pause: "appraisal" | "mediation" | null;
  readonly extended: boolean;
  readonly returned: boolean;
  readonly review: "company" | "complainant" | null;
  readonly annulled: boolean;
  readonly rectify: "in_time" | "late" | "never";
  readonly rejectedFirst: boolean;
}

const OUTCOMES_WEAK: readonly (readonly [Outcome, number])[] = [
  ["not_upheld", 58],
  ["insufficient_evidence", 42],
];

function outcomesOf(rng: Random, company: DemoCompany, clauses: number, progress: number): Outcome[] {
  const { breach, trend } = company.temperament;
  const chance = Math.min(0.95, Math.max(0.05, breach + trend * progress));
  return Array.from({ length: clauses }, (_, i) => {
    const holds = rng.chance(i === 0 ? chance : chance * 0.72);
    if (!holds) return rng.weighted(OUTCOMES_WEAK);
    return rng.chance(0.22) ? "partly_upheld" : "upheld";
  });
}

function courseOf(rng: Random, company: DemoCompany): Course {
  const settles = company.temperament.settles;
  return rng.weighted<Course>([
    ["declined", 6.5],
    ["deemed", 2.2],
    ["supplement", 6],
    ["not_pursued", 2],
    ["withdrawn_early", 2],
    ["withdrawn", 2.5],
    ["terminated", 0.5],
    ["settled", settles * 100 * 0.7],
    ["ruled", 78],
  ]);
}

/** Weeks bring more complaints around shopping days and holidays; fewer people write at weekends. */
function dayOfFiling(rng: Random, span: number): Day {
  // The last weeks are fuller, so that the desk of the demo's first day has work of every kind.
  const from = rng.weighted([
    [0, 80],
    [span - 50, 10],
    [span - 11, 10],
  ] as const);
  for (;;) {
    const at = rng.int(from, span - 1);
    const day = addDays(FIRST_DAY, at);
    const month = Number(day.slice(5, 7));
    const season = month === 11 || month === 6 ? 1 : month === 2 || month === 10 ? 0.85 : 0.72;
    const growth = 0.75 + (0.25 * at) / span;
    const week = weekday(day) > 5 ? 0.6 : 1;
    if (rng.chance(season * growth * week)) return day;
  }
}

function matterFor(rng: Random, company: DemoCompany, situation: Situation): Matter {
  const all = mattersOf(company);
  const fitting = situation.money ? all.filter((m) => m.money) : all;
  return rng.pick(fitting.length > 0 ? fitting : all);
}

/** One company's cases, in order of filing. */
function casesOf(company: DemoCompany, first: number): PlannedCase[] {
  const rng = random(`cases of ${company.slug}`);
  const span = daysBetween(FIRST_DAY, DEMO_DAY);
  const fitting = SITUATIONS.filter((s) => !s.sectors || s.sectors.includes(company.sector));
  const t = company.temperament;
  const days = Array.from({ length: t.complaints }, () => dayOfFiling(rng, span)).sort();
  return days.map((filedOn, i) => {
    const situation = rng.weighted(fitting.map((s) => [s, t.habits[s.key] ?? 1] as const));
    const progress = daysBetween(FIRST_DAY, filedOn) / span;
    const course = courseOf(rng, company);
    const story = rng.weighted(
      situation.stories.map((s) => [s, s.lang === "zh-Hans" ? 10 : s.lang === "zh-Hant" ? 4 : 2] as const),
    );
    return {
      n: first + i,
      company,
      situation,
      matter: matterFor(rng, company, situation),
      story,
      lang: story.lang,
      by: story.by,
      filedOn,
      incidentOn: addDays(
        filedOn,
        -rng.weighted([
          [0, 5],
          [1, 6],
          [2, 4],
          [rng.int(3, 9), 6],
          [rng.int(10, 40), 2],
        ] as const),
      ),
      course,
      decline: course === "declined" ? rng.int(0, DECLINES.length - 1) : null,
      outcomes: outcomesOf(rng, company, Math.min(situation.clauses.length, rng.int(1, 3)), progress),
      acceptAfter: rng.weighted([
        [1, 14],
        [2, 26],
        [3, 30],
        [4, 20],
        [5, 10],
      ] as const),
      replyAfter: rng.chance(t.replyMissing)
        ? null
        : rng.chance(t.replyLate)
          ? rng.int(11, 14)
          : rng.int(t.replyDays[0], t.replyDays[1]),
      firstAnswerHours: rng.int(t.firstAnswerHours[0], t.firstAnswerHours[1]),
      manner: rng.weighted(Object.entries(t.manners).map(([m, w]) => [m as Manner, w] as const)),
      draftAfter: rng.weighted([
        [rng.int(13, 18), 30],
        [rng.int(19, 23), 55],
        [24, 8],
        [rng.int(28, 38), 9],
      ] as const),
      pause: rng.chance(0.045) ? "appraisal" : rng.chance(0.02) ? "mediation" : null,
      extended: rng.chance(0.04),
      returned: rng.chance(0.05),
      review: rng.chance(progress > 0.84 ? t.contests * 2 + 0.1 : t.contests)
        ? "company"
        : rng.chance(0.02)
          ? "complainant"
          : null,
      annulled: rng.chance(0.3),
      rectify: rng.weighted([
        ["in_time", t.rectify.inTime],
        ["late", t.rectify.late],
        ["never", Math.max(0, 1 - t.rectify.inTime - t.rectify.late)],
      ] as const),
      rejectedFirst: rng.chance(t.rectify.rejectedFirst),
    };
  });
}

/** Every case of the demo, in order of filing. The same on every machine. */
export function planCases(): PlannedCase[] {
  const cases: PlannedCase[] = [];
  for (const company of COMPANIES) cases.push(...casesOf(company, cases.length + 1));
  return cases.sort((a, b) => (a.filedOn < b.filedOn ? -1 : a.filedOn > b.filedOn ? 1 : a.n - b.n));
}
