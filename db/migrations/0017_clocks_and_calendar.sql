CREATE TABLE "calendar_proposals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"year" integer NOT NULL,
	"source" text NOT NULL,
	"days" jsonb NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "remind_on" date;--> statement-breakpoint
CREATE INDEX "complaints_remind_on" ON "complaints" USING btree ("remind_on") WHERE "complaints"."remind_on" is not null;--> statement-breakpoint
-- The next sweep looks at every open case and writes when it is next to be reminded of.
UPDATE "complaints" SET "remind_on" = (portal_now() AT TIME ZONE 'Asia/Shanghai')::date WHERE "closed_at" IS NULL;
