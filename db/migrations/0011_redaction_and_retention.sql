CREATE TABLE "evidence_checks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"scope" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"looked" integer NOT NULL,
	"faults" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_redactions" (
	"evidence_id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"state" text NOT NULL,
	"plan" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"derivative_key" text,
	"media_type" text,
	"bytes" bigint,
	"sha256" text,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"failed_why" text,
	"updated_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "evidence_redactions_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
ALTER TABLE "evidence_files" ADD COLUMN "removed_why" text;--> statement-breakpoint
ALTER TABLE "published_rulings" ADD COLUMN "archived_on" date;--> statement-breakpoint
ALTER TABLE "evidence_redactions" ADD CONSTRAINT "evidence_redactions_evidence_id_evidence_files_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_redactions" ADD CONSTRAINT "evidence_redactions_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_checks_ended" ON "evidence_checks" USING btree ("ended_at");