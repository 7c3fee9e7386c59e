CREATE TABLE "paper_versions" (
	"paper_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	"title" text,
	"abstract" text,
	CONSTRAINT "paper_versions_pkey" PRIMARY KEY("paper_id","version"),
	CONSTRAINT "paper_versions_text_whole" CHECK (("paper_versions"."title" is null) = ("paper_versions"."abstract" is null))
);
--> statement-breakpoint
CREATE TABLE "code_repositories" (
	"repo" text PRIMARY KEY NOT NULL,
	"full_name" text,
	"state" text DEFAULT 'unknown' NOT NULL,
	"stars" integer,
	"etag" text,
	"checked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "code_stars" (
	"repo" text NOT NULL,
	"day" date NOT NULL,
	"stars" integer NOT NULL,
	CONSTRAINT "code_stars_pkey" PRIMARY KEY("repo","day")
);
--> statement-breakpoint
CREATE TABLE "harvests" (
	"set" text PRIMARY KEY NOT NULL,
	"done_until" date,
	"from_day" date,
	"answered_on" date,
	"token" text,
	"token_expires_at" timestamp with time zone,
	"pages" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "job_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"job" text NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"finished_at" timestamp with time zone,
	"outcome" text DEFAULT 'running' NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "mirrored_days" (
	"site" text NOT NULL,
	"day" date NOT NULL,
	"papers" integer NOT NULL,
	"settled" boolean NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mirrored_days_pkey" PRIMARY KEY("site","day")
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "paper_version" integer;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "code_repo" text GENERATED ALWAYS AS (lower(regexp_replace(substring("papers"."code_url" from '(?i)^https?://(?:www[.])?github[.]com/((?!(?:about|apps|collections|features|marketplace|orgs|settings|sponsors|topics)/)[a-z0-9-]+/[a-z0-9._-]+)'), '[.]git$', ''))) STORED;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "code_stars_on" date;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "code_momentum" double precision;--> statement-breakpoint
ALTER TABLE "paper_versions" ADD CONSTRAINT "paper_versions_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_stars" ADD CONSTRAINT "code_stars_repo_code_repositories_repo_fk" FOREIGN KEY ("repo") REFERENCES "public"."code_repositories"("repo") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "code_repositories_checked_at_idx" ON "code_repositories" USING btree ("checked_at" NULLS FIRST);--> statement-breakpoint
CREATE INDEX "job_runs_job_idx" ON "job_runs" USING btree ("job","id");--> statement-breakpoint
CREATE INDEX "papers_code_momentum_idx" ON "papers" USING btree ("code_momentum" DESC NULLS FIRST,"shuffle","id") WHERE "papers"."trending" is not null and "papers"."code_momentum" is not null;--> statement-breakpoint
CREATE INDEX "papers_code_repo_idx" ON "papers" USING btree ("code_repo") WHERE "papers"."code_repo" is not null;--> statement-breakpoint
CREATE INDEX "papers_unlisted_idx" ON "papers" USING btree ("published_at") WHERE "papers"."listed_by" is null;--> statement-breakpoint
CREATE FUNCTION comments_set_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.paper_version := (SELECT nullif(version, 0) FROM papers WHERE id = NEW.paper_id);
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER comments_version BEFORE INSERT ON comments FOR EACH ROW
	WHEN (NEW.paper_version IS NULL) EXECUTE FUNCTION comments_set_version();--> statement-breakpoint
CREATE FUNCTION papers_forget_stars() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.code_stars_on := NULL;
	NEW.code_momentum := NULL;
	IF NEW.code_stars IS NOT DISTINCT FROM OLD.code_stars THEN
		NEW.code_stars := NULL;
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER papers_code_changed BEFORE UPDATE OF code_url ON papers FOR EACH ROW
	WHEN (NEW.code_url IS DISTINCT FROM OLD.code_url) EXECUTE FUNCTION papers_forget_stars();
