CREATE TABLE "recovery_codes" (
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_user_id_code_hash_pk" PRIMARY KEY("user_id","code_hash")
);
--> statement-breakpoint
DROP INDEX "company_aliases_company";--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "revoked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "locale" text DEFAULT 'zh-Hans' NOT NULL;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "companies_merged_into" ON "companies" USING btree ("merged_into_id");--> statement-breakpoint
CREATE UNIQUE INDEX "company_aliases_once" ON "company_aliases" USING btree ("company_id","kind","alias");--> statement-breakpoint
CREATE INDEX "company_aliases_folded" ON "company_aliases" USING btree ("folded" text_pattern_ops);