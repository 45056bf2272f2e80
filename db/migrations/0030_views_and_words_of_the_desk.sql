CREATE TABLE "case_presence" (
	"complaint_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_presence_complaint_id_user_id_pk" PRIMARY KEY("complaint_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "case_sketches" (
	"complaint_id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"bands" integer[] NOT NULL,
	"replies" integer[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk_views" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"view" text NOT NULL,
	"filter" jsonb NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"ord" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_presence" ADD CONSTRAINT "case_presence_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_presence" ADD CONSTRAINT "case_presence_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_sketches" ADD CONSTRAINT "case_sketches_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_views" ADD CONSTRAINT "desk_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_views_user" ON "desk_views" USING btree ("user_id","ord");--> statement-breakpoint
-- Nothing of it is worth a crash's while.
ALTER TABLE "case_presence" SET UNLOGGED;--> statement-breakpoint
CREATE INDEX "case_sketches_bands" ON "case_sketches" USING gin ("company_id", "bands");--> statement-breakpoint
CREATE INDEX "case_sketches_replies" ON "case_sketches" USING gin ("company_id", "replies");--> statement-breakpoint
CREATE INDEX "complaints_person" ON "complaints" USING btree ("distinct_hash") WHERE "distinct_hash" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "complaints_reference_like" ON "complaints" USING gin ("reference" gin_trgm_ops);--> statement-breakpoint
-- The desk's search learns of new words in the writer's own transaction, and forgets them in it: nothing of an erased complaint stays behind.
CREATE FUNCTION search_case_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM case_sketches WHERE complaint_id = OLD.complaint_id;
    DELETE FROM search_stale WHERE corpus = 'complaint' AND id = OLD.complaint_id;
    UPDATE search_documents SET title = '', body = '', live = false, indexed = false WHERE corpus = 'complaint' AND id = OLD.complaint_id;
  ELSE
    INSERT INTO search_stale (corpus, id) VALUES ('complaint', NEW.complaint_id) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER complaint_texts_search AFTER INSERT OR UPDATE OR DELETE ON complaint_texts FOR EACH ROW EXECUTE FUNCTION search_case_words();--> statement-breakpoint
-- A case bound to a company is compared with that company's cases, and found by its names.
CREATE FUNCTION search_case_bound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE case_sketches SET company_id = NEW.company_id WHERE complaint_id = NEW.id;
  INSERT INTO search_stale (corpus, id) VALUES ('complaint', NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER complaints_search AFTER UPDATE OF company_id, company_name_typed, erased_at ON complaints FOR EACH ROW
  WHEN (OLD.company_id IS DISTINCT FROM NEW.company_id OR OLD.company_name_typed IS DISTINCT FROM NEW.company_name_typed OR OLD.erased_at IS DISTINCT FROM NEW.erased_at)
  EXECUTE FUNCTION search_case_bound();--> statement-breakpoint
-- What was read in a file, until the file is taken away.
CREATE FUNCTION search_case_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_stale (corpus, id) SELECT 'complaint', e.complaint_id FROM evidence_files e JOIN complaint_texts t ON t.complaint_id = e.complaint_id
    WHERE e.id = NEW.evidence_id ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER evidence_readings_search AFTER INSERT OR UPDATE OF content, confirmed, transcript, state ON evidence_readings FOR EACH ROW
  WHEN (NEW.state = 'done') EXECUTE FUNCTION search_case_reading();--> statement-breakpoint
CREATE FUNCTION search_case_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_stale (corpus, id) SELECT 'complaint', t.complaint_id FROM complaint_texts t WHERE t.complaint_id = NEW.complaint_id ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER evidence_files_search AFTER UPDATE OF removed_at ON evidence_files FOR EACH ROW
  WHEN (OLD.removed_at IS DISTINCT FROM NEW.removed_at) EXECUTE FUNCTION search_case_file();--> statement-breakpoint
INSERT INTO search_stale (corpus, id) SELECT 'complaint', complaint_id FROM complaint_texts;
