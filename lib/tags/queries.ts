import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { DeskAccess, SpaceAccess } from "@/lib/access/gate";
import { tagSlug } from "./input";

export type TagLine = { slug: string; name: string; threads: number };

/** More than anybody looks through. */
const most = 500;

const idsOf = (inside: readonly SpaceAccess[]) =>
  sql.join(
    inside.map(({ space }) => sql`${space.id}::uuid`),
    sql`, `,
  );

/** Tags of threads in these spaces, all of which this viewer reads, the most used first: of others nothing is known, and nothing counted. */
export async function tagsIn(inside: SpaceAccess[]): Promise<TagLine[]> {
  const [first] = inside;
  if (!first) return [];
  const { rows } = await db().execute<TagLine>(sql`
    select g.slug, g.name, count(*)::int as threads
    from threads t join thread_tags x on x.community_id = t.community_id and x.thread_id = t.id
    join tags g on g.community_id = x.community_id and g.id = x.tag_id
    where t.community_id = ${first.community.id} and t.space_id in (${idsOf(inside)}) and t.posts > 0
    group by g.slug, g.name order by threads desc, g.slug limit ${most}`);
  return rows;
}

/** One of them by what stands in an address; nothing where no thread they read carries it. */
export async function tagIn(inside: SpaceAccess[], typed: string): Promise<TagLine | undefined> {
  const [first] = inside;
  if (!first) return undefined;
  const { rows } = await db().execute<TagLine>(sql`
    select g.slug, g.name, count(*)::int as threads
    from tags g join thread_tags x on x.community_id = g.community_id and x.tag_id = g.id
    join threads t on t.community_id = x.community_id and t.id = x.thread_id
    where g.community_id = ${first.community.id} and g.slug = ${tagSlug(typed)} and t.space_id in (${idsOf(inside)}) and t.posts > 0
    group by g.slug, g.name`);
  return rows[0];
}

/**
 * Where a tag that had this address is now, for who reads a thread that carries it: the same question whether it never was or
 * is not for them.
 */
export async function movedTag(inside: SpaceAccess[], typed: string): Promise<string | undefined> {
  const [first] = inside;
  if (!first) return undefined;
  const { rows } = await db().execute<{ slug: string }>(sql`
    select g.slug from tag_slugs o join tags g on g.community_id = o.community_id and g.id = o.tag_id
    where o.community_id = ${first.community.id} and o.slug = ${tagSlug(typed)} and g.slug <> o.slug and exists (
      select from thread_tags x join threads t on t.community_id = x.community_id and t.id = x.thread_id
      where x.community_id = g.community_id and x.tag_id = g.id and t.space_id in (${idsOf(inside)}) and t.posts > 0)`);
  return rows[0]?.slug;
}

/** What may be suggested to who writes: what the desk offers, and, where members make tags, those of threads they read. */
export async function tagsToSuggest(inside: SpaceAccess[], free: boolean): Promise<string[]> {
  const [first] = inside;
  if (!first) return [];
  const { rows } = await db().execute<{ name: string }>(sql`
    select g.name from tags g left join lateral (
      select count(*) as n from thread_tags x join threads t on t.community_id = x.community_id and t.id = x.thread_id
      where x.community_id = g.community_id and x.tag_id = g.id and t.space_id in (${idsOf(inside)}) and t.posts > 0) used on true
    where g.community_id = ${first.community.id} and (g.offered or (${free} and used.n > 0))
    order by used.n desc, g.slug limit 200`);
  return rows.map(({ name }) => name);
}

export type DeskTag = TagLine & { id: string; offered: boolean };

/** Every tag: the desk reads every space. */
export async function tagsAtDesk({ community }: DeskAccess): Promise<DeskTag[]> {
  const { rows } = await db().execute<DeskTag>(sql`
    select g.id, g.slug, g.name, g.offered, (select count(*)::int from thread_tags x where x.community_id = g.community_id and x.tag_id = g.id) as threads
    from tags g where g.community_id = ${community.id} order by threads desc, g.slug limit ${most}`);
  return rows;
}
