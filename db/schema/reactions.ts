import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, people } from "./people";
import { posts } from "./threads";

export const reactionKinds = ["like", "love", "funny", "wow", "sad", "angry", "dislike"] as const;
export type ReactionKind = (typeof reactionKinds)[number];
/** How many of each; a kind that nobody chose is not in it. */
export type ReactionCounts = Partial<Record<ReactionKind, number>>;

/** One person's one reaction to one post. */
export const reactions = pgTable(
  "reactions",
  {
    communityId: uuid("community_id").notNull(),
    postId: uuid("post_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    kind: text({ enum: reactionKinds }).notNull(),
    reactedAt: at("reacted_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.postId, t.personId] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
    index("reactions_latest").on(
      t.communityId,
      t.postId,
      t.reactedAt.desc().nullsFirst(),
      t.personId.desc().nullsFirst(),
    ),
    index("reactions_person").on(t.communityId, t.personId),
  ],
);

/** What is counted of a post's reactions, kept by each of them under the lock of this row. */
export const postReactions = pgTable(
  "post_reactions",
  {
    communityId: uuid("community_id").notNull(),
    postId: uuid("post_id").notNull(),
    counts: jsonb().$type<ReactionCounts>().notNull().default({}),
    /** Those that praise: to dislike something and to be angry about it never do. */
    praise: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.postId] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
  ],
);
