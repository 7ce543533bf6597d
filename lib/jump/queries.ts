import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { InsideAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { blocks } from "@/lib/blocks/blocked";
import { wantsToBeListed } from "@/lib/members/shown";

export type Found = { kind: "thread" | "person"; id: string; title: string; spaceId: string | null };

const most = 8;

/** The beginning of the name, the beginning of a word of it, anywhere in it, and what is spelled alike. */
const rank = (name: SQL, query: string): SQL => sql`
  case when lower(${name}) like ${`${pattern(query)}%`} then 3 when lower(${name}) like ${`% ${pattern(query)}%`} then 2
  when lower(${name}) like ${`%${pattern(query)}%`} then 1 else 0 end + word_similarity(${query}, ${name})`;
const matches = (name: SQL, query: string): SQL => sql`(${name} ilike ${`%${pattern(query)}%`} or ${query} <% ${name})`;
const pattern = (query: string) => query.toLowerCase().replace(/[\\%_]/g, "\\$&");

/**
 * Threads by title in what this viewer reads, and people for who may see them. Without words: where this viewer was last, or what
 * moved last. One query.
 */
export async function placesNamed(access: InsideAccess, query: string): Promise<Found[]> {
  const { community, inside, standing, viewer } = access;
  const spaces = sql`any(${sql.param(inside.map(({ id }) => id))}::uuid[])`;
  const readable = sql`t.community_id = ${community.id} and t.space_id = ${spaces} and t.posts > 0
    and not ${blocks(viewer.personId, sql`t.author_id`)}`;
  if (!query) {
    const { rows } = await db().execute<Found>(sql`
      select 'thread' as kind, t.id, t.title, t.space_id as "spaceId" from threads t
      left join thread_people r on r.community_id = t.community_id and r.thread_id = t.id and r.person_id = ${viewer.personId}
      where ${readable} and t.title <> '' order by r.read_at desc nulls last, t.last_post_at desc limit ${most}`);
    return rows;
  }
  const people = may.seeMembers(standing) && standing.verified;
  const { rows } = await db().execute<Found>(sql`
    select kind, id, title, "spaceId" from (
      (select 'thread' as kind, t.id, t.title, t.space_id as "spaceId", ${rank(sql`t.title`, query)} as rank from threads t
        where ${readable} and ${matches(sql`t.title`, query)} order by rank desc, t.last_post_at desc limit ${most})
      union all
      (select 'person', m.person_id, p.name, null, ${rank(sql`p.name`, query)} as rank from memberships m join people p on p.id = m.person_id
        where ${people}::boolean and m.community_id = ${community.id} and ${matches(sql`p.name`, query)} and ${wantsToBeListed}
          and not ${blocks(viewer.personId, sql`m.person_id`)} order by rank desc, p.id limit ${most})
    ) found order by rank desc, title, id limit ${most}`);
  return rows;
}
