import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { communities } from "./communities";
import { at, people } from "./people";

export const pulseAudiences = ["public", "members", "whole"] as const;
export type PulseAudience = (typeof pulseAudiences)[number];

const community = () =>
  uuid("community_id")
    .notNull()
    .references(() => communities.id);

/** The score as it stood on a day, from what one audience may read. Ids and numbers, never words of people. */
export const pulseSnapshots = pgTable(
  "pulse_snapshots",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    audience: text({ enum: pulseAudiences }).notNull(),
    /** The last day that is in it, on the community's calendar. Taken again on the same day, it takes its place. */
    asOf: date("as_of").notNull(),
    method: text().notNull(),
    seed: integer().notNull(),
    takenAt: at("taken_at").notNull().defaultNow(),
    /** The eight weeks that are shown; none where nothing was said yet. */
    windowFrom: date("window_from"),
    windowTo: date("window_to"),
    /** The spaces it was counted in: where one of them was closed since, it is shown to this audience no more. */
    spaces: uuid().array().notNull(),
    result: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("pulse_snapshots_day").on(t.communityId, t.audience, t.asOf),
  ],
);

export const pulseRunStates = ["waiting", "running", "done", "failed"] as const;

/** One taking of the pulse: who asked, how far it is, how it ended. */
export const pulseRuns = pgTable(
  "pulse_runs",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    /** Null: the night. */
    askedBy: uuid("asked_by").references(() => people.id),
    askedAt: at("asked_at").notNull().defaultNow(),
    state: text({ enum: pulseRunStates }).notNull().default("waiting"),
    /** When it last said how far it is: who crashed in the middle left it to be taken up again. */
    movedAt: at("moved_at").notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    postsRead: integer("posts_read").notNull().default(0),
    postsAll: integer("posts_all"),
    finishedAt: at("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    // However many ask at once, one is taken.
    uniqueIndex("pulse_runs_open").on(t.communityId).where(sql`state in ('waiting', 'running')`),
    index("pulse_runs_latest").on(t.communityId, t.askedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("pulse_runs_due").on(t.movedAt).where(sql`state in ('waiting', 'running')`),
  ],
);
