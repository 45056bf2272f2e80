ALTER TABLE "badges" ALTER COLUMN "awarded_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "badges" ADD COLUMN "decided_on" date NOT NULL;--> statement-breakpoint
ALTER TABLE "badges" ADD COLUMN "failed" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "badges" ADD COLUMN "facts" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "badges" ADD COLUMN "revoked_facts" jsonb;--> statement-breakpoint
CREATE INDEX "badges_held" ON "badges" USING btree ("quarter") WHERE "badges"."awarded_on" is not null;