ALTER TABLE "evidence_readings" ADD COLUMN "confirmed" jsonb;--> statement-breakpoint
ALTER TABLE "evidence_readings" ADD COLUMN "transcript" jsonb;