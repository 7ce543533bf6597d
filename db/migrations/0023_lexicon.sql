CREATE TABLE "rituals" (
	"community_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"rank" integer NOT NULL,
	"threads" uuid[] NOT NULL,
	"every" integer NOT NULL,
	CONSTRAINT "rituals_community_id_audience_rank_pk" PRIMARY KEY("community_id","audience","rank")
);
--> statement-breakpoint
CREATE TABLE "term_bars" (
	"community_id" uuid NOT NULL,
	"print" text NOT NULL,
	CONSTRAINT "term_bars_community_id_print_pk" PRIMARY KEY("community_id","print")
);
--> statement-breakpoint
CREATE TABLE "term_lore" (
	"community_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"readers" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"removed_why" text,
	CONSTRAINT "term_lore_community_id_term_id_version_pk" PRIMARY KEY("community_id","term_id","version")
);
--> statement-breakpoint
CREATE TABLE "term_uses" (
	"community_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"rank" integer,
	"as_of" date NOT NULL,
	"users" integer NOT NULL,
	"weeks" integer[] NOT NULL,
	"spread" real,
	"first_post_id" uuid NOT NULL,
	"evidence" uuid[] NOT NULL,
	"spaces" uuid[] NOT NULL,
	CONSTRAINT "term_uses_community_id_term_id_audience_pk" PRIMARY KEY("community_id","term_id","audience")
);
--> statement-breakpoint
CREATE TABLE "term_votes" (
	"community_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"ours" boolean NOT NULL,
	"cast_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "term_votes_community_id_term_id_person_id_pk" PRIMARY KEY("community_id","term_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"community_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"term" text NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "terms_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "terms_term" UNIQUE("community_id","term")
);
--> statement-breakpoint
DROP INDEX "ledger_moderation";--> statement-breakpoint
ALTER TABLE "rituals" ADD CONSTRAINT "rituals_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_bars" ADD CONSTRAINT "term_bars_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_lore" ADD CONSTRAINT "term_lore_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_lore" ADD CONSTRAINT "term_lore_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_lore" ADD CONSTRAINT "term_lore_community_id_term_id_terms_community_id_id_fk" FOREIGN KEY ("community_id","term_id") REFERENCES "public"."terms"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_uses" ADD CONSTRAINT "term_uses_community_id_term_id_terms_community_id_id_fk" FOREIGN KEY ("community_id","term_id") REFERENCES "public"."terms"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_votes" ADD CONSTRAINT "term_votes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_votes" ADD CONSTRAINT "term_votes_community_id_term_id_terms_community_id_id_fk" FOREIGN KEY ("community_id","term_id") REFERENCES "public"."terms"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "term_lore_writer" ON "term_lore" USING btree ("written_by");--> statement-breakpoint
CREATE INDEX "term_lore_remover" ON "term_lore" USING btree ("removed_by");--> statement-breakpoint
CREATE INDEX "term_uses_rank" ON "term_uses" USING btree ("community_id","audience","rank");--> statement-breakpoint
CREATE INDEX "term_votes_person" ON "term_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ledger_moderation" ON "ledger" USING btree ("community_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE verb in ('post removed', 'post restored', 'flags decided', 'thread locked', 'thread unlocked', 'thread pinned', 'thread unpinned', 'thread moved', 'thread merged', 'thread split', 'person warned', 'person silenced', 'silence lifted', 'person suspended', 'suspension lifted', 'member removed', 'lore removed', 'appeal answered', 'duty given', 'duty ended') and (object_kind <> 'post' or subject_id is not null);