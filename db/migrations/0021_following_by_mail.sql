ALTER TABLE "mails" ADD COLUMN "unsubscribe" text;--> statement-breakpoint
ALTER TABLE "follows" ADD COLUMN "reader" text NOT NULL;--> statement-breakpoint
CREATE INDEX "follows_reader" ON "follows" USING btree ("reader");