CREATE TABLE "thread_answers" (
	"community_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"chosen_by" uuid NOT NULL,
	"chosen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_answers_community_id_thread_id_pk" PRIMARY KEY("community_id","thread_id")
);
--> statement-breakpoint
CREATE TABLE "bookmarks" (
	"community_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"remind_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	CONSTRAINT "bookmarks_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "bookmarks_once" UNIQUE("community_id","person_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "post_reactions" (
	"community_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"praise" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "post_reactions_community_id_post_id_pk" PRIMARY KEY("community_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "reactions" (
	"community_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reacted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reactions_community_id_post_id_person_id_pk" PRIMARY KEY("community_id","post_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "questions" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_answers" ADD CONSTRAINT "thread_answers_chosen_by_people_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_answers" ADD CONSTRAINT "thread_answers_community_id_thread_id_threads_community_id_id_fk" FOREIGN KEY ("community_id","thread_id") REFERENCES "public"."threads"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_answers" ADD CONSTRAINT "thread_answers_post_fk" FOREIGN KEY ("community_id","thread_id","post_id") REFERENCES "public"."posts"("community_id","thread_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_community_id_post_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","post_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_reactions" ADD CONSTRAINT "post_reactions_community_id_post_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","post_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_community_id_post_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","post_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bookmarks_latest" ON "bookmarks" USING btree ("community_id","person_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "bookmarks_waiting" ON "bookmarks" USING btree ("remind_at") WHERE due_at is null and remind_at is not null;--> statement-breakpoint
CREATE INDEX "reactions_latest" ON "reactions" USING btree ("community_id","post_id","reacted_at" DESC NULLS LAST,"person_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "reactions_person" ON "reactions" USING btree ("community_id","person_id");