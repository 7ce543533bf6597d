CREATE TABLE "drafts" (
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"place" uuid NOT NULL,
	"answers_id" uuid,
	"version" integer,
	"title" text DEFAULT '' NOT NULL,
	"text" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafts_community_id_person_id_kind_place_pk" PRIMARY KEY("community_id","person_id","kind","place")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_latest" ON "drafts" USING btree ("community_id","person_id","saved_at" DESC NULLS LAST,"place" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "drafts_old" ON "drafts" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "threads_title_words" ON "threads" USING gin (to_tsvector('simple', "title"));