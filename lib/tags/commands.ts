import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { tags } from "@/db/schema";
import type { DeskAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";
import { type makeTagInput, type mergeTagInput, type removeTagInput, type renameTagInput, tagSlug } from "./input";

type More = { key: string };

/** Offers a tag to everybody who writes; one that members made already is offered from now on, under this spelling. */
export async function makeTag(access: DeskAccess, { name }: z.infer<typeof makeTagInput>, { key }: More) {
  const { community } = access;
  return write(access, key, "tags.make", { communityId: community.id, name }, async (tx) => {
    const [tag] = await tx
      .insert(tags)
      .values({ communityId: community.id, slug: tagSlug(name), name, offered: true, createdAt: when(access) })
      .onConflictDoUpdate({ target: [tags.communityId, tags.slug], set: { offered: true, name } })
      .returning({ id: tags.id });
    await noted(tx, access, "tag made", tag!.id);
    return { tagId: tag!.id };
  });
}

export async function renameTag(access: DeskAccess, { tag, name }: z.infer<typeof renameTagInput>, { key }: More) {
  const { community } = access;
  const slug = tagSlug(name);
  return write(access, key, "tags.rename", { communityId: community.id, tag, name }, async (tx) => {
    await lockTags(tx, access, [tag]);
    const taken = await tx.execute(
      sql`select 1 from tags where community_id = ${community.id} and slug = ${slug} and id <> ${tag}`,
    );
    if (taken.rows.length > 0) throw refuse.invalid({ name: "tags.taken" });
    await leadOn(tx, access, { tag, into: tag });
    await tx.update(tags).set({ name, slug }).where(theTag(access, tag));
    await noted(tx, access, "tag renamed", tag);
    return { tagId: tag };
  });
}

/** Every thread of the one carries the other from now on, once, and the one is gone. */
export async function mergeTag(access: DeskAccess, { tag, into }: z.infer<typeof mergeTagInput>, { key }: More) {
  const { community } = access;
  if (tag === into) throw refuse.invalid({ into: "tags.intoItself" });
  return write(access, key, "tags.merge", { communityId: community.id, tag, into }, async (tx) => {
    await lockTags(tx, access, [tag, into]);
    await tx.execute(sql`
      insert into thread_tags (community_id, thread_id, tag_id)
      select community_id, thread_id, ${into}::uuid from thread_tags where community_id = ${community.id} and tag_id = ${tag}
      on conflict do nothing`);
    await leadOn(tx, access, { tag, into });
    await tx.delete(tags).where(theTag(access, tag));
    await noted(tx, access, "tag merged", into);
    return { tagId: into };
  });
}

export async function removeTag(access: DeskAccess, { tag }: z.infer<typeof removeTagInput>, { key }: More) {
  return write(access, key, "tags.remove", { communityId: access.community.id, tag }, async (tx) => {
    await lockTags(tx, access, [tag]);
    await tx.delete(tags).where(theTag(access, tag));
    await noted(tx, access, "tag removed", tag);
    return { tagId: tag };
  });
}

/** The address it has, and those it had before, lead there from now on. */
async function leadOn(tx: Tx, { community }: DeskAccess, { tag, into }: { tag: string; into: string }): Promise<void> {
  const old = sql`tag_slugs where community_id = ${community.id} and tag_id = ${tag}`;
  await tx.execute(sql`
    insert into tag_slugs (community_id, slug, tag_id)
    select community_id, slug, ${into}::uuid from tags where community_id = ${community.id} and id = ${tag}
    union select community_id, slug, ${into}::uuid from ${old}
    on conflict (community_id, slug) do update set tag_id = excluded.tag_id`);
}

const theTag = ({ community }: DeskAccess, id: string) => and(eq(tags.communityId, community.id), eq(tags.id, id));

/** In one order, so that two who merge them into each other do not wait in a circle. */
async function lockTags(tx: Tx, { community }: DeskAccess, ids: readonly string[]): Promise<void> {
  const { rows } = await tx.execute(sql`
    select 1 from tags where community_id = ${community.id} and id in (${sql.join(
      ids.map((id) => sql`${id}::uuid`),
      sql`, `,
    )}) order by id for update`);
  if (rows.length < ids.length) throw refuse.notFound();
}

const noted = (
  tx: Tx,
  access: DeskAccess,
  verb: "tag made" | "tag renamed" | "tag merged" | "tag removed",
  objectId: string,
) => record(tx, verb, { communityId: access.community.id, actorId: access.personId, objectId, at: when(access) });
