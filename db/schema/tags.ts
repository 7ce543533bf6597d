import { boolean, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { communities } from "./communities";
import { at } from "./people";
import { threads } from "./threads";

/** A word for what threads are about. That it exists is known only through threads that one may read. */
export const tags = pgTable(
  "tags",
  {
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    id: uuid().notNull().defaultRandom(),
    /** In lower case, so that the same word is the same tag. */
    slug: text().notNull(),
    /** The same word as it is shown: only the desk gives it capitals. */
    name: text().notNull(),
    /** Made at the desk for everybody to choose. */
    offered: boolean().notNull().default(false),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] }), unique("tags_slug").on(t.communityId, t.slug)],
);

/** What a tag was called before, and what was put together with it: an old address leads to it, for who may know of it. */
export const tagSlugs = pgTable(
  "tag_slugs",
  { communityId: uuid("community_id").notNull(), slug: text().notNull(), tagId: uuid("tag_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.communityId, t.slug] }),
    foreignKey({ columns: [t.communityId, t.tagId], foreignColumns: [tags.communityId, tags.id] }).onDelete("cascade"),
    index("tag_slugs_tag").on(t.communityId, t.tagId),
  ],
);

export const threadTags = pgTable(
  "thread_tags",
  {
    communityId: uuid("community_id").notNull(),
    threadId: uuid("thread_id").notNull(),
    tagId: uuid("tag_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.threadId, t.tagId] }),
    foreignKey({ columns: [t.communityId, t.threadId], foreignColumns: [threads.communityId, threads.id] }),
    foreignKey({ columns: [t.communityId, t.tagId], foreignColumns: [tags.communityId, tags.id] }).onDelete("cascade"),
    index("thread_tags_tag").on(t.communityId, t.tagId, t.threadId),
  ],
);
