CREATE TABLE "log_checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"root" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_leaves" (
	"idx" bigint PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"time" timestamp with time zone NOT NULL,
	"hash" "bytea" NOT NULL,
	"node" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_nodes" (
	"level" smallint NOT NULL,
	"idx" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "log_nodes_level_idx_pk" PRIMARY KEY("level","idx")
);
--> statement-breakpoint
CREATE TABLE "log_pending" (
	"seq" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX "log_checkpoints_at" ON "log_checkpoints" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "log_leaves_seq" ON "log_leaves" USING btree ("seq");--> statement-breakpoint
-- Every event waits for its leaf from the moment it is committed; one statement, one trigger, however many rows.
CREATE FUNCTION log_new_events() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO log_pending (seq) SELECT seq FROM fresh;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_events_to_log AFTER INSERT ON case_events REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION log_new_events();
--> statement-breakpoint
INSERT INTO log_pending (seq) SELECT seq FROM case_events;
