CREATE TABLE "report_events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"report_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"type" text NOT NULL,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_reasons" (
	"report_id" uuid NOT NULL,
	"group" text NOT NULL,
	"reason" jsonb NOT NULL,
	CONSTRAINT "report_reasons_report_id_group_pk" PRIMARY KEY("report_id","group")
);
--> statement-breakpoint
ALTER TABLE "case_studies" DROP CONSTRAINT "case_studies_report_id_reports_id_fk";
--> statement-breakpoint
DROP INDEX "case_studies_report";--> statement-breakpoint
DROP INDEX "reports_quarter";--> statement-breakpoint
ALTER TABLE "case_studies" ALTER COLUMN "report_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "case_studies" ALTER COLUMN "ord" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "case_studies" ALTER COLUMN "loss_band" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "report_corrections" ALTER COLUMN "reason" SET DATA TYPE jsonb USING "reason"::jsonb;--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "updated_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "case_studies" ADD COLUMN "finding_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "case_studies" ADD COLUMN "company_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "case_studies" ADD COLUMN "names_company" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "case_studies" ADD COLUMN "words" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "case_studies" ADD COLUMN "written_by" uuid;--> statement-breakpoint
ALTER TABLE "case_studies" ADD COLUMN "updated_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "report_corrections" ADD COLUMN "ord" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "report_corrections" ADD COLUMN "kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "frozen_on" date;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "submitted_by" uuid;--> statement-breakpoint
ALTER TABLE "report_reasons" ADD CONSTRAINT "report_reasons_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_events_report" ON "report_events" USING btree ("report_id","at");--> statement-breakpoint
ALTER TABLE "case_studies" ADD CONSTRAINT "case_studies_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_studies" ADD CONSTRAINT "case_studies_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_studies_finding" ON "case_studies" USING btree ("report_id","finding_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_quarter_version" ON "reports" USING btree ("quarter","version");--> statement-breakpoint
ALTER TABLE "case_studies" DROP COLUMN "title";--> statement-breakpoint
ALTER TABLE "case_studies" DROP COLUMN "company_name";--> statement-breakpoint
ALTER TABLE "case_studies" DROP COLUMN "facts";--> statement-breakpoint
ALTER TABLE "case_studies" DROP COLUMN "company_position";--> statement-breakpoint
ALTER TABLE "case_studies" DROP COLUMN "reasons";--> statement-breakpoint
ALTER TABLE "case_studies" DROP COLUMN "rectification";--> statement-breakpoint
ALTER TABLE "case_studies" DROP COLUMN "lesson";--> statement-breakpoint
ALTER TABLE "case_studies" DROP COLUMN "with_company_name";--> statement-breakpoint
ALTER TABLE "report_figures" DROP COLUMN "data";--> statement-breakpoint
ALTER TABLE "reports" DROP COLUMN "freeze_at";--> statement-breakpoint
ALTER TABLE "reports" DROP COLUMN "edited_by";