import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, people } from "./people";
import { spaces } from "./spaces";
import { threads } from "./threads";

/** From the quietest to the one that says everything. */
export const levels = ["mute", "normal", "track", "watch"] as const;

const personId = () =>
  uuid("person_id")
    .notNull()
    .references(() => people.id);

/** How closely somebody follows a thread. Every row was chosen: what follows from having read or written is not written down. */
export const threadLevels = pgTable(
  "thread_levels",
  {
    communityId: uuid("community_id").notNull(),
    threadId: uuid("thread_id").notNull(),
    personId: personId(),
    level: text({ enum: levels }).notNull(),
    setAt: at("set_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.threadId, t.personId] }),
    foreignKey({ columns: [t.communityId, t.threadId], foreignColumns: [threads.communityId, threads.id] }),
    index("thread_levels_watch").on(t.communityId, t.threadId, t.personId).where(sql`level = 'watch'`),
    index("thread_levels_person").on(t.personId),
  ],
);

/** The same for every thread of a space that they chose nothing for. */
export const spaceLevels = pgTable(
  "space_levels",
  {
    communityId: uuid("community_id").notNull(),
    spaceId: uuid("space_id").notNull(),
    personId: personId(),
    level: text({ enum: levels }).notNull(),
    setAt: at("set_at").notNull().defaultNow(),
  },
  (t) => [
    // A community's page asks what one person chose in all of its spaces.
    primaryKey({ columns: [t.communityId, t.personId, t.spaceId] }),
    foreignKey({ columns: [t.communityId, t.spaceId], foreignColumns: [spaces.communityId, spaces.id] }),
    index("space_levels_watch").on(t.communityId, t.spaceId, t.personId).where(sql`level = 'watch'`),
    index("space_levels_person").on(t.personId),
  ],
);
