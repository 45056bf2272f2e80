import { bigint, boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, day, id, instant } from "./columns";

/** The register (RULES §2). A case is served on, and publication names, registered companies only. */
export const companies = pgTable(
  "companies",
  {
    id: id(),
    /** Permanent address of the public page. */
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    nameHant: text("name_hant").notNull(),
    nameEn: text("name_en").notNull(),
    /** Sort key of lists: pinyin without tones. */
    pinyin: text("pinyin").notNull(),
    sector: text("sector").notNull(),
    sizeClass: text("size_class").notNull(),
    serviceEmail: text("service_email"),
    servicePhone: text("service_phone"),
    pledgeSignedOn: day("pledge_signed_on"),
    /** Set when merged into another; the row and its history stay. */
    mergedIntoId: uuid("merged_into_id"),
    createdAt: createdAt(),
    updatedAt: instant("updated_at"),
  },
  (t) => [index("companies_merged_into").on(t.mergedIntoId)],
);

export const companyAliases = pgTable(
  "company_aliases",
  {
    id: id(),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    alias: text("alias").notNull(),
    /** Folded for look-up: simplified script, lower case, no spaces or punctuation. */
    folded: text("folded").notNull(),
    /** alias, or made from the company's own row: name, name_hant, name_en, pinyin, initials. Search reads this table alone. */
    kind: text("kind").notNull().default("alias"),
  },
  (t) => [
    uniqueIndex("company_aliases_once").on(t.companyId, t.kind, t.alias),
    index("company_aliases_folded_trgm").using("gin", t.folded.op("gin_trgm_ops")),
    index("company_aliases_folded").on(t.folded.op("text_pattern_ops")),
  ],
);

/** Merges, renames, changes of the register: who, when, from what to what. */
export const companyHistory = pgTable(
  "company_history",
  {
    id: id(),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    at: instant("at").notNull(),
    actorId: uuid("actor_id"),
    type: text("type").notNull(),
    before: text("before"),
    after: text("after"),
    otherCompanyId: uuid("other_company_id"),
  },
  (t) => [index("company_history_company").on(t.companyId)],
);

/** Service contacts of a quarter as declared, with source and audit flag (E of RULES §6). */
export const companyExposures = pgTable(
  "company_exposures",
  {
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    quarter: text("quarter").notNull(),
    contacts: bigint("contacts", { mode: "number" }).notNull(),
    source: text("source").notNull(),
    audited: boolean("audited").notNull().default(false),
    declaredAt: instant("declared_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.quarter] })],
);
