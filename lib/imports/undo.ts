import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { patiently } from "./patiently";
import type { Place } from "./place";
import { forgetPeople } from "./undo-people";

// Its own file because taking an import back is as long a work as bringing it: thread after thread, each in a transaction of its own.

const threadsAtOnce = 100;

/** Every table that points to a post and goes with it. Flags, statements, polls and what waits keep theirs, as a mark. */
export const goWithPost = [
  "post_words",
  "post_words_due",
  "link_previews",
  "post_mentions",
  "reactions",
  "post_reactions",
  "bookmarks",
  "notifications",
  "thread_answers",
  "post_versions",
] as const;
export const keepPost = ["flags", "statements", "decisions", "held"] as const;
/** The same of a thread. */
export const goWithThread = [
  "thread_people",
  "thread_levels",
  "thread_pins",
  "thread_tags",
  "thread_answers",
  "notifications",
] as const;

/**
 * Takes back everything that came with an import. What people here said since stays, below a mark where it answered something
 * of it; a profile that somebody claimed stays as an account.
 */
export async function takeBack(place: Place, by: string, say: (done: number) => Promise<void>): Promise<void> {
  for (let done = 0, ids = await some(place); ids.length > 0; ids = await some(place)) {
    await patiently((tx) => takeThreads(tx, place, by, ids));
    done += ids.length;
    await say(done);
  }
  const { communityId, importId } = place;
  await patiently((tx) =>
    tx.execute(sql`delete from import_items where community_id = ${communityId} and import_id = ${importId}`),
  );
  await forgetPeople(place);
  await takeSpaces(place);
}

/** Threads in which something of it is still to be read. */
async function some({ communityId, importId }: Place): Promise<string[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select distinct thread_id as id from posts
    where community_id = ${communityId} and import_id = ${importId} and (removed_at is null or text <> '') order by 1 limit ${threadsAtOnce}`);
  return rows.map(({ id }) => id);
}

async function takeThreads(
  tx: Tx,
  { communityId, importId }: Place,
  by: string,
  ids: readonly string[],
): Promise<void> {
  const these = sql`${sql.param([...ids])}::uuid[]`;
  await tx.execute(
    sql`select 1 from threads where community_id = ${communityId} and id = any(${these}) order by id for update`,
  );
  // Whoever is drawing one of them now is waited for: what they write with it is met by the statements after this one.
  await tx.execute(sql`
    select 1 from posts where community_id = ${communityId} and thread_id = any(${these}) and import_id = ${importId} order by id for update`);
  const came = sql`select id from posts where community_id = ${communityId} and thread_id = any(${these}) and import_id = ${importId}`;
  for (const table of goWithPost)
    await tx.execute(
      sql`delete from ${sql.identifier(table)} where community_id = ${communityId} and post_id in (${came})`,
    );
  await tx.execute(sql`
    delete from post_quotes where community_id = ${communityId} and (post_id in (${came}) or quoted_id in (${came}))`);
  const kept = (post: string) =>
    sql.join(
      keepPost.map(
        (table) =>
          sql`select 1 from ${sql.identifier(table)} k where k.community_id = ${sql.raw(post)}.community_id and k.post_id = ${sql.raw(post)}.id`,
      ),
      sql` union all `,
    );
  // In a thread where nobody here spoke nothing answers them: they go whole.
  await tx.execute(sql`
    delete from posts o where o.community_id = ${communityId} and o.thread_id = any(${these}) and o.import_id = ${importId}
      and not exists (select from posts n where n.community_id = o.community_id and n.thread_id = o.thread_id
        and (n.import_id is distinct from ${importId} or exists (${kept("n")})))`);
  await tx.execute(sql`
    update posts o set text = '', html = '', removed_at = coalesce(o.removed_at, now()), removed_by = coalesce(o.removed_by, ${by}), removed_why = null
    where o.community_id = ${communityId} and o.thread_id = any(${these}) and o.import_id = ${importId}`);
  await recount(tx, communityId, these);
  const empty = sql`select t.id from threads t where t.community_id = ${communityId} and t.id = any(${these}) and t.import_id = ${importId}
    and not exists (select from posts o where o.community_id = t.community_id and o.thread_id = t.id)
    and not exists (select from held h where h.community_id = t.community_id and h.thread_id = t.id)
    and not exists (select from threads m where m.community_id = t.community_id and m.merged_into = t.id)
    and not exists (select from thread_splits s where s.community_id = t.community_id and t.id in (s.to_id, s.from_id))`;
  for (const table of goWithThread)
    await tx.execute(
      sql`delete from ${sql.identifier(table)} where community_id = ${communityId} and thread_id in (${empty})`,
    );
  await tx.execute(sql`delete from threads where community_id = ${communityId} and id in (${empty})`);
}

/** What is counted of posts in view, in threads that lost some. */
async function recount(tx: Tx, communityId: string, these: ReturnType<typeof sql>): Promise<void> {
  await tx.execute(sql`
    update posts o set answers = (select count(*) from posts a where a.community_id = o.community_id and a.answers_id = o.id and a.removed_at is null)
    where o.community_id = ${communityId} and o.thread_id = any(${these})`);
  await tx.execute(sql`
    update thread_people l set posts = v.posts, last_post_at = v.last
    from (select p.thread_id, p.person_id, count(o.id)::int as posts, max(o.created_at) as last
      from thread_people p left join posts o on o.community_id = p.community_id and o.thread_id = p.thread_id
        and o.author_id = p.person_id and o.removed_at is null
      where p.community_id = ${communityId} and p.thread_id = any(${these}) group by 1, 2) v
    where l.community_id = ${communityId} and l.thread_id = v.thread_id and l.person_id = v.person_id`);
  await tx.execute(sql`
    update threads t set posts = v.posts, last_post_at = coalesce(v.last, t.last_post_at)
    from (select t.id, count(o.id)::int as posts, max(o.created_at) as last from threads t
      left join posts o on o.community_id = t.community_id and o.thread_id = t.id and o.removed_at is null
      where t.community_id = ${communityId} and t.id = any(${these}) group by 1) v
    where t.community_id = ${communityId} and t.id = v.id`);
}

/** A space that was made for it goes with its last thread; one in which somebody spoke since stays. */
async function takeSpaces({ communityId, importId }: Place): Promise<void> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select i.space_id as id from import_spaces i
    where i.community_id = ${communityId} and i.import_id = ${importId} and i.slug is not null and i.space_id is not null
      and not exists (select from threads t where t.community_id = i.community_id and t.space_id = i.space_id)
      and not exists (select from held h where h.community_id = i.community_id and h.space_id = i.space_id)
      and not exists (select from duties d where d.community_id = i.community_id and d.space_id = i.space_id)
      and not exists (select from import_spaces o where o.community_id = i.community_id and o.space_id = i.space_id and o.import_id <> i.import_id)`);
  for (const { id } of rows)
    await db().transaction(async (tx) => {
      for (const table of ["space_slugs", "space_badges", "space_words", "space_levels"])
        await tx.execute(
          sql`delete from ${sql.identifier(table)} where community_id = ${communityId} and space_id = ${id}`,
        );
      await tx.execute(sql`delete from spaces where community_id = ${communityId} and id = ${id}`);
    });
  await db().execute(sql`delete from import_spaces where community_id = ${communityId} and import_id = ${importId}`);
}
