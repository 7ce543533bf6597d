import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { CommunityAccess } from "@/lib/access/gate";
import type { Facts } from "./trust";

// Its own file because counting asks for it, within the transaction of a write.

type Acting = Pick<CommunityAccess, "community" | "standing"> & { personId: string };

/** One query for all of it; of posts the latest hundred, so that it costs the same for whoever wrote thousands. */
export async function factsOf(tx: Tx, { community, standing, personId }: Acting): Promise<Facts> {
  const { rows } = await tx.execute<Omit<Facts, "represents">>(sql`
    select
      coalesce((select floor(extract(epoch from now() - m.joined_at) / 86400) from memberships m
        where m.community_id = ${community.id} and m.person_id = ${personId}), 0)::int as days,
      count(*) filter (where latest.removed_at is null)::int as posts,
      count(*) filter (where latest.removed_at is not null and latest.removed_by is distinct from ${personId})::int as removed,
      exists (select 1 from suspensions s where s.community_id = ${community.id} and s.person_id = ${personId}
        and s.lifted_at is null and coalesce(s.until, 'infinity') > now() - interval '90 days') as suspended
    from (select p.removed_at, p.removed_by from posts p where p.community_id = ${community.id} and p.author_id = ${personId}
      order by p.created_at desc limit 100) latest`);
  return { ...rows[0]!, represents: standing.role === "representative" };
}
