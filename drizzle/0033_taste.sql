CREATE TABLE "taste_marks" (
	"user_id" uuid NOT NULL,
	"paper_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "taste_marks_pkey" PRIMARY KEY("user_id","paper_id"),
	CONSTRAINT "taste_marks_kind" CHECK ("taste_marks"."kind" in ('liked', 'disliked', 'seen'))
);
--> statement-breakpoint
CREATE TABLE "tastes" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"off" boolean DEFAULT false NOT NULL,
	"interests" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"brought" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"settings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"likes" integer DEFAULT 0 NOT NULL,
	"learned_at" timestamp with time zone,
	"token_hash" text,
	"feed_since" timestamp with time zone,
	CONSTRAINT "tastes_feed" CHECK (("tastes"."token_hash" is null) = ("tastes"."feed_since" is null))
);
--> statement-breakpoint
ALTER TABLE "taste_marks" ADD CONSTRAINT "taste_marks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taste_marks" ADD CONSTRAINT "taste_marks_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tastes" ADD CONSTRAINT "tastes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "taste_marks_paper_id_idx" ON "taste_marks" USING btree ("paper_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tastes_token_hash_key" ON "tastes" USING btree ("token_hash") WHERE "tastes"."token_hash" is not null;