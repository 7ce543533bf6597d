import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { refuse } from "@/lib/errors";
import { setting } from "@/lib/settings/queries";

// Its own file because two commands end in it: a thread that begins, and one whose tags are changed.

interface Put {
  communityId: string;
  brandId: string;
  threadId: string;
  /** As `tagsTyped` gives them. */
  slugs: readonly string[];
}

/** Puts these tags on a thread in the place of those it had, and answers whether that changed anything. */
export async function putTags(tx: Tx, { communityId, brandId, threadId, slugs }: Put): Promise<boolean> {
  const wanted = await (slugs.length ? tagIds(tx, { communityId, brandId, slugs }) : []);
  const list = sql`array[${sql.join(
    wanted.map((id) => sql`${id}::uuid`),
    sql`, `,
  )}]::uuid[]`;
  const { rows } = await tx.execute<{ changed: number }>(sql`
    with gone as (
      delete from thread_tags where community_id = ${communityId} and thread_id = ${threadId} and tag_id <> all(${list}) returning 1
    ), come as (
      insert into thread_tags (community_id, thread_id, tag_id) select ${communityId}::uuid, ${threadId}::uuid, t from unnest(${list}) t
      on conflict do nothing returning 1
    )
    select (select count(*) from gone)::int + (select count(*) from come)::int as changed`);
  return (rows[0]?.changed ?? 0) > 0;
}

/** Those of these tags that could be put on a thread now. */
export async function puttable(tx: Tx, { communityId, brandId, slugs }: Omit<Put, "threadId">): Promise<string[]> {
  if (slugs.length === 0 || (await setting({ communityId, brandId }, "tagsByMembers", tx))) return [...slugs];
  const { rows } = await tx.execute<{ slug: string }>(sql`
    select slug from tags where community_id = ${communityId} and offered and slug = any(${sql.param([...slugs])}::text[])`);
  return slugs.filter((slug) => rows.some((row) => row.slug === slug));
}

/**
 * Each is locked until the commit, so that nobody merges or removes it meanwhile. Where members only choose, what they may
 * not choose and what never was are refused alike.
 */
async function tagIds(tx: Tx, { communityId, brandId, slugs }: Pick<Put, "communityId" | "brandId" | "slugs">) {
  const values = (row: (slug: string) => ReturnType<typeof sql>) => sql.join([...slugs].sort().map(row), sql`, `);
  const free = await setting({ communityId, brandId }, "tagsByMembers", tx);
  const { rows } = free
    ? await tx.execute<{ id: string }>(sql`
        insert into tags (community_id, slug, name) values ${values((slug) => sql`(${communityId}, ${slug}, ${slug})`)}
        on conflict (community_id, slug) do update set slug = excluded.slug returning id`)
    : await tx.execute<{ id: string }>(sql`
        select id from tags where community_id = ${communityId} and offered and slug in (${values((slug) => sql`${slug}`)})
        order by slug for update`);
  if (rows.length < slugs.length) throw refuse.invalid({ tags: "tags.notOffered" });
  return rows.map(({ id }) => id);
}
