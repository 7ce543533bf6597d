import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { communities } from "./communities";
import { at, people } from "./people";
import { pulseAudiences } from "./pulse";

/** A word that members say and people in general do not. Whether anybody may know of it is said by its uses alone. */
export const terms = pgTable(
  "terms",
  {
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    id: uuid().notNull().defaultRandom(),
    /** In lower case, as the method counts it: one word, or two with a blank between. */
    term: text().notNull(),
    foundAt: at("found_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] }), unique("terms_term").on(t.communityId, t.term)],
);

const ofTerm = () => ({ communityId: uuid("community_id").notNull(), termId: uuid("term_id").notNull() });

/** Where a word is said, counted from what one audience reads. Without one, that audience hears nothing of it. */
export const termUses = pgTable(
  "term_uses",
  {
    ...ofTerm(),
    audience: text({ enum: pulseAudiences }).notNull(),
    /** Among the words that looked like the community's own when it was last counted; null for one that did not. */
    rank: integer(),
    /** The last day that was counted. */
    asOf: date("as_of").notNull(),
    /** Members who said it, in all that was read. */
    users: integer().notNull(),
    /** The same of each week, the newest last. */
    weeks: integer().array().notNull(),
    /** Of those who had said it before, how many more had talked with who took it up than with others like them; in points. */
    spread: real(),
    firstPostId: uuid("first_post_id").notNull(),
    /** Where those who came next said it first. */
    evidence: uuid().array().notNull(),
    /** Where it was said: once one of them is closed to this audience, this row is shown no more. */
    spaces: uuid().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.termId, t.audience] }),
    foreignKey({ columns: [t.communityId, t.termId], foreignColumns: [terms.communityId, terms.id] }).onDelete(
      "cascade",
    ),
    index("term_uses_rank").on(t.communityId, t.audience, t.rank),
  ],
);

/** "Is this ours?": one vote of one member, by constraint. */
export const termVotes = pgTable(
  "term_votes",
  {
    ...ofTerm(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    ours: boolean().notNull(),
    castAt: at("cast_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.termId, t.personId] }),
    foreignKey({ columns: [t.communityId, t.termId], foreignColumns: [terms.communityId, terms.id] }).onDelete(
      "cascade",
    ),
    index("term_votes_person").on(t.personId),
  ],
);

/** Where a word comes from, in each of its wordings; the last one is what is shown. */
export const termLore = pgTable(
  "term_lore",
  {
    ...ofTerm(),
    version: integer().notNull(),
    text: text().notNull(),
    /** Who could read of the word when this was written: it is shown to nobody else, whoever hears of the word later. */
    readers: text({ enum: ["public", "members"] }).notNull(),
    writtenBy: uuid("written_by")
      .notNull()
      .references(() => people.id),
    writtenAt: at("written_at").notNull().defaultNow(),
    removedAt: at("removed_at"),
    removedBy: uuid("removed_by").references(() => people.id),
    removedWhy: text("removed_why"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.termId, t.version] }),
    foreignKey({ columns: [t.communityId, t.termId], foreignColumns: [terms.communityId, terms.id] }).onDelete(
      "cascade",
    ),
    index("term_lore_writer").on(t.writtenBy),
    index("term_lore_remover").on(t.removedBy),
  ],
);

/** Threads that are begun again and again, as one audience may read them. Ids alone: titles and people are read through them. */
export const rituals = pgTable(
  "rituals",
  {
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    audience: text({ enum: pulseAudiences }).notNull(),
    rank: integer().notNull(),
    /** The latest first. */
    threads: uuid().array().notNull(),
    /** Days from one to the next, as a rule. */
    every: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.audience, t.rank] })],
);

/** Words by which somebody was called who is erased, as keyed hashes of nobody: a name that is gone does not come back as a word. */
export const termBars = pgTable(
  "term_bars",
  {
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    print: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.print] })],
);
