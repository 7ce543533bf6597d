import { boolean, customType, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, people } from "./people";
import { spaces } from "./spaces";
import { posts } from "./threads";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** What a post in view can be found by: one row for each, written with it. Where it stands is repeated here, so that a search touches no other table until it has found. */
export const postWords = pgTable(
  "post_words",
  {
    communityId: uuid("community_id").notNull(),
    postId: uuid("post_id").notNull(),
    threadId: uuid("thread_id").notNull(),
    spaceId: uuid("space_id").notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    writtenAt: at("written_at").notNull(),
    /** A picture is in it. */
    illustrated: boolean().notNull(),
    /** The title of its thread is among its words: it is the first there. */
    titled: boolean().notNull(),
    /** By the rules of which language its words were cut down to their stems. */
    language: text().notNull(),
    words: tsvector().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.postId] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
    // What waits to be sorted in is read by every search: kept small.
    index("post_words_words").using("gin", t.communityId, t.words).with({ gin_pending_list_limit: 256 }),
    // A word that stands in every second post is found by going back from the latest.
    index("post_words_latest").on(t.communityId, t.writtenAt, t.postId),
    index("post_words_author").on(t.communityId, t.authorId, t.writtenAt),
  ],
);

/** Words as they are spelled in the posts of a space, for who mistyped one. None outlives the last post that says it. */
export const spaceWords = pgTable(
  "space_words",
  {
    communityId: uuid("community_id").notNull(),
    spaceId: uuid("space_id").notNull(),
    word: text().notNull(),
    /** What stands for it in post_words. */
    lexeme: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.spaceId, t.word] }),
    foreignKey({ columns: [t.communityId, t.spaceId], foreignColumns: [spaces.communityId, spaces.id] }),
    index("space_words_lexeme").on(t.communityId, t.spaceId, t.lexeme),
    index("space_words_trigrams").using("gin", t.communityId, t.word.op("gin_trgm_ops")),
  ],
);

/** Posts whose spellings a job is still to learn. `again`: and whose words it is to write anew first. */
export const postWordsDue = pgTable(
  "post_words_due",
  {
    communityId: uuid("community_id").notNull(),
    postId: uuid("post_id").notNull(),
    again: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.postId] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
  ],
);
