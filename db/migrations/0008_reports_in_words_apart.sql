ALTER TABLE "rectifications" DROP COLUMN "report";--> statement-breakpoint
ALTER TABLE "rectifications" DROP COLUMN "check_note";