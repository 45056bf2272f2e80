CREATE TABLE "search_chunks" (
	"corpus" text NOT NULL,
	"chunk" integer NOT NULL,
	"generation" integer NOT NULL,
	"documents" integer NOT NULL,
	CONSTRAINT "search_chunks_corpus_chunk_pk" PRIMARY KEY("corpus","chunk")
);
--> statement-breakpoint
CREATE TABLE "search_dictionary" (
	"corpus" text NOT NULL,
	"token" text NOT NULL,
	"generation" integer NOT NULL,
	CONSTRAINT "search_dictionary_corpus_token_pk" PRIMARY KEY("corpus","token")
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"corpus" text NOT NULL,
	"doc" integer NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"company_id" uuid,
	"sector" text,
	"channel" text,
	"priority_group" text,
	"outcome" text,
	"year" integer,
	"clauses" text[] DEFAULT '{}'::text[] NOT NULL,
	"tiers" text[] DEFAULT '{}'::text[] NOT NULL,
	"sort_at" timestamp with time zone NOT NULL,
	"live" boolean DEFAULT true NOT NULL,
	"indexed" boolean DEFAULT false NOT NULL,
	"change_xid" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "search_documents_corpus_doc_pk" PRIMARY KEY("corpus","doc")
);
--> statement-breakpoint
CREATE TABLE "search_postings" (
	"corpus" text NOT NULL,
	"chunk" integer NOT NULL,
	"token" text NOT NULL,
	"docs" "bytea" NOT NULL,
	CONSTRAINT "search_postings_corpus_chunk_token_pk" PRIMARY KEY("corpus","chunk","token")
);
--> statement-breakpoint
CREATE TABLE "search_stale" (
	"corpus" text NOT NULL,
	"id" uuid NOT NULL,
	CONSTRAINT "search_stale_corpus_id_pk" PRIMARY KEY("corpus","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "search_documents_id" ON "search_documents" USING btree ("corpus","id");--> statement-breakpoint
CREATE INDEX "search_documents_change" ON "search_documents" USING btree ("corpus","change_xid");--> statement-breakpoint
CREATE INDEX "search_documents_unindexed" ON "search_documents" USING btree ("corpus","doc") WHERE not "search_documents"."indexed";
--> statement-breakpoint
CREATE SEQUENCE "search_numbers" MINVALUE 0 START 0;--> statement-breakpoint
-- Read in part and compared often: neither packed nor, where a page holds it, kept apart.
ALTER TABLE "search_documents" ALTER COLUMN "body" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "search_postings" ALTER COLUMN "docs" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "search_postings" SET (toast_tuple_target = 8160);--> statement-breakpoint
CREATE FUNCTION search_document_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.change_xid := (pg_current_xact_id()::text)::bigint;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER search_documents_changed BEFORE INSERT OR UPDATE ON search_documents FOR EACH ROW EXECUTE FUNCTION search_document_changed();--> statement-breakpoint
-- Whoever writes the public record, search learns of it in the same transaction.
CREATE FUNCTION search_ruling_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_stale (corpus, id) VALUES ('ruling', COALESCE(NEW.id, OLD.id)) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION search_finding_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_stale (corpus, id) VALUES ('ruling', COALESCE(NEW.published_ruling_id, OLD.published_ruling_id)) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER published_rulings_stale AFTER INSERT OR UPDATE OR DELETE ON published_rulings FOR EACH ROW EXECUTE FUNCTION search_ruling_stale();--> statement-breakpoint
CREATE TRIGGER published_findings_stale AFTER INSERT OR UPDATE OR DELETE ON published_findings FOR EACH ROW EXECUTE FUNCTION search_finding_stale();--> statement-breakpoint
-- A merged company's rulings are counted with the one it went into.
CREATE FUNCTION search_company_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_documents SET company_id = company_id WHERE company_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER companies_merged AFTER UPDATE OF merged_into_id ON companies FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION search_company_merged();--> statement-breakpoint
INSERT INTO search_stale (corpus, id) SELECT 'ruling', id FROM published_rulings;
