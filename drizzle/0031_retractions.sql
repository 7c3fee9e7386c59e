ALTER TABLE "papers" ADD COLUMN "retracted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "retraction_notice" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "retraction_checked_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "papers_retraction_checked_at_idx" ON "papers" USING btree ("retraction_checked_at" nulls first,"id") WHERE "papers"."doi" is not null and "papers"."listed_by" is not null and not "papers"."retracted" and "papers"."removed_at" is null;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_retracted_withdrawn" CHECK (not "papers"."retracted" or "papers"."withdrawn");