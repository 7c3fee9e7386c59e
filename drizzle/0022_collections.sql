ALTER TABLE "collection_follows" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "collection_follows" CASCADE;--> statement-breakpoint
ALTER TABLE "follows" DROP CONSTRAINT "follows_target_key";--> statement-breakpoint
ALTER TABLE "follows" DROP CONSTRAINT "follows_one_target";--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_one_subject";--> statement-breakpoint
ALTER TABLE "follows" ADD COLUMN "collection_id" bigint;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "collection_id" bigint;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "collections_name_key" ON "collections" USING btree ("owner_id",lower("name"));--> statement-breakpoint
CREATE INDEX "follows_collection_id_idx" ON "follows" USING btree ("collection_id");--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_target_key" UNIQUE NULLS NOT DISTINCT("user_id","topic","author","organization_id","reader_id","collection_id");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_collection_key" UNIQUE("reporter_id","collection_id");--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_one_target" CHECK (num_nonnulls("follows"."topic", "follows"."author", "follows"."organization_id", "follows"."reader_id", "follows"."collection_id") = 1);--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_one_subject" CHECK (num_nonnulls("reports"."comment_id", "reports"."paper_id", "reports"."user_id", "reports"."collection_id") = 1);