ALTER TABLE "memberships" ADD COLUMN "seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "away_since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "people_name_trigrams" ON "people" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "threads_title_trigrams" ON "threads" USING gin ("title" gin_trgm_ops);