-- An index of words begins with whose they are: from the database itself, and any owner of it may add it.
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
CREATE TABLE "post_words" (
	"community_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"illustrated" boolean NOT NULL,
	"titled" boolean NOT NULL,
	"language" text NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "post_words_community_id_post_id_pk" PRIMARY KEY("community_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "post_words_due" (
	"community_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"again" boolean DEFAULT false NOT NULL,
	CONSTRAINT "post_words_due_community_id_post_id_pk" PRIMARY KEY("community_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "space_words" (
	"community_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"word" text NOT NULL,
	"lexeme" text NOT NULL,
	CONSTRAINT "space_words_community_id_space_id_word_pk" PRIMARY KEY("community_id","space_id","word")
);
--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "language" text DEFAULT 'detected' NOT NULL;--> statement-breakpoint
ALTER TABLE "post_words" ADD CONSTRAINT "post_words_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_words" ADD CONSTRAINT "post_words_community_id_post_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","post_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_words_due" ADD CONSTRAINT "post_words_due_community_id_post_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","post_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_words" ADD CONSTRAINT "space_words_community_id_space_id_spaces_community_id_id_fk" FOREIGN KEY ("community_id","space_id") REFERENCES "public"."spaces"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_words_words" ON "post_words" USING gin ("community_id","words") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "post_words_latest" ON "post_words" USING btree ("community_id","written_at","post_id");--> statement-breakpoint
CREATE INDEX "post_words_author" ON "post_words" USING btree ("community_id","author_id","written_at");--> statement-breakpoint
CREATE INDEX "space_words_lexeme" ON "space_words" USING btree ("community_id","space_id","lexeme");--> statement-breakpoint
CREATE INDEX "space_words_trigrams" ON "space_words" USING gin ("community_id","word" gin_trgm_ops);--> statement-breakpoint
-- What was written before is written down by a job: cutting words takes the program, and a start does not wait for it.
INSERT INTO "post_words_due" ("community_id", "post_id", "again") SELECT "community_id", "id", true FROM "posts" WHERE "removed_at" IS NULL AND "text" <> '';
