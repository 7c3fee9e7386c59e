DROP INDEX "paper_topics_trending_idx";--> statement-breakpoint
DROP INDEX "paper_topics_submitted_at_idx";--> statement-breakpoint
CREATE INDEX "papers_year_submitted_at_idx" ON "papers" USING btree ((extract(year from "published_at" at time zone 'UTC')::int),"submitted_at" DESC NULLS FIRST,"shuffle","id") WHERE "papers"."trending" is not null;--> statement-breakpoint
CREATE INDEX "paper_topics_trending_idx" ON "paper_topics" USING btree ("topic","trending" DESC NULLS FIRST,"shuffle","paper_id","has_code","year");--> statement-breakpoint
CREATE INDEX "paper_topics_submitted_at_idx" ON "paper_topics" USING btree ("topic","submitted_at" DESC NULLS FIRST,"shuffle","paper_id","has_code","year");