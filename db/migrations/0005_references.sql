CREATE TABLE "post_mentions" (
	"community_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"quoted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "post_mentions_community_id_post_id_person_id_pk" PRIMARY KEY("community_id","post_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "post_quotes" (
	"community_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"quoted_id" uuid NOT NULL,
	CONSTRAINT "post_quotes_community_id_post_id_quoted_id_pk" PRIMARY KEY("community_id","post_id","quoted_id")
);
--> statement-breakpoint
ALTER TABLE "post_mentions" ADD CONSTRAINT "post_mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_mentions" ADD CONSTRAINT "post_mentions_community_id_post_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","post_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_quotes" ADD CONSTRAINT "post_quotes_community_id_post_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","post_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_quotes" ADD CONSTRAINT "post_quotes_community_id_quoted_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","quoted_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_mentions_person" ON "post_mentions" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE INDEX "post_quotes_of" ON "post_quotes" USING btree ("community_id","quoted_id");--> statement-breakpoint
CREATE INDEX "people_name_words" ON "people" USING gin (to_tsvector('simple'::regconfig, regexp_replace(normalize("name", NFKD), '[\u0300-\u036f]', '', 'g')));