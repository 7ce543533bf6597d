import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, people } from "./people";
import { posts } from "./threads";

/** A post that somebody wants to find again. Theirs alone: no brand reads it. */
export const bookmarks = pgTable(
  "bookmarks",
  {
    communityId: uuid("community_id").notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    postId: uuid("post_id").notNull(),
    note: text().notNull().default(""),
    createdAt: at("created_at").notNull().defaultNow(),
    remindAt: at("remind_at"),
    /** Since when its time has come; a new time takes it away again. */
    dueAt: at("due_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("bookmarks_once").on(t.communityId, t.personId, t.postId),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
    index("bookmarks_latest").on(t.communityId, t.personId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("bookmarks_waiting").on(t.remindAt).where(sql`due_at is null and remind_at is not null`),
  ],
);
