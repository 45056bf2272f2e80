import { z } from "zod";
import { countedDuties } from "@/db/queries/authority-record";
import { listDumps } from "@/db/queries/dumps";
import { badgePage } from "@/db/queries/open-data/badges";
import { slice } from "@/db/queries/open-data/page";
import { companyPage, dialPlanPage, dialTestPage, overduePage, scorePage } from "@/db/queries/open-data/register";
import { rulingPage } from "@/db/queries/open-data/rulings";
import { specialCheckPage } from "@/db/queries/open-data/special-checks";
import { DUTIES, monthRecords } from "@/domain/authority-record";
import { CHANNELS } from "@/domain/case-events";
import { CLAUSE_IDS } from "@/domain/clauses";
import { SECTORS } from "@/domain/company-register";
import { addDays, addMonthsCalendar, type Day, earlierDay } from "@/domain/day";
import { OUTCOMES } from "@/domain/findings";
import { badgeRecord } from "@/domain/open-data/badge-record";
import {
  clauseRecord,
  companyRecord,
  dayField,
  dialPlanRecord,
  dialTestRecord,
  dumpRecord,
  dutyMonthRecord,
  overdueRecord,
  reportRecord,
  rulingRecord,
  scoreRecord,
  statisticRecord,
} from "@/domain/open-data/records";
import { specialCheckRecord } from "@/domain/open-data/special-check-record";
import { toSix, wilson } from "@/domain/report-figures/shares";
import { clauseRecords } from "@/services/clause-records";
import { reportRecords } from "@/services/report-records";
import { loadStatistics, statisticsQuery } from "../statistics-view";
import { deadline } from "./deadline";
import { type Endpoint, list, one } from "./endpoint";

const slug = z.string().regex(/^[a-z0-9-]{1,80}$/);
const quarter = z.string().regex(/^20\d{2}Q[1-4]$/);
const sector = z.enum(SECTORS).optional();
const channel = z.enum(CHANNELS).optional();
const clause = z.enum(CLAUSE_IDS as unknown as [string, ...string[]]);
const yesNo = z
  .enum(["true", "false"])
  .transform((v) => v === "true")
  .optional();
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
const span = { from: dayField.optional(), to: dayField.optional() };
const LAST_NUMBER = { limit: 1, after: null };

const rulings = list({
  path: "/rulings",
  id: "rulings",
  query: z.object({
    company: slug.optional(),
    clause: clause.optional(),
    sector,
    outcome: z.enum(OUTCOMES).optional(),
    status: rulingRecord.shape.status.optional(),
    channel,
    ...span,
  }),
  record: rulingRecord,
  load: ({ query, tx, ...page }) => rulingPage(tx, query, page),
});

const ruling = one({
  path: "/rulings/{number}",
  id: "ruling",
  params: z.object({ number: z.string().regex(/^\d{4}-\d{1,9}$/) }),
  record: rulingRecord,
  load: async ({ params, tx, today, base }) =>
    (await rulingPage(tx, { numbers: [params.number] }, { ...LAST_NUMBER, today, base })).items[0] ?? null,
});

const companies = list({
  path: "/companies",
  id: "companies",
  query: z.object({ sector }),
  record: companyRecord,
  load: ({ query, tx, ...page }) => companyPage(tx, query, page),
});

const company = one({
  path: "/companies/{slug}",
  id: "company",
  params: z.object({ slug }),
  record: companyRecord,
  load: async ({ params, tx, base }) => (await companyPage(tx, params, { ...LAST_NUMBER, base })).items[0] ?? null,
});

const scores = list({
  path: "/scores",
  id: "scores",
  query: z.object({ company: slug.optional(), period: quarter.optional(), quarterEnd: yesNo }),
  record: scoreRecord,
  load: ({ query, tx, ...page }) => scorePage(tx, query, page),
});

const clauses = list({
  path: "/clauses",
  id: "clauses",
  record: clauseRecord,
  load: async ({ tx, limit, after }) => slice(await clauseRecords(tx), limit, after, (c) => [c.clause]),
});

