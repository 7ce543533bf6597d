import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DeskAccess } from "@/lib/access/gate";
import type { Standing } from "@/lib/access/policy";
import { refuse } from "@/lib/errors";

// Its own file because every act upon a person asks first who they are here, and holds their row so that it stays true.

export type Target = {
  readonly personId: string;
  readonly owner: boolean;
  readonly role: Exclude<Standing["role"], "none">;
};

export async function holdMember(tx: Tx, { community }: DeskAccess, personId: string): Promise<Target> {
  const { rows } = await tx.execute<Target>(sql`
    select m.person_id as "personId", m.role,
      exists (select 1 from brand_owners o where o.brand_id = ${community.brandId} and o.person_id = m.person_id) as owner
    from memberships m where m.community_id = ${community.id} and m.person_id = ${personId} for update of m`);
  const [target] = rows;
  if (!target) throw refuse.notFound();
  return target;
}
