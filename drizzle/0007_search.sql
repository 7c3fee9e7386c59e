CREATE TABLE "search_authors" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_blocks" (
	"block" integer PRIMARY KEY NOT NULL,
	"documents" integer NOT NULL,
	"words" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"paper_id" bigint PRIMARY KEY NOT NULL,
	"vector" "tsvector" NOT NULL,
	"tags" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_postings" (
	"term" text collate "C" NOT NULL,
	"block" integer NOT NULL,
	"postings" "bytea" NOT NULL,
	CONSTRAINT "search_postings_pkey" PRIMARY KEY("term","block")
);
--> statement-breakpoint
CREATE TABLE "search_queue" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_queue_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"paper_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text collate "C" PRIMARY KEY NOT NULL,
	"papers" integer NOT NULL,
	"deletions" integer[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_authors_words_idx" ON "search_authors" USING gin (to_tsvector('simple', "words"));--> statement-breakpoint
CREATE INDEX "search_words_deletions_idx" ON "search_words" USING gin ("deletions");--> statement-breakpoint
CREATE INDEX "users_handle_prefix_idx" ON "users" USING btree (lower("handle") text_pattern_ops);
--> statement-breakpoint
ALTER TABLE search_postings ALTER COLUMN postings SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE search_words SET (fillfactor = 80);--> statement-breakpoint
CREATE FUNCTION search_queue_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_queue (paper_id) SELECT id FROM changed;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION search_queue_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_queue (paper_id) VALUES (OLD.id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION search_queue_authors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_queue (paper_id) SELECT DISTINCT paper_id FROM changed;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER papers_search_insert AFTER INSERT ON papers
	REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_queue_new();--> statement-breakpoint
CREATE TRIGGER papers_search_delete AFTER DELETE ON papers
	REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_queue_new();--> statement-breakpoint
CREATE TRIGGER papers_search_update AFTER UPDATE ON papers FOR EACH ROW
	WHEN ((OLD.title, OLD.abstract, OLD.summary, OLD.keywords, OLD.categories, OLD.published_at,
			OLD.organization_id, OLD.code_url, OLD.feed_day, OLD.removed_at, OLD.author_count)
		IS DISTINCT FROM (NEW.title, NEW.abstract, NEW.summary, NEW.keywords, NEW.categories,
			NEW.published_at, NEW.organization_id, NEW.code_url, NEW.feed_day, NEW.removed_at,
			NEW.author_count))
	EXECUTE FUNCTION search_queue_one();--> statement-breakpoint
CREATE TRIGGER paper_authors_search_insert AFTER INSERT ON paper_authors
	REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_queue_authors();--> statement-breakpoint
CREATE TRIGGER paper_authors_search_update AFTER UPDATE ON paper_authors
	REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_queue_authors();--> statement-breakpoint
CREATE TRIGGER paper_authors_search_delete AFTER DELETE ON paper_authors
	REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_queue_authors();--> statement-breakpoint
INSERT INTO search_queue (paper_id) SELECT id FROM papers ORDER BY id;
