import { addDays, type Day, daysBetween, weekday } from "@/domain/day";
import type { Outcome } from "@/domain/findings";
import { type AttachedFile, attachAll, demoFiles, onPhone, toldChannel } from "./attachments";
import { leaveForTheDesk } from "./desk-day";
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
import { bringTogether } from "./surges";

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
  /** What was handed in with it. */
  readonly files: readonly AttachedFile[];
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

/** Where a chat or recording shows the thing itself, it is seldom found otherwise. */
function provenBy(plan: PlannedCase, files: readonly AttachedFile[]): PlannedCase {
  const proof = files.some((f) => f.company !== null && (f.shows === "chat" || f.shows === "call" || f.shows === "bill"));
  const [main, ...others] = plan.outcomes;
  if (!proof || main === undefined || main === "upheld" || random(`proof of case ${plan.n}`).chance(0.12)) return plan;
  return { ...plan, outcomes: ["upheld", ...others] };
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

/** Matters of this company in which such a thing can happen. */
function mattersFor(company: DemoCompany, situation: Situation): Matter[] {
  return mattersOf(company).filter((m) => (!situation.money || m.money) && (situation.matters?.includes(m.id) ?? true));
}

/** Days from the contact to the complaint; where something was promised or asked for, time enough for it not to come. */
function daysSince(rng: Random, situation: Situation, promisedInDays: number | null): number {
  if (promisedInDays !== null) return promisedInDays + rng.int(2, 8);
  if (situation.facts.promises || situation.key === "records_late")
    return rng.weighted([
      [rng.int(3, 6), 4],
      [rng.int(10, 16), 6],
      [rng.int(32, 44), 2],
    ] as const);
  return rng.weighted([
    [0, 5],
    [1, 6],
    [2, 4],
    [rng.int(3, 9), 6],
    [rng.int(10, 40), 2],
  ] as const);
}

/** A case that a ready-made picture or recording shows. */
interface Shown {
  readonly situation: Situation;
  readonly matter: Matter | null;
  readonly lang: Lang;
  readonly promisedInDays: number | null;
  readonly channel: "phone" | "written" | null;
}

/** Where pictures and recordings of a company lie ready, two of its cases tell of what each shows. */
function shownCases(company: DemoCompany): Shown[] {
  return demoFiles().flatMap((f) => {
    const situation = SITUATIONS.find((s) => s.key === f.situation);
    if (f.company !== company.slug || !situation) return [];
    const matter = mattersOf(company).find((m) => m.id === f.matter) ?? null;
    const promisedInDays = f.truth.promise?.inDays ?? null;
    const channel = f.kind === "chat" ? ("written" as const) : onPhone(f) ? ("phone" as const) : null;
    const lang = f.kind === "chat" ? ((f.truth.lang ?? "zh-Hans") as Lang) : "zh-Hans";
    const shown = { situation, matter, promisedInDays, channel, lang };
    return [shown, shown];
  });
}

const LANGUAGES: readonly (readonly [Lang, number])[] = [
  ["zh-Hans", 92],
  ["zh-Hant", 5],
  ["en", 3],
];

/** Somebody's words, in the language drawn or, where nobody wrote in it, in Chinese; by the channel of what is shown. */
function storyFor(rng: Random, situation: Situation, lang: Lang, channel: Shown["channel"]): Story {
  const agrees = (s: Story) => channel === null || (toldChannel(s) ?? channel) === channel;
  const written = situation.stories.filter((s) => s.lang === lang && agrees(s));
  return rng.pick(written.length > 0 ? written : situation.stories.filter((s) => s.lang === "zh-Hans"));
}

function declineFor(rng: Random, company: DemoCompany): number {
  return rng.pick(DECLINES.flatMap((d, i) => (!d.sectors || d.sectors.includes(company.sector) ? [i] : [])));
}

/** One company's cases, in order of filing. */
function casesOf(company: DemoCompany, first: number): PlannedCase[] {
  const rng = random(`cases of ${company.slug}`);
  const span = daysBetween(FIRST_DAY, DEMO_DAY);
  const fitting = SITUATIONS.filter(
    (s) => (!s.sectors || s.sectors.includes(company.sector)) && mattersFor(company, s).length > 0,
  );
  const t = company.temperament;
  const days = Array.from({ length: t.complaints }, () => dayOfFiling(rng, span)).sort();
  // What is shown is spread over the newer two thirds, where people look.
  const slotsOf = random(`shown cases of ${company.slug}`).shuffled(days.map((_, i) => i).filter((i) => i >= days.length / 3));
  const shownAt = new Map(shownCases(company).map((shown, i) => [slotsOf[i], shown] as const));
  return days.map((filedOn, i) => {
    const shown = shownAt.get(i);
    const situation = shown?.situation ?? rng.weighted(fitting.map((s) => [s, t.habits[s.key] ?? 1] as const));
    const progress = daysBetween(FIRST_DAY, filedOn) / span;
    const drawnCourse = courseOf(rng, company);
    const course = shown && drawnCourse === "declined" ? "ruled" : drawnCourse;
    const story = storyFor(
      rng,
      situation,
      shown?.lang ?? (course === "declined" ? "zh-Hans" : rng.weighted(LANGUAGES)),
      shown?.channel ?? null,
    );
    return {
      n: first + i,
      company,
      situation,
      matter:
        shown?.matter ??
        rng.pick(mattersFor(company, situation).length > 0 ? mattersFor(company, situation) : mattersOf(company)),
      story,
      lang: story.lang,
      by: story.by,
      filedOn,
      incidentOn: addDays(filedOn, -daysSince(rng, situation, shown?.promisedInDays ?? null)),
      course,
      decline: course === "declined" ? declineFor(rng, company) : null,
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
      files: [],
    };
  });
}

/** Every case of the demo, in order of filing. The same on every machine. */
export function planCases(): PlannedCase[] {
  const cases: PlannedCase[] = [];
  for (const company of COMPANIES) cases.push(...casesOf(company, cases.length + 1));
  cases.sort((a, b) => (a.filedOn < b.filedOn ? -1 : a.filedOn > b.filedOn ? 1 : a.n - b.n));
  const attached = attachAll(cases, demoFiles());
  const proven = cases.map((c) => ({ ...provenBy(c, attached.get(c.n) ?? []), files: attached.get(c.n) ?? [] }));
  return leaveForTheDesk(bringTogether(proven), DEMO_DAY);
}
