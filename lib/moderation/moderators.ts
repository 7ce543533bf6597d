import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SpaceAccess } from "@/lib/access/gate";

// Its own file because what is flagged and what is held back ask for the same people's attention.

/** Who looks after a space: the desk, and whoever has the duty here or everywhere. As many as are told of what waits for them. */
export async function moderatorsOf(tx: Tx, { community, space }: SpaceAccess): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select m.person_id as id from memberships m
    where m.community_id = ${community.id} and (m.role = 'manager'
      or exists (select from brand_owners o where o.brand_id = ${community.brandId} and o.person_id = m.person_id)
      or exists (select from duties d where d.community_id = m.community_id and d.person_id = m.person_id
        and d.ended_at is null and (d.space_id is null or d.space_id = ${space.id})))
    order by m.joined_at, m.person_id limit 50`);
  return rows.map(({ id }) => id);
}
