DROP INDEX "complaints_open_due";--> statement-breakpoint
DROP INDEX "complaints_officer_due";--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "desk_clock" text;--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "desk_due" date;--> statement-breakpoint
CREATE INDEX "complaints_desk_due" ON "complaints" USING btree ("desk_due","id") WHERE "complaints"."desk_due" is not null;--> statement-breakpoint
CREATE INDEX "complaints_officer_due" ON "complaints" USING btree ("officer_id","desk_due") WHERE "complaints"."desk_due" is not null;