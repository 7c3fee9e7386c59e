ALTER TABLE "organizations" ADD COLUMN "source_name" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "avatar_url" text;--> statement-breakpoint
ALTER TABLE "paper_listings" ADD COLUMN "submitter_handle" text;--> statement-breakpoint
ALTER TABLE "paper_listings" ADD COLUMN "submitter_avatar" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "code_added_by" text;--> statement-breakpoint
CREATE INDEX "paper_listings_day_idx" ON "paper_listings" USING btree ("day","paper_id");--> statement-breakpoint
CREATE INDEX "paper_listings_submitter_handle_idx" ON "paper_listings" USING btree (lower("submitter_handle")) WHERE "paper_listings"."submitter_handle" is not null;--> statement-breakpoint
ALTER TABLE "paper_listings" DROP CONSTRAINT "paper_listings_pkey";
--> statement-breakpoint
ALTER TABLE "paper_listings" ADD CONSTRAINT "paper_listings_pkey" PRIMARY KEY("paper_id","site","day");