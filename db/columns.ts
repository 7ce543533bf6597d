import { type SQL, sql } from "drizzle-orm";

/** A moment as every list says it: to the second, in UTC. */
export const isoColumn = (at: SQL): SQL => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
