import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { MemberAccess } from "@/lib/access/gate";
import { awayAfter, notedEvery } from "@/lib/access/visits";

/**
 * Writes down that a member is here: by nobody's form, so it has no key, and twice is once. After a while away the end of the
 * visit before is kept. Nothing is recorded: when somebody came by is nobody's business.
 */
export async function noteVisit({ community, personId }: MemberAccess): Promise<void> {
  await db().execute(sql`
    update memberships set seen_at = now(), away_since = case when seen_at < now() - ${awayAfter} then seen_at else away_since end
    where community_id = ${community.id} and person_id = ${personId} and coalesce(seen_at < now() - ${notedEvery}, true)`);
}
