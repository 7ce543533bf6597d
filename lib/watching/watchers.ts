import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

// Its own file because nobody is shown who watches: only telling them asks, and whether each may read the thread is asked there.

interface Place {
  communityId: string;
  threadId: string;
  /** A post of it: who watched when it was written, not who began since. */
  postId?: string;
}

const here = ({ communityId, threadId }: Place) => sql`l.community_id = ${communityId} and l.thread_id = ${threadId}`;
const around = ({ communityId, threadId }: Place) => sql`l.community_id = ${communityId}
  and l.space_id = (select t.space_id from threads t where t.community_id = ${communityId} and t.id = ${threadId})`;

const already = ({ communityId, postId }: Place) =>
  postId
    ? sql`and l.set_at <= (select o.created_at from posts o where o.community_id = ${communityId} and o.id = ${postId})`
    : sql``;

/** Who watches a thread or, having chosen nothing for it, its space. By id, from `after` on. */
export async function watchersOf(
  tx: Pick<Tx, "execute">,
  place: Place,
  after?: string,
  limit = 500,
): Promise<string[]> {
  const later = sql`${after ? sql`and l.person_id > ${after}` : sql``} ${already(place)}`;
  const { rows } = await tx.execute<{ personId: string }>(sql`
    select person_id as "personId" from (
      (select l.person_id from thread_levels l where ${here(place)} and l.level = 'watch' ${later} order by l.person_id limit ${limit})
      union all
      (select l.person_id from space_levels l where ${around(place)} and l.level = 'watch' ${later}
        and not exists (select from thread_levels x where x.community_id = l.community_id
          and x.thread_id = ${place.threadId} and x.person_id = l.person_id)
        order by l.person_id limit ${limit})
    ) w order by person_id limit ${limit}`);
  return rows.map(({ personId }) => personId);
}

/** Whether there may be anybody. */
export async function isWatched(tx: Pick<Tx, "execute">, place: Place): Promise<boolean> {
  const { rows } = await tx.execute<{ watched: boolean }>(sql`
    select exists (select from thread_levels l where ${here(place)} and l.level = 'watch')
      or exists (select from space_levels l where ${around(place)} and l.level = 'watch') as watched`);
  return rows[0]?.watched ?? false;
}
