import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, people } from "./people";
import { posts } from "./threads";

/**
 * Something people are asked to choose. A poll is the light form of it: it stands in a post. Whatever the form, a vote is a
 * ballot of one person with a value for each option it names, so that no form needs tables of its own.
 */
export const decisions = pgTable(
  "decisions",
  {
    communityId: uuid("community_id").notNull(),
    id: uuid().notNull().defaultRandom(),
    form: text({ enum: ["poll"] }).notNull(),
    /** The post it stands in: its text goes when the text of the post goes. */
    postId: uuid("post_id").notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    question: text().notNull(),
    /** How many options one ballot may name. */
    most: integer().notNull(),
    /** Who voted for what is shown, or to nobody at all. Chosen at making and never changed. */
    ballot: text({ enum: ["open", "secret"] }).notNull(),
    /** When the results are shown. */
    results: text({ enum: ["always", "voted", "closed"] }).notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Closes by itself then, by the clock of the database. */
    closesAt: at("closes_at"),
    /** Closed by somebody. */
    closedAt: at("closed_at"),
    closedBy: uuid("closed_by").references(() => people.id),
    /** Ballots, kept by each write under the lock of this row. */
    voters: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
    unique("decisions_post").on(t.communityId, t.postId),
    index("decisions_author").on(t.authorId),
    check("decisions_most", sql`most between 1 and 20`),
    check("decisions_voters", sql`voters >= 0`),
  ],
);

export const decisionOptions = pgTable(
  "decision_options",
  {
    communityId: uuid("community_id").notNull(),
    decisionId: uuid("decision_id").notNull(),
    id: uuid().notNull().defaultRandom(),
    position: integer().notNull(),
    label: text().notNull(),
    /** Ballots that name it, kept by each write under the lock of its decision. */
    votes: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.decisionId, t.id] }),
    unique("decision_options_position").on(t.communityId, t.decisionId, t.position),
    foreignKey({
      columns: [t.communityId, t.decisionId],
      foreignColumns: [decisions.communityId, decisions.id],
    }).onDelete("cascade"),
    check("decision_options_votes", sql`votes >= 0`),
  ],
);

/** One vote of one person, by constraint. */
export const ballots = pgTable(
  "ballots",
  {
    communityId: uuid("community_id").notNull(),
    decisionId: uuid("decision_id").notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    castAt: at("cast_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.decisionId, t.id] }),
    unique("ballots_one_each").on(t.communityId, t.decisionId, t.personId),
    foreignKey({
      columns: [t.communityId, t.decisionId],
      foreignColumns: [decisions.communityId, decisions.id],
    }).onDelete("cascade"),
    index("ballots_person").on(t.personId),
  ],
);

/** What a ballot says of an option: named (1) in a poll; points, a rank or dots in forms to come. */
export const ballotChoices = pgTable(
  "ballot_choices",
  {
    communityId: uuid("community_id").notNull(),
    decisionId: uuid("decision_id").notNull(),
    ballotId: uuid("ballot_id").notNull(),
    optionId: uuid("option_id").notNull(),
    value: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.decisionId, t.ballotId, t.optionId] }),
    foreignKey({
      name: "ballot_choices_ballot_fk",
      columns: [t.communityId, t.decisionId, t.ballotId],
      foreignColumns: [ballots.communityId, ballots.decisionId, ballots.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "ballot_choices_option_fk",
      columns: [t.communityId, t.decisionId, t.optionId],
      foreignColumns: [decisionOptions.communityId, decisionOptions.decisionId, decisionOptions.id],
    }).onDelete("cascade"),
    index("ballot_choices_option").on(t.communityId, t.decisionId, t.optionId),
  ],
);
