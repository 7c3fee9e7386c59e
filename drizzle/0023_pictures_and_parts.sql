ALTER TABLE "paper_corrections" ADD COLUMN "role" text DEFAULT 'author' NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "media_urls" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- Administrators took papers off their organization's page before it said so.
UPDATE "paper_corrections" c SET "role" = 'administrator'
WHERE c."field" = 'organization' AND c."after" IS NULL AND c."log_id" IS NULL AND NOT EXISTS (
  SELECT FROM "paper_authors" a WHERE a."paper_id" = c."paper_id" AND a."user_id" = c."user_id"
    AND a."claim_status" = 'verified');--> statement-breakpoint
UPDATE "organizations" o SET "picture" = NULL
WHERE o."picture" IS NOT NULL AND NOT EXISTS (SELECT FROM "pictures" p WHERE p."hash" = o."picture");--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_picture_pictures_hash_fk" FOREIGN KEY ("picture") REFERENCES "public"."pictures"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_corrections_picture_idx" ON "paper_corrections" USING btree ("before") WHERE "paper_corrections"."field" = 'picture';--> statement-breakpoint
CREATE INDEX "organizations_picture_idx" ON "organizations" USING btree ("picture") WHERE "organizations"."picture" is not null;