import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { at, people } from "./people";

/** Somebody wants to meet somebody no more, in any community. Nobody else is shown it, managers and the blocked person included. */
export const blocks = pgTable(
  "blocks",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    blockedId: uuid("blocked_id")
      .notNull()
      .references(() => people.id),
    since: at("since").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.blockedId] }),
    index("blocks_blocked").on(t.blockedId),
    check("blocks_another", sql`person_id <> blocked_id`),
  ],
);
