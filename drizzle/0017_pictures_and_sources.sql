CREATE TABLE "pictures" (
	"hash" text PRIMARY KEY NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "details" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "picture" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "picture" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_picture_pictures_hash_fk" FOREIGN KEY ("picture") REFERENCES "public"."pictures"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_picture_pictures_hash_fk" FOREIGN KEY ("picture") REFERENCES "public"."pictures"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "papers_title_key_idx" ON "papers" USING btree (md5(lower(regexp_replace("title", '[[:space:][:punct:]]+', '', 'g'))));--> statement-breakpoint
CREATE INDEX "papers_picture_idx" ON "papers" USING btree ("picture") WHERE "papers"."picture" is not null;