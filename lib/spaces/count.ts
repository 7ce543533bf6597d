import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

// Its own file because the number on a door is counted when a space is made and then once a day, never in between: a door
// that counted along would tell outsiders when somebody came in.

/** How many members hold what opens a space; of one for all members, how many there are. Open to everyone: no number. */
export async function countHolders(tx: Tx, communityId: string, spaceId: string | null = null): Promise<void> {
  await tx.execute(sql`
    update spaces s set holders_at = now(), holders = case s.read_audience when 'everyone' then null else (
      select count(*)::int from memberships m where m.community_id = s.community_id and (s.read_audience = 'members' or (
        select case s.needs when 'all' then count(g.badge_id) = count(*) else count(g.badge_id) > 0 end
        from space_badges b left join grants g
          on g.brand_id = b.brand_id and g.badge_id = b.badge_id and g.person_id = m.person_id and g.revoked_at is null
        where b.community_id = s.community_id and b.space_id = s.id and b.use = 'read'))) end
    where s.community_id = ${communityId} ${spaceId ? sql`and s.id = ${spaceId}` : sql``}`);
}
