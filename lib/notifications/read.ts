import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { MemberAccess, MemberInsideAccess, ThreadReaderAccess } from "@/lib/access/gate";
import { announceToPeople } from "@/lib/realtime/publish";

// Its own file because reading happens in threads and lists as well: what stands there and was read is no news any more.

/** What was said in a thread up to this position. */
export const readInThread = (tx: Tx, access: ThreadReaderAccess, position: number) =>
  markWhere(
    tx,
    access,
    sql`n.cause = 'said' and exists (select from posts o where o.community_id = n.community_id
    and o.id = n.post_id and o.thread_id = ${access.thread.id} and o.position <= ${position})`,
  );

/** What was said in these spaces until a moment. */
export const readInSpaces = (tx: Tx, access: MemberInsideAccess, until: string) =>
  markWhere(
    tx,
    access,
    sql`n.cause = 'said' and n.created_at <= ${until}::timestamptz and exists (select from posts o
    join threads t on t.community_id = o.community_id and t.id = o.thread_id where o.community_id = n.community_id
    and o.id = n.post_id and t.space_id = any(${sql.param(access.inside.map(({ id }) => id))}::uuid[]))`,
  );

/** Marks one's own, and says so to one's other pages. @returns how many were unread */
export async function markWhere(
  tx: Tx,
  { community, personId, viewer }: Pick<MemberAccess, "community" | "personId" | "viewer">,
  which: SQL,
): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update notifications n set read_at = now(), letter = null, letter_at = null
    where n.community_id = ${community.id} and n.person_id = ${personId} and n.read_at is null and ${which}`);
  if (rowCount && !viewer.actingAt)
    await announceToPeople(tx, { people: [personId], name: "notification.read", ids: { community: community.id } });
  return rowCount ?? 0;
}
