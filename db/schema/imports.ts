import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { communities } from "./communities";
import { files } from "./files";
import { at, people } from "./people";

/** read: it waits for a manager who says what goes where. dropped: nothing of it was brought. */
export const importStates = ["reading", "read", "writing", "done", "undoing", "undone", "dropped", "failed"] as const;
export type ImportState = (typeof importStates)[number];
/** While one of these is open, no other begins here. */
export const openImport = "state in ('reading', 'read', 'writing', 'undoing')";

/** An export of another place that is brought here: how far it is, what was found in it, what was decided. */
export const imports = pgTable(
  "imports",
  {
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    id: uuid().notNull().defaultRandom(),
    /** What this community calls the other place: the same thing of the same place is brought once. */
    source: text().notNull(),
    /** How often this place was brought and undone before: what is brought anew has new ids. */
    round: integer().notNull().default(0),
    fileId: uuid("file_id").references(() => files.id, { onDelete: "set null" }),
    format: text(),
    state: text({ enum: importStates }).notNull().default("reading"),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => people.id),
    askedAt: at("asked_at").notNull().defaultNow(),
    /** When it last said how far it is: who crashed in the middle left it to be taken up again. */
    movedAt: at("moved_at").notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    stepsDone: integer("steps_done").notNull().default(0),
    stepsAll: integer("steps_all"),
    /** Numbers, and the other place's own words for its spaces and groups; nobody's name. */
    found: jsonb(),
    plan: jsonb(),
    /** Of a CSV that is not in our columns: what they are called there, and which is which once somebody said so. */
    columns: jsonb(),
    brought: jsonb(),
    /** A word of ours for why it failed. */
    failedWhy: text("failed_why"),
    finishedAt: at("finished_at"),
    undoneBy: uuid("undone_by").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("imports_open").on(t.communityId).where(sql.raw(openImport)),
    index("imports_latest").on(t.communityId, t.askedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("imports_due").on(t.movedAt).where(sql`state in ('reading', 'writing', 'undoing')`),
  ],
);

/** What an export says, between reading and writing. Each row goes when it is written, and all of them when it is dropped. */
export const importItems = pgTable(
  "import_items",
  {
    communityId: uuid("community_id").notNull(),
    importId: uuid("import_id").notNull(),
    /** Its place in the export. */
    n: integer().notNull(),
    kind: text({ enum: ["message", "reaction"] }).notNull(),
    /** Of the post that it becomes, or that is reacted to. */
    postId: uuid("post_id").notNull(),
    threadId: uuid("thread_id"),
    personId: uuid("person_id").notNull(),
    /** The other place's name for the space. */
    space: text().notNull().default(""),
    title: text(),
    /** Stands in the flow of its space, in no thread of its own. */
    flows: boolean().notNull().default(false),
    answersId: uuid("answers_id"),
    /** Of a reaction the export may tell none. */
    at: at("at"),
    text: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.importId, t.n] }),
    foreignKey({ columns: [t.communityId, t.importId], foreignColumns: [imports.communityId, imports.id] }),
    index("import_items_order").on(t.communityId, t.importId, t.kind, t.threadId, t.at, t.n),
    index("import_items_post").on(t.communityId, t.importId, t.postId),
    index("import_items_person").on(t.personId),
  ],
);

export const importRoles = ["member", "moderator", "staff", "bot"] as const;

/** Who comes with an import, as what. Names are in `people`, as everybody's. */
export const importPeople = pgTable(
  "import_people",
  {
    communityId: uuid("community_id").notNull(),
    importId: uuid("import_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    role: text({ enum: importRoles }).notNull().default("member"),
    messages: integer().notNull().default(0),
    /** When they first were there, as far as the export tells. */
    since: at("since").notNull(),
    /** They asked there to be left out of the score. */
    leftScore: boolean("left_score").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.importId, t.personId] }),
    foreignKey({ columns: [t.communityId, t.importId], foreignColumns: [imports.communityId, imports.id] }),
    index("import_people_person").on(t.personId),
    index("import_people_loudest").on(t.communityId, t.importId, t.messages.desc().nullsFirst(), t.personId),
  ],
);

/** Where the other place's spaces went. */
export const importSpaces = pgTable(
  "import_spaces",
  {
    communityId: uuid("community_id").notNull(),
    importId: uuid("import_id").notNull(),
    /** The other place's name for it. */
    space: text().notNull(),
    /** Of a new one: chosen before it is made, so that it is made once. */
    slug: text(),
    spaceId: uuid("space_id"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.importId, t.space] }),
    foreignKey({ columns: [t.communityId, t.importId], foreignColumns: [imports.communityId, imports.id] }),
  ],
);
