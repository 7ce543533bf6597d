CREATE TABLE "thread_pins" (
	"community_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"slot" smallint NOT NULL,
	"pinned_by" uuid NOT NULL,
	"pinned_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone,
	CONSTRAINT "thread_pins_community_id_thread_id_place_id_pk" PRIMARY KEY("community_id","thread_id","place_id"),
	CONSTRAINT "thread_pins_slot" UNIQUE("community_id","place_id","slot"),
	CONSTRAINT "thread_pins_five" CHECK (slot between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "thread_splits" (
	"community_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"posts" integer NOT NULL,
	"split_by" uuid NOT NULL,
	"split_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_splits_community_id_to_id_pk" PRIMARY KEY("community_id","to_id")
);
--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "locked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "locked_by" uuid;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "locked_why" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "merged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "merged_by" uuid;--> statement-breakpoint
ALTER TABLE "thread_pins" ADD CONSTRAINT "thread_pins_pinned_by_people_id_fk" FOREIGN KEY ("pinned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_pins" ADD CONSTRAINT "thread_pins_community_id_thread_id_threads_community_id_id_fk" FOREIGN KEY ("community_id","thread_id") REFERENCES "public"."threads"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_splits" ADD CONSTRAINT "thread_splits_split_by_people_id_fk" FOREIGN KEY ("split_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_splits" ADD CONSTRAINT "thread_splits_community_id_to_id_threads_community_id_id_fk" FOREIGN KEY ("community_id","to_id") REFERENCES "public"."threads"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_splits" ADD CONSTRAINT "thread_splits_community_id_from_id_threads_community_id_id_fk" FOREIGN KEY ("community_id","from_id") REFERENCES "public"."threads"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thread_splits_from" ON "thread_splits" USING btree ("community_id","from_id","position");--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_locked_by_people_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_merged_by_people_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_community_id_merged_into_threads_community_id_id_fk" FOREIGN KEY ("community_id","merged_into") REFERENCES "public"."threads"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "threads_merged" ON "threads" USING btree ("community_id","merged_into") WHERE merged_into is not null;