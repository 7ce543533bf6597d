import { sql } from "drizzle-orm";
import { defineJob, everyMinute } from "@/lib/jobs/define";
import { keepWords, searchable } from "./keep";
import { learn } from "./learned";
import { readable } from "./readable";

/** Posts of one piece of work, and pieces of a minute: what waits after an upgrade is done in a few, cut short or not. */
const together = 200;
const pieces = 50;

type Due = { communityId: string; postId: string; again: boolean };

const these = (posts: readonly Due[]) => sql`(select * from unnest(
  ${sql.param(posts.map(({ communityId }) => communityId))}::uuid[], ${sql.param(posts.map(({ postId }) => postId))}::uuid[]))`;

/** Learns the spellings of what was written, and writes down anew what is to be found by other words than before. */
export const learnWords = defineJob({
  kind: "search.learn",
  every: everyMinute,
  due: async (on) => {
    const { rows } = await on.execute<{ subject: string; period: string }>(sql`
      select piece::text as subject, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as period
      from (select ceil(count(*) / ${together}::float8)::int as n from (select from post_words_due limit ${together * pieces}) d) waiting,
        generate_series(1, waiting.n) piece`);
    return rows;
  },
  run: async (tx) => {
    const { rows } = await tx.execute<Due>(sql`
      delete from post_words_due where (community_id, post_id) in (
        select community_id, post_id from post_words_due limit ${together} for update skip locked)
      returning community_id as "communityId", post_id as "postId", again`);
    if (rows.length === 0) return;
    const again = rows.filter((row) => row.again);
    if (again.length > 0) await keepWords(tx, await searchable(tx, sql`(o.community_id, o.id) in ${these(again)}`));
    // Held until this is done: a post that goes meanwhile waits, and then finds its words learned and takes them along.
    const held = await tx.execute<{ postId: string; language: string }>(
      sql`select post_id as "postId", language from post_words where (community_id, post_id) in ${these(rows)} for share`,
    );
    const language = new Map(held.rows.map((row) => [row.postId, row.language]));
    const posts = await searchable(tx, sql`(o.community_id, o.id) in ${these(rows)}`);
    await learn(
      tx,
      posts.flatMap(({ communityId, spaceId, postId, title = "", html }) => {
        const by = language.get(postId);
        return by ? [{ communityId, spaceId, language: by, text: `${title}\n${readable(html)}` }] : [];
      }),
    );
    if (again.length > 0)
      await tx.execute(sql`delete from post_words_due where (community_id, post_id) in ${these(again)} and not again`);
  },
});
