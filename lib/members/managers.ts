import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { CommunityAccess } from "@/lib/access/gate";

// Its own file because requests and reports both ask for the same people's attention.

/** Who is told when something waits at the desk: managers, and the owners where they belong to the community. */
export async function managersOf(tx: Tx, { community }: CommunityAccess, moderatorsToo = false): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select m.person_id as id from memberships m
    where m.community_id = ${community.id} and (m.role = 'manager'
      or exists (select 1 from brand_owners o where o.brand_id = ${community.brandId} and o.person_id = m.person_id)
      or (${moderatorsToo} and exists (select 1 from duties d where d.community_id = m.community_id
        and d.person_id = m.person_id and d.space_id is null and d.ended_at is null)))
    order by m.joined_at, m.person_id limit 20`);
  return rows.map(({ id }) => id);
}
