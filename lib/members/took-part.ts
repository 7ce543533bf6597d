import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { MemberInsideAccess } from "@/lib/access/gate";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";
import { shows } from "@/lib/members/shown";
import { namesIn } from "@/lib/references/names";
import { beginningOf } from "@/lib/text/markdown/beginning";

// Its own file because a profile shows what somebody did through every noun of the conversation, and only as far as its reader reads.

/** So many of somebody's latest posts are looked at to count. */
export const mostCounted = 1_000;

export type Sums = {
  /** As many as are counted, and one more where there are more; so are all of these. */
  posts: number;
  threads: number;
  /** Their posts that were chosen as the answer. */
  answers: number;
  /** Reactions to them that praise. */
  praise: number;
  /** Where they talk most. */
  spaces: { slug: string; name: string; posts: number }[];
};

/** Of posts `o`: what this member said and is in view, where the viewer reads it; nothing of who does not show it to others. */
const saidHere = ({ community, inside, personId: me }: MemberInsideAccess, personId: string) => sql`
  o.community_id = ${community.id} and o.author_id = ${personId} and o.removed_at is null and o.text <> ''
  and t.space_id = any(${sql.param(inside.map(({ id }) => id))}::uuid[])
  and exists (select from memberships m where m.community_id = ${community.id} and m.person_id = ${personId}
    and (m.person_id = ${me} or ${shows("activityShown")}))`;

/** Sums over what this viewer reads of what a member wrote. One query. */
export async function sumsOf(access: MemberInsideAccess, personId: string): Promise<Sums> {
  const { community } = access;
  const { rows } = await db().execute<Sums>(sql`
    with said as materialized (
      select o.id, o.position, t.space_id, t.id as thread_id from posts o
      join threads t on t.community_id = o.community_id and t.id = o.thread_id
      where ${saidHere(access, personId)}
      order by o.created_at desc limit ${mostCounted + 1})
    select (select count(*)::int from said) as posts, (select count(*)::int from said where position = 1) as threads,
      (select count(*)::int from said s join thread_answers a on a.community_id = ${community.id} and a.thread_id = s.thread_id
        and a.post_id = s.id) as answers,
      (select coalesce(sum(r.praise), 0)::int from said s join post_reactions r on r.community_id = ${community.id}
        and r.post_id = s.id) as praise,
      (select coalesce(jsonb_agg(to_jsonb(n) order by n.posts desc, n.name), '[]') from (
        select p.slug, p.name, count(*)::int as posts from said s
        join spaces p on p.community_id = ${community.id} and p.id = s.space_id
        group by p.slug, p.name order by posts desc, p.name limit 3) n) as spaces`);
  return rows[0]!;
}

export type Said = {
  id: string;
  title: string;
  space: string;
  /** It began the thread. */
  began: boolean;
  /** It was chosen as the answer. */
  answered: boolean;
  writtenAt: string;
  beginning: string;
};

/** What a member wrote, the latest first, as far as this viewer reads it. Two queries, however many they are. */
export async function saidBy(
  access: MemberInsideAccess,
  personId: string,
  { began, cursor, size = pageSize }: { began?: boolean; cursor?: Cursor; size?: number } = {},
): Promise<Page<Said>> {
  const { rows } = await db().execute<Omit<Said, "beginning"> & { text: string; cursor: string }>(sql`
    select o.id, t.title, s.name as space, o.position = 1 as began, left(o.text, 4000) as text,
      ${isoColumn(sql`o.created_at`)} as "writtenAt", ${microseconds(sql`o.created_at`)} as cursor,
      exists (select from thread_answers a where a.community_id = o.community_id and a.thread_id = o.thread_id
        and a.post_id = o.id) as answered
    from posts o join threads t on t.community_id = o.community_id and t.id = o.thread_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    where ${saidHere(access, personId)} ${began ? sql`and o.position = 1` : sql``}
      ${after(cursor, sql`o.created_at`, sql`o.id`)}
    order by o.created_at desc, o.id desc limit ${size + 1}`);
  const page = toPage(rows, size);
  const nameOf = await namesIn(page.rows.map(({ text }) => text));
  return {
    ...page,
    rows: page.rows.map(({ text, cursor: _, ...line }) => ({ ...line, beginning: beginningOf(text, nameOf) })),
  };
}
