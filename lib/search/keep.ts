import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { pictureIds } from "@/lib/pictures/marks";
import { rendererVersion, renderMarkdown } from "@/lib/text/markdown";
import { detected, languages } from "./languages";
import { type Said, unlearn } from "./learned";
import { readable } from "./readable";
import { keysOf } from "./words";

// Its own file because many writes end in it: whatever changes what a post says, where it stands or whether it is in view.

/** A post in view, and the title of its thread where it is the first of it. */
export interface Searchable {
  readonly communityId: string;
  readonly postId: string;
  readonly threadId: string;
  readonly spaceId: string;
  readonly authorId: string;
  /** Now, if it is not said. */
  readonly at?: string;
  readonly title?: string;
  readonly html: string;
}

/** The posts among these that are in view, as they are to be found. Of `posts o` and `threads t`. */
export async function searchable(tx: Pick<Tx, "execute">, which: SQL): Promise<Searchable[]> {
  type Row = Searchable & { text: string; renderer: number };
  const { rows } = await tx.execute<Omit<Row, "title"> & { title: string | null }>(sql`
    select o.community_id as "communityId", o.id as "postId", o.thread_id as "threadId", t.space_id as "spaceId", o.author_id as "authorId",
      o.created_at::text as at, case when o.position = 1 then t.title end as title, o.html, o.renderer,
      case when o.renderer = ${rendererVersion} then '' else o.text end as text
    from posts o join threads t on t.community_id = o.community_id and t.id = o.thread_id
    where o.removed_at is null and o.text <> '' and ${which} order by o.community_id, o.id`);
  return rows.map(({ text, renderer, html, title, ...row }) => ({
    ...row,
    title: title ?? undefined,
    html: renderer === rendererVersion ? html : renderMarkdown(text),
  }));
}

/** Whoever wrote in no language that we know clearly wrote in that of the community. */
const ofCommunity = sql.join(
  Object.entries(languages).map(([name, code]) => sql`when ${code} then ${name}`),
  sql` `,
);

/** Writes down what these posts can be found by. One statement for all of them. */
export async function keepWords(tx: Tx, posts: readonly Searchable[]): Promise<void> {
  if (posts.length === 0) return;
  const rows = posts.map(({ html, title, at, ...post }) => {
    const words = keysOf(readable(html));
    const titleWords = title === undefined ? null : keysOf(title);
    return {
      ...post,
      at: at ?? null,
      picture: pictureIds(html).length > 0,
      language: detected([...(titleWords ?? []), ...words]) ?? null,
      title: titleWords?.join(" ") ?? null,
      words: words.join(" "),
    };
  });
  await tx.execute(sql`
    with kept as (
      insert into post_words (community_id, post_id, thread_id, space_id, author_id, written_at, illustrated, titled, language, words)
      select s.community_id, v."postId", v."threadId", s.id, v."authorId", coalesce(v.at, now()), v.picture, v.title is not null, l.name,
        setweight(to_tsvector(l.name::regconfig, coalesce(v.title, '')), 'A') || to_tsvector(l.name::regconfig, v.words)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v("communityId" uuid, "postId" uuid, "threadId" uuid, "spaceId" uuid,
        "authorId" uuid, at timestamptz, picture boolean, language text, title text, words text)
      join spaces s on s.community_id = v."communityId" and s.id = v."spaceId"
      join communities c on c.id = s.community_id
      cross join lateral (select case when s.language <> 'detected' then s.language
        else coalesce(v.language, case left(c.locale, 2) ${ofCommunity} else 'simple' end) end as name) l
      on conflict (community_id, post_id) do update set thread_id = excluded.thread_id, space_id = excluded.space_id,
        illustrated = excluded.illustrated, titled = excluded.titled, language = excluded.language, words = excluded.words
      returning community_id, post_id
    )
    insert into post_words_due (community_id, post_id) select community_id, post_id from kept on conflict do nothing`);
}

/** The same of a post that is there already: edited, or back in view. What it said before is unlearned, unless others say it. */
export async function keepWordsAgain(tx: Tx, communityId: string, postId: string): Promise<void> {
  await keepAll(tx, communityId, sql`o.id = ${postId}`);
}

async function keepAll(tx: Tx, communityId: string, which: SQL): Promise<void> {
  const posts = await searchable(tx, sql`o.community_id = ${communityId} and ${which}`);
  const before = await wordsAt(
    tx,
    communityId,
    posts.map(({ postId }) => postId),
  );
  await keepWords(tx, posts);
  await unlearn(tx, communityId, before);
}

/** Out of view, it is found by nothing. */
export async function forgetWords(tx: Tx, communityId: string, postId: string): Promise<void> {
  const { rows } = await tx.execute<Said>(sql`
    delete from post_words where community_id = ${communityId} and post_id = ${postId} returning space_id as "spaceId", tsvector_to_array(words) as lexemes`);
  await unlearn(tx, communityId, rows);
}

/** The thread is called otherwise, so that its first post is found by other words. */
export const keepTitle = (tx: Tx, communityId: string, threadId: string) =>
  keepAll(tx, communityId, sql`o.thread_id = ${threadId} and o.position = 1`);

/** Posts stand elsewhere, in the threads that are named: where they are found, and by which title, is as it is there. */
export async function moveWords(tx: Tx, communityId: string, threadIds: readonly string[]): Promise<void> {
  const threads = sql.join(
    threadIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const { rows } = await tx.execute<Said & { postId: string }>(sql`
    with moved as (
      select w.community_id, w.post_id, w.space_id as was, o.thread_id, t.space_id, tsvector_to_array(w.words) as lexemes
      from posts o join threads t on t.community_id = o.community_id and t.id = o.thread_id
      join post_words w on w.community_id = o.community_id and w.post_id = o.id
      where o.community_id = ${communityId} and o.thread_id in (${threads})
        and (w.thread_id, w.space_id) is distinct from (o.thread_id, t.space_id)
    ), put as (
      update post_words w set thread_id = m.thread_id, space_id = m.space_id from moved m
      where w.community_id = m.community_id and w.post_id = m.post_id
    ), due as (
      insert into post_words_due (community_id, post_id) select community_id, post_id from moved where was <> space_id on conflict do nothing
    )
    select was as "spaceId", array(select distinct unnest(m.lexemes) from moved m where m.was = spaces.was) as lexemes
    from (select distinct was from moved where was <> space_id) spaces`);
  await unlearn(tx, communityId, rows);
  await keepAll(
    tx,
    communityId,
    sql`o.thread_id in (${threads}) and (o.position = 1 or exists (select from post_words w
      where w.community_id = o.community_id and w.post_id = o.id and w.titled))`,
  );
}

async function wordsAt(tx: Tx, communityId: string, postIds: readonly string[]): Promise<Said[]> {
  if (postIds.length === 0) return [];
  const { rows } = await tx.execute<Said>(sql`
    select space_id as "spaceId", tsvector_to_array(words) as lexemes from post_words
    where community_id = ${communityId} and post_id = any(${sql.param([...postIds])}::uuid[])`);
  return rows;
}

/** A space is written in another language from now on: what is there is read again, in the job's own time. */
export async function readAgain(tx: Tx, communityId: string, spaceId: string): Promise<void> {
  await tx.execute(sql`
    insert into post_words_due (community_id, post_id, again)
    select community_id, post_id, true from post_words where community_id = ${communityId} and space_id = ${spaceId}
    on conflict (community_id, post_id) do update set again = true`);
}
