CREATE TABLE "excluded_votes" (
	"user_id" uuid NOT NULL,
	"paper_id" bigint NOT NULL,
	"log_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "excluded_votes_pkey" PRIMARY KEY("paper_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "badge_periods" (
	"period" text NOT NULL,
	"start" date NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "badge_periods_pkey" PRIMARY KEY("period","start")
);
--> statement-breakpoint
CREATE TABLE "paper_badges" (
	"period" text NOT NULL,
	"start" date NOT NULL,
	"rank" smallint NOT NULL,
	"paper_id" bigint NOT NULL,
	"upvotes" integer NOT NULL,
	CONSTRAINT "paper_badges_pkey" PRIMARY KEY("period","start","rank")
);
--> statement-breakpoint
CREATE TABLE "paper_topics" (
	"topic" text NOT NULL,
	"paper_id" bigint NOT NULL,
	"trending" double precision NOT NULL,
	"shuffle" double precision NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"feed_day" date NOT NULL,
	"upvote_count" integer NOT NULL,
	"has_code" boolean NOT NULL,
	"year" smallint NOT NULL,
	CONSTRAINT "paper_topics_pkey" PRIMARY KEY("paper_id","topic")
);
--> statement-breakpoint
CREATE TABLE "paper_views" (
	"paper_id" bigint NOT NULL,
	"place" smallint NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"views" integer NOT NULL,
	CONSTRAINT "paper_views_pkey" PRIMARY KEY("paper_id","hour","place")
);
--> statement-breakpoint
CREATE TABLE "moderation_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "moderation_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"actor_id" uuid,
	"action" text NOT NULL,
	"reason" text NOT NULL,
	"user_id" uuid,
	"paper_id" bigint,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "follows_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" uuid NOT NULL,
	"topic" text,
	"author" text,
	"organization_id" bigint,
	"reader_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follows_target_key" UNIQUE NULLS NOT DISTINCT("user_id","topic","author","organization_id","reader_id"),
	CONSTRAINT "follows_one_target" CHECK (num_nonnulls("follows"."topic", "follows"."author", "follows"."organization_id", "follows"."reader_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "group_invites" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"group_id" bigint NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"group_id" bigint NOT NULL,
	"user_id" uuid NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_members_pkey" PRIMARY KEY("group_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "groups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"owner_id" uuid NOT NULL,
	"visibility" text DEFAULT 'members' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hidden_papers" (
	"user_id" uuid NOT NULL,
	"paper_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hidden_papers_pkey" PRIMARY KEY("user_id","paper_id")
);
--> statement-breakpoint
CREATE TABLE "mutes" (
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mutes_pkey" PRIMARY KEY("user_id","kind","value")
);
--> statement-breakpoint
ALTER TABLE "papers" DROP CONSTRAINT "papers_trending_listed";--> statement-breakpoint
ALTER TABLE "upvotes" ADD COLUMN "place" smallint;--> statement-breakpoint
ALTER TABLE "upvotes" ADD COLUMN "network" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "votes_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "excluded_votes" ADD CONSTRAINT "excluded_votes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excluded_votes" ADD CONSTRAINT "excluded_votes_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excluded_votes" ADD CONSTRAINT "excluded_votes_log_id_moderation_log_id_fk" FOREIGN KEY ("log_id") REFERENCES "public"."moderation_log"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_badges" ADD CONSTRAINT "paper_badges_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_topics" ADD CONSTRAINT "paper_topics_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_views" ADD CONSTRAINT "paper_views_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_log" ADD CONSTRAINT "moderation_log_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_log" ADD CONSTRAINT "moderation_log_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_log" ADD CONSTRAINT "moderation_log_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_reader_id_users_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_invites" ADD CONSTRAINT "group_invites_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_papers" ADD CONSTRAINT "hidden_papers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_papers" ADD CONSTRAINT "hidden_papers_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "excluded_votes_user_id_idx" ON "excluded_votes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "paper_badges_paper_id_idx" ON "paper_badges" USING btree ("paper_id");--> statement-breakpoint
CREATE INDEX "paper_topics_trending_idx" ON "paper_topics" USING btree ("topic","trending" DESC NULLS FIRST,"shuffle","paper_id");--> statement-breakpoint
CREATE INDEX "paper_topics_submitted_at_idx" ON "paper_topics" USING btree ("topic","submitted_at" DESC NULLS FIRST,"shuffle","paper_id");--> statement-breakpoint
CREATE INDEX "paper_topics_feed_day_idx" ON "paper_topics" USING btree ("topic","feed_day","upvote_count" DESC NULLS FIRST,"shuffle","paper_id");--> statement-breakpoint
CREATE INDEX "paper_views_place_idx" ON "paper_views" USING btree ("place","hour") WHERE "paper_views"."place" > 0;--> statement-breakpoint
CREATE INDEX "moderation_log_created_at_idx" ON "moderation_log" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "moderation_log_user_id_idx" ON "moderation_log" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "moderation_log_paper_id_idx" ON "moderation_log" USING btree ("paper_id");--> statement-breakpoint
CREATE INDEX "follows_reader_id_idx" ON "follows" USING btree ("reader_id");--> statement-breakpoint
CREATE INDEX "group_invites_group_id_idx" ON "group_invites" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "group_members_user_id_idx" ON "group_members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_slug_key" ON "groups" USING btree (lower("slug"));--> statement-breakpoint
CREATE INDEX "groups_owner_id_idx" ON "groups" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "comments_created_at_idx" ON "comments" USING btree ("created_at","paper_id") WHERE "comments"."deleted_at" is null and "comments"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "upvotes_created_at_idx" ON "upvotes" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "upvotes_young_idx" ON "upvotes" USING btree ("user_id") WHERE "upvotes"."weight" < 1;--> statement-breakpoint
CREATE INDEX "upvotes_network_idx" ON "upvotes" USING btree ("network","created_at") WHERE "upvotes"."network" is not null;--> statement-breakpoint
CREATE INDEX "paper_authors_name_idx" ON "paper_authors" USING btree (lower("name"),"paper_id");--> statement-breakpoint
CREATE INDEX "paper_authors_user_id_idx" ON "paper_authors" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "papers_with_code_idx" ON "papers" USING btree ("trending" DESC NULLS FIRST,"shuffle","id") WHERE "papers"."trending" is not null and "papers"."code_url" is not null;--> statement-breakpoint
CREATE INDEX "papers_year_idx" ON "papers" USING btree ((extract(year from "published_at" at time zone 'UTC')::int),"trending" DESC NULLS FIRST,"shuffle","id") WHERE "papers"."trending" is not null;--> statement-breakpoint
CREATE INDEX "papers_organization_idx" ON "papers" USING btree ("organization_id","trending" DESC NULLS FIRST,"shuffle","id") WHERE "papers"."trending" is not null;--> statement-breakpoint
CREATE INDEX "papers_submitted_by_idx" ON "papers" USING btree ("submitted_by","submitted_at");--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_trending_listed" CHECK ("papers"."trending" is null or ("papers"."submitted_at" is not null and "papers"."feed_day" is not null and "papers"."listed_by" is not null and not "papers"."withdrawn" and "papers"."removed_at" is null));--> statement-breakpoint
CREATE FUNCTION papers_keep_topics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.trending IS NOT NULL
		AND (NEW.trending IS NULL OR NEW.categories IS DISTINCT FROM OLD.categories) THEN
		DELETE FROM paper_topics WHERE paper_id = NEW.id
			AND (NEW.trending IS NULL OR topic <> ALL (NEW.categories));
	END IF;
	IF NEW.trending IS NOT NULL THEN
		INSERT INTO paper_topics
			(topic, paper_id, trending, shuffle, submitted_at, feed_day, upvote_count, has_code, year)
		SELECT DISTINCT topic, NEW.id, NEW.trending, NEW.shuffle, NEW.submitted_at, NEW.feed_day,
			NEW.upvote_count, NEW.code_url IS NOT NULL,
			extract(year FROM NEW.published_at AT TIME ZONE 'UTC')::smallint
		FROM unnest(NEW.categories) AS topic
		ON CONFLICT (paper_id, topic) DO UPDATE SET
			trending = excluded.trending, shuffle = excluded.shuffle,
			submitted_at = excluded.submitted_at, feed_day = excluded.feed_day,
			upvote_count = excluded.upvote_count, has_code = excluded.has_code, year = excluded.year;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER papers_topics_insert AFTER INSERT ON papers FOR EACH ROW
	WHEN (NEW.trending IS NOT NULL) EXECUTE FUNCTION papers_keep_topics();--> statement-breakpoint
CREATE TRIGGER papers_topics_update AFTER UPDATE ON papers FOR EACH ROW
	WHEN ((OLD.trending, OLD.shuffle, OLD.submitted_at, OLD.feed_day, OLD.upvote_count, OLD.categories,
			OLD.code_url, OLD.published_at)
		IS DISTINCT FROM (NEW.trending, NEW.shuffle, NEW.submitted_at, NEW.feed_day, NEW.upvote_count,
			NEW.categories, NEW.code_url, NEW.published_at)
		AND (OLD.trending IS NOT NULL OR NEW.trending IS NOT NULL))
	EXECUTE FUNCTION papers_keep_topics();--> statement-breakpoint
INSERT INTO paper_topics
	(topic, paper_id, trending, shuffle, submitted_at, feed_day, upvote_count, has_code, year)
SELECT DISTINCT topic, p.id, trending, shuffle, submitted_at, feed_day, upvote_count,
	code_url IS NOT NULL, extract(year FROM published_at AT TIME ZONE 'UTC')::smallint
FROM papers p, unnest(categories) AS topic WHERE trending IS NOT NULL;
