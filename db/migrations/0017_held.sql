CREATE TABLE "held" (
	"community_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"space_id" uuid NOT NULL,
	"thread_id" uuid,
	"answers_id" uuid,
	"title" text DEFAULT '' NOT NULL,
	"text" text NOT NULL,
	"mentions" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"poll" jsonb,
	"why" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"post_id" uuid,
	CONSTRAINT "held_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "held_answers_have_a_thread" CHECK ((kind = 'answer') = (thread_id is not null)),
	CONSTRAINT "held_decided_whole" CHECK ((decision is null) = (decided_at is null) and (decision is distinct from 'refused' or coalesce(reason, '') <> '')),
	CONSTRAINT "held_one_post" CHECK ((decision = 'approved') is true or post_id is null)
);
--> statement-breakpoint
CREATE TABLE "post_rules" (
	"community_id" uuid NOT NULL,
	"first_posts" smallint DEFAULT 0 NOT NULL,
	"held_words" text[] DEFAULT '{}'::text[] NOT NULL,
	"refused_words" text[] DEFAULT '{}'::text[] NOT NULL,
	"newcomer_links" smallint,
	"refused_domains" text[] DEFAULT '{}'::text[] NOT NULL,
	"allowed_domains" text[] DEFAULT '{}'::text[] NOT NULL,
	"spam_checks" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "post_rules_community_id_pk" PRIMARY KEY("community_id"),
	CONSTRAINT "post_rules_first_posts" CHECK (first_posts between 0 and 10),
	CONSTRAINT "post_rules_newcomer_links" CHECK (newcomer_links between 0 and 50)
);
--> statement-breakpoint
CREATE TABLE "sent_texts" (
	"community_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"print" text NOT NULL,
	"newcomer" boolean NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sent_texts_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "held_id" uuid;--> statement-breakpoint
ALTER TABLE "held" ADD CONSTRAINT "held_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held" ADD CONSTRAINT "held_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held" ADD CONSTRAINT "held_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held" ADD CONSTRAINT "held_community_id_space_id_spaces_community_id_id_fk" FOREIGN KEY ("community_id","space_id") REFERENCES "public"."spaces"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held" ADD CONSTRAINT "held_community_id_thread_id_threads_community_id_id_fk" FOREIGN KEY ("community_id","thread_id") REFERENCES "public"."threads"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held" ADD CONSTRAINT "held_community_id_post_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","post_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_rules" ADD CONSTRAINT "post_rules_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_rules" ADD CONSTRAINT "post_rules_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_texts" ADD CONSTRAINT "sent_texts_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_texts" ADD CONSTRAINT "sent_texts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_waiting" ON "held" USING btree ("community_id","made_at","id") WHERE decision is null;--> statement-breakpoint
CREATE INDEX "held_person" ON "held" USING btree ("community_id","person_id","made_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "held_thread" ON "held" USING btree ("community_id","thread_id","person_id") WHERE decision is null;--> statement-breakpoint
CREATE INDEX "held_refused" ON "held" USING btree ("decided_at") WHERE decision = 'refused' and text <> '';--> statement-breakpoint
CREATE INDEX "sent_texts_print" ON "sent_texts" USING btree ("community_id","print","sent_at");--> statement-breakpoint
CREATE INDEX "sent_texts_person" ON "sent_texts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sent_texts_old" ON "sent_texts" USING btree ("sent_at");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_community_id_held_id_held_community_id_id_fk" FOREIGN KEY ("community_id","held_id") REFERENCES "public"."held"("community_id","id") ON DELETE cascade ON UPDATE no action;