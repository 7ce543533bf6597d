import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { SpaceAccess } from "@/lib/access/gate";

// Its own file because it is asked while somebody types, not by a page.

export type SimilarThread = { id: string; title: string; posts: number };

/** Words that carry something: short ones stand in every title. */
const wordsOf = (title: string): string[] =>
  [
    ...new Set(
      title
        .normalize("NFC")
        .toLowerCase()
        .match(/[\p{L}\p{N}]{4,}/gu) ?? [],
    ),
  ].slice(0, 8);

/**
 * Threads whose titles share words with this one, in spaces that this viewer reads: those that share most, then the liveliest.
 * Of the threads that share one, the latest two hundred are compared.
 */
export async function similarThreads(inside: SpaceAccess[], title: string): Promise<SimilarThread[]> {
  const [first] = inside;
  const words = wordsOf(title);
  if (!first || words.length === 0) return [];
  const spaces = sql.join(
    inside.map(({ space }) => sql`${space.id}::uuid`),
    sql`, `,
  );
  const each = sql.join(
    words.map((word) => sql`${`${word}:*`}`),
    sql`, `,
  );
  const enough = words.length > 2 ? 2 : 1;
  const { rows } = await db().execute<SimilarThread>(sql`
    select id, title, posts from (
      select t.id, t.title, t.posts, t.last_post_at,
        (select count(*) from unnest(array[${each}]) w where to_tsvector('simple', t.title) @@ to_tsquery('simple', w)) as shared
      from threads t
      where t.community_id = ${first.community.id} and t.space_id in (${spaces}) and t.posts > 0
        and to_tsvector('simple', t.title) @@ to_tsquery('simple', ${words.map((word) => `${word}:*`).join(" | ")})
      order by t.last_post_at desc limit 200
    ) found
    where shared >= ${enough} order by shared desc, last_post_at desc, id limit 5`);
  return rows;
}
