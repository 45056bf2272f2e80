CREATE TABLE "evidence_readings" (
	"evidence_id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failed_why" text,
	"content" jsonb,
	"updated_at" timestamp with time zone DEFAULT portal_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "evidence_readings" ADD CONSTRAINT "evidence_readings_evidence_id_evidence_files_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_readings_state" ON "evidence_readings" USING btree ("state");--> statement-breakpoint
-- A file that is taken away takes along what was read in it, whoever takes it away.
CREATE FUNCTION forget_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM evidence_readings WHERE evidence_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER evidence_files_forget_reading AFTER UPDATE OF removed_at ON evidence_files
  FOR EACH ROW WHEN (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL) EXECUTE FUNCTION forget_reading();
