CREATE TABLE "link_previews" (
	"community_id" uuid NOT NULL,
	"url_hash" text NOT NULL,
	"post_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"title" text,
	"description" text,
	"site_name" text,
	"fetched_at" timestamp with time zone,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "link_previews_community_id_url_hash_post_id_pk" PRIMARY KEY("community_id","url_hash","post_id")
);
--> statement-breakpoint
ALTER TABLE "link_previews" ADD CONSTRAINT "link_previews_community_id_post_id_posts_community_id_id_fk" FOREIGN KEY ("community_id","post_id") REFERENCES "public"."posts"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_previews_post" ON "link_previews" USING btree ("community_id","post_id");--> statement-breakpoint
CREATE INDEX "link_previews_open" ON "link_previews" USING btree ("moved_at") WHERE state in ('waiting', 'fetching');