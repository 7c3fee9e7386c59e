CREATE TABLE "pattern_looks" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"findings" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appeals" DROP CONSTRAINT "appeals_pkey";--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_pkey" PRIMARY KEY("log_id","user_id");--> statement-breakpoint
CREATE INDEX "papers_merged_into_idx" ON "papers" USING btree ("merged_into") WHERE "papers"."merged_into" is not null;--> statement-breakpoint
CREATE INDEX "appeals_user_id_idx" ON "appeals" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "appeals_open_idx" ON "appeals" USING btree ("created_at") WHERE "appeals"."answered_at" is null;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_merged_removed" CHECK ("papers"."merged_into" is null or "papers"."removed_at" is not null);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_banned_until" CHECK ("users"."banned_until" is null or "users"."banned_at" is not null);--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_answered" CHECK (("appeals"."answered_at" is null) = ("appeals"."answer" is null));