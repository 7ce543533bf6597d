import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DeskAccess } from "@/lib/access/gate";
import { recordMany } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { wake } from "@/lib/jobs/ask";
import { write } from "@/lib/write";
import type { HistoricPost, HistoricThread, History } from "./history-input";
import { understandKind } from "./understand";

// The batch form of starting threads and of answering: what was said elsewhere, or is made in volume, by whoever said it and
// when. It leaves the rows that one act after the other leaves, but for two things that history does not do: it tells nobody
// (no notification, no event, no preview asked of another site), and it does not wait for the renderer: what a post says
// is understood, drawn and made to be found by a job, newest first, and drawn at reading until then.

type Placed = HistoricPost & { position: number; answers: number; spaceId: string; answered: string | null };
type Place = { spaceId: string; lastPosition: number; merged: boolean };
/** A person's line in a thread. */
type Line = { threadId: string; personId: string; posts: number; lastPostAt: string; readPosition: number };

/**
 * Threads and posts as they were, in the order in which they are given. Every thread has its first post in the same piece.
 * The ids are the caller's, so that a later piece, or an answer, can mean them; the same id twice is refused.
 * @param importId with what they came, if they came with something that can be taken back
 */
export async function writeHistory(
  access: DeskAccess,
  { threads, posts }: History,
  { key, importId = null }: { key: string; importId?: string | null },
): Promise<{ threads: number; posts: number }> {
  const { community } = access;
  return write(access, key, "posts.history", { communityId: community.id, threads, posts }, async (tx) => {
    const places = await placesOf(tx, community.id, threads, posts);
    const placed = placedIn(places, posts);
    await countAnswers(tx, community.id, placed);
    await insertThreads(tx, community.id, threads, placed, importId);
    await insertPosts(tx, community.id, placed, importId);
    await keepLines(tx, community.id, placed);
    await recordMany(tx, community.id, acts(threads, placed));
    await wake(tx, understandKind);
    return { threads: threads.length, posts: posts.length };
  });
}

const json = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`;
const ids = (all: Iterable<string>) => sql`${sql.param([...new Set(all)])}::uuid[]`;

/** The threads these posts go to; those that are there are locked, in one order whoever writes. */
async function placesOf(
  tx: Tx,
  community: string,
  fresh: readonly HistoricThread[],
  posts: readonly HistoricPost[],
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>(
    fresh.map(({ id, spaceId }) => [id, { spaceId, lastPosition: 0, merged: false }]),
  );
  const others = posts.filter(({ threadId }) => !places.has(threadId));
  if (others.length > 0) {
    const { rows } = await tx.execute<Place & { id: string }>(sql`
      select id, space_id as "spaceId", last_position as "lastPosition", merged_into is not null as merged from threads
      where community_id = ${community} and id = any(${ids(others.map(({ threadId }) => threadId))}) order by id for update`);
    for (const { id, ...place } of rows) places.set(id, place);
  }
  const { rows: spaces } = await tx.execute<{ id: string }>(sql`
    select id from spaces where community_id = ${community} and id = any(${ids(fresh.map(({ spaceId }) => spaceId))})`);
  const known = new Set(spaces.map(({ id }) => id));
  if (fresh.some(({ spaceId }) => !known.has(spaceId))) throw refuse.notFound();
  return places;
}

function placedIn(places: Map<string, Place>, posts: readonly HistoricPost[]): Placed[] {
  const here = new Map<string, Placed>();
  for (const post of posts) {
    const place = places.get(post.threadId);
    if (!place || place.merged) throw refuse.conflict("ordering.changedMeanwhile");
    place.lastPosition += 1;
    const { lastPosition: position, spaceId } = place;
    const before = post.answersId ? here.get(post.answersId) : undefined;
    if (before && before.threadId !== post.threadId) throw refuse.conflict("threads.answeredGone");
    if (before) before.answers += 1;
    here.set(post.id, { ...post, position, spaceId, answers: 0, answered: before?.authorId ?? null });
  }
  if (here.size < posts.length) throw refuse.conflict("common.alreadySent");
  return [...here.values()];
}

/** Of posts that were there before. */
async function countAnswers(tx: Tx, community: string, placed: readonly Placed[]): Promise<void> {
  const waiting = placed.filter(({ answersId, answered }) => answersId && answered === null);
  if (waiting.length === 0) return;
  const times = new Map<string, { id: string; threadId: string; times: number }>();
  for (const { answersId, threadId } of waiting) {
    const id = answersId!;
    times.set(id, { id, threadId, times: (times.get(id)?.times ?? 0) + 1 });
  }
  const { rows } = await tx.execute<{ id: string; authorId: string }>(sql`
    update posts o set answers = o.answers + v.times
    from jsonb_to_recordset(${json([...times.values()])}) as v(id uuid, "threadId" uuid, times int)
    where o.community_id = ${community} and o.id = v.id and o.thread_id = v."threadId" and o.removed_at is null
    returning o.id, o.author_id as "authorId"`);
  const authors = new Map(rows.map(({ id, authorId }) => [id, authorId]));
  for (const post of waiting) {
    const author = authors.get(post.answersId!);
    if (!author) throw refuse.conflict("threads.answeredGone");
    post.answered = author;
  }
}

/** New ones stand with what is said in them from the start; those that were there grow. */
async function insertThreads(
  tx: Tx,
  community: string,
  fresh: readonly HistoricThread[],
  placed: readonly Placed[],
  importId: string | null,
) {
  const said = new Map<string, { id: string; posts: number; last: number; lastPostAt: string }>();
  for (const { threadId: id, position, at } of placed) {
    const before = said.get(id);
    const lastPostAt = before && before.lastPostAt > at ? before.lastPostAt : at;
    said.set(id, { id, posts: (before?.posts ?? 0) + 1, last: position, lastPostAt });
  }
  const rows = fresh.map((thread) => ({ ...thread, ...said.get(thread.id) }));
  if (rows.some(({ posts }) => !posts)) throw refuse.invalid({ text: "threads.textRequired" });
  await tx.execute(sql`
    insert into threads (community_id, id, space_id, title, author_id, created_at, last_position, posts, last_post_at, import_id)
    select ${community}, v.id, v."spaceId", v.title, v."authorId", v.at, v.last, v.posts, greatest(v."lastPostAt", v.at), ${importId}
    from jsonb_to_recordset(${json(rows)}) as v(id uuid, "spaceId" uuid, title text, "authorId" uuid, at timestamptz, last int, posts int, "lastPostAt" timestamptz)`);
  const isFresh = new Set(fresh.map(({ id }) => id));
  const grown = [...said.values()].filter(({ id }) => !isFresh.has(id));
  if (grown.length > 0)
    await tx.execute(sql`
      update threads t set posts = t.posts + v.posts, last_position = v.last, last_post_at = greatest(t.last_post_at, v."lastPostAt")
      from jsonb_to_recordset(${json(grown)}) as v(id uuid, posts int, last int, "lastPostAt" timestamptz)
      where t.community_id = ${community} and t.id = v.id`);
}

async function insertPosts(
  tx: Tx,
  community: string,
  placed: readonly Placed[],
  importId: string | null,
): Promise<void> {
  await tx.execute(sql`
    insert into posts (community_id, id, thread_id, position, author_id, answers_id, text, html, renderer, created_at, answers, import_id)
    select ${community}, v.id, v."threadId", v.position, v."authorId", v."answersId", v.text, '', 0, v.at, v.answers, ${importId}
    from jsonb_to_recordset(${json(placed)}) as v(id uuid, "threadId" uuid, position int, "authorId" uuid, "answersId" uuid, text text, at timestamptz, answers int)`);
}

/** One's own post is no news to oneself, unless others spoke in between: in the order in which they spoke. */
async function keepLines(tx: Tx, community: string, placed: readonly Placed[]): Promise<void> {
  const lines = new Map<string, Line>();
  const keyOf = (threadId: string, personId: string) => `${threadId} ${personId}`;
  const { rows } = await tx.execute<Line>(sql`
    select thread_id as "threadId", person_id as "personId", 0 as posts, last_post_at as "lastPostAt", read_position as "readPosition"
    from thread_people where community_id = ${community} and thread_id = any(${ids(placed.map(({ threadId }) => threadId))})
      and person_id = any(${ids(placed.map(({ authorId }) => authorId))})`);
  const before = new Map(rows.map((row) => [keyOf(row.threadId, row.personId), row.readPosition]));
  for (const { threadId, authorId: personId, position, at } of placed) {
    const key = keyOf(threadId, personId);
    const line = lines.get(key);
    const read = line?.readPosition ?? before.get(key);
    const readPosition = read === undefined || read === position - 1 ? position : read;
    lines.set(key, { threadId, personId, posts: (line?.posts ?? 0) + 1, lastPostAt: at, readPosition });
  }
  const sorted = [...lines.values()].sort((a, b) =>
    keyOf(a.threadId, a.personId) < keyOf(b.threadId, b.personId) ? -1 : 1,
  );
  await tx.execute(sql`
    insert into thread_people (community_id, thread_id, person_id, posts, last_post_at, read_position)
    select ${community}, v."threadId", v."personId", v.posts, v."lastPostAt", v."readPosition"
    from jsonb_to_recordset(${json(sorted)}) as v("threadId" uuid, "personId" uuid, posts int, "lastPostAt" timestamptz, "readPosition" int)
    on conflict (community_id, thread_id, person_id) do update set posts = thread_people.posts + excluded.posts,
      last_post_at = excluded.last_post_at, read_position = excluded.read_position`);
}

function acts(threads: readonly HistoricThread[], placed: readonly Placed[]) {
  const begun = new Map(threads.map((thread) => [thread.id, thread]));
  return placed.flatMap(({ id, threadId, authorId: actorId, spaceId, answered, position, at }) => {
    const thread = position === 1 ? begun.get(threadId) : undefined;
    const started = thread && {
      verb: "thread started" as const,
      objectId: threadId,
      actorId: thread.authorId,
      spaceId,
      at: thread.at,
    };
    const written = { verb: "post written" as const, objectId: id, actorId, spaceId, subjectId: answered, at };
    return started ? [started, written] : [written];
  });
}
