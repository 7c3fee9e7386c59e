DROP INDEX "papers_trending_idx";--> statement-breakpoint
DROP INDEX "papers_submitted_at_idx";--> statement-breakpoint
DROP INDEX "papers_feed_day_idx";--> statement-breakpoint
CREATE INDEX "papers_trending_idx" ON "papers" USING btree ("trending" DESC NULLS FIRST,"shuffle","id") WHERE "papers"."trending" is not null;--> statement-breakpoint
CREATE INDEX "papers_submitted_at_idx" ON "papers" USING btree ("submitted_at" DESC NULLS FIRST,"shuffle","id") WHERE "papers"."trending" is not null;--> statement-breakpoint
CREATE INDEX "papers_feed_day_idx" ON "papers" USING btree ("feed_day","upvote_count" DESC NULLS FIRST,"shuffle","id") WHERE "papers"."trending" is not null;