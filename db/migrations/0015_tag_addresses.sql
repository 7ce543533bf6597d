CREATE TABLE "tag_slugs" (
	"community_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "tag_slugs_community_id_slug_pk" PRIMARY KEY("community_id","slug")
);
--> statement-breakpoint
ALTER TABLE "tag_slugs" ADD CONSTRAINT "tag_slugs_community_id_tag_id_tags_community_id_id_fk" FOREIGN KEY ("community_id","tag_id") REFERENCES "public"."tags"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tag_slugs_tag" ON "tag_slugs" USING btree ("community_id","tag_id");