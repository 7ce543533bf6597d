import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { ThreadMergeAccess } from "@/lib/access/gate";
import { opensUp } from "@/lib/access/policy";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import { moveWords } from "@/lib/search/keep";
import { when, write } from "@/lib/write";
import { lockThreads } from "../lock";
import type { mergeThreadInput } from "./input";

// Its own file because merging is one long act: what it does to posts, to who spoke and to who read belongs together.

/**
 * All posts go to the end of another thread, in the order of their time and with new positions; answers keep what they
 * answer, a post keeps its own address, and the address of the emptied thread leads to the other one.
 */
export async function mergeThread(
  access: ThreadMergeAccess,
  { sure }: Pick<z.infer<typeof mergeThreadInput>, "sure">,
  { key }: { key: string },
): Promise<{ threadId: string; title: string }> {
  const { community, space, thread, into, personId } = access;
  if (opensUp(space, into.space) && !sure) throw refuse.invalid({ sure: "ordering.sureRequired" });
  const content = { threadId: thread.id, into: into.thread.id, sure };
  return write(access, key, "ordering.merge", content, async (tx) => {
    await lockThreads(tx, community.id, [access, into]);
    await moveAll(tx, community.id, thread.id, into.thread.id);
    await tx.execute(sql`
      update threads set posts = 0, merged_into = ${into.thread.id}, merged_by = ${personId},
        merged_at = coalesce(${when(access)?.toISOString() ?? null}::timestamptz, now())
      where community_id = ${community.id} and id = ${thread.id}`);
    await tx.execute(sql`
      update threads set merged_into = ${into.thread.id}
      where community_id = ${community.id} and merged_into = ${thread.id}`);
    await moveWords(tx, community.id, [into.thread.id]);
    await tx.execute(sql`delete from thread_pins where community_id = ${community.id} and thread_id = ${thread.id}`);
    await record(tx, "thread merged", {
      communityId: community.id,
      spaceId: into.space.id,
      actorId: personId,
      objectId: thread.id,
      subjectId: thread.authorId === personId ? undefined : thread.authorId,
      at: when(access),
    });
    // Who listens in one of the spaces may not know of the other: each is told of its own thread.
    const told = [
      { channel: spaceChannel(space.id), name: "thread.merged", ids: { thread: thread.id } },
      { channel: spaceChannel(into.space.id), name: "thread.grown", ids: { thread: into.thread.id } },
    ].sort((a, b) => (a.channel < b.channel ? -1 : 1));
    for (const one of told) await announce(tx, { communityId: community.id, ...one });
    return { threadId: into.thread.id, title: into.thread.title };
  });
}

/** Each statement is about all posts at once, so that a thread of thousands takes as many statements as one of two. */
async function moveAll(tx: Tx, communityId: string, from: string, to: string): Promise<void> {
  const inThread = (table: string, id: string): SQL =>
    sql`${sql.raw(table)}.community_id = ${communityId} and ${sql.raw(table)}.thread_id = ${id}`;
  const last = sql`(select last_position from threads where community_id = ${communityId} and id = ${to})`;
  const places = sql`
    places as materialized (select o.id, o.position as old, ${last} + row_number() over (order by o.created_at, o.position) as new
      from posts o where ${inThread("o", from)})`;
  // Who had read both to some place has read as far as nothing unread comes between.
  await tx.execute(sql`
    with ${places}, reached as (
      select r.position, coalesce((select min(new) from places where old > r.position) - 1, (select max(new) from places)) as new
      from (select distinct read_position as position from thread_people s where ${inThread("s", from)}) r)
    update thread_people p set read_position = reached.new
    from thread_people s join reached on reached.position = s.read_position
    where ${inThread("p", to)} and ${inThread("s", from)} and s.person_id = p.person_id
      and p.read_position >= ${last} and reached.new > p.read_position`);
  // What answered the question of the one thread answers nobody's in the other.
  await tx.execute(sql`delete from thread_answers a where ${inThread("a", from)}`);
  await tx.execute(sql`
    with ${places} update posts o set thread_id = ${to}, position = places.new from places
    where o.community_id = ${communityId} and o.id = places.id`);
  await tx.execute(sql`
    insert into thread_people (community_id, thread_id, person_id, posts, last_post_at)
    select ${communityId}, ${to}, person_id, posts, last_post_at from thread_people s where ${inThread("s", from)} and s.last_post_at is not null
    on conflict (community_id, thread_id, person_id) do update set
      posts = thread_people.posts + excluded.posts, last_post_at = greatest(thread_people.last_post_at, excluded.last_post_at)`);
  await tx.execute(sql`delete from thread_people s where ${inThread("s", from)}`);
  // Whoever chose for both keeps what they chose for the thread that goes on.
  await tx.execute(sql`
    insert into thread_levels (community_id, thread_id, person_id, level, set_at)
    select ${communityId}, ${to}, person_id, level, set_at from thread_levels s where ${inThread("s", from)}
    on conflict do nothing`);
  await tx.execute(sql`delete from thread_levels s where ${inThread("s", from)}`);
  await tx.execute(sql`
    update threads t set posts = t.posts + f.posts, has_polls = t.has_polls or f.has_polls, last_post_at = greatest(t.last_post_at, f.last_post_at),
      last_position = greatest(t.last_position, (select max(o.position) from posts o where ${inThread("o", to)}))
    from threads f where t.community_id = ${communityId} and t.id = ${to} and f.community_id = ${communityId} and f.id = ${from}`);
}
