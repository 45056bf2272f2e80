ALTER TABLE "follows" ADD COLUMN "told_standing" text;--> statement-breakpoint
CREATE INDEX "complaints_counted" ON "complaints" USING btree ("filed_at","company_id","distinct_hash","state","id") WHERE "complaints"."contact_verified" and "complaints"."distinct_hash" is not null;--> statement-breakpoint
CREATE INDEX "ruling_versions_replaced" ON "ruling_versions" USING btree ("replaced_on");--> statement-breakpoint
CREATE INDEX "published_rulings_annulled" ON "published_rulings" USING btree ("annulled_on") WHERE "published_rulings"."annulled_on" is not null;