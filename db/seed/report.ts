import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { findStudy } from "@/db/queries/report-drafts";
import { type StudySource, studySource, studySources } from "@/db/queries/study-sources";
import { companyExposures } from "@/db/schema";
import type { Actor } from "@/domain/actors";
import { type Day, type Quarter, quarterBounds, startOfDay } from "@/domain/day";
import { changeGroups } from "@/domain/report/changes";
import { isReportLanguage, isWordPlace, type ReportWords, type WordPlace } from "@/domain/report/words";
import { correctReportIn, createReportIn } from "@/services/begin-report";
import { freezeReportIn } from "@/services/freeze-report";
import { correctionChanges, figuresAsFrozen, publishReportIn, submitReportIn } from "@/services/publish-report";
import { beginStudyIn, checkStudyIn, saveStudyIn } from "@/services/write-case-study";
import { explainCorrectionIn, saveWordingIn } from "@/services/write-report";
import { demoPerson } from "./demo-people";
import { demoCompanyId } from "./register";
import { type ReportNumbers, reportNumbers } from "./report-numbers";
import { studyWords } from "./report-studies";
import { asReportWords, firstReportWords, secondReportWords } from "./report-words";

const actor = (key: "editor" | "publisher"): Actor => ({ role: key, userId: demoPerson(key)?.id ?? "" });
const EDITOR = actor("editor");
const PUBLISHER = actor("publisher");

/** A moment in office hours. */
const at = (day: Day, hour: number): Date => new Date(startOfDay(day).getTime() + hour * 3_600_000);

interface Plan {
  readonly quarter: Quarter;
  readonly frozenOn: Day;
  readonly writtenOn: Day;
  readonly publishedOn: Day;
  readonly words: (n: ReportNumbers) => Partial<Record<WordPlace, readonly [string, string]>>;
  /** Clauses its editor would like to tell about, the best first. */
  readonly tells: readonly string[];
}

const FIRST: Plan = {
  quarter: "2026Q1",
  frozenOn: "2026-04-24",
  writtenOn: "2026-04-27",
  publishedOn: "2026-04-30",
  words: firstReportWords,
  tells: ["B2.4", "D1.3", "B3.2", "C2.1", "B1.2", "C1.2"],
};
const SECOND: Plan = {
  quarter: "2026Q2",
  frozenOn: "2026-07-24",
  writtenOn: "2026-07-27",
  publishedOn: "2026-07-31",
  words: secondReportWords,
  tells: ["B1.2", "B2.1", "C1.2", "C2.1", "D1.3", "B3.2", "B2.4"],
};
const CORRECTED_ON: Day = "2026-05-21";
/** Declared twice over, and put right by the company in May. */
const MISDECLARED = { companyId: demoCompanyId("qingli"), quarter: "2026Q1" } as const;
const STUDIES = 3;

async function numbers(tx: Tx, reportId: string): Promise<ReportNumbers> {
  return reportNumbers(await figuresAsFrozen(tx, reportId));
}

async function write(tx: Tx, reportId: string, words: ReportWords, before: ReportWords, now: Date): Promise<void> {
  for (const [place, wording] of Object.entries(words))
    for (const [language, text] of Object.entries(wording))
      if (isWordPlace(place) && isReportLanguage(language)) {
        const base = before[place]?.[language] ?? "";
        if (base !== text) await saveWordingIn(tx, EDITOR, { reportId, place, language, text, base }, now);
      }
}

/** Upheld findings that became final in the quarter, those the editor wants first, put right ones before others. */
function choice(sources: readonly StudySource[], plan: Plan): StudySource[] {
  const { first, last } = quarterBounds(plan.quarter);
  const wish = (clause: string) => plan.tells.indexOf(clause);
  return sources
    .filter(
      ({ finalOn, clause, outcome }) =>
        finalOn && first <= finalOn && finalOn <= last && wish(clause) >= 0 && outcome === "upheld",
    )
    .sort((a, b) => wish(a.clause) - wish(b.clause) || (a.rulingNumber < b.rulingNumber ? -1 : 1));
}

async function tellStudies(tx: Tx, reportId: string, plan: Plan, now: Date): Promise<void> {
  const told = new Set<string>();
  for (const { findingId, clause } of choice(await studySources(tx, {}, 5000), plan)) {
    if (told.size >= STUDIES) return;
    const source = await studySource(tx, findingId);
    if (!source || told.has(clause) || source.rectification?.state !== "accepted") continue;
    if (!studyWords(source, {})) continue;
    const studyId = await beginStudyIn(tx, EDITOR, { reportId, findingId }, now);
    const study = await findStudy(tx, studyId);
    const words = study && studyWords(source, study.words);
    if (!words) continue;
    told.add(clause);
    await saveStudyIn(tx, EDITOR, { studyId, words, namesCompany: told.size === 1, ord: told.size }, now);
    await checkStudyIn(tx, EDITOR, studyId, now);
    await checkStudyIn(tx, PUBLISHER, studyId, now);
  }
}

async function publishFirst(tx: Tx, plan: Plan): Promise<string> {
  const begun = at(plan.writtenOn, 10);
  const report = await createReportIn(tx, EDITOR, plan.quarter, begun);
  await freezeReportIn(tx, EDITOR, { reportId: report.id, frozenOn: plan.frozenOn }, begun);
  await write(tx, report.id, asReportWords(plan.words(await numbers(tx, report.id))), {}, begun);
  await tellStudies(tx, report.id, plan, begun);
  await submitReportIn(tx, EDITOR, report.id, at(plan.publishedOn, 9));
  await publishReportIn(tx, PUBLISHER, report.id, at(plan.publishedOn, 15));
  return report.id;
}

/** The register as it stood before the company put its declaration right: the one thing of the past that a freeze does not replay. */
async function declareContacts(tx: Tx, times: number): Promise<void> {
  const { companyId, quarter } = MISDECLARED;
  await tx
    .update(companyExposures)
    .set({ contacts: sql`(${companyExposures.contacts} * ${times}::numeric)::bigint` })
    .where(and(eq(companyExposures.companyId, companyId), eq(companyExposures.quarter, quarter)));
}

const REASON = {
  "zh-Hans": "青砾保险申报第一季度联系量时多算了一倍，5月18日自己更正。保险和全部行业每10万次联系的数字因此改了，件数不变。",
  en: "Greenpebble Insurance had declared twice its contacts of the first quarter and corrected this itself on 18 May. Rates of its sector and of all sectors change with it; the counts do not.",
};
const REASON_WORDS = {
  "zh-Hans": "原来写成“十个里有九个按时”，把按时答复说得比数字宽，改成实际的比例。",
  en: "The text had rounded the share of replies in time; it now gives the figure.",
};

async function correctFirst(tx: Tx, before: string, plan: Plan): Promise<void> {
  const now = at(CORRECTED_ON, 10);
  const report = await correctReportIn(tx, EDITOR, before, now);
  await freezeReportIn(tx, EDITOR, { reportId: report.id, frozenOn: plan.frozenOn }, now);
  const n = await numbers(tx, report.id);
  const lead: ReportWords = {
    lead: {
      "zh-Hans": (report.words.lead?.["zh-Hans"] ?? "").replace(
        "十个公司答复里有九个按时，",
        `公司的答复${n.repliedInTime}按时，`,
      ),
      en: (report.words.lead?.en ?? "").replace(
        "Most companies reply in time,",
        `${n.repliedInTime} of companies’ replies come in time,`,
      ),
    },
  };
  await write(tx, report.id, lead, report.words, now);
  const groups = changeGroups(await correctionChanges(tx, { ...report, words: { ...report.words, ...lead } }));
  for (const group of groups) {
    const reason = group.startsWith("F") ? REASON : REASON_WORDS;
    await explainCorrectionIn(tx, EDITOR, { reportId: report.id, group, reason }, now);
  }
  await submitReportIn(tx, EDITOR, report.id, at(CORRECTED_ON, 14));
  await publishReportIn(tx, PUBLISHER, report.id, at(CORRECTED_ON, 17));
}

/**
 * Publishes the demo's reports from the cases in the database, through the services people use: 2026Q1 as version 1.0, corrected in 1.1, and 2026Q2. Call it
 * when cases, exposures and quarter-end scores are in. `now`: the demo's moment; a report of a later day is left out.
 */
export async function seedReport(tx: Tx, now: Date): Promise<void> {
  if (at(FIRST.publishedOn, 24) > now) return;
  await declareContacts(tx, 2);
  const first = await publishFirst(tx, FIRST);
  await declareContacts(tx, 0.5);
  await correctFirst(tx, first, FIRST);
  if (at(SECOND.publishedOn, 24) <= now) await publishFirst(tx, SECOND);
}
