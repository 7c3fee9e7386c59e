ALTER TABLE "appeals" RENAME COLUMN "answer" TO "reply";--> statement-breakpoint
ALTER TABLE "appeals" RENAME COLUMN "answered_by" TO "replied_by";--> statement-breakpoint
ALTER TABLE "appeals" RENAME COLUMN "answered_at" TO "replied_at";--> statement-breakpoint
ALTER TABLE "appeals" RENAME CONSTRAINT "appeals_answered" TO "appeals_replied";--> statement-breakpoint
ALTER TABLE "appeals" RENAME CONSTRAINT "appeals_answered_by_users_id_fk" TO "appeals_replied_by_users_id_fk";--> statement-breakpoint
UPDATE "notifications" SET "detail" = 'reply_to_appeal' WHERE "detail" = 'answer_appeal';
