import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import { nameWords } from "@/db/schema";
import type { InsideAccess } from "@/lib/access/gate";
import { blocks } from "@/lib/blocks/blocked";
import { microseconds } from "@/lib/communities/keyset";
import { typedName } from "@/lib/references/input";
import { tagSlug } from "@/lib/tags/input";
import type { Asked } from "./input";
import { languageOf, languages } from "./languages";
import { queries, type Term } from "./terms";

/** Rows of one page. */
const pageSize = 20;
/** So many of the latest posts that match are weighed against each other, and counted. */
export const mostCounted = 1_000;

/** What the words mean by the rules of every language: a post is asked by those of its own. */
export type Meaning = {
  /** What must be there, with the languages that say it like this. None: words that stand in every text, and are looked for in none. */
  readonly yes: readonly { readonly query: string; readonly languages: readonly string[] }[];
  /** By language, where something must not be there. */
  readonly no: Readonly<Record<string, string>>;
  /** By the rules of the community's own language nothing is left of the words. */
  readonly common: boolean;
};

const everyLanguage = sql`unnest(${sql.param([...Object.keys(languages), "simple"])}::text[]) as l(name)`;

/** One query, of no table. */
export async function meaningOf({ community }: InsideAccess, terms: readonly Term[]): Promise<Meaning> {
  const { yes, no } = queries(terms, sql`l.name::regconfig`);
  const { rows } = await db().execute<Meaning>(sql`
    with q as (select l.name, ${yes} as yes, ${no} as no from ${everyLanguage})
    select coalesce((select jsonb_agg(jsonb_build_object('query', g.yes, 'languages', g.names)) from (
        select q.yes::text as yes, jsonb_agg(q.name) as names from q where numnode(q.yes) > 0 group by q.yes::text) g), '[]') as yes,
      coalesce((select jsonb_object_agg(q.name, q.no::text) from q where numnode(q.no) > 0), '{}') as no,
      (select numnode(q.yes) = 0 from q where q.name = ${languageOf(community.locale)}) as common`);
  return rows[0]!;
}

export type Found = {
  postId: string;
  threadId: string;
  spaceId: string;
  title: string;
  language: string;
  html: string;
  authorId: string;
  /** Null: somebody who was erased. */
  author: string | null;
  writtenAt: string;
  hasPicture: boolean;
  /** Whom it speaks to. */
  names: Record<string, string | null>;
};
export interface FoundPage {
  rows: Found[];
  /** As many as there are, up to one more than are counted. */
  total: number;
  next?: string;
}

/** When the first page was asked for, in microseconds, and the weight and the post that a page ended with. */
const form = /^(\d{1,17})_(-?\d{1,20}(?:\.\d{1,12})?)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What is asked for, of `post_words p`. Only in spaces that this viewer reads; one that they do not read is one that is not there. */
function matching({ community, inside, viewer }: InsideAccess, asked: Asked): SQL {
  const spaces = inside.filter(({ slug }) => !asked.space || slug === asked.space).map(({ id }) => id);
  const zone = viewer.zone ?? community.zone;
  const names = typedName(asked.by).map((word) => `'${word}':*`);
  const all: SQL[] = [sql`p.community_id = ${community.id} and p.space_id = any(${sql.param(spaces)}::uuid[])`];
  if (viewer.personId) all.push(sql`not ${blocks(viewer.personId, sql`p.author_id`)}`);
  if (asked.by)
    all.push(sql`p.author_id = any(array(select a.id from people a where ${names.length > 0}::boolean and a.state = 'active'
      and ${nameWords(sql`a.name`)} @@ to_tsquery('simple'::regconfig, ${names.join(" & ")}) limit 500))`);
  if (asked.from) all.push(sql`p.written_at >= ${asked.from}::date::timestamp at time zone ${zone}`);
  if (asked.until) all.push(sql`p.written_at < (${asked.until}::date + 1)::timestamp at time zone ${zone}`);
  if (asked.tag)
    all.push(sql`p.thread_id in (select x.thread_id from tags g join thread_tags x on x.community_id = g.community_id and x.tag_id = g.id
      where g.community_id = ${community.id} and g.slug = ${tagSlug(asked.tag)})`);
  if (asked.picture) all.push(sql`p.illustrated`);
  return sql.join(all, sql` and `);
}

/**
 * The best of what matches, a page of it: by how much of what was asked for stands there, in a title four times as much, and
 * by how fresh it is, today's twice as much as last year's. One query, which costs as much for a word of every second post
 * as for a rare one: of more than are counted only the latest are weighed.
 */
