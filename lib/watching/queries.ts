import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ThreadWriteAccess } from "@/lib/access/gate";

/**
 * Who watches a thread or, having chosen nothing for it, its space: for telling them that somebody wrote. By id, from `after` on.
 * Asks for the proof of who writes there: it is shown to nobody. Whether each of them may read the thread still is to be
 * asked when they are told.
 */
export async function watchersOf(
  { community, thread, space }: ThreadWriteAccess,
  after?: string,
  limit = 500,
): Promise<string[]> {
  const later = after ? sql`and l.person_id > ${after}` : sql``;
  const { rows } = await db().execute<{ personId: string }>(sql`
    select person_id as "personId" from (
      (select l.person_id from thread_levels l where l.community_id = ${community.id} and l.thread_id = ${thread.id}
        and l.level = 'watch' ${later} order by l.person_id limit ${limit})
      union all
      (select l.person_id from space_levels l where l.community_id = ${community.id} and l.space_id = ${space.id}
        and l.level = 'watch' ${later} and not exists (select from thread_levels x where x.community_id = l.community_id
          and x.thread_id = ${thread.id} and x.person_id = l.person_id)
        order by l.person_id limit ${limit})
    ) w order by person_id limit ${limit}`);
  return rows.map(({ personId }) => personId);
}
