import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { setting } from "@/lib/settings/queries";
import type { Place } from "./topics";

/**
 * Whether others may see that this person is here. Presence is one list for everybody in a space, so who must be hidden
 * from one is hidden from all: also whoever blocks somebody who belongs to this community, since that person could see them.
 */
export const isShown = async ({ communityId }: Place, personId: string): Promise<boolean> =>
  (await setting({ personId }, "presenceShown")) && !(await blocksSomebodyIn(communityId, personId));

async function blocksSomebodyIn(communityId: string | undefined, personId: string): Promise<boolean> {
  if (!communityId) return false;
  const { rows } = await db().execute<{ it: boolean }>(sql`
    select exists (select from blocks b join memberships m on m.community_id = ${communityId} and m.person_id = b.blocked_id
      where b.person_id = ${personId}) as it`);
  return rows[0]!.it;
}
