import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { communities, reportReasons, suspensions } from "./communities";
import { at, people } from "./people";
import { posts } from "./threads";

const community = () =>
  uuid("community_id")
    .notNull()
    .references(() => communities.id);
const person = (name: string) => uuid(name).references(() => people.id);

/** A member says that a post should not stand. Those of one post are decided together. */
export const flags = pgTable(
  "flags",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    postId: uuid("post_id").notNull(),
    /** Who flagged. */
    personId: person("person_id").notNull(),
    reason: text({ enum: reportReasons }).notNull(),
    /** In their own words; empty where the reason says it all. */
    text: text().notNull().default(""),
    madeAt: at("made_at").notNull().defaultNow(),
    decision: text({ enum: ["hidden", "kept"] }),
    decidedBy: person("decided_by"),
    decidedAt: at("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
    // Each says it once until it is decided.
    uniqueIndex("flags_open").on(t.communityId, t.postId, t.personId).where(sql`decided_at is null`),
    index("flags_waiting").on(t.communityId, t.madeAt, t.postId).where(sql`decided_at is null`),
    index("flags_post").on(t.communityId, t.postId),
    index("flags_person").on(t.communityId, t.personId, t.madeAt.desc().nullsFirst()),
  ],
);

export const statementKinds = ["warning", "hiding", "silence", "suspension", "removal"] as const;

/**
 * What was decided about somebody or their words: a statement of reasons, which they read and can appeal against once.
 * A silence is in force by this row itself; the others only tell of what was done.
 */
export const statements = pgTable(
  "statements",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    personId: person("person_id").notNull(),
    kind: text({ enum: statementKinds }).notNull(),
    /** What it is about, where that is one post. */
    postId: uuid("post_id"),
    /** What it tells of, to be undone when the appeal is granted. */
    suspensionId: uuid("suspension_id"),
    reason: text().notNull(),
    by: person("by"),
    at: at("at").notNull().defaultNow(),
    until: at("until"),
    liftedAt: at("lifted_at"),
    liftedBy: person("lifted_by"),
    /** In their own words, once. */
    appeal: text(),
    appealedAt: at("appealed_at"),
    granted: boolean(),
    answer: text(),
    answeredBy: person("answered_by"),
    answeredAt: at("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
    foreignKey({ columns: [t.communityId, t.suspensionId], foreignColumns: [suspensions.communityId, suspensions.id] }),
    index("statements_person").on(t.communityId, t.personId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("statements_post").on(t.communityId, t.postId).where(sql`post_id is not null`),
    index("statements_appealed")
      .on(t.communityId, t.appealedAt, t.id)
      .where(sql`appealed_at is not null and answered_at is null`),
    index("statements_answered")
      .on(t.communityId, t.answeredAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`answered_at is not null`),
  ],
);

/** What moderators write down about a person for each other. The person can ask to see it: it goes into "download mine". */
export const personNotes = pgTable(
  "person_notes",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    personId: person("person_id").notNull(),
    text: text().notNull(),
    by: person("by").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("person_notes_person").on(t.communityId, t.personId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
  ],
);
