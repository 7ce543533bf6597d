import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { ThreadManageAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import { moveWords } from "@/lib/search/keep";
import { when, write } from "@/lib/write";
import { lockThreads } from "../lock";
import type { splitThreadInput } from "./input";

// Its own file because splitting is one long act: what it does to posts, to who spoke and to who read belongs together.

/**
 * Chosen posts become a thread of their own in the same space. The old thread keeps its positions, and a mark; an answer
 * that is parted from what it answers answers nothing any more: both are still there, and nothing points across threads.
 */
export async function splitThread(
  access: ThreadManageAccess,
  { title, posts, rest }: Omit<z.infer<typeof splitThreadInput>, "thread">,
  { key }: { key: string },
): Promise<{ threadId: string }> {
  const { community, space, thread, personId } = access;
  const chosen = [...new Set(posts)].sort();
  const content = { threadId: thread.id, title, chosen, rest };
  return write(access, key, "ordering.split", content, async (tx) => {
    await lockThreads(tx, community.id, [access]);
    const first = await choose(tx, access, chosen, rest !== undefined);
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into threads (community_id, space_id, title, author_id, created_at, has_polls)
      select o.community_id, ${space.id}, ${title}, o.author_id, o.created_at, ${thread.hasPolls}
      from posts o where o.community_id = ${community.id} and o.id = ${first.id} returning id`);
    const threadId = rows[0]!.id;
    await part(tx, community.id, thread.id);
    await moveChosen(tx, community.id, thread.id, threadId);
    await countAgain(tx, community.id, thread.id, threadId);
    await moveWords(tx, community.id, [thread.id, threadId]);
    await tx.execute(sql`
      insert into thread_splits (community_id, to_id, from_id, position, posts, split_by, split_at)
      values (${community.id}, ${threadId}, ${thread.id}, ${first.position}, ${first.shown}, ${personId},
        coalesce(${when(access)?.toISOString() ?? null}::timestamptz, now()))`);
    await record(tx, "thread split", {
      communityId: community.id,
      spaceId: space.id,
      actorId: personId,
      objectId: threadId,
      at: when(access),
    });
    const ids = { thread: thread.id, into: threadId };
    await announce(tx, { communityId: community.id, channel: spaceChannel(space.id), name: "thread.split", ids });
    return { threadId };
  });
}

/** Keeps the choice for this transaction. Something must go, and something must stay. */
async function choose(tx: Tx, { community, thread }: ThreadManageAccess, ids: string[], rest: boolean) {
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const here = sql`o.community_id = ${community.id} and o.thread_id = ${thread.id}`;
  await tx.execute(sql`
    create temporary table chosen on commit drop as
    select o.id, o.position as old, row_number() over (order by o.position) as new, o.author_id, o.answers_id, o.removed_at is null as shown
    from posts o where ${here} and (o.id in (${list}) or (${rest} and o.position >
      (select max(x.position) from posts x where x.community_id = o.community_id and x.thread_id = o.thread_id and x.id in (${list}))))`);
  const { rows } = await tx.execute<{ id: string; position: number; shown: number; named: number; left: number }>(sql`
    select c.id, c.old as position, n.shown, n.named,
      (select count(*)::int from posts o where ${here} and o.removed_at is null) - n.shown as left
    from chosen c, (select count(*) filter (where shown)::int as shown, count(*) filter (where id in (${list}))::int as named from chosen) n
    where c.shown order by c.new limit 1`);
  const first = rows[0];
  if (!first || first.named < ids.length) throw refuse.conflict("ordering.postsGone");
  if (first.left < 1) throw refuse.conflict("ordering.nothingStays");
  return first;
}

/** No answer points from one thread into another. */
async function part(tx: Tx, communityId: string, from: string): Promise<void> {
  await tx.execute(sql`
    with parted as (
      select o.id, o.answers_id, o.removed_at is null as shown from posts o
      where o.community_id = ${communityId} and o.thread_id = ${from} and o.answers_id is not null and (
        (o.id in (select id from chosen) and o.answers_id not in (select id from chosen))
        or (o.answers_id in (select id from chosen) and o.id not in (select id from chosen)))
    ), fewer as (select answers_id as id, count(*) filter (where shown)::int as n from parted group by answers_id)
    update posts o set answers = o.answers - coalesce((select n from fewer where fewer.id = o.id), 0),
      answers_id = case when o.id in (select id from parted) then null else o.answers_id end
    where o.community_id = ${communityId} and o.id in (select id from parted union select id from fewer)`);
}

async function moveChosen(tx: Tx, communityId: string, from: string, to: string): Promise<void> {
  await tx.execute(sql`
    insert into thread_people (community_id, thread_id, person_id, read_position, read_at)
    select ${communityId}, ${to}, s.person_id, (select count(*) from chosen where old <= s.read_position), s.read_at
    from thread_people s where s.community_id = ${communityId} and s.thread_id = ${from}
      and s.read_position >= (select min(old) from chosen)`);
  await tx.execute(sql`
    insert into thread_levels (community_id, thread_id, person_id, level, set_at)
    select ${communityId}, ${to}, s.person_id, s.level, s.set_at
    from thread_levels s where s.community_id = ${communityId} and s.thread_id = ${from}`);
  // An answer that goes, or whose question goes, was chosen elsewhere.
  await tx.execute(sql`
    delete from thread_answers a where a.community_id = ${communityId} and a.thread_id = ${from}
      and (a.post_id in (select id from chosen) or exists (select from chosen where old = 1))`);
  await tx.execute(sql`
    update posts o set thread_id = ${to}, position = chosen.new from chosen
    where o.community_id = ${communityId} and o.id = chosen.id`);
}

/** Who spoke how much in either, from the posts themselves. */
async function countAgain(tx: Tx, communityId: string, from: string, to: string): Promise<void> {
  const said = (thread: string): SQL => sql`
    select o.author_id, count(*) filter (where o.removed_at is null)::int as posts, max(o.created_at) as last
    from posts o where o.community_id = ${communityId} and o.thread_id = ${thread}
      and o.author_id in (select author_id from chosen) group by o.author_id`;
  await tx.execute(sql`
    insert into thread_people (community_id, thread_id, person_id, posts, last_post_at)
    select ${communityId}, ${to}, author_id, posts, last from (${said(to)}) x
    on conflict (community_id, thread_id, person_id) do update set posts = excluded.posts, last_post_at = excluded.last_post_at`);
  await tx.execute(sql`
    update thread_people p set posts = coalesce(x.posts, 0), last_post_at = x.last
    from (select distinct c.author_id, s.posts, s.last from chosen c left join (${said(from)}) s on s.author_id = c.author_id) x
    where p.community_id = ${communityId} and p.thread_id = ${from} and p.person_id = x.author_id`);
  await tx.execute(sql`
    update threads t set posts = x.posts, last_post_at = coalesce(x.last, t.last_post_at), last_position = greatest(t.last_position, x.position)
    from (select o.thread_id, count(*) filter (where o.removed_at is null)::int as posts,
        max(o.created_at) filter (where o.removed_at is null) as last, max(o.position) as position
      from posts o where o.community_id = ${communityId} and o.thread_id in (${from}, ${to}) group by o.thread_id) x
    where t.community_id = ${communityId} and t.id = x.thread_id`);
}
