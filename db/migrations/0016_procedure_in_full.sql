CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"terms" text NOT NULL,
	"proposed_by" text NOT NULL,
	"by_user" uuid,
	"proposed_at" timestamp with time zone NOT NULL,
	"complainant_agreed_at" timestamp with time zone,
	"company_agreed_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"refused_by" text
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"template" text NOT NULL,
	"audience" text NOT NULL,
	"body" text NOT NULL,
	"by_user" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"what" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"delivered_at" timestamp with time zone,
	"answer" text,
	"missed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ruling_versions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"version" integer NOT NULL,
	"record" text NOT NULL,
	"sha256" text NOT NULL,
	"replaced_on" date NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "similar_links" (
	"complaint_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"why" text NOT NULL,
	"likeness" real,
	"by_user" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "similar_links_complaint_id_other_id_pk" PRIMARY KEY("complaint_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "special_check_cases" (
	"check_id" uuid NOT NULL,
	"complaint_id" uuid NOT NULL,
	"opened" boolean DEFAULT true NOT NULL,
	CONSTRAINT "special_check_cases_check_id_complaint_id_pk" PRIMARY KEY("check_id","complaint_id")
);
--> statement-breakpoint
CREATE TABLE "special_check_notes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"check_id" uuid NOT NULL,
	"by_user" uuid NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "special_checks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"company_id" uuid NOT NULL,
	"week" date NOT NULL,
	"trigger" text NOT NULL,
	"clause" text,
	"complainants" integer NOT NULL,
	"threshold" real NOT NULL,
	"mean" real,
	"opened_at" timestamp with time zone NOT NULL,
	"supervisor_id" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"result" text,
	"conclusion" text,
	"concluded_at" timestamp with time zone,
	"concluded_by" uuid,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "special_checks_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "varied" jsonb;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "public_texts" jsonb;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "public_confirmed_by" uuid;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_requests" ADD CONSTRAINT "record_requests_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_requests" ADD CONSTRAINT "record_requests_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_links" ADD CONSTRAINT "similar_links_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_links" ADD CONSTRAINT "similar_links_other_id_complaints_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "special_check_cases" ADD CONSTRAINT "special_check_cases_check_id_special_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."special_checks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "special_check_notes" ADD CONSTRAINT "special_check_notes_check_id_special_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."special_checks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "special_checks" ADD CONSTRAINT "special_checks_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "special_checks" ADD CONSTRAINT "special_checks_supervisor_id_users_id_fk" FOREIGN KEY ("supervisor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreements_complaint" ON "agreements" USING btree ("complaint_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_one_open" ON "agreements" USING btree ("complaint_id","kind") WHERE "agreements"."refused_at" is null and ("agreements"."complainant_agreed_at" is null or "agreements"."company_agreed_at" is null);--> statement-breakpoint
CREATE INDEX "letters_complaint" ON "letters" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "record_requests_complaint" ON "record_requests" USING btree ("complaint_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ruling_versions_number" ON "ruling_versions" USING btree ("number","version");--> statement-breakpoint
CREATE INDEX "similar_links_other" ON "similar_links" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "special_check_cases_complaint" ON "special_check_cases" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "special_check_notes_check" ON "special_check_notes" USING btree ("check_id");--> statement-breakpoint
CREATE UNIQUE INDEX "special_checks_once" ON "special_checks" USING btree ("company_id","week","trigger",coalesce("clause", ''));--> statement-breakpoint
CREATE INDEX "special_checks_state" ON "special_checks" USING btree ("state","opened_at");