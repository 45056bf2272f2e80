ALTER TABLE "special_checks" DROP CONSTRAINT "special_checks_supervisor_id_users_id_fk";
--> statement-breakpoint
ALTER TABLE "special_checks" DROP COLUMN "supervisor_id";--> statement-breakpoint
CREATE TABLE "special_check_events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"check_id" uuid NOT NULL,
	"type" text NOT NULL,
	"actor_role" text NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "special_check_weeks" (
	"check_id" uuid NOT NULL,
	"week" date NOT NULL,
	"complainants" integer NOT NULL,
	"threshold" real NOT NULL,
	"mean" real,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "special_check_weeks_check_id_week_pk" PRIMARY KEY("check_id","week")
);
--> statement-breakpoint
ALTER TABLE "special_checks" ADD COLUMN "drafted_by" uuid;--> statement-breakpoint
ALTER TABLE "special_checks" ADD COLUMN "drafted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "special_checks" ADD COLUMN "return_reason" text;--> statement-breakpoint
ALTER TABLE "special_checks" ADD COLUMN "statement" text;--> statement-breakpoint
ALTER TABLE "special_checks" ADD COLUMN "stated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "special_checks" ADD COLUMN "redaction" jsonb;--> statement-breakpoint
ALTER TABLE "special_checks" ADD COLUMN "public_conclusion" text;--> statement-breakpoint
ALTER TABLE "special_checks" ADD COLUMN "public_statement" text;--> statement-breakpoint
ALTER TABLE "special_check_events" ADD CONSTRAINT "special_check_events_check_id_special_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."special_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "special_check_weeks" ADD CONSTRAINT "special_check_weeks_check_id_special_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."special_checks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "special_check_events_check" ON "special_check_events" USING btree ("check_id","at");--> statement-breakpoint
ALTER TABLE "special_checks" ADD CONSTRAINT "special_checks_drafted_by_users_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "special_checks" ADD CONSTRAINT "special_checks_concluded_by_users_id_fk" FOREIGN KEY ("concluded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;