CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_hant" text NOT NULL,
	"name_en" text NOT NULL,
	"pinyin" text NOT NULL,
	"sector" text NOT NULL,
	"size_class" text NOT NULL,
	"service_email" text,
	"service_phone" text,
	"pledge_signed_on" date,
	"merged_into_id" uuid,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"updated_at" timestamp with time zone,
	CONSTRAINT "companies_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "company_aliases" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"company_id" uuid NOT NULL,
	"alias" text NOT NULL,
	"folded" text NOT NULL,
	"kind" text DEFAULT 'alias' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_exposures" (
	"company_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"contacts" bigint NOT NULL,
	"source" text NOT NULL,
	"audited" boolean DEFAULT false NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "company_exposures_company_id_quarter_pk" PRIMARY KEY("company_id","quarter")
);
--> statement-breakpoint
CREATE TABLE "company_history" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"company_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"type" text NOT NULL,
	"before" text,
	"after" text,
	"other_company_id" uuid
);
--> statement-breakpoint
CREATE TABLE "dial_tests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"company_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"channel" text NOT NULL,
	"tested_at" timestamp with time zone NOT NULL,
	"priority" boolean DEFAULT false NOT NULL,
	"steps" integer,
	"human_requests" integer NOT NULL,
	"seconds_to_human" integer,
	"prompt_second" integer,
	"passed" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "allegations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"clause" text NOT NULL,
	"situation" text,
	"added_by" text DEFAULT 'complainant' NOT NULL,
	"ord" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_events" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"ord" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"type" text NOT NULL,
	"actor_role" text NOT NULL,
	"actor_id" uuid,
	"data" jsonb NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_notes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"by_user" uuid NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_replies" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"public_body" text,
	"by_user" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "complaint_contacts" (
	"complaint_id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"email" text,
	"phone" text,
	"postal" text,
	"filed_for_name" text,
	"verified_at" timestamp with time zone,
	"code_hash" text,
	"code_expires_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "complaint_texts" (
	"complaint_id" uuid PRIMARY KEY NOT NULL,
	"narrative" text NOT NULL,
	"wants" text,
	"wants_kinds" text[] DEFAULT '{}'::text[] NOT NULL,
	"promised_text" text
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"reference" text NOT NULL,
	"secret_hash" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"user_id" uuid,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"origin" text NOT NULL,
	"filed_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"deemed" boolean DEFAULT false NOT NULL,
	"company_id" uuid,
	"officer_id" uuid,
	"served_at" timestamp with time zone,
	"first_answer_at" timestamp with time zone,
	"replied_at" timestamp with time zone,
	"ruled_at" timestamp with time zone,
	"final_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"snapshot" jsonb NOT NULL,
	"event_count" integer DEFAULT 0 NOT NULL,
	"acceptance_due" date,
	"decision_due" date,
	"next_clock" text,
	"next_due" date,
	"paused" boolean DEFAULT false NOT NULL,
	"company_name_typed" text NOT NULL,
	"filed_for" text DEFAULT 'self' NOT NULL,
	"situations" text[] NOT NULL,
	"channel" text,
	"occurred_on" date,
	"human_requests" integer,
	"wait_seconds" integer,
	"reached_human" boolean,
	"menu_depth" integer,
	"interruptions" integer,
	"loopback" boolean,
	"same_reply_repeated" integer,
	"promised_action" boolean,
	"promised_by" text,
	"priority_group" text,
	"loss_amount" bigint,
	"distinct_hash" text,
	"contact_verified" boolean DEFAULT false NOT NULL,
	"overdue_number" text,
	"erased_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "complaints_reference_unique" UNIQUE("reference"),
	CONSTRAINT "complaints_idempotency_key_unique" UNIQUE("idempotency_key"),
	CONSTRAINT "complaints_overdue_number_unique" UNIQUE("overdue_number")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"complaint_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consents_complaint_id_kind_pk" PRIMARY KEY("complaint_id","kind")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"type" text NOT NULL,
	"ground" text,
	"reason" text NOT NULL,
	"elsewhere" text,
	"by_user" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_comments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"ruling_id" uuid NOT NULL,
	"side" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid,
	"locale" text NOT NULL,
	"step" text NOT NULL,
	"data" jsonb NOT NULL,
	"complaint_id" uuid,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"announced_at" timestamp with time zone,
	CONSTRAINT "drafts_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"method" text NOT NULL,
	"token_hash" text,
	"served_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	CONSTRAINT "services_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "supplement_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"items" text[] NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "evidence_files" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid,
	"draft_id" uuid,
	"side" text NOT NULL,
	"upload_id" text,
	"original_name" text NOT NULL,
	"kind" text,
	"media_type" text,
	"bytes" bigint NOT NULL,
	"sha256" text,
	"storage_key" text,
	"status" text NOT NULL,
	"refused_why" text,
	"scan" text DEFAULT 'not_scanned' NOT NULL,
	"facts" jsonb,
	"ord" integer,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"received_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "evidence_files_upload_id_unique" UNIQUE("upload_id")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid,
	"user_id" uuid,
	"audience" text NOT NULL,
	"channel" text DEFAULT 'mail' NOT NULL,
	"to_address" text NOT NULL,
	"locale" text NOT NULL,
	"template" text NOT NULL,
	"params" jsonb NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "admin_events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"type" text NOT NULL,
	"subject_id" uuid,
	"ok" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"bucket" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "attempts_bucket_window_start_pk" PRIMARY KEY("bucket","window_start")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" "citext" NOT NULL,
	"name" text,
	"role" text NOT NULL,
	"company_id" uuid,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "spent_challenges" (
	"challenge" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" "citext" NOT NULL,
	"email_verified" timestamp with time zone,
	"name" text,
	"image" text,
	"role" text DEFAULT 'complainant' NOT NULL,
	"company_id" uuid,
	"locale" text DEFAULT 'zh-Hans' NOT NULL,
	"password_hash" text,
	"totp_sealed" text,
	"totp_last_step" integer,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" "citext" NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "case_studies" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"report_id" uuid,
	"published_ruling_id" uuid NOT NULL,
	"ord" integer DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"clause" text NOT NULL,
	"tier" text,
	"sector" text NOT NULL,
	"company_name" text,
	"month" text NOT NULL,
	"loss_band" text,
	"evidence_kinds" text[] NOT NULL,
	"facts" text NOT NULL,
	"company_position" text NOT NULL,
	"reasons" text NOT NULL,
	"rectification" text NOT NULL,
	"lesson" text NOT NULL,
	"outcome" text NOT NULL,
	"first_check_by" uuid,
	"first_check_at" timestamp with time zone,
	"second_check_by" uuid,
	"second_check_at" timestamp with time zone,
	"with_company_name" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_corrections" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"report_id" uuid NOT NULL,
	"place" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_figures" (
	"report_id" uuid NOT NULL,
	"figure" text NOT NULL,
	"data" jsonb NOT NULL,
	"json" text NOT NULL,
	"json_sha256" text NOT NULL,
	"csv" text NOT NULL,
	"csv_sha256" text NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_figures_report_id_figure_pk" PRIMARY KEY("report_id","figure")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"quarter" text NOT NULL,
	"version" text NOT NULL,
	"state" text NOT NULL,
	"number" integer NOT NULL,
	"freeze_at" timestamp with time zone,
	"standard_version" text NOT NULL,
	"words" jsonb NOT NULL,
	"edited_by" uuid,
	"submitted_at" timestamp with time zone,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"corrects" uuid,
	"return_reason" text,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"updated_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"ruling_id" uuid NOT NULL,
	"allegation_id" uuid,
	"ord" integer NOT NULL,
	"clause" text NOT NULL,
	"outcome" text,
	"tier" text,
	"tier_reason" text,
	"title" text,
	"facts" text DEFAULT '' NOT NULL,
	"reasons" text DEFAULT '' NOT NULL,
	"evidence_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"measure" jsonb
);
--> statement-breakpoint
CREATE TABLE "published_findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"published_ruling_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"ord" integer NOT NULL,
	"clause" text NOT NULL,
	"standard_version" text NOT NULL,
	"outcome" text NOT NULL,
	"tier" text,
	"tier_reason" text,
	"title" text NOT NULL,
	"facts" text NOT NULL,
	"reasons" text NOT NULL,
	"evidence_kinds" text[] DEFAULT '{}'::text[] NOT NULL,
	"measure" jsonb,
	"group_id" text NOT NULL,
	"incident_month" text NOT NULL,
	"recurs" boolean DEFAULT false NOT NULL,
	"signed_on" date NOT NULL,
	"final_on" date,
	"annulled_on" date
);
--> statement-breakpoint
CREATE TABLE "published_rulings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"ruling_id" uuid NOT NULL,
	"complaint_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"sector" text NOT NULL,
	"channel" text,
	"priority_group" text,
	"status" text NOT NULL,
	"outcome" text NOT NULL,
	"title" text NOT NULL,
	"decision" text NOT NULL,
	"allegation_count" integer NOT NULL,
	"company_reply" text,
	"company_replied_on" date,
	"consumer_words" text,
	"clocks" jsonb NOT NULL,
	"standard_version" text NOT NULL,
	"filed_month" text NOT NULL,
	"signed_on" date NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"final_on" date,
	"annulled_on" date,
	"annul_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"visible_until" date,
	"sha256" text NOT NULL,
	CONSTRAINT "published_rulings_number_unique" UNIQUE("number"),
	CONSTRAINT "published_rulings_ruling_id_unique" UNIQUE("ruling_id")
);
--> statement-breakpoint
CREATE TABLE "rectifications" (
	"finding_id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"state" text NOT NULL,
	"ordered_on" date NOT NULL,
	"due_on" date NOT NULL,
	"reported_on" date,
	"accepted_on" date,
	"rejected_on" date,
	"second_due_on" date,
	"overdue_on" date,
	"report" text,
	"check_note" text,
	"confirmed_by_consumer" boolean
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"of" text NOT NULL,
	"side" text NOT NULL,
	"reason" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"result" text,
	"result_reason" text,
	"decided_by" uuid,
	"signed_by" uuid,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rulings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"complaint_id" uuid NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"decision" text NOT NULL,
	"standard_version" text NOT NULL,
	"drafted_by" uuid,
	"drafted_at" timestamp with time zone NOT NULL,
	"signed_by" uuid,
	"signed_at" timestamp with time zone,
	"redaction" jsonb,
	"redaction_confirmed_at" timestamp with time zone,
	"redaction_confirmed_by" uuid,
	"return_reason" text,
	"updated_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT portal_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_scores" (
	"company_id" uuid NOT NULL,
	"as_of" date NOT NULL,
	"period" text NOT NULL,
	"quarter_end" boolean DEFAULT false NOT NULL,
	"score" double precision NOT NULL,
	"lower" double precision NOT NULL,
	"upper" double precision NOT NULL,
	"grade" text NOT NULL,
	"band" text NOT NULL,
	"decided" integer NOT NULL,
	"exposure" double precision NOT NULL,
	"breakdown" jsonb NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "company_scores_company_id_as_of_pk" PRIMARY KEY("company_id","as_of")
);
--> statement-breakpoint
CREATE TABLE "score_periods" (
	"period" text PRIMARY KEY NOT NULL,
	"parameters" jsonb NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"year" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_notices" (
	"year" integer PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL,
	"loaded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "portal_clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	"anchor_real" timestamp with time zone NOT NULL,
	"anchor_portal" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "company_aliases" ADD CONSTRAINT "company_aliases_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_exposures" ADD CONSTRAINT "company_exposures_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_history" ADD CONSTRAINT "company_history_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dial_tests" ADD CONSTRAINT "dial_tests_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegations" ADD CONSTRAINT "allegations_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_replies" ADD CONSTRAINT "company_replies_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_contacts" ADD CONSTRAINT "complaint_contacts_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_texts" ADD CONSTRAINT "complaint_texts_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_officer_id_users_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplement_requests" ADD CONSTRAINT "supplement_requests_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_studies" ADD CONSTRAINT "case_studies_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_corrections" ADD CONSTRAINT "report_corrections_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_figures" ADD CONSTRAINT "report_figures_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_ruling_id_rulings_id_fk" FOREIGN KEY ("ruling_id") REFERENCES "public"."rulings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_findings" ADD CONSTRAINT "published_findings_published_ruling_id_published_rulings_id_fk" FOREIGN KEY ("published_ruling_id") REFERENCES "public"."published_rulings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_findings" ADD CONSTRAINT "published_findings_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_rulings" ADD CONSTRAINT "published_rulings_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectifications" ADD CONSTRAINT "rectifications_finding_id_published_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."published_findings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectifications" ADD CONSTRAINT "rectifications_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_scores" ADD CONSTRAINT "company_scores_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_aliases_company" ON "company_aliases" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "company_aliases_folded_trgm" ON "company_aliases" USING gin ("folded" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "company_history_company" ON "company_history" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "dial_tests_company" ON "dial_tests" USING btree ("company_id","tested_at");--> statement-breakpoint
CREATE INDEX "allegations_complaint" ON "allegations" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "allegations_clause" ON "allegations" USING btree ("clause");--> statement-breakpoint
CREATE UNIQUE INDEX "case_events_case_ord" ON "case_events" USING btree ("complaint_id","ord");--> statement-breakpoint
CREATE INDEX "case_events_type_at" ON "case_events" USING btree ("type","at");--> statement-breakpoint
CREATE INDEX "case_notes_complaint" ON "case_notes" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "company_replies_complaint" ON "company_replies" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "complaints_open_due" ON "complaints" USING btree ("next_due","id") WHERE "complaints"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "complaints_next_due" ON "complaints" USING btree ("next_due") WHERE "complaints"."next_due" is not null;--> statement-breakpoint
CREATE INDEX "complaints_officer_due" ON "complaints" USING btree ("officer_id","next_due") WHERE "complaints"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "complaints_company" ON "complaints" USING btree ("company_id","filed_at");--> statement-breakpoint
CREATE INDEX "complaints_user" ON "complaints" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "complaints_filed" ON "complaints" USING btree ("filed_at");--> statement-breakpoint
CREATE INDEX "complaints_state" ON "complaints" USING btree ("state");--> statement-breakpoint
CREATE INDEX "decisions_complaint" ON "decisions" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "draft_comments_complaint" ON "draft_comments" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "drafts_user" ON "drafts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "drafts_expires" ON "drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "services_complaint" ON "services" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "supplement_requests_complaint" ON "supplement_requests" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "evidence_files_complaint" ON "evidence_files" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "evidence_files_draft" ON "evidence_files" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "evidence_files_sha" ON "evidence_files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "mails_complaint" ON "mails" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "admin_events_at" ON "admin_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "case_studies_report" ON "case_studies" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_corrections_report" ON "report_corrections" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "reports_quarter" ON "reports" USING btree ("quarter","version");--> statement-breakpoint
CREATE INDEX "findings_ruling" ON "findings" USING btree ("ruling_id");--> statement-breakpoint
CREATE INDEX "published_findings_ruling" ON "published_findings" USING btree ("published_ruling_id");--> statement-breakpoint
CREATE INDEX "published_findings_company" ON "published_findings" USING btree ("company_id","clause");--> statement-breakpoint
CREATE INDEX "published_findings_clause" ON "published_findings" USING btree ("clause");--> statement-breakpoint
CREATE INDEX "published_rulings_signed" ON "published_rulings" USING btree ("signed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "published_rulings_company" ON "published_rulings" USING btree ("company_id","signed_at");--> statement-breakpoint
CREATE INDEX "published_rulings_status" ON "published_rulings" USING btree ("status");--> statement-breakpoint
CREATE UNIQUE INDEX "published_rulings_complaint" ON "published_rulings" USING btree ("complaint_id","version");--> statement-breakpoint
CREATE INDEX "rectifications_company" ON "rectifications" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "rectifications_open" ON "rectifications" USING btree ("due_on") WHERE "rectifications"."state" in ('ordered','reported','rejected');--> statement-breakpoint
CREATE INDEX "reviews_complaint" ON "reviews" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "rulings_complaint" ON "rulings" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "rulings_state" ON "rulings" USING btree ("state");--> statement-breakpoint
CREATE INDEX "company_scores_as_of" ON "company_scores" USING btree ("as_of");