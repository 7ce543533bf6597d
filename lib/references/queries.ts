import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { CommunityAccess, PostAccess, ThreadAccess } from "@/lib/access/gate";
import { may, type SpaceRules } from "@/lib/access/policy";
import { spaceColumns } from "@/lib/access/rows";
import { blocks } from "@/lib/blocks/blocked";
import { paths } from "@/lib/paths";
import { asTyped, quoted } from "@/lib/text/markdown/typed";
import { isTwin, nameAs } from "./mentionable";

const listOf = (ids: readonly string[]) =>
  sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );

/** Which of these posts are in view for this viewer: what they may not read and what never was are one answer. */
export async function readableQuotes(
  access: CommunityAccess,
  ids: readonly string[],
  tx: Pick<Tx, "execute"> = db(),
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await tx.execute<QuotableRow>(sql`
    select ${spaceColumns}, o.id as "postId" from posts o join threads t on t.community_id = o.community_id and t.id = o.thread_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    where o.community_id = ${access.community.id} and o.id in (${listOf(ids)}) and o.removed_at is null`);
  return new Set(rows.flatMap((row) => (may.readSpace(access.standing, row) ? row.postId : [])));
}

export interface Referred {
  /** Names now; null for who was erased. */
  readonly people: ReadonlyMap<string, string | null>;
  /** Only posts that this viewer may read now, of authors who are still somebody. */
  readonly posts: ReadonlyMap<string, { name: string; threadId: string; position: number; blocked: boolean }>;
}

type QuotableRow = Pick<SpaceRules, keyof SpaceRules> & { postId: string };
type QuoteRow = Pick<SpaceRules, keyof SpaceRules> & {
  people: { id: string; name: string | null }[];
  quotedId: string | null;
  authorName: string | null;
  threadId: string;
  position: number;
  /** This viewer blocks the author. */
  blocked: boolean;
};

/** Whom the posts of a page speak to and which posts they quote, as this viewer may know it. One query for all of them. */
export async function referredTo(access: ThreadAccess, postIds: readonly string[]): Promise<Referred> {
  if (postIds.length === 0) return { people: new Map(), posts: new Map() };
  const { community, standing, viewer } = access;
  const { rows } = await db().execute<QuoteRow>(sql`
    select n.people, q.* from (
      select coalesce(jsonb_agg(distinct jsonb_build_object('id', p.id, 'name', p.name)), '[]') as people
      from post_mentions m join people p on p.id = m.person_id
      where m.community_id = ${community.id} and m.post_id in (${listOf(postIds)})
    ) n left join lateral (
      select distinct on (o.id) ${spaceColumns}, o.id as "quotedId", a.name as "authorName", t.id as "threadId", o.position,
        ${blocks(viewer.personId, sql`o.author_id`)} as blocked
      from post_quotes k join posts o on o.community_id = k.community_id and o.id = k.quoted_id
      join people a on a.id = o.author_id
      join threads t on t.community_id = o.community_id and t.id = o.thread_id
      join spaces s on s.community_id = t.community_id and s.id = t.space_id
      where k.community_id = ${community.id} and k.post_id in (${listOf(postIds)}) and o.removed_at is null and o.text <> ''
    ) q on true`);
  return {
    people: new Map(rows[0]?.people.map(({ id, name }) => [id, name])),
    posts: new Map(
      rows.flatMap(({ quotedId, authorName, threadId, position, blocked, ...space }) =>
        quotedId && authorName && may.readSpace(standing, space)
          ? [[quotedId, { name: authorName, threadId, position, blocked }] as const]
          : [],
      ),
    ),
  };
}

/** The same for posts as a page has them; those that refer to nobody and to nothing are not asked for. */
export const referredIn = (access: ThreadAccess, posts: readonly { id: string; html: string | null }[]) =>
  referredTo(
    access,
    posts.flatMap(({ id, html }) => (html?.includes(" data-") ? id : [])),
  );

/** Whom a post speaks to, by id, and as they stand between the brackets when its author edits it; null for who was erased. */
export async function spokenTo(
  { community, post }: PostAccess,
  tx: Pick<Tx, "execute"> = db(),
): Promise<{ id: string; as: string | null }[]> {
  const { rows } = await tx.execute<{ id: string; name: string | null; twin: boolean }>(sql`
    select p.id, p.name, ${isTwin(community.id)} as twin from post_mentions m join people p on p.id = m.person_id
    where m.community_id = ${community.id} and m.post_id = ${post.id}`);
  return rows.map(({ id, name, twin }) => ({ id, as: name === null ? null : nameAs({ id, name, twin }) }));
}

/** A stored text as it is typed: with the names of now, and addresses of what it quotes. Of whom nothing is known, the id stays. */
export async function typedAgain(access: PostAccess, text: string, words: Unsaid): Promise<string> {
  const [typed = ""] = await allTyped(access, [text], words);
  return typed;
}

interface Unsaid {
  /** For whom this viewer is not told of. */
  quote: string;
  somebody?: string;
}

/** The same for every wording of one post. Who is not spoken to any more is somebody. */
export async function allTyped(access: PostAccess, texts: readonly string[], words: Unsaid): Promise<string[]> {
  if (!texts.some((text) => /@\{|\{post:/.test(text))) return [...texts];
  const [people, { posts }] = await Promise.all([spokenTo(access), referredTo(access, [access.post.id])]);
  const named = new Map(people.flatMap(({ id, as }) => (as === null ? [] : [[id, as] as const])));
  const { slug } = access.community;
  return texts.map((text) =>
    asTyped(text, {
      person: (id) => named.get(id) ?? words.somebody,
      post: (id) => attribution(slug, id, posts.get(id)?.name ?? words.quote),
    }),
  );
}

/** The first line of a quote, as it is typed. */
const attribution = (slug: string, id: string, name: string) =>
  `[${name.replace(/[[\]\n]/g, " ")}](${paths.post(slug, id)}):`;

/** The whole of a post, to stand in the form of who answers it. */
export async function quoteOf(access: PostAccess, words: Unsaid): Promise<string> {
  const { community, post } = access;
  const { rows } = await db().execute<{ text: string; name: string | null }>(sql`
    select o.text, p.name from posts o join people p on p.id = o.author_id
    where o.community_id = ${community.id} and o.id = ${post.id} and o.removed_at is null and o.text <> ''`);
  const [row] = rows;
  if (!row) return "";
  const text = await typedAgain(access, row.text, words);
  return quoted(text, attribution(community.slug, post.id, row.name ?? words.quote));
}
