import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { MemberInsideAccess } from "@/lib/access/gate";
import { blocks } from "@/lib/blocks/blocked";
import { wantsToBeListed } from "@/lib/members/shown";
import { notMuted } from "@/lib/watching/level";

export type News = {
  /** Threads in which others said something; as many as are counted. */
  threads: number;
  answers: {
    thread: { id: string; title: string };
    position: number;
    name: string | null;
  }[];
  newcomers: number;
  badges: { slug: string; badge: string; personId: string; name: string | null; mine: boolean }[];
};

/** Beyond this nobody wants to know how many; it is said as "or more". */
export const mostCounted = 99;
const shown = 4;

/** What happened in the spaces of this member since a moment, by others than themselves, but for what they muted and whom they block. One query. */
export async function newsSince({ community, inside, personId }: MemberInsideAccess, since: string): Promise<News> {
  const spaces = sql`any(${sql.param(inside.map(({ id }) => id))}::uuid[])`;
  const after = sql`${since}::timestamptz`;
  const { rows } = await db().execute<News>(sql`
    select
      (select count(*)::int from (select 1 from threads t where t.community_id = ${community.id} and t.space_id = ${spaces} and t.posts > 0
        and t.last_post_at > ${after} and ${notMuted(personId)} and not ${blocks(personId, sql`t.author_id`)} and exists (select 1 from thread_people x where x.community_id = t.community_id
          and x.thread_id = t.id and x.posts > 0 and x.last_post_at > ${after} and x.person_id <> ${personId}
          and not ${blocks(personId, sql`x.person_id`)})
        limit ${mostCounted + 1}) n) as threads,
      (select coalesce(jsonb_agg(a.line order by a.created_at desc), '[]') from (
        select o.created_at, jsonb_build_object('thread', jsonb_build_object('id', t.id, 'title', t.title), 'position', o.position, 'name', p.name) as line
        from posts q join posts o on o.community_id = q.community_id and o.answers_id = q.id
        join threads t on t.community_id = o.community_id and t.id = o.thread_id join people p on p.id = o.author_id
        where q.community_id = ${community.id} and q.author_id = ${personId} and q.answers > 0 and q.removed_at is null
          and o.author_id <> ${personId} and o.removed_at is null and o.created_at > ${after} and t.space_id = ${spaces} and ${notMuted(personId)}
          and not ${blocks(personId, sql`o.author_id`)}
        order by o.created_at desc limit ${shown}) a) as answers,
      (select count(*)::int from (select 1 from memberships m where m.community_id = ${community.id} and m.joined_at > ${after}
        and m.person_id <> ${personId} and ${wantsToBeListed} and not ${blocks(personId, sql`m.person_id`)} limit ${mostCounted + 1}) n) as newcomers,
      (select coalesce(jsonb_agg(b.line order by b.granted_at desc), '[]') from (
        select g.granted_at, jsonb_build_object('slug', d.slug, 'badge', d.name, 'personId', m.person_id, 'name', p.name, 'mine', m.person_id = ${personId}) as line
        from grants g join badges d on d.brand_id = g.brand_id and d.id = g.badge_id
        join memberships m on m.community_id = ${community.id} and m.person_id = g.person_id join people p on p.id = m.person_id
        where g.brand_id = ${community.brandId} and g.revoked_at is null and g.granted_at > ${after}
          and (m.person_id = ${personId} or (${wantsToBeListed} and not ${blocks(personId, sql`m.person_id`)}))
        order by g.granted_at desc limit ${shown}) b) as badges`);
  return rows[0]!;
}
