import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { ReactionCounts } from "@/db/schema";
import type { CommunityAccess, PostAccess, ThreadAccess } from "@/lib/access/gate";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";
import { postsAPage } from "@/lib/posts/pages";
import { settings } from "@/lib/settings/queries";
import { registry } from "@/lib/settings/registry";
import { offerOf, type ReactionKind, reactionKinds } from "./kinds";

/** What readers did with one post: all of them, and this viewer. */
export type Response = { counts: ReactionCounts; mine: ReactionKind | null; bookmarked: boolean };
/** The post that answers the thread; null for somebody who was erased. */
export type ChosenAnswer = { id: string; position: number; name: string | null };
export type Responses = {
  of: (postId: string) => Response;
  offered: ReactionKind[];
  answer: ChosenAnswer | null;
};

const none: Response = { counts: {}, mine: null, bookmarked: false };

/** Everything that a page of posts shows of its readers, by one query: also what they keep, what is offered here, and which post answers the thread. */
export async function responsesOf({ community, thread, viewer }: ThreadAccess, page: number): Promise<Responses> {
  const from = (page - 1) * postsAPage;
  const switches = sql.join(
    Object.values(offerOf).map((key) => sql`${key}`),
    sql`, `,
  );
  const { rows } = await db().execute<{
    posts: Record<string, Response> | null;
    chosen: Record<string, unknown> | null;
    answer: ChosenAnswer | null;
  }>(sql`
    select (
      select jsonb_object_agg(o.id, jsonb_build_object('counts', coalesce(c.counts, '{}'), 'mine', r.kind, 'bookmarked', b.id is not null))
      from posts o
      left join post_reactions c on c.community_id = o.community_id and c.post_id = o.id
      left join reactions r on r.community_id = o.community_id and r.post_id = o.id and r.person_id = ${viewer.personId}
      left join bookmarks b on b.community_id = o.community_id and b.post_id = o.id and b.person_id = ${viewer.personId}
      where o.community_id = ${community.id} and o.thread_id = ${thread.id} and o.position > ${from} and o.position <= ${from + postsAPage}
        and o.removed_at is null and (c.counts <> '{}' or r.kind is not null or b.id is not null)
    ) as posts, (
      select jsonb_object_agg(key, value) from community_settings where community_id = ${community.id} and key in (${switches})
    ) as chosen, (
      select jsonb_build_object('id', o.id, 'position', o.position, 'name', p.name)
      from thread_answers w join posts o on o.community_id = w.community_id and o.id = w.post_id join people p on p.id = o.author_id
      where w.community_id = ${community.id} and w.thread_id = ${thread.id} and o.text <> ''
    ) as answer`);
  const { posts, chosen, answer } = rows[0]!;
  return {
    of: (postId) => posts?.[postId] ?? none,
    offered: reactionKinds.filter((kind) => {
      const stored = registry[offerOf[kind]].schema.safeParse(chosen?.[offerOf[kind]]);
      return stored.success ? stored.data === true : true;
    }),
    answer,
  };
}

/** The kinds that this community offers. */
export async function offeredIn({ community }: CommunityAccess): Promise<ReactionKind[]> {
  const chosen = await settings({ communityId: community.id }, Object.values(offerOf));
  return reactionKinds.filter((kind) => chosen[offerOf[kind]] === true);
}

/** Of one post, for its own page. */
export async function responseOf({ community, post, viewer }: PostAccess): Promise<Response> {
  const { rows } = await db().execute<Response>(sql`
    select coalesce(c.counts, '{}') as counts, r.kind as mine, b.id is not null as bookmarked
    from posts o
    left join post_reactions c on c.community_id = o.community_id and c.post_id = o.id
    left join reactions r on r.community_id = o.community_id and r.post_id = o.id and r.person_id = ${viewer.personId}
    left join bookmarks b on b.community_id = o.community_id and b.post_id = o.id and b.person_id = ${viewer.personId}
    where o.community_id = ${community.id} and o.id = ${post.id}`);
  return rows[0] ?? none;
}

export type Reacted = {
  id: string;
  name: string | null;
  avatarFileId: string | null;
  representative: boolean;
  kind: ReactionKind;
  at: string;
};

/** Who reacted, the latest first. */
export async function whoReacted({ community, post }: PostAccess, cursor?: Cursor): Promise<Page<Reacted>> {
  const at = sql`r.reacted_at`;
  const { rows } = await db().execute<Reacted & { cursor: string }>(sql`
    select p.id, p.name, p.avatar_file_id as "avatarFileId", m.role is not distinct from 'representative' as representative,
      r.kind, ${isoColumn(at)} as at, ${microseconds(at)} as cursor
    from reactions r join people p on p.id = r.person_id
    left join memberships m on m.community_id = r.community_id and m.person_id = r.person_id
    where r.community_id = ${community.id} and r.post_id = ${post.id} ${after(cursor, at, sql`r.person_id`)}
    order by r.reacted_at desc, r.person_id desc limit ${pageSize + 1}`);
  return toPage(rows);
}
