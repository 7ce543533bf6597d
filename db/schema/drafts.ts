import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { communities } from "./communities";
import { at, people } from "./people";

/**
 * What somebody is still writing. One for each place: an answer in a thread, a thread in a space, another wording of a post.
 * Nobody but its author reads it; it stands in no ledger and no event.
 */
export const drafts = pgTable(
  "drafts",
  {
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** answer, thread or edit. */
    kind: text().notNull(),
    /** The thread, the space or the post. Not a reference: the words stay their author's, whatever became of the place. */
    place: uuid().notNull(),
    /** Of an answer: the post it is for. */
    answersId: uuid("answers_id"),
    /** Of an edit: the version it began from. */
    version: integer(),
    title: text().notNull().default(""),
    text: text().notNull(),
    /** Counts the savings: one that did not see the last of them overwrites nothing. */
    revision: integer().notNull().default(1),
    savedAt: at("saved_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.personId, t.kind, t.place] }),
    index("drafts_latest").on(t.communityId, t.personId, t.savedAt.desc().nullsFirst(), t.place.desc().nullsFirst()),
    index("drafts_old").on(t.savedAt),
  ],
);
