import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ModeratorAccess } from "@/lib/access/gate";
import { heldPlace, readable } from "@/lib/access/rows";

// Its own file because it counts what several nouns of moderation let wait.

type Counts = { flags: number; appeals: number; reports: number; held: number };

/** More than this is said as this. */
const most = 1_000;

/** What waits in the rooms of moderation, of the spaces that this moderator looks after. */
export async function moderationCounts(access: ModeratorAccess): Promise<Counts> {
  const { community, moderated } = access;
  const spaces = sql.param(moderated.map(({ id }) => id));
  const { rows } = await db().execute<Counts>(sql`
    select
      (select count(distinct post_id)::int from (select f.post_id from flags f
        join posts o on o.community_id = f.community_id and o.id = f.post_id
        join threads t on t.community_id = o.community_id and t.id = o.thread_id
        where f.community_id = ${community.id} and f.decided_at is null and t.space_id = any(${spaces}::uuid[]) limit ${most}) w) as flags,
      (select count(*)::int from (select from statements s where s.community_id = ${community.id}
        and s.appealed_at is not null and s.answered_at is null and ${readable(access)} limit ${most}) w) as appeals,
      (select count(*)::int from (select from reports where community_id = ${community.id} and answered_at is null limit ${most}) w) as reports,
      (select count(*)::int from (select from held h ${heldPlace} where h.community_id = ${community.id}
        and h.decision is null and s.id = any(${spaces}::uuid[]) limit ${most}) w) as held`);
  return rows[0]!;
}
