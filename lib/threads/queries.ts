import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { SpaceAccess, ThreadAccess } from "@/lib/access/gate";
import { blocks } from "@/lib/blocks/blocked";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";
import { type Level, levelOf, notMuted } from "@/lib/watching/level";
import { notReadToItsEnd } from "./unread";

/** A thread as a list shows it. */
export type ThreadLine = {
  id: string;
  title: string;
  spaceId: string;
  authorId: string;
  /** Null: somebody who was erased. */
  author: string | null;
  startedAt: string;
  lastPostAt: string;
  posts: number;
  /** Posts after what this viewer has read; null for a thread they never opened, and for visitors. */
  unread: number | null;
  /** How far they have read; null where unread is. */
  readPosition: number | null;
  /** How closely they follow it. */
  level: Level;
  locked: boolean;
  /** First in this list. */
  pinned: boolean;
  tags: { slug: string; name: string }[];
  /** One of its posts was chosen as the answer. */
  answered: boolean;
  faces: { name: string | null; avatarFileId: string | null; representative: boolean }[];
};

const lastPostAt = sql`t.last_post_at`;
const id = sql`t.id`;

/** Which threads of a list: with a tag (its slug), or those that this viewer has not read to their end and did not mute. */
export type Only = { tag?: string; unread?: boolean };

export const threadsOf = (access: SpaceAccess, cursor?: Cursor, size = pageSize, only: Only = {}) =>
  threadsIn([access], cursor, size, { ...only, place: access.space.id });

/**
 * The threads of spaces of one community, all of which this viewer reads: first those pinned in the place that shows the
 * list (a space, else the front page), on its first page only, then by what moved last. With `tag`, its slug, those that
 * carry it, and none before the others. What was begun by somebody whom this viewer blocks is left out. One query: faces, tags and unread counts come with the rows.
 */
export async function threadsIn(
  inside: SpaceAccess[],
  cursor?: Cursor,
  size = pageSize,
  { tag, unread, place }: Only & { place?: string } = {},
): Promise<Page<ThreadLine>> {
  const [first] = inside;
  if (!first) return { rows: [] };
  const { community, viewer } = first;
  const spaces = sql.join(
    inside.map(({ space }) => sql`${space.id}::uuid`),
    sql`, `,
  );
  const tagged = tag
    ? sql`and exists (select from thread_tags x join tags y on y.community_id = x.community_id and y.id = x.tag_id
        where x.community_id = t.community_id and x.thread_id = t.id and y.slug = ${tag})`
    : sql``;
  const notRead = unread
    ? sql`and ${notMuted(viewer.personId)} and (select ${notReadToItsEnd} from (select) one
        left join thread_people r on r.community_id = t.community_id and r.thread_id = t.id and r.person_id = ${viewer.personId}
        left join memberships m on m.community_id = t.community_id and m.person_id = ${viewer.personId})`
    : sql``;
  const here = sql`t.community_id = ${community.id} and t.space_id in (${spaces}) and t.posts > 0 ${tagged} ${notRead}
    and not ${blocks(viewer.personId, sql`t.author_id`)}`;
  const placed = sql`p.community_id = ${community.id} and p.place_id = ${tag ? null : (place ?? community.id)}
    and (p.ends_at is null or p.ends_at > now())`;
  const { rows } = await db().execute<ThreadLine & { cursor: string }>(sql`
    with shown as (
      (select t.id, true as pinned from thread_pins p join threads t on t.community_id = p.community_id and t.id = p.thread_id
        where ${!cursor} and ${placed} and ${here})
      union all
      (select t.id, false from threads t where ${here}
        and not exists (select from thread_pins p where p.thread_id = t.id and ${placed}) ${after(cursor, lastPostAt, id)}
        order by t.last_post_at desc, t.id desc limit ${size + 1}))
    select t.id, w.pinned, t.locked_at is not null as locked, t.title, t.space_id as "spaceId", t.author_id as "authorId", a.name as author, t.posts, ${microseconds(lastPostAt)} as cursor,
      ${isoColumn(sql`t.created_at`)} as "startedAt", ${isoColumn(lastPostAt)} as "lastPostAt",
      r.read_position as "readPosition", ${levelOf(viewer.personId)} as level,
      case when r.read_position > 0 or r.read_at is not null then greatest(t.last_position - r.read_position, 0) end as unread, f.faces, g.tags,
      exists (select from thread_answers w join posts o on o.community_id = w.community_id and o.id = w.post_id
        where w.community_id = t.community_id and w.thread_id = t.id and o.text <> '') as answered
    from shown w join threads t on t.community_id = ${community.id} and t.id = w.id
    left join people a on a.id = t.author_id
    left join thread_people r on r.community_id = t.community_id and r.thread_id = t.id and r.person_id = ${viewer.personId}
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'avatarFileId', p.avatar_file_id,
        'representative', s.role is not distinct from 'representative') order by l.last_post_at desc), '[]') as faces
      from (select person_id, last_post_at from thread_people x where x.community_id = t.community_id and x.thread_id = t.id
        and x.posts > 0 order by x.last_post_at desc limit 5) l
      join people p on p.id = l.person_id
      left join memberships s on s.community_id = t.community_id and s.person_id = l.person_id) f
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('slug', y.slug, 'name', y.name) order by y.slug), '[]'::jsonb) as tags
      from thread_tags x join tags y on y.community_id = x.community_id and y.id = x.tag_id
      where x.community_id = t.community_id and x.thread_id = t.id) g
    order by w.pinned desc, t.last_post_at desc, t.id desc`);
  const above = rows.filter((row) => row.pinned);
  const page = toPage(rows.slice(above.length), size);
  return { ...page, rows: [...above, ...page.rows] };
}

/** How the author of a thread, or somebody else who speaks in it, is called now; null for who was erased. */
export async function nameOf({ thread }: ThreadAccess, personId = thread.authorId): Promise<string | null> {
  const { rows } = await db().execute<{ name: string | null }>(sql`select name from people where id = ${personId}`);
  return rows[0]?.name ?? null;
}
