import { z } from "zod";
import { listDumps } from "@/db/queries/dumps";
import { slice } from "@/db/queries/open-data/page";
import { companyPage, dialTestPage, overduePage, scorePage } from "@/db/queries/open-data/register";
import { rulingPage } from "@/db/queries/open-data/rulings";
import { statistics as statisticsCells } from "@/db/queries/public-statistics";
import { CHANNELS } from "@/domain/case-events";
import { CLAUSE_IDS } from "@/domain/clauses";
import { SECTORS } from "@/domain/company-register";
import { PRIORITY_GROUPS } from "@/domain/filing";
import { OUTCOMES } from "@/domain/findings";
import {
  clauseRecord,
  companyRecord,
  dayField,
  dialTestRecord,
  dumpRecord,
  overdueRecord,
  reportRecord,
  rulingRecord,
  scoreRecord,
  statisticRecord,
} from "@/domain/open-data/records";
import { hideSmall, MEASURES } from "@/domain/statistics/facts";
import { clauseRecords } from "@/services/clause-records";
import { reportRecords } from "@/services/report-records";
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

const dialTests = list({
  path: "/dial-tests",
  id: "dialTests",
  query: z.object({ company: slug.optional(), quarter: quarter.optional(), channel, ...span }),
  record: dialTestRecord,
  load: ({ query, tx, ...page }) => dialTestPage(tx, query, page),
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

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

const statistics = list({
  path: "/statistics",
  id: "statistics",
  query: z.object({
    measure: z.enum(MEASURES).default("received"),
    by: z.enum(["month", "channel", "group", "sector", "company", "clause"]).default("month"),
    fromMonth: month.optional(),
    toMonth: month.optional(),
    sector,
    company: slug.optional(),
    clause: clause.optional(),
    channel,
    group: z.enum(PRIORITY_GROUPS).optional(),
  }),
  record: statisticRecord,
  load: async ({ query: q, tx, limit, after }) => {
    const { measure, by, channel, group } = q;
    const cells = await statisticsCells(tx, {
      measure,
      by,
      from: q.fromMonth,
      to: q.toMonth,
      within: scopeOf(q),
      channel,
      group,
    });
    return slice(
      hideSmall(cells).map((cell) => ({ measure, by, ...cell })),
      limit,
      after,
      (c) => [c.key],
    );
  },
});

/** The first of the three that was named; a count is kept for one of them at a time. */
function scopeOf(q: { sector?: string | undefined; company?: string | undefined; clause?: string | undefined }) {
  if (q.company) return { scope: "company" as const, key: q.company };
  if (q.clause) return { scope: "clause" as const, key: q.clause };
  return q.sector ? { scope: "sector" as const, key: q.sector } : undefined;
}

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
  dialTests,
  dumps,
  statistics,
  deadline,
} as const satisfies Record<string, Endpoint>;