const reports = list({
  path: "/reports",
  id: "reports",
  record: reportRecord,
  load: async ({ tx, limit, after, base }) => slice(await reportRecords(tx, base), limit, after, (r) => [r.quarter, r.version]),
});

const overdue = list({
  path: "/overdue",
  id: "overdue",
  record: overdueRecord,
  load: ({ tx, ...page }) => overduePage(tx, page),
});

const record = list({
  path: "/record",
  id: "record",
  query: z.object({ clock: z.enum(DUTIES).optional(), from: month.optional(), to: month.optional() }),
  record: dutyMonthRecord,
  load: async ({ query, tx, today, limit, after }) => {
    const [from, until] = [`${query.from ?? "2000-01"}-01` as Day, addDays(today, -1)];
    const to = query.to ? earlierDay(addDays(addMonthsCalendar(`${query.to}-01` as Day, 1), -1), until) : until;
    const records = monthRecords(await countedDuties(tx, from, to)).flatMap((one) =>
      DUTIES.filter((duty) => !query.clock || query.clock === duty).map((duty) => {
        const { due: fellDue, ...rest } = one[duty];
        return { month: one.month, fellDue, ...rest };
      }),
    );
    return slice(records, limit, after, (r) => [r.month, r.clock]);
  },
});

const dialTests = list({
  path: "/dial-tests",
  id: "dialTests",
  query: z.object({ company: slug.optional(), quarter: quarter.optional(), channel, ...span }),
  record: dialTestRecord,
  load: ({ query, tx, ...page }) => dialTestPage(tx, query, page),
});

const dialPlans = list({
  path: "/dial-plans",
  id: "dialPlans",
  record: dialPlanRecord,
  load: ({ tx, limit, after, today }) => dialPlanPage(tx, { limit, after, today }),
});

const badges = list({
  path: "/badges",
  id: "badges",
  query: z.object({ company: slug.optional(), quarter: quarter.optional(), standing: badgeRecord.shape.standing.optional() }),
  record: badgeRecord,
  load: ({ query, tx, limit, after, today, base }) => badgePage(tx, query, { limit, after, today, base }),
});

const specialChecks = list({
  path: "/special-checks",
  id: "specialChecks",
  query: z.object({ company: slug.optional(), clause: clause.optional(), concluded: yesNo, ...span }),
  record: specialCheckRecord,
  load: ({ query, tx, limit, after, base }) => specialCheckPage(tx, query, { limit, after, base }),
});

const dumps = list({
  path: "/dumps",
  id: "dumps",
  record: dumpRecord,
  load: async ({ tx, limit, after, base }) =>
    slice(
      (await listDumps(tx)).map(({ day, standard, files }) => ({
        day,
        standardVersion: standard,
        files: files.map((f) => ({ ...f, url: `${base}/api/v1/dumps/${day}/${f.name}` })),
      })),
      limit,
      after,
      (d) => [d.day],
    ),
});

const statistics = list({
  path: "/statistics",
  id: "statistics",
  query: statisticsQuery,
  record: statisticRecord,
  load: async ({ query, tx, limit, after }) => {
    const { measure, by, rule, cells } = await loadStatistics(tx, query);
    const records = cells.map(({ key, n, of, hidden }) => {
      const interval = rule.whole && of ? wilson(n ?? 0, of) : null;
      const share = rule.whole && of ? toSix((n ?? 0) / of) : null;
      return { measure, by, key, n, of, share, lower: interval?.lower ?? null, upper: interval?.upper ?? null, hidden };
    });
    return slice(records, limit, after, (record) => [record.key]);
  },
});

/** Every address of open data that is a list or a record. */
export const ENDPOINTS = {
  rulings,
  ruling,
  companies,
  company,
  scores,
  clauses,
  reports,
  overdue,
  record,
  dialTests,
  dialPlans,
  badges,
  specialChecks,
  dumps,
  statistics,
  deadline,
} as const satisfies Record<string, Endpoint>;
