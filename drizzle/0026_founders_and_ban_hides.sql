ALTER TABLE "comments" ADD COLUMN "hidden_by_ban" bigint;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "founder_id" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_hidden_by_ban_moderation_log_id_fk" FOREIGN KEY ("hidden_by_ban") REFERENCES "public"."moderation_log"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_founder_id_users_id_fk" FOREIGN KEY ("founder_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organizations_founder_id_idx" ON "organizations" USING btree ("founder_id");
--> statement-breakpoint
UPDATE "organizations" o SET "founder_id" = (
  SELECT m."user_id" FROM "organization_members" m
  WHERE m."organization_id" = o."id" AND m."role" = 'administrator'
  ORDER BY m."joined_at", m."user_id" LIMIT 1);
