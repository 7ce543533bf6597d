import { sql } from "drizzle-orm";
import { date, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { reports } from "./communities";
import { held } from "./held";
import { statements } from "./moderation";
import { at, people } from "./people";
import { posts, threads } from "./threads";

/** Every kind there is. Of one cause each person is told once: with the first of these that holds. What each means stands in lib/notifications/kinds.ts. */
export const notificationKinds = [
  "mention",
  "answer",
  "quote",
  "watched",
  "started",
  "accepted",
  "reaction",
  "removed",
  "restored",
  "moved",
  "merged",
  "locked",
  "approved",
  "refused",
  "report",
  "flag",
  "waits",
  "looked",
  "statement",
  "appeal",
] as const;
export const notificationCauses = ["said", "accepted", "reaction", "moderation"] as const;

/** One row for each person who is told of something. Ids alone: what it says is looked up for whoever reads it, then. */
export const notifications = pgTable(
  "notifications",
  {
    communityId: uuid("community_id").notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    kind: text({ enum: notificationKinds }).notNull(),
    cause: text({ enum: notificationCauses }).notNull(),
    /** The post, else the thread, the report, the statement of reasons or what was held that it is about: with who did it, what makes a cause one. */
    aboutId: uuid("about_id").notNull(),
    postId: uuid("post_id"),
    /** Where that was; a post may have been moved since. */
    threadId: uuid("thread_id"),
    reportId: uuid("report_id"),
    statementId: uuid("statement_id"),
    heldId: uuid("held_id"),
    actorId: uuid("actor_id")
      .notNull()
      .references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
    /** The day that was in the community: what is of one thread, kind and day is shown as one line. */
    day: date().notNull(),
    readAt: at("read_at"),
    /** Whether a mail is still to come of it, alone or with others, and not before when. */
    letter: text({ enum: ["alone", "digest"] }),
    letterAt: at("letter_at"),
    /** The mail that it went into. */
    letterId: uuid("letter_id"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("notifications_once").on(t.communityId, t.personId, t.cause, t.aboutId, t.actorId),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
    foreignKey({ columns: [t.communityId, t.threadId], foreignColumns: [threads.communityId, threads.id] }),
    foreignKey({ columns: [t.communityId, t.reportId], foreignColumns: [reports.communityId, reports.id] }),
    foreignKey({ columns: [t.communityId, t.statementId], foreignColumns: [statements.communityId, statements.id] }),
    foreignKey({ columns: [t.communityId, t.heldId], foreignColumns: [held.communityId, held.id] }).onDelete("cascade"),
    index("notifications_latest").on(
      t.communityId,
      t.personId,
      t.createdAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    index("notifications_lines").on(t.communityId, t.personId, t.threadId, t.kind, t.day, t.createdAt, t.id),
    index("notifications_unread")
      .on(t.communityId, t.personId, t.createdAt.desc().nullsFirst())
      .where(sql`read_at is null`),
    index("notifications_person").on(t.personId, t.letterAt),
    index("notifications_letter").on(t.letterAt).where(sql`letter is not null`),
    index("notifications_lettered").on(t.letterId).where(sql`letter_id is not null`),
    index("notifications_age").on(t.createdAt),
  ],
);
