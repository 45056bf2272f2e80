DROP TRIGGER case_events_statistics ON case_events;--> statement-breakpoint
DROP TRIGGER companies_statistics ON companies;--> statement-breakpoint
DROP FUNCTION note_statistics_of_events();--> statement-breakpoint
DROP FUNCTION note_statistics_of_company();--> statement-breakpoint
DROP TABLE "statistics_cells" CASCADE;--> statement-breakpoint
DROP TABLE "statistics_dirty" CASCADE;--> statement-breakpoint
DROP TABLE "statistics_facts" CASCADE;