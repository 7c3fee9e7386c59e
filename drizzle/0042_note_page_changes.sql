CREATE TABLE "page_changes" (
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"tag" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "page_changes_pkey" PRIMARY KEY("transaction","tag")
);
--> statement-breakpoint
-- Counts change often, so that no change of them invalidates a page by a notification.
CREATE FUNCTION note_paper_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO page_changes (tag) VALUES ('counts:' || NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Not for a score alone: a change of the scale rewrites all of them and has a tag of its own.
CREATE TRIGGER papers_note_counts AFTER UPDATE OF upvote_count, comment_count, weight_sum, exposure,
    outside_weight, outside_exposure, prior, trending ON papers
  FOR EACH ROW WHEN ((OLD.upvote_count, OLD.comment_count, OLD.weight_sum, OLD.exposure,
      OLD.outside_weight, OLD.outside_exposure, OLD.prior, OLD.trending IS NULL)
    IS DISTINCT FROM (NEW.upvote_count, NEW.comment_count, NEW.weight_sum, NEW.exposure,
      NEW.outside_weight, NEW.outside_exposure, NEW.prior, NEW.trending IS NULL))
  EXECUTE FUNCTION note_paper_counts();
--> statement-breakpoint
CREATE FUNCTION note_comment_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO page_changes (tag) VALUES ('counts:' || NEW.paper_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER comments_note_counts AFTER UPDATE OF upvote_count ON comments
  FOR EACH ROW WHEN (OLD.upvote_count IS DISTINCT FROM NEW.upvote_count)
  EXECUTE FUNCTION note_comment_counts();
--> statement-breakpoint
CREATE FUNCTION note_reactions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO page_changes (tag)
    SELECT 'counts:' || c.paper_id FROM comments c
    WHERE c.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.comment_id ELSE NEW.comment_id END
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER comment_reactions_note_counts AFTER INSERT OR DELETE ON comment_reactions
  FOR EACH ROW EXECUTE FUNCTION note_reactions();
