import { foreignKey, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { at, people } from "./people";
import { posts, threads } from "./threads";

/**
 * The one post of a thread that answers it. A row and not a column of the thread: threads and posts would then point at
 * each other, and nothing could be written first.
 */
export const threadAnswers = pgTable(
  "thread_answers",
  {
    communityId: uuid("community_id").notNull(),
    threadId: uuid("thread_id").notNull(),
    postId: uuid("post_id").notNull(),
    chosenBy: uuid("chosen_by")
      .notNull()
      .references(() => people.id),
    chosenAt: at("chosen_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.threadId] }),
    foreignKey({ columns: [t.communityId, t.threadId], foreignColumns: [threads.communityId, threads.id] }),
    foreignKey({
      name: "thread_answers_post_fk",
      columns: [t.communityId, t.threadId, t.postId],
      foreignColumns: [posts.communityId, posts.threadId, posts.id],
    }),
  ],
);
