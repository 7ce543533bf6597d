import { boolean, foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { people } from "./people";
import { posts } from "./threads";

/** Whom a post speaks to. Written with the post and again with each edit. */
export const postMentions = pgTable(
  "post_mentions",
  {
    communityId: uuid("community_id").notNull(),
    postId: uuid("post_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** Only in words that it quotes: spoken to there by somebody else, and told of it then. */
    quoted: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.postId, t.personId] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
    index("post_mentions_person").on(t.communityId, t.personId),
  ],
);

/** Which posts a post quotes, of any thread that its writer could read. Who reads it may see less: see lib/references. */
export const postQuotes = pgTable(
  "post_quotes",
  {
    communityId: uuid("community_id").notNull(),
    postId: uuid("post_id").notNull(),
    quotedId: uuid("quoted_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.postId, t.quotedId] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
    foreignKey({ columns: [t.communityId, t.quotedId], foreignColumns: [posts.communityId, posts.id] }),
    index("post_quotes_of").on(t.communityId, t.quotedId),
  ],
);
