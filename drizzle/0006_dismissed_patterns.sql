CREATE TABLE "dismissed_patterns" (
	"key" text PRIMARY KEY NOT NULL,
	"votes" integer NOT NULL,
	"actor_id" uuid,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dismissed_patterns" ADD CONSTRAINT "dismissed_patterns_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;