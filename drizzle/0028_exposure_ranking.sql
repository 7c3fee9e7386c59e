CREATE TABLE "exposure_hours" (
	"hour" timestamp with time zone PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paper_exposures" (
	"paper_id" bigint NOT NULL,
	"day" date NOT NULL,
	"exposure" double precision NOT NULL,
	CONSTRAINT "paper_exposures_pkey" PRIMARY KEY("paper_id","day")
);
--> statement-breakpoint
CREATE TABLE "place_log" (
	"hour" timestamp with time zone NOT NULL,
	"place" smallint NOT NULL,
	"paper_id" bigint NOT NULL,
	"chance" double precision,
	CONSTRAINT "place_log_pkey" PRIMARY KEY("hour","place")
);
--> statement-breakpoint
CREATE TABLE "ranking_state" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"half_life" double precision NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"base" double precision DEFAULT 0 NOT NULL,
	"views_a_vote" double precision DEFAULT 0 NOT NULL,
	"rescored_below" bigint,
	"estimates" jsonb,
	CONSTRAINT "ranking_state_only" CHECK ("ranking_state"."only")
);
--> statement-breakpoint
DROP INDEX "paper_views_place_idx";--> statement-breakpoint
ALTER TABLE "upvotes" ADD COLUMN "brings" double precision;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "weight_sum" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "exposure" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "outside_weight" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "outside_exposure" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "prior" double precision DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "paper_exposures" ADD CONSTRAINT "paper_exposures_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_log" ADD CONSTRAINT "place_log_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_log_paper_id_idx" ON "place_log" USING btree ("paper_id");--> statement-breakpoint
CREATE INDEX "paper_views_place_idx" ON "paper_views" USING btree ("place","hour") WHERE "paper_views"."place" <> 0;
--> statement-breakpoint
INSERT INTO "ranking_state" ("half_life", "since") VALUES (84, '2026-01-01T00:00:00Z');--> statement-breakpoint
-- Views that were counted by place before, shared out as the hourly job does it: the views of all
-- places within an hour, by the share that each place has of all. Who was seen there had it.
INSERT INTO paper_exposures (paper_id, day, exposure)
SELECT v.paper_id, (v.hour AT TIME ZONE 'UTC')::date,
	sum(h.views * s.share * v.views / p.views)
FROM paper_views v
JOIN (SELECT hour, sum(views)::double precision AS views FROM paper_views WHERE place > 0 GROUP BY hour) h
	ON h.hour = v.hour
JOIN (SELECT hour, place, sum(views)::double precision AS views FROM paper_views WHERE place > 0
	GROUP BY hour, place) p ON p.hour = v.hour AND p.place = v.place
JOIN (SELECT place, sum(views) / sum(sum(views)) OVER () AS share FROM paper_views WHERE place > 0
	GROUP BY place) s ON s.place = v.place
WHERE v.place > 0 AND v.hour < date_trunc('hour', now())
GROUP BY 1, 2;--> statement-breakpoint
INSERT INTO exposure_hours (hour)
SELECT DISTINCT hour FROM paper_views WHERE hour < date_trunc('hour', now());--> statement-breakpoint
UPDATE papers SET
	weight_sum = f.weight + 1.5 * f.readers, exposure = f.exposure, prior = f.prior,
	trending = CASE WHEN trending IS NOT NULL THEN
		ln((f.weight + 1.5 * f.readers + f.prior) / (f.exposure + 20)) / ln(2::double precision)
		+ (extract(epoch FROM submitted_at)::double precision
			- extract(epoch FROM timestamptz '2026-01-01T00:00:00Z')::double precision) / (84 * 3600) END
FROM (
	SELECT p.id, v.weight, c.readers, x.exposure,
		1 + least(8, ln(1 + coalesce(l.upvotes, 0)::double precision) / ln(2::double precision)) AS prior
	FROM papers p
	CROSS JOIN LATERAL (
		SELECT coalesce(sum(weight), 0) AS weight FROM upvotes u WHERE paper_id = p.id
			AND NOT EXISTS (SELECT FROM excluded_votes e WHERE e.paper_id = u.paper_id AND e.user_id = u.user_id)
			AND NOT EXISTS (SELECT FROM users b WHERE b.id = u.user_id AND b.banned_at IS NOT NULL)) v
	CROSS JOIN LATERAL (
		SELECT count(DISTINCT c.user_id) AS readers FROM comments c WHERE c.paper_id = p.id
			AND c.deleted_at IS NULL AND c.hidden_at IS NULL AND c.user_id IS NOT NULL
			AND c.user_id IS DISTINCT FROM p.submitted_by
			AND NOT EXISTS (SELECT FROM paper_authors a WHERE a.paper_id = p.id AND a.user_id = c.user_id)
			AND NOT EXISTS (SELECT FROM users b WHERE b.id = c.user_id AND b.banned_at IS NOT NULL)) c
	CROSS JOIN LATERAL (
		SELECT coalesce(sum(exposure), 0) AS exposure FROM paper_exposures WHERE paper_id = p.id) x
	CROSS JOIN LATERAL (SELECT max(upvotes) AS upvotes FROM paper_listings WHERE paper_id = p.id) l
	WHERE p.listed_by IS NOT NULL OR p.comment_count > 0 OR l.upvotes IS NOT NULL
) f
WHERE papers.id = f.id;
