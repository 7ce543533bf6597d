import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { SpaceAccess, ThreadAccess, ThreadManageAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { asSpace, type SpaceRow, spaceColumns } from "@/lib/access/rows";
import { beginningOf } from "@/lib/text/markdown/beginning";
import { mostToChoose } from "./input";

/** A thread that posts of this one went to, or that this one began in. */
export type Mark = { way: "to" | "from"; id: string; title: string; position: number; posts: number };

/** Where posts went from here and where this thread came from, as far as this viewer may read the other one. One query. */
export async function marksOf({ community, standing, thread }: ThreadAccess): Promise<Mark[]> {
  const { rows } = await db().execute<{ [M in keyof Mark as `mark_${M}`]: Mark[M] } & SpaceRow>(sql`
    select x.way as mark_way, t.id as mark_id, t.title as mark_title, x.position as mark_position, x.posts as mark_posts, ${spaceColumns}
    from (
      select 'to' as way, to_id as other, position, posts from thread_splits where community_id = ${community.id} and from_id = ${thread.id}
      union all
      select 'from', from_id, 0, posts from thread_splits where community_id = ${community.id} and to_id = ${thread.id}
    ) x
    join threads o on o.community_id = ${community.id} and o.id = x.other
    join threads t on t.community_id = o.community_id and t.id = coalesce(o.merged_into, o.id)
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    where t.id <> ${thread.id} and t.posts > 0 order by x.position, t.id limit 100`);
  return rows.flatMap(({ mark_way, mark_id, mark_title, mark_position, mark_posts, ...space }) =>
    may.readSpace(standing, asSpace(space))
      ? [{ way: mark_way, id: mark_id, title: mark_title, position: mark_position, posts: mark_posts }]
      : [],
  );
}

export type Pin = { place: "space" | "front"; endsAt: string | null; by: string | null };

/** Where this thread is pinned now. */
export async function pinsOf({ community, space, thread }: ThreadManageAccess): Promise<Pin[]> {
  const { rows } = await db().execute<Pin>(sql`
    select case when k.place_id = ${space.id} then 'space' else 'front' end as place, ${isoColumn(sql`k.ends_at`)} as "endsAt", p.name as by
    from thread_pins k join people p on p.id = k.pinned_by
    where k.community_id = ${community.id} and k.thread_id = ${thread.id} and k.place_id in (${space.id}, ${community.id})
      and (k.ends_at is null or k.ends_at > now()) order by 1`);
  return rows;
}

export type Choosable = { id: string; position: number; author: string | null; text: string };

/**
 * Posts in view to choose from, from a position on; as many as one form takes. Each with its first own words: what it quotes
 * may be closed to who looks.
 * @param gone whoever a post speaks to and was erased
 */
export async function postsToChoose(
  { community, thread }: ThreadManageAccess,
  from: number,
  gone = "",
): Promise<Choosable[]> {
  const { rows } = await db().execute<Choosable & { names: Record<string, string> }>(sql`
    select o.id, o.position, p.name as author, o.text, n.names from posts o join people p on p.id = o.author_id
    cross join lateral (select coalesce(jsonb_object_agg(w.id, w.name), '{}'::jsonb) as names from post_mentions m
      join people w on w.id = m.person_id and w.name is not null where m.community_id = o.community_id and m.post_id = o.id) n
    where o.community_id = ${community.id} and o.thread_id = ${thread.id} and o.position >= ${from} and o.removed_at is null
    order by o.position limit ${mostToChoose + 1}`);
  return rows.map(({ names, text, ...post }) => ({ ...post, text: beginningOf(text, (id) => names[id] ?? gone) }));
}

export type Target = { id: string; title: string; space: string };

/** What a thread can be merged into: what moved last in the spaces they moderate. */
export async function threadsToMergeInto(
  access: ThreadManageAccess,
  inside: readonly SpaceAccess[],
): Promise<Target[]> {
  const moderated = inside.filter(({ space }) => may.moderate(access.standing, space));
  if (moderated.length === 0) return [];
  const ids = sql.join(
    moderated.map(({ space }) => sql`${space.id}::uuid`),
    sql`, `,
  );
  const { rows } = await db().execute<Target>(sql`
    select t.id, t.title, s.name as space from threads t join spaces s on s.community_id = t.community_id and s.id = t.space_id
    where t.community_id = ${access.community.id} and t.space_id in (${ids}) and t.posts > 0 and t.id <> ${access.thread.id}
    order by t.last_post_at desc, t.id desc limit 40`);
  return rows;
}
