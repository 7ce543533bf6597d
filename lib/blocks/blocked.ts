import { type SQL, sql } from "drizzle-orm";

// Its own file because lists, search, news and presence must mean the same by it.

/** Somebody, or nobody (a visitor), blocks this person. */
export const blocks = (personId: string | SQL | null, other: SQL): SQL =>
  personId === null
    ? sql`false`
    : sql`exists (select from blocks z where z.person_id = ${personId} and z.blocked_id = ${other})`;