export async function postsSaying(
  access: InsideAccess,
  asked: Asked,
  { yes, no }: Meaning,
  after?: string,
): Promise<FoundPage> {
  const [, since, weight, last] = form.exec(after ?? "") ?? [];
  const asOf = since ? sql`(timestamptz 'epoch' + ${since}::bigint * interval '1 microsecond')` : sql`now()`;
  const each = yes.map(
    ({ query, languages }) =>
      sql`p.language = any(${sql.param([...languages])}::text[]) and p.words @@ ${query}::tsquery`,
  );
  const said = yes.length ? sql`and (${sql.join(each, sql` or `)})` : sql``;
  const unsaid = Object.keys(no).length
    ? sql`and not coalesce(p.words @@ (${JSON.stringify(no)}::jsonb ->> p.language)::tsquery, false)`
    : sql``;
  const fresh = sql`(1 + power(0.5, extract(epoch from ${asOf} - p.written_at)::float8 / (90 * 86400)))`;
  const rank =
    yes.length === 0 || asked.latest
      ? sql`extract(epoch from p.written_at)::numeric`
      : sql`round((ts_rank('{0.25, 0.25, 0.25, 1}', p.words, ${yes.map(({ query }) => `(${query})`).join(" | ")}::tsquery, 1) * ${fresh})::numeric, 9)`;
  const { rows } = await db().execute<Found & { total: number; asOf: string; weight: string }>(sql`
    with found as materialized (
      select p.post_id, p.space_id, p.language, p.illustrated, ${rank} as weight from (
        select * from post_words p where ${matching(access, asked)} and p.written_at <= ${asOf} ${said} ${unsaid}
        order by p.written_at desc limit ${mostCounted + 1}) p
    )
    select f.post_id as "postId", f.space_id as "spaceId", f.language, f.illustrated as "hasPicture", f.weight::text as weight,
      (select count(*)::int from found) as total, ${microseconds(asOf)} as "asOf", t.id as "threadId", t.title, o.html,
      o.author_id as "authorId", a.name as author, ${isoColumn(sql`o.created_at`)} as "writtenAt",
      (select coalesce(jsonb_object_agg(n.id, n.name), '{}') from post_mentions m join people n on n.id = m.person_id
        where m.community_id = o.community_id and m.post_id = o.id) as names
    from (select * from found ${last ? sql`where (weight, post_id) < (${weight}::numeric, ${last}::uuid)` : sql``}
      order by weight desc, post_id desc limit ${pageSize + 1}) f
    join posts o on o.community_id = ${access.community.id} and o.id = f.post_id and o.removed_at is null
    join threads t on t.community_id = o.community_id and t.id = o.thread_id
    join people a on a.id = o.author_id
    order by f.weight desc, f.post_id desc`);
  const page = rows.slice(0, pageSize);
  const end = page.at(-1);
  return {
    rows: page,
    total: rows[0]?.total ?? 0,
    next: rows.length > pageSize && end ? `${end.asOf}_${end.weight}_${end.postId}` : undefined,
  };
}

/** Which words of these texts are what was asked for: the texts again, with `<` before each such word. One query for all of them. */
export async function marksIn(
  _: InsideAccess,
  { yes }: Meaning,
  texts: readonly { language: string; keys: readonly string[] }[],
): Promise<string[]> {
  const asked = texts.map(({ language, keys }, n) => {
    const query = yes.find(({ languages }) => languages.includes(language))?.query ?? "";
    return { n, language, query, words: keys.join(" ") };
  });
  const { rows } = await db().execute<{ marked: string }>(sql`
    select ts_headline(v.language::regconfig, v.words, v.query::tsquery, 'HighlightAll=true, StartSel=<, StopSel=>') as marked
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as v(n int, language text, query text, words text)
    order by v.n`);
  return rows.map(({ marked }) => marked);
}

/**
 * For words that no post here says: the word most like each that one does say, by its spelling. Words of what this viewer
 * does not read are not known to them. One query.
 */
export async function likeThese(
  access: InsideAccess,
  asked: Asked,
  words: readonly string[],
): Promise<Map<string, string>> {
  const { community, inside } = access;
  const spaces = inside.filter(({ slug }) => !asked.space || slug === asked.space).map(({ id }) => id);
  const place = (of: SQL) =>
    sql`${of}.community_id = ${community.id} and ${of}.space_id = any(${sql.param(spaces)}::uuid[])`;
  const { rows } = await db().execute<{ word: string; like: string }>(sql`
    select w.word, d.word as like from unnest(${sql.param([...words])}::text[]) as w(word)
    cross join lateral (
      select string_agg(distinct q.t, ' | ') as meant from (
        select '(' || plainto_tsquery(l.name::regconfig, w.word)::text || ')' as t from ${everyLanguage}
        where numnode(plainto_tsquery(l.name::regconfig, w.word)) > 0) q) m
    cross join lateral (
      select k.word from space_words k
      where ${place(sql`k`)} and k.word % w.word and exists (
        select from post_words p where p.community_id = k.community_id and p.space_id = k.space_id
          and p.words @@ plainto_tsquery('simple', k.lexeme))
      group by k.word order by similarity(k.word, w.word) desc, k.word limit 1) d
    where m.meant is not null
      and not exists (select from post_words p where ${place(sql`p`)} and p.words @@ m.meant::tsquery
        and p.words @@ plainto_tsquery(p.language::regconfig, w.word))`);
  return new Map(rows.map(({ word, like }) => [word, like]));
}
