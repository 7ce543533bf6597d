CREATE TABLE "import_items" (
	"community_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"kind" text NOT NULL,
	"post_id" uuid NOT NULL,
	"thread_id" uuid,
	"person_id" uuid NOT NULL,
	"space" text DEFAULT '' NOT NULL,
	"title" text,
	"flows" boolean DEFAULT false NOT NULL,
	"answers_id" uuid,
	"at" timestamp with time zone,
	"text" text NOT NULL,
	CONSTRAINT "import_items_community_id_import_id_n_pk" PRIMARY KEY("community_id","import_id","n")
);
--> statement-breakpoint
CREATE TABLE "import_people" (
	"community_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"messages" integer DEFAULT 0 NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"left_score" boolean DEFAULT false NOT NULL,
	CONSTRAINT "import_people_community_id_import_id_person_id_pk" PRIMARY KEY("community_id","import_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "import_spaces" (
	"community_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"space" text NOT NULL,
	"slug" text,
	"space_id" uuid,
	CONSTRAINT "import_spaces_community_id_import_id_space_pk" PRIMARY KEY("community_id","import_id","space")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"community_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"source" text NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"file_id" uuid,
	"format" text,
	"state" text DEFAULT 'reading' NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"steps_done" integer DEFAULT 0 NOT NULL,
	"steps_all" integer,
	"found" jsonb,
	"plan" jsonb,
	"brought" jsonb,
	"failed_why" text,
	"finished_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "imports_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_community_id_import_id_imports_community_id_id_fk" FOREIGN KEY ("community_id","import_id") REFERENCES "public"."imports"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_people" ADD CONSTRAINT "import_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_people" ADD CONSTRAINT "import_people_community_id_import_id_imports_community_id_id_fk" FOREIGN KEY ("community_id","import_id") REFERENCES "public"."imports"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_spaces" ADD CONSTRAINT "import_spaces_community_id_import_id_imports_community_id_id_fk" FOREIGN KEY ("community_id","import_id") REFERENCES "public"."imports"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_items_order" ON "import_items" USING btree ("community_id","import_id","kind","thread_id","at","n");--> statement-breakpoint
CREATE INDEX "import_items_post" ON "import_items" USING btree ("community_id","import_id","post_id");--> statement-breakpoint
CREATE INDEX "import_items_person" ON "import_items" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "import_people_person" ON "import_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "import_people_loudest" ON "import_people" USING btree ("community_id","import_id","messages" DESC NULLS FIRST,"person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_open" ON "imports" USING btree ("community_id") WHERE state in ('reading', 'read', 'writing', 'undoing');--> statement-breakpoint
CREATE INDEX "imports_latest" ON "imports" USING btree ("community_id","asked_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "imports_due" ON "imports" USING btree ("moved_at") WHERE state in ('reading', 'writing', 'undoing');--> statement-breakpoint
CREATE INDEX "posts_import" ON "posts" USING btree ("community_id","import_id","thread_id") WHERE import_id is not null;--> statement-breakpoint
CREATE INDEX "threads_import" ON "threads" USING btree ("community_id","import_id","id") WHERE import_id is not null;