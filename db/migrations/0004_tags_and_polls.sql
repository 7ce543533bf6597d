CREATE TABLE "ballot_choices" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"ballot_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"value" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ballot_choices_community_id_decision_id_ballot_id_option_id_pk" PRIMARY KEY("community_id","decision_id","ballot_id","option_id")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"cast_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ballots_community_id_decision_id_id_pk" PRIMARY KEY("community_id","decision_id","id"),
	CONSTRAINT "ballots_one_each" UNIQUE("community_id","decision_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "decision_options" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"votes" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "decision_options_community_id_decision_id_id_pk" PRIMARY KEY("community_id","decision_id","id"),
	CONSTRAINT "decision_options_position" UNIQUE("community_id","decision_id","position"),
	CONSTRAINT "decision_options_votes" CHECK (votes >= 0)
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"community_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"form" text NOT NULL,
	"post_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"question" text NOT NULL,
	"most" integer NOT NULL,
	"ballot" text NOT NULL,
	"results" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closes_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"voters" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "decisions_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "decisions_post" UNIQUE("community_id","post_id"),
	CONSTRAINT "decisions_most" CHECK (most between 1 and 20),
	CONSTRAINT "decisions_voters" CHECK (voters >= 0)
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"community_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"offered" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tags_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "tags_slug" UNIQUE("community_id","slug")
);
--> statement-breakpoint
CREATE TABLE "thread_tags" (
	"community_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "thread_tags_community_id_thread_id_tag_id_pk" PRIMARY KEY("community_id","thread_id","tag_id")
);
--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "has_polls" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ballot_choices" ADD CONSTRAINT "ballot_choices_ballot_fk" FOREIGN KEY ("community_id","decision_id","ballot_id") REFERENCES "public"."ballots"("community_id","decision_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_choices" ADD CONSTRAINT "ballot_choices_option_fk" FOREIGN KEY ("community_id","decision_id","option_id") REFERENCES "public"."decision_options"("community_id","decision_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_community_id_decision_id_decisions_community_id_id_fk" FOREIGN KEY ("community_id","decision_id") REFERENCES "public"."decisions"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_options" ADD CONSTRAINT "decision_options_community_id_decision_id_decisions_community_id_id_fk" FOREIGN KEY ("community_id","decision_id") REFERENCES "public"."decisions"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_community_id_post_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","post_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_tags" ADD CONSTRAINT "thread_tags_community_id_thread_id_threads_community_id_id_fk" FOREIGN KEY ("community_id","thread_id") REFERENCES "public"."threads"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_tags" ADD CONSTRAINT "thread_tags_community_id_tag_id_tags_community_id_id_fk" FOREIGN KEY ("community_id","tag_id") REFERENCES "public"."tags"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballot_choices_option" ON "ballot_choices" USING btree ("community_id","decision_id","option_id");--> statement-breakpoint
CREATE INDEX "ballots_person" ON "ballots" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "decisions_author" ON "decisions" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "thread_tags_tag" ON "thread_tags" USING btree ("community_id","tag_id","thread_id");