import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { InsideAccess, VisitorAccess } from "@/lib/access/gate";
import { rendererVersion, renderMarkdown } from "@/lib/text/markdown";
import { excerpt } from "./excerpt";

// What is told to whoever is not signed in, and to machines: the doors here open everything as a visitor, whoever asks.

/** The most addresses a list for search engines may hold. */
const mostAddresses = 50_000;
/** As many as readers of feeds ask for at once. */
const entriesOfFeed = 20;

/**
 * The communities that show themselves on the start page, and since when there is something to read in them: imported
 * threads are older than the community. A space that everybody reads is one whose audience is everyone (`policy.ts`).
 */
export async function publicCommunities(_: VisitorAccess): Promise<{ slug: string; since: string }[]> {
  const { rows } = await db().execute<{ slug: string; since: string }>(sql`
    select c.slug, ${isoColumn(sql`least(c.founded_at, (select t.created_at from threads t
        join spaces s on s.community_id = t.community_id and s.id = t.space_id and s.read_audience = 'everyone'
        where t.community_id = c.id and t.posts > 0 order by t.created_at limit 1))`)} as since
    from communities c
    where not exists (select from community_settings s where s.community_id = c.id and s.key = 'publicDirectory'
      and s.value = 'false'::jsonb)
    order by c.founded_at, c.id limit 1000`);
  return rows;
}

export type ThreadAddress = { id: string; title: string; movedAt: string };

const theirs = ({ community, inside }: InsideAccess): SQL => sql`t.community_id = ${community.id} and t.posts > 0
  and t.space_id = any(${sql.param(inside.map(({ id }) => id))}::uuid[])`;

/** The threads begun in a month of the calendar (`2026-11`, UTC), oldest first. */
export async function threadsBegunIn(access: InsideAccess, month: string): Promise<ThreadAddress[]> {
  const { rows } = await db().execute<ThreadAddress>(sql`
    select t.id, t.title, ${isoColumn(sql`t.last_post_at`)} as "movedAt" from threads t
    where ${theirs(access)} and t.created_at >= ${`${month}-01`}::date::timestamp at time zone 'UTC'
      and t.created_at < (${`${month}-01`}::date + interval '1 month') at time zone 'UTC'
    order by t.created_at, t.id limit ${mostAddresses}`);
  return rows;
}

export type Begun = {
  id: string;
  title: string;
  space: string;
  /** Null: somebody who was erased. */
  author: string | null;
  begunAt: string;
  movedAt: string;
  /** The first words of its first post in view. */
  words: string;
};

/** The newest threads with how they begin, newest first. */
export async function newestThreads(access: InsideAccess): Promise<Begun[]> {
  const { rows } = await db().execute<Omit<Begun, "words"> & { html: string; text: string; renderer: number }>(sql`
    select t.id, t.title, s.name as space, a.name as author, ${isoColumn(sql`t.created_at`)} as "begunAt",
      ${isoColumn(sql`t.last_post_at`)} as "movedAt", o.html, o.text, o.renderer
    from (select * from threads t where ${theirs(access)} order by t.created_at desc, t.id desc limit ${entriesOfFeed}) t
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    left join people a on a.id = t.author_id
    cross join lateral (select html, text, renderer from posts o where o.community_id = t.community_id and o.thread_id = t.id
      and o.removed_at is null and o.text <> '' order by o.position limit 1) o
    order by t.created_at desc, t.id desc`);
  return rows.map(({ html, text, renderer, ...thread }) => ({
    ...thread,
    words: excerpt(renderer === rendererVersion ? html : renderMarkdown(text), 500),
  }));
}
