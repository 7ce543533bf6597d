import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, people } from "./people";
import { spaces } from "./spaces";

/** A conversation in a space. What is counted here is kept by each write under the row's lock, never counted at reading. */
export const threads = pgTable(
  "threads",
  {
    communityId: uuid("community_id").notNull(),
    id: uuid().notNull().defaultRandom(),
    spaceId: uuid("space_id").notNull(),
    title: text().notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
    /** The last position given; never given again. */
    lastPosition: integer("last_position").notNull().default(0),
    /** Posts in view. Without any, the thread is there for its author and its moderators alone. */
    posts: integer().notNull().default(0),
    lastPostAt: at("last_post_at").notNull().defaultNow(),
    /** Only who moderates writes here: since when, by whom and why. */
    lockedAt: at("locked_at"),
    lockedBy: uuid("locked_by").references(() => people.id),
    lockedWhy: text("locked_why"),
    /** Its posts are in another thread; never in one that was merged itself. */
    mergedInto: uuid("merged_into"),
    mergedAt: at("merged_at"),
    mergedBy: uuid("merged_by").references(() => people.id),
    /** A poll stands, or stood, in one of its posts: only then are polls asked for. */
    hasPolls: boolean("has_polls").notNull().default(false),
    /** It came with this import. */
    importId: uuid("import_id"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    foreignKey({ columns: [t.communityId, t.mergedInto], foreignColumns: [t.communityId, t.id] }),
    index("threads_merged").on(t.communityId, t.mergedInto).where(sql`merged_into is not null`),
    foreignKey({ columns: [t.communityId, t.spaceId], foreignColumns: [spaces.communityId, spaces.id] }),
    index("threads_by_activity")
      .on(t.communityId, t.spaceId, t.lastPostAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`posts > 0`),
    index("threads_latest")
      .on(t.communityId, t.lastPostAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`posts > 0`),
    index("threads_begun")
      .on(t.communityId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`posts > 0`),
    index("threads_alone")
      .on(t.communityId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`posts = 1`),
    index("threads_author").on(t.communityId, t.authorId),
    index("threads_import").on(t.communityId, t.importId, t.id).where(sql`import_id is not null`),
    index("threads_title_trigrams").using("gin", t.title.op("gin_trgm_ops")),
    // The words of a title, for "has this been asked?".
    index("threads_title_words").using("gin", sql`to_tsvector('simple', ${t.title})`),
  ],
);

export const posts = pgTable(
  "posts",
  {
    communityId: uuid("community_id").notNull(),
    id: uuid().notNull().defaultRandom(),
    threadId: uuid("thread_id").notNull(),
    position: integer().notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    /** The post of the same thread that this one answers. */
    answersId: uuid("answers_id"),
    /** Markdown, as it was typed. */
    text: text().notNull(),
    /** Made from it once, at writing, by this version of the renderer; 0 while that is still to be done. */
    html: text().notNull(),
    renderer: integer().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    editedAt: at("edited_at"),
    /** Out of view since, by whom; a reason is given where that was not its author. */
    removedAt: at("removed_at"),
    removedBy: uuid("removed_by").references(() => people.id),
    removedWhy: text("removed_why"),
    /** How many posts in view answer this one: a removed post that was answered leaves a mark. */
    answers: integer().notNull().default(0),
    /** It came with this import. */
    importId: uuid("import_id"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("posts_position").on(t.communityId, t.threadId, t.position),
    unique("posts_of_thread").on(t.communityId, t.threadId, t.id),
    foreignKey({ columns: [t.communityId, t.threadId], foreignColumns: [threads.communityId, threads.id] }),
    foreignKey({
      name: "posts_answers_fk",
      columns: [t.communityId, t.threadId, t.answersId],
      foreignColumns: [t.communityId, t.threadId, t.id],
    }),
    index("posts_answers").on(t.communityId, t.answersId).where(sql`answers_id is not null`),
    index("posts_author").on(t.communityId, t.authorId, t.createdAt.desc().nullsFirst()),
    // What came in volume and is still to be drawn, newest first.
    index("posts_to_understand").on(t.createdAt.desc().nullsFirst()).where(sql`renderer = 0`),
    index("posts_import").on(t.communityId, t.importId, t.threadId).where(sql`import_id is not null`),
    index("posts_removed").on(t.removedAt).where(sql`removed_at is not null and text <> ''`),
  ],
);

/** What a post said before it was edited, oldest first. */
export const postVersions = pgTable(
  "post_versions",
  {
    communityId: uuid("community_id").notNull(),
    postId: uuid("post_id").notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    /** Who wrote what replaced it, and when. */
    editedBy: uuid("edited_by")
      .notNull()
      .references(() => people.id),
    editedAt: at("edited_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.postId, t.version] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
  ],
);

/** One person in one thread: how much they said, and how far they have read. */
export const threadPeople = pgTable(
  "thread_people",
  {
    communityId: uuid("community_id").notNull(),
    threadId: uuid("thread_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** Posts in view. */
    posts: integer().notNull().default(0),
    lastPostAt: at("last_post_at"),
    /** The last position they have seen. */
    readPosition: integer("read_position").notNull().default(0),
    readAt: at("read_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.threadId, t.personId] }),
    foreignKey({ columns: [t.communityId, t.threadId], foreignColumns: [threads.communityId, threads.id] }),
    index("thread_people_faces").on(t.communityId, t.threadId, t.lastPostAt.desc().nullsFirst()).where(sql`posts > 0`),
    index("thread_people_person").on(t.communityId, t.personId, t.threadId),
  ],
);
