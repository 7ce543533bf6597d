DROP INDEX "bookmarks_latest";--> statement-breakpoint
DROP INDEX "drafts_latest";--> statement-breakpoint
DROP INDEX "reactions_latest";--> statement-breakpoint
DROP INDEX "posts_author";--> statement-breakpoint
DROP INDEX "thread_people_faces";--> statement-breakpoint
DROP INDEX "threads_by_activity";--> statement-breakpoint
DROP INDEX "threads_latest";--> statement-breakpoint
CREATE INDEX "threads_begun" ON "threads" USING btree ("community_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE posts > 0;--> statement-breakpoint
CREATE INDEX "bookmarks_latest" ON "bookmarks" USING btree ("community_id","person_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "drafts_latest" ON "drafts" USING btree ("community_id","person_id","saved_at" DESC NULLS FIRST,"place" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "reactions_latest" ON "reactions" USING btree ("community_id","post_id","reacted_at" DESC NULLS FIRST,"person_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "posts_author" ON "posts" USING btree ("community_id","author_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "thread_people_faces" ON "thread_people" USING btree ("community_id","thread_id","last_post_at" DESC NULLS FIRST) WHERE posts > 0;--> statement-breakpoint
CREATE INDEX "threads_by_activity" ON "threads" USING btree ("community_id","space_id","last_post_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE posts > 0;--> statement-breakpoint
CREATE INDEX "threads_latest" ON "threads" USING btree ("community_id","last_post_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE posts > 0;