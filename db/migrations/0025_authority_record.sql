CREATE TABLE "authority_days" (
	"due_on" date NOT NULL,
	"clock" text NOT NULL,
	"result" text NOT NULL,
	"net_days" integer NOT NULL,
	"gross_days" integer NOT NULL,
	"extended" boolean NOT NULL,
	"paused" boolean NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "authority_days_due_on_clock_result_net_days_gross_days_extended_paused_pk" PRIMARY KEY("due_on","clock","result","net_days","gross_days","extended","paused")
);
--> statement-breakpoint
CREATE TABLE "authority_duties" (
	"complaint_id" uuid PRIMARY KEY NOT NULL,
	"event_count" integer NOT NULL,
	"duties" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "authority_duties" ADD CONSTRAINT "authority_duties_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;