CREATE TABLE "post_versions" (
	"community_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "post_versions_community_id_post_id_version_pk" PRIMARY KEY("community_id","post_id","version")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"community_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"thread_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"author_id" uuid NOT NULL,
	"answers_id" uuid,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"renderer" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"removed_why" text,
	"answers" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "posts_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "posts_position" UNIQUE("community_id","thread_id","position"),
	CONSTRAINT "posts_of_thread" UNIQUE("community_id","thread_id","id")
);
--> statement-breakpoint
CREATE TABLE "thread_people" (
	"community_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"posts" integer DEFAULT 0 NOT NULL,
	"last_post_at" timestamp with time zone,
	"read_position" integer DEFAULT 0 NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "thread_people_community_id_thread_id_person_id_pk" PRIMARY KEY("community_id","thread_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"community_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"title" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_position" integer DEFAULT 0 NOT NULL,
	"posts" integer DEFAULT 0 NOT NULL,
	"last_post_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "threads_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "post_versions" ADD CONSTRAINT "post_versions_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_versions" ADD CONSTRAINT "post_versions_community_id_post_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","post_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_community_id_thread_id_threads_community_id_id_fk" FOREIGN KEY ("community_id","thread_id") REFERENCES "public"."threads"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_answers_fk" FOREIGN KEY ("community_id","thread_id","answers_id") REFERENCES "public"."posts"("community_id","thread_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_people" ADD CONSTRAINT "thread_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_people" ADD CONSTRAINT "thread_people_community_id_thread_id_threads_community_id_id_fk" FOREIGN KEY ("community_id","thread_id") REFERENCES "public"."threads"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_community_id_space_id_spaces_community_id_id_fk" FOREIGN KEY ("community_id","space_id") REFERENCES "public"."spaces"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_answers" ON "posts" USING btree ("community_id","answers_id") WHERE answers_id is not null;--> statement-breakpoint
CREATE INDEX "posts_author" ON "posts" USING btree ("community_id","author_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "posts_removed" ON "posts" USING btree ("removed_at") WHERE removed_at is not null and text <> '';--> statement-breakpoint
CREATE INDEX "thread_people_faces" ON "thread_people" USING btree ("community_id","thread_id","last_post_at" DESC NULLS LAST) WHERE posts > 0;--> statement-breakpoint
CREATE INDEX "thread_people_person" ON "thread_people" USING btree ("community_id","person_id","thread_id");--> statement-breakpoint
CREATE INDEX "threads_by_activity" ON "threads" USING btree ("community_id","space_id","last_post_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE posts > 0;--> statement-breakpoint
CREATE INDEX "threads_latest" ON "threads" USING btree ("community_id","last_post_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE posts > 0;--> statement-breakpoint
CREATE INDEX "threads_author" ON "threads" USING btree ("community_id","author_id");