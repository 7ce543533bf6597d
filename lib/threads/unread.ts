import { sql } from "drizzle-orm";

// Its own file because a list that shows what is unread, and the act that marks all of it read, must mean the same.

/**
 * Of a thread `t`, the reader's row `r` in it and their membership `m`: something stands in it that they have not read. What was
 * over before they came is not held against them, unless they themselves kept it unread. What they muted is unread too: a list leaves it out by `notMuted`, and marking all read takes it along.
 */
export const notReadToItsEnd = sql`
  case when coalesce(r.read_position, 0) > 0 or r.read_at is not null then t.last_position > r.read_position
  else m.joined_at is null or t.last_post_at > m.joined_at end`;
