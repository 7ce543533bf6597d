import { bigint, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { communities } from "./communities";
import { at, people } from "./people";

/** Opaque ids only. Text here would outlive its removal and reach everyone who listens. */
export type EventIds = Record<string, string | number>;

/** One row for each channel that was ever used. Its row lock orders the events of the channel. */
export const channelHeads = pgTable(
  "channel_heads",
  {
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    channel: text("channel").notNull(),
    lastSeq: bigint("last_seq", { mode: "number" }).notNull().default(0),
    epoch: integer("epoch").notNull().default(1),
    // Through a hosted service one process alone tells listeners that the epoch rose: the one that raises this.
    toldEpoch: integer("told_epoch").notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.channel] }), index("channel_heads_channel").on(t.channel)],
);

export const events = pgTable(
  "events",
  {
    communityId: uuid("community_id").notNull(),
    channel: text("channel").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    kind: text("kind").notNull(),
    subject: jsonb("subject").$type<EventIds>().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    // Filled only when a hosted service carries the events; see lib/realtime/event-rows.ts.
    sentAt: at("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.channel, t.seq] }),
    foreignKey({
      name: "events_head_fk",
      columns: [t.communityId, t.channel],
      foreignColumns: [channelHeads.communityId, channelHeads.channel],
    }).onDelete("cascade"),
    index("events_created").on(t.createdAt),
  ],
);

/** What concerns one person wherever they are. It belongs to the instance, as people do. */
export const personHeads = pgTable("person_heads", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => people.id),
  lastSeq: bigint("last_seq", { mode: "number" }).notNull().default(0),
  epoch: integer("epoch").notNull().default(1),
  toldEpoch: integer("told_epoch").notNull().default(1),
});

export const personEvents = pgTable(
  "person_events",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => personHeads.personId, { onDelete: "cascade" }),
    seq: bigint("seq", { mode: "number" }).notNull(),
    kind: text("kind").notNull(),
    subject: jsonb("subject").$type<EventIds>().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    sentAt: at("sent_at"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.seq] }), index("person_events_created").on(t.createdAt)],
);
