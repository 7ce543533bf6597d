CREATE TABLE "space_levels" (
	"community_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"level" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "space_levels_community_id_person_id_space_id_pk" PRIMARY KEY("community_id","person_id","space_id")
);
--> statement-breakpoint
CREATE TABLE "thread_levels" (
	"community_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"level" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_levels_community_id_thread_id_person_id_pk" PRIMARY KEY("community_id","thread_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "space_levels" ADD CONSTRAINT "space_levels_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_levels" ADD CONSTRAINT "space_levels_community_id_space_id_spaces_community_id_id_fk" FOREIGN KEY ("community_id","space_id") REFERENCES "public"."spaces"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_levels" ADD CONSTRAINT "thread_levels_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_levels" ADD CONSTRAINT "thread_levels_community_id_thread_id_threads_community_id_id_fk" FOREIGN KEY ("community_id","thread_id") REFERENCES "public"."threads"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "space_levels_watch" ON "space_levels" USING btree ("community_id","space_id","person_id") WHERE level = 'watch';--> statement-breakpoint
CREATE INDEX "space_levels_person" ON "space_levels" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "thread_levels_watch" ON "thread_levels" USING btree ("community_id","thread_id","person_id") WHERE level = 'watch';--> statement-breakpoint
CREATE INDEX "thread_levels_person" ON "thread_levels" USING btree ("person_id");