import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at } from "./people";

/**
 * A piece of work and whether it is done. The mark is set in the transaction of the effect, so work is done once
 * however often and wherever it is tried. A row without `done_at` is work that waits.
 */
export const jobMarks = pgTable(
  "job_marks",
  {
    kind: text().notNull(),
    /** What it is about: an opaque id, or "all". */
    subject: text().notNull(),
    /** Which time: "2026-03-29", "2026-W13", or "once". */
    period: text().notNull(),
    askedAt: at("asked_at").notNull().defaultNow(),
    nextAt: at("next_at").notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    doneAt: at("done_at"),
    /** Tried too often; a person has to look. */
    givenUpAt: at("given_up_at"),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.subject, t.period] }),
    index("job_marks_waiting").on(t.kind, t.nextAt).where(sql`done_at is null and given_up_at is null`),
    index("job_marks_done").on(t.doneAt),
  ],
);
