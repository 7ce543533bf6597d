import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, smallint, unique, uuid } from "drizzle-orm/pg-core";
import { at, people } from "./people";
import { threads } from "./threads";

// What moderators put in order among threads, beside the threads themselves.

/** A thread that stands first in its space or on the front page. Five places each, held by the numbers of their slots. */
export const threadPins = pgTable(
  "thread_pins",
  {
    communityId: uuid("community_id").notNull(),
    threadId: uuid("thread_id").notNull(),
    /** The space, or the community itself for its front page. */
    placeId: uuid("place_id").notNull(),
    slot: smallint().notNull(),
    pinnedBy: uuid("pinned_by")
      .notNull()
      .references(() => people.id),
    pinnedAt: at("pinned_at").notNull().defaultNow(),
    /** Judged by the clock of the database; none stays until somebody takes it down. */
    endsAt: at("ends_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.threadId, t.placeId] }),
    unique("thread_pins_slot").on(t.communityId, t.placeId, t.slot),
    check("thread_pins_five", sql`slot between 1 and 5`),
    foreignKey({ columns: [t.communityId, t.threadId], foreignColumns: [threads.communityId, threads.id] }),
  ],
);

/** Posts that were made a thread of their own: a mark where they stood, and a way back from where they are. */
export const threadSplits = pgTable(
  "thread_splits",
  {
    communityId: uuid("community_id").notNull(),
    toId: uuid("to_id").notNull(),
    fromId: uuid("from_id").notNull(),
    /** Of the first of them in the old thread. */
    position: integer().notNull(),
    posts: integer().notNull(),
    splitBy: uuid("split_by")
      .notNull()
      .references(() => people.id),
    splitAt: at("split_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.toId] }),
    foreignKey({ columns: [t.communityId, t.toId], foreignColumns: [threads.communityId, threads.id] }),
    foreignKey({ columns: [t.communityId, t.fromId], foreignColumns: [threads.communityId, threads.id] }),
    index("thread_splits_from").on(t.communityId, t.fromId, t.position),
  ],
);
