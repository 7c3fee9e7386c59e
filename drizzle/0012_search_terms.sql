CREATE TABLE "search_terms" (
	"term" text collate "C" PRIMARY KEY NOT NULL,
	"papers" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE search_terms SET (fillfactor = 80);--> statement-breakpoint
-- Stems are counted and words are hashed in another way from here on: the index is made anew.
TRUNCATE search_queue, search_documents, search_postings, search_blocks, search_words, search_authors;--> statement-breakpoint
INSERT INTO search_queue (paper_id) SELECT id FROM papers ORDER BY id;
