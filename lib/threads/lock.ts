import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { refuse } from "@/lib/errors";

// Its own file because posts, threads and what moderators do with threads all begin with it.

type Asked = { thread: { id: string }; space: { id: string } };

/**
 * Takes the rows of threads until the commit, in the order of their ids, so that none waits for another in a circle.
 * A proof was given for a thread where it stood then: one that was moved or merged since is refused, since others read it there.
 */
export async function lockThreads(tx: Tx, communityId: string, asked: readonly Asked[]): Promise<void> {
  const ids = sql.join(
    asked.map(({ thread }) => sql`${thread.id}::uuid`),
    sql`, `,
  );
  const { rows } = await tx.execute<{ id: string; spaceId: string; merged: boolean }>(sql`
    select id, space_id as "spaceId", merged_into is not null as merged from threads
    where community_id = ${communityId} and id in (${ids}) order by id for update`);
  const still = ({ thread, space }: Asked) =>
    rows.some(({ id, spaceId, merged }) => id === thread.id && spaceId === space.id && !merged);
  if (!asked.every(still)) throw refuse.conflict("ordering.changedMeanwhile");
}
