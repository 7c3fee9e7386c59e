CREATE TABLE "model_summaries" (
	"paper_id" bigint NOT NULL,
	"model" text NOT NULL,
	"outcome" text NOT NULL,
	"tries" integer DEFAULT 1 NOT NULL,
	"tried_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "model_summaries_pkey" PRIMARY KEY("paper_id","model"),
	CONSTRAINT "model_summaries_outcome" CHECK ("model_summaries"."outcome" in ('written', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "summary_days" (
	"day" date PRIMARY KEY NOT NULL,
	"requests" integer DEFAULT 0 NOT NULL,
	"tokens" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "model_summaries" ADD CONSTRAINT "model_summaries_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;