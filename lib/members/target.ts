import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { CommunityAccess } from "@/lib/access/gate";
import type { Standing } from "@/lib/access/policy";
import { refuse } from "@/lib/errors";

// Its own file because every act upon a person asks first who they are here, and holds their row so that it stays true.

export type Target = {
  readonly personId: string;
  readonly owner: boolean;
  readonly role: Exclude<Standing["role"], "none">;
};

export async function holdMember(tx: Tx, { community }: CommunityAccess, personId: string): Promise<Target> {
  const { rows } = await tx.execute<Target>(sql`
    select m.person_id as "personId", m.role,
      exists (select 1 from brand_owners o where o.brand_id = ${community.brandId} and o.person_id = m.person_id) as owner
    from memberships m where m.community_id = ${community.id} and m.person_id = ${personId} for update of m`);
  const [target] = rows;
  if (!target) throw refuse.notFound();
  return target;
}

/** Whether somebody is a member, or said something or was suspended here before they went. */
export async function wasHere(
  tx: Pick<Tx, "execute">,
  { community }: CommunityAccess,
  personId: string,
): Promise<boolean> {
  const { rows } = await tx.execute<{ there: boolean }>(sql`
    select exists (select from memberships m where m.community_id = ${community.id} and m.person_id = ${personId})
      or exists (select from posts o where o.community_id = ${community.id} and o.author_id = ${personId})
      or exists (select from suspensions s where s.community_id = ${community.id} and s.person_id = ${personId}) as there`);
  return rows[0]!.there;
}
