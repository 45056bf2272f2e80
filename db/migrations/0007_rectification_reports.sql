CREATE TABLE "rectification_reports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"finding_id" uuid NOT NULL,
	"complaint_id" uuid NOT NULL,
	"body" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"by_user" uuid,
	"result" text,
	"check_note" text,
	"checked_at" timestamp with time zone,
	"checked_by" uuid
);
--> statement-breakpoint
ALTER TABLE "published_rulings" ADD COLUMN "reply_failing" text;--> statement-breakpoint
ALTER TABLE "rectifications" ADD COLUMN "reports" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "rectification_reports" ADD CONSTRAINT "rectification_reports_finding_id_rectifications_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."rectifications"("finding_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rectification_reports_finding" ON "rectification_reports" USING btree ("finding_id");