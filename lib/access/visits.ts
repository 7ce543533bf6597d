import { sql } from "drizzle-orm";

// Its own file because the gate reads a visit and a command of the members writes it, by the same measures.

/** Somebody who was away this long comes back: what happened meanwhile is news. */
export const awayAfter = sql`interval '30 minutes'`;
/** Not at every request. */
export const notedEvery = sql`interval '5 minutes'`;
