import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { StudyWords } from "@/domain/report/case-study";
import type { ReportWords, Wording } from "@/domain/report/words";
import { createdAt, day, id, instant } from "./columns";
import { companies } from "./companies";

/** The alliance's report of a quarter (RULES §7), one row a version. Figures are frozen; words are edited; a second person publishes. */
export const reports = pgTable(
  "reports",
  {
    id: id(),
    quarter: text("quarter").notNull(),
    version: text("version").notNull(),
    /** draft, submitted, published, superseded (domain/report/versions) */
    state: text("state").notNull(),
    /** 总第N期: the same for every version of a quarter. */
    number: integer("number").notNull(),
    /** Figures show what was known at 24:00 of this day; null before the first freeze. */
    frozenOn: day("frozen_on"),
    standardVersion: text("standard_version").notNull(),
    /** Words by place and language: {"lead": {"zh-Hans": "…"}} */
    words: jsonb("words").$type<ReportWords>().notNull(),
    submittedBy: uuid("submitted_by"),
    submittedAt: instant("submitted_at"),
    publishedBy: uuid("published_by"),
    publishedAt: instant("published_at"),
    /** v1.1 and later: the version it corrects. */
    corrects: uuid("corrects"),
    returnReason: text("return_reason"),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [uniqueIndex("reports_quarter_version").on(t.quarter, t.version)],
);

/** A figure as frozen: canonical JSON, its CSV made from it, and the hash of both. */
export const reportFigures = pgTable(
  "report_figures",
  {
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    figure: text("figure").notNull(),
    json: text("json").notNull(),
    jsonSha256: text("json_sha256").notNull(),
    csv: text("csv").notNull(),
    csvSha256: text("csv_sha256").notNull(),
    computedAt: instant("computed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.figure] })],
);

/** What was done to a report, by whom: created, frozen, edited, submitted, returned, published, superseded, discarded. Append-only. */
export const reportEvents = pgTable(
  "report_events",
  {
    id: id(),
    /** No reference: the record outlives a discarded draft. */
    reportId: uuid("report_id").notNull(),
    at: instant("at").notNull(),
    actorId: uuid("actor_id"),
    type: text("type").notNull(),
    /** Freeze: {"frozenOn", "sha256"} of all figures together. */
    data: jsonb("data").notNull(),
  },
  (t) => [index("report_events_report").on(t.reportId, t.at)],
);

/** Corrections of a version, one row a change of figure or words: old → new, reason, date (place: domain/report/changes). */
export const reportCorrections = pgTable(
  "report_corrections",
  {
    id: id(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    ord: integer("ord").notNull(),
    kind: text("kind").notNull(),
    place: text("place").notNull(),
    before: text("before").notNull(),
    after: text("after").notNull(),
    reason: jsonb("reason").$type<Wording>().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("report_corrections_report").on(t.reportId)],
);

/** Why a figure or a text is corrected, as written while the new version is a draft; rows of report_corrections at publication. */
export const reportReasons = pgTable(
  "report_reasons",
  {
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    /** A figure or a place of words. */
    group: text("group").notNull(),
    reason: jsonb("reason").$type<Wording>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.group] })],
);

/** A case study made from a finding of a final ruling; two people check that nobody can be recognised. */
export const caseStudies = pgTable(
  "case_studies",
  {
    id: id(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    publishedRulingId: uuid("published_ruling_id").notNull(),
    findingId: uuid("finding_id").notNull(),
    ord: integer("ord").notNull(),
    clause: text("clause").notNull(),
    tier: text("tier"),
    outcome: text("outcome").notNull(),
    sector: text("sector").notNull(),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    /** The company is named (only when the ruling is final, RULES §7). */
    namesCompany: boolean("names_company").notNull().default(false),
    /** Dates to the month, amounts to a band (RULES §5). */
    month: text("month").notNull(),
    lossBand: text("loss_band").notNull(),
    evidenceKinds: text("evidence_kinds").array().notNull(),
    words: jsonb("words").$type<StudyWords>().notNull(),
    writtenBy: uuid("written_by"),
    firstCheckBy: uuid("first_check_by"),
    firstCheckAt: instant("first_check_at"),
    secondCheckBy: uuid("second_check_by"),
    secondCheckAt: instant("second_check_at"),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [uniqueIndex("case_studies_finding").on(t.reportId, t.findingId)],
);
