CREATE TABLE "pulse_runs" (
	"community_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"posts_read" integer DEFAULT 0 NOT NULL,
	"posts_all" integer,
	"finished_at" timestamp with time zone,
	CONSTRAINT "pulse_runs_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "pulse_snapshots" (
	"community_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"audience" text NOT NULL,
	"as_of" date NOT NULL,
	"method" text NOT NULL,
	"seed" integer NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	"window_from" date,
	"window_to" date,
	"spaces" uuid[] NOT NULL,
	"result" jsonb NOT NULL,
	CONSTRAINT "pulse_snapshots_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "pulse_snapshots_day" UNIQUE("community_id","audience","as_of")
);
--> statement-breakpoint
ALTER TABLE "pulse_runs" ADD CONSTRAINT "pulse_runs_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulse_runs" ADD CONSTRAINT "pulse_runs_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulse_snapshots" ADD CONSTRAINT "pulse_snapshots_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pulse_runs_open" ON "pulse_runs" USING btree ("community_id") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "pulse_runs_latest" ON "pulse_runs" USING btree ("community_id","asked_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "pulse_runs_due" ON "pulse_runs" USING btree ("moved_at") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "threads_alone" ON "threads" USING btree ("community_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE posts = 1;