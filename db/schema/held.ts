import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { communities } from "./communities";
import { at, people } from "./people";
import { spaces } from "./spaces";
import { posts, threads } from "./threads";

const community = () =>
  uuid("community_id")
    .notNull()
    .references(() => communities.id);
const person = (name: string) => uuid(name).references(() => people.id);
const list = (name: string) => text(name).array().notNull().default(sql`'{}'::text[]`);

/** Why something waits for a moderator: every reason there is. */
export const heldReasons = ["newcomer", "word", "link", "spam"] as const;
export const spamSigns = ["repeated", "crowd", "onlyLink", "mentions"] as const;
export type Why =
  | { reason: "newcomer" }
  | { reason: "word"; word: string }
  | { reason: "link"; links: number }
  | { reason: "spam"; sign: (typeof spamSigns)[number] };

/**
 * What somebody sent and a moderator looks at first. It is no post: it stands in no thread, no list, no search and no event until
 * it is approved, and from then on its words are the post's alone.
 */
export const held = pgTable(
  "held",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    personId: person("person_id").notNull(),
    kind: text({ enum: ["thread", "answer"] }).notNull(),
    /** Where it was sent; an answer goes where its thread stands by then. */
    spaceId: uuid("space_id").notNull(),
    threadId: uuid("thread_id"),
    /** Of an answer: the post it is for. No reference: that may be gone by then. */
    answersId: uuid("answers_id"),
    title: text().notNull().default(""),
    /** Markdown with ids in the place of names, as a post keeps it. */
    text: text().notNull(),
    /** Whom it speaks to by name. */
    mentions: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    tags: list("tags"),
    /** As the form gave it: see lib/polls/input.ts. */
    poll: jsonb(),
    why: jsonb().$type<Why[]>().notNull(),
    madeAt: at("made_at").notNull().defaultNow(),
    decision: text({ enum: ["approved", "refused"] }),
    decidedBy: person("decided_by"),
    decidedAt: at("decided_at"),
    /** Of a refusal; its author reads it. */
    reason: text(),
    /** What it became. */
    postId: uuid("post_id"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    foreignKey({ columns: [t.communityId, t.spaceId], foreignColumns: [spaces.communityId, spaces.id] }),
    foreignKey({ columns: [t.communityId, t.threadId], foreignColumns: [threads.communityId, threads.id] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
    index("held_waiting").on(t.communityId, t.madeAt, t.id).where(sql`decision is null`),
    index("held_person").on(t.communityId, t.personId, t.madeAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("held_thread").on(t.communityId, t.threadId, t.personId).where(sql`decision is null`),
    index("held_refused").on(t.decidedAt).where(sql`decision = 'refused' and text <> ''`),
    check("held_answers_have_a_thread", sql`(kind = 'answer') = (thread_id is not null)`),
    check(
      "held_decided_whole",
      sql`(decision is null) = (decided_at is null) and (decision is distinct from 'refused' or coalesce(reason, '') <> '')`,
    ),
    check("held_one_post", sql`(decision = 'approved') is true or post_id is null`),
  ],
);

/** What a community looks at before it stands. No row: nothing is looked at. */
export const postRules = pgTable(
  "post_rules",
  {
    communityId: community(),
    /** How many posts of somebody new are looked at first. */
    firstPosts: smallint("first_posts").notNull().default(0),
    heldWords: list("held_words"),
    refusedWords: list("refused_words"),
    /** How many links somebody new may post at once; null for any number. */
    newcomerLinks: smallint("newcomer_links"),
    refusedDomains: list("refused_domains"),
    allowedDomains: list("allowed_domains"),
    spamChecks: boolean("spam_checks").notNull().default(false),
    /** Counts the savings: one that did not see the last of them overwrites nothing. */
    revision: integer().notNull().default(1),
    changedBy: person("changed_by"),
    changedAt: at("changed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId] }),
    check("post_rules_first_posts", sql`first_posts between 0 and 10`),
    check("post_rules_newcomer_links", sql`newcomer_links between 0 and 50`),
  ],
);

/** That the same was sent before, for an hour: a keyed hash, which nobody can read a word from. */
export const sentTexts = pgTable(
  "sent_texts",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    personId: person("person_id").notNull(),
    print: text().notNull(),
    /** Whether they were new here then. */
    newcomer: boolean().notNull(),
    sentAt: at("sent_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("sent_texts_print").on(t.communityId, t.print, t.sentAt),
    index("sent_texts_person").on(t.personId),
    index("sent_texts_old").on(t.sentAt),
  ],
);
