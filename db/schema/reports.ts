import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";

/** The alliance's report of a quarter (RULES §7), one row a version. Figures are frozen; words are edited; a second person publishes. */
export const reports = pgTable(
  "reports",
  {
    id: id(),
    quarter: text("quarter").notNull(),
    version: text("version").notNull(),
    /** draft, submitted, published, superseded */
    state: text("state").notNull(),
    number: integer("number").notNull(),
    freezeAt: instant("freeze_at"),
    standardVersion: text("standard_version").notNull(),
    /** Words by section and language: {"lead": {"zh-Hans": "…"}} */
    words: jsonb("words").notNull(),
    editedBy: uuid("edited_by"),
    submittedAt: instant("submitted_at"),
    publishedBy: uuid("published_by"),
    publishedAt: instant("published_at"),
    /** v1.1 and later: the version it corrects. */
    corrects: uuid("corrects"),
    returnReason: text("return_reason"),
    createdAt: createdAt(),
    updatedAt: instant("updated_at"),
  },
  (t) => [index("reports_quarter").on(t.quarter, t.version)],
);

/** A figure as frozen: canonical JSON, its CSV made from it, and the hash of both. */
export const reportFigures = pgTable(
  "report_figures",
  {
    reportId: uuid("report_id").notNull().references(() => reports.id, { onDelete: "cascade" }),
    figure: text("figure").notNull(),
    data: jsonb("data").notNull(),
    json: text("json").notNull(),
    jsonSha256: text("json_sha256").notNull(),
    csv: text("csv").notNull(),
    csvSha256: text("csv_sha256").notNull(),
    computedAt: instant("computed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.figure] })],
);

/** Corrections table of a version: figure or words, old → new, reason, date. */
export const reportCorrections = pgTable(
  "report_corrections",
  {
    id: id(),
    reportId: uuid("report_id").notNull().references(() => reports.id, { onDelete: "cascade" }),
    place: text("place").notNull(),
    before: text("before").notNull(),
    after: text("after").notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("report_corrections_report").on(t.reportId)],
);

/** A case study made from a final ruling; two people check that nobody can be recognised. */
export const caseStudies = pgTable(
  "case_studies",
  {
    id: id(),
    reportId: uuid("report_id").references(() => reports.id, { onDelete: "set null" }),
    publishedRulingId: uuid("published_ruling_id").notNull(),
    ord: integer("ord").notNull().default(1),
    title: text("title").notNull(),
    clause: text("clause").notNull(),
    tier: text("tier"),
    sector: text("sector").notNull(),
    companyName: text("company_name"),
    month: text("month").notNull(),
    lossBand: text("loss_band"),
    evidenceKinds: text("evidence_kinds").array().notNull(),
    facts: text("facts").notNull(),
    companyPosition: text("company_position").notNull(),
    reasons: text("reasons").notNull(),
    rectification: text("rectification").notNull(),
    lesson: text("lesson").notNull(),
    outcome: text("outcome").notNull(),
    firstCheckBy: uuid("first_check_by"),
    firstCheckAt: instant("first_check_at"),
    secondCheckBy: uuid("second_check_by"),
    secondCheckAt: instant("second_check_at"),
    withCompanyName: boolean("with_company_name").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [index("case_studies_report").on(t.reportId)],
);
