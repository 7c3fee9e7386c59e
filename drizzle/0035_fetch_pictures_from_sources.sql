CREATE TABLE "source_pictures" (
	"paper_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"url" text,
	"video_url" text,
	"caption" text,
	"picture" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_pictures_pkey" PRIMARY KEY("paper_id","kind"),
	CONSTRAINT "source_pictures_kind" CHECK ("source_pictures"."kind" in ('thumbnail', 'media', 'figure')),
	CONSTRAINT "source_pictures_state" CHECK ("source_pictures"."state" in ('waiting', 'stored', 'none', 'removed')),
	CONSTRAINT "source_pictures_stored" CHECK (("source_pictures"."picture" is not null) = ("source_pictures"."state" = 'stored'))
);
--> statement-breakpoint
ALTER TABLE "paper_listings" ADD COLUMN "thumbnail" text;--> statement-breakpoint
ALTER TABLE "source_pictures" ADD CONSTRAINT "source_pictures_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_pictures" ADD CONSTRAINT "source_pictures_picture_pictures_hash_fk" FOREIGN KEY ("picture") REFERENCES "public"."pictures"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_pictures_due_idx" ON "source_pictures" USING btree ("due_at") WHERE "source_pictures"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "source_pictures_picture_idx" ON "source_pictures" USING btree ("picture") WHERE "source_pictures"."picture" is not null;