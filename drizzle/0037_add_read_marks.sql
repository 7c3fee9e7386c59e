CREATE TABLE "paper_reads" (
	"user_id" uuid NOT NULL,
	"paper_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "paper_reads_pkey" PRIMARY KEY("user_id","paper_id")
);
--> statement-breakpoint
ALTER TABLE "paper_reads" ADD CONSTRAINT "paper_reads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_reads" ADD CONSTRAINT "paper_reads_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_reads_paper_id_idx" ON "paper_reads" USING btree ("paper_id");