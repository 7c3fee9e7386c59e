CREATE TABLE "search_vectors" (
	"paper_id" bigint PRIMARY KEY NOT NULL,
	"words" "bytea" NOT NULL,
	"embedding" "bytea",
	"model" text
);
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "search_documents_version_idx" ON "search_documents" USING btree ("version","paper_id");--> statement-breakpoint
CREATE FUNCTION search_queue_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_TABLE_NAME = 'organizations' THEN
		INSERT INTO search_queue (paper_id) SELECT id FROM papers WHERE organization_id = NEW.id;
	ELSE
		INSERT INTO search_queue (paper_id) SELECT id FROM papers WHERE submitted_by = NEW.id;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER organizations_search_update AFTER UPDATE ON organizations FOR EACH ROW
	WHEN ((OLD.name, OLD.slug) IS DISTINCT FROM (NEW.name, NEW.slug))
	EXECUTE FUNCTION search_queue_named();--> statement-breakpoint
CREATE TRIGGER users_search_update AFTER UPDATE OF handle ON users FOR EACH ROW
	WHEN (OLD.handle IS DISTINCT FROM NEW.handle) EXECUTE FUNCTION search_queue_named();
