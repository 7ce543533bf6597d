import { sql } from "drizzle-orm";
import type { ReactionKind } from "@/db/schema";
import type { DeskAccess } from "@/lib/access/gate";
import { recordMany } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { write } from "@/lib/write";
import { praises, reactionKinds } from "./kinds";

// The batch form of reacting: what was said elsewhere. It leaves the rows that one reaction after the other leaves, and tells
// nobody.

export type HistoricReaction = { postId: string; personId: string; kind: ReactionKind; at: string | null };

/** As many in one piece: one transaction, which others wait for. */
export const mostReactions = 1_000;

/** Whoever reacted to a post already keeps that; posts that are out of view, or not here, are passed over. */
export async function reactHistory(
  access: DeskAccess,
  reactions: readonly HistoricReaction[],
  { key }: { key: string },
): Promise<{ reactions: number }> {
  if (reactions.length > mostReactions) throw refuse.tooLarge();
  const { community } = access;
  return write(access, key, "reactions.history", { communityId: community.id, reactions }, async (tx) => {
    const rows = sql`jsonb_to_recordset(${JSON.stringify(reactions)}::jsonb) as v("postId" uuid, "personId" uuid, kind text, at timestamptz)`;
    // The posts in one order, whoever writes: then nobody waits for each other.
    await tx.execute(sql`
      insert into post_reactions (community_id, post_id)
      select o.community_id, o.id from posts o
      where o.community_id = ${community.id} and o.removed_at is null and o.id in (select "postId" from ${rows}) order by o.id
      on conflict do nothing`);
    await tx.execute(sql`
      select 1 from post_reactions where community_id = ${community.id} and post_id in (select "postId" from ${rows}) order by post_id for update`);
    const { rows: added } = await tx.execute<Added>(sql`
      insert into reactions as r (community_id, post_id, person_id, kind, reacted_at)
      select distinct on (o.id, v."personId") o.community_id, o.id, v."personId", v.kind, coalesce(v.at, o.created_at)
      from ${rows} join posts o on o.community_id = ${community.id} and o.id = v."postId" and o.removed_at is null
      order by o.id, v."personId" on conflict do nothing
      returning r.post_id as "postId", r.person_id as "personId", r.kind, r.reacted_at::text as at,
        (select o.author_id from posts o where o.community_id = r.community_id and o.id = r.post_id) as author,
        (select t.space_id from posts o join threads t on t.community_id = o.community_id and t.id = o.thread_id
          where o.community_id = r.community_id and o.id = r.post_id) as "spaceId"`);
    if (added.length === 0) return { reactions: 0 };
    await count(tx, community.id, added);
    await recordMany(
      tx,
      community.id,
      added.map(({ postId: objectId, personId: actorId, author: subjectId, kind, at, spaceId }) => ({
        verb: `reacted ${kind}` as const,
        actorId,
        objectId,
        subjectId,
        spaceId,
        at,
      })),
    );
    return { reactions: added.length };
  });
}

type Added = {
  postId: string;
  personId: string;
  kind: ReactionKind;
  at: string;
  author: string;
  spaceId: string;
};

async function count(tx: Parameters<typeof recordMany>[0], communityId: string, added: readonly Added[]) {
  const posts = new Map<string, { postId: string; praise: number } & Partial<Record<ReactionKind, number>>>();
  for (const { postId, kind } of added) {
    const post = posts.get(postId) ?? { postId, praise: 0 };
    post[kind] = (post[kind] ?? 0) + 1;
    if (praises(kind)) post.praise += 1;
    posts.set(postId, post);
  }
  const sums = sql.join(
    reactionKinds.map(
      (kind) =>
        sql`${kind}::text, nullif(coalesce((p.counts ->> ${kind}::text)::int, 0) + coalesce((v.one ->> ${kind}::text)::int, 0), 0)`,
    ),
    sql`, `,
  );
  await tx.execute(sql`
    update post_reactions p set counts = jsonb_strip_nulls(jsonb_build_object(${sums})), praise = p.praise + (v.one ->> 'praise')::int
    from jsonb_array_elements(${JSON.stringify([...posts.values()])}::jsonb) as v(one)
    where p.community_id = ${communityId} and p.post_id = (v.one ->> 'postId')::uuid`);
}
