CREATE TABLE "dial_contacts_closed" (
	"contact_key" text PRIMARY KEY NOT NULL,
	"quarter" text NOT NULL,
	"company_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid
);
--> statement-breakpoint
CREATE TABLE "dial_plans" (
	"quarter" text PRIMARY KEY NOT NULL,
	"seed" text NOT NULL,
	"commitment" text NOT NULL,
	"panel" jsonb NOT NULL,
	"committed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dial_test_changes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"test_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"reason" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dial_tests" ADD COLUMN "contact_key" text;--> statement-breakpoint
ALTER TABLE "dial_tests" ADD COLUMN "contact_point" text;--> statement-breakpoint
ALTER TABLE "dial_tests" ADD COLUMN "actions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "dial_tests" ADD COLUMN "menu_skippable" boolean;--> statement-breakpoint
ALTER TABLE "dial_tests" ADD COLUMN "gates" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "dial_tests" ADD COLUMN "priority_offered" boolean;--> statement-breakpoint
ALTER TABLE "dial_tests" ADD COLUMN "recorded_at" timestamp with time zone DEFAULT portal_now() NOT NULL;--> statement-breakpoint
ALTER TABLE "dial_tests" ADD COLUMN "recorded_by" uuid;--> statement-breakpoint
ALTER TABLE "dial_tests" ADD COLUMN "voided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD COLUMN "dial_test_id" uuid;--> statement-breakpoint
ALTER TABLE "dial_contacts_closed" ADD CONSTRAINT "dial_contacts_closed_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dial_test_changes" ADD CONSTRAINT "dial_test_changes_test_id_dial_tests_id_fk" FOREIGN KEY ("test_id") REFERENCES "public"."dial_tests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dial_contacts_closed_quarter" ON "dial_contacts_closed" USING btree ("quarter");--> statement-breakpoint
CREATE INDEX "dial_test_changes_test" ON "dial_test_changes" USING btree ("test_id","at");--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_dial_test_id_dial_tests_id_fk" FOREIGN KEY ("dial_test_id") REFERENCES "public"."dial_tests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dial_tests_quarter" ON "dial_tests" USING btree ("quarter");--> statement-breakpoint
CREATE UNIQUE INDEX "dial_tests_contact" ON "dial_tests" USING btree ("contact_key") WHERE "dial_tests"."contact_key" is not null and "dial_tests"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "evidence_files_dial_test" ON "evidence_files" USING btree ("dial_test_id");--> statement-breakpoint
-- What stands there was written on the day it was tested.
UPDATE dial_tests SET recorded_at = tested_at;
