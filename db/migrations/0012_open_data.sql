CREATE TABLE "api_filings" (
	"complaint_id" uuid PRIMARY KEY NOT NULL,
	"api_key_id" uuid NOT NULL,
	"fingerprint" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"holder" text NOT NULL,
	"key_hash" text NOT NULL,
	"tail" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "badges" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"company_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"awarded_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"revoked_on" date,
	"revoked_for" text[] DEFAULT '{}'::text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dumps" (
	"day" date PRIMARY KEY NOT NULL,
	"manifest" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" "citext" NOT NULL,
	"locale" text NOT NULL,
	"kind" text NOT NULL,
	"target" text NOT NULL,
	"token_hash" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"told_until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "follows_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "statistics_cells" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"month" text NOT NULL,
	"channel" text NOT NULL,
	"grp" text NOT NULL,
	"measure" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "statistics_cells_scope_key_measure_month_channel_grp_pk" PRIMARY KEY("scope","key","measure","month","channel","grp")
);
--> statement-breakpoint
CREATE TABLE "statistics_dirty" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics_facts" (
	"complaint_id" uuid PRIMARY KEY NOT NULL,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_filings" ADD CONSTRAINT "api_filings_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_filings_key" ON "api_filings" USING btree ("api_key_id");--> statement-breakpoint
CREATE UNIQUE INDEX "badges_once" ON "badges" USING btree ("company_id","quarter");--> statement-breakpoint
CREATE UNIQUE INDEX "follows_once" ON "follows" USING btree ("email","kind","target");--> statement-breakpoint
CREATE INDEX "follows_expires" ON "follows" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "statistics_cells_measure" ON "statistics_cells" USING btree ("scope","measure","month");--> statement-breakpoint
CREATE FUNCTION note_statistics_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO statistics_dirty (complaint_id) SELECT DISTINCT complaint_id FROM fresh;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER case_events_statistics AFTER INSERT ON case_events
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION note_statistics_of_events();--> statement-breakpoint
-- A company that moves to another sector, or is merged, takes the counts of its cases along.
CREATE FUNCTION note_statistics_of_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sector IS DISTINCT FROM OLD.sector OR NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id THEN
    INSERT INTO statistics_dirty (complaint_id) SELECT id FROM complaints WHERE company_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER companies_statistics AFTER UPDATE ON companies
  FOR EACH ROW EXECUTE FUNCTION note_statistics_of_company();
