import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db, pool } from "@/db/client";
import { pageOf, postsAPage } from "@/lib/posts/pages";
import { positionOn, postsOf } from "@/lib/posts/queries";
import { onFreshDatabase } from "../jobs/product";
import { aRoom } from "../threads/room";

onFreshDatabase();

const long = 5_000;
let room: Awaited<ReturnType<typeof aRoom>>;
let threadId = "";

/** Rows as 5,000 answers leave them, one a minute; every tenth answers another. */
beforeAll(async () => {
  room = await aRoom();
  ({ threadId } = await room.start(room.bridget, "The longest night", "It begins."));
  await db().execute(sql`
    insert into posts (community_id, thread_id, position, author_id, text, html, renderer, created_at, answers_id)
    select o.community_id, o.thread_id, n, case when n % 3 = 0 then ${room.corin}::uuid when n % 3 = 1 then ${room.dilys}::uuid else o.author_id end,
      'Post ' || n, '<p>Post ' || n || '</p>', o.renderer, o.created_at + n * interval '1 minute', case when n % 10 = 0 then o.id end
    from posts o, generate_series(2, ${long}) n where o.thread_id = ${threadId} and o.position = 1`);
  await db().execute(sql`
    update threads set last_position = ${long}, posts = ${long}, last_post_at = created_at + ${long} * interval '1 minute' where id = ${threadId}`);
  await db().execute(sql`analyze posts`);
}, 60_000);

/** What one page asks of the database: how many statements, and how many rows and blocks they touch. */
async function cost(page: number) {
  const access = await room.thread(room.bridget, threadId);
  const asked: { text: string; values: unknown[] }[] = [];
  const { query } = pool();
  pool().query = ((...sent: [{ text: string }, unknown[]]) => {
    asked.push({ text: sent[0].text, values: sent[1] });
    return query.apply(pool(), sent as never);
  }) as unknown as typeof query;
  const posts = await postsOf(access, page).finally(() => {
    pool().query = query;
  });
  const [sent] = asked;
  const { rows } = await pool().query(`explain (analyze, buffers, format json) ${sent!.text}`, sent!.values as never);
  const plan = rows[0]["QUERY PLAN"][0];
  const touched = (node: { "Actual Rows": number; "Actual Loops": number; Plans?: never[] }): number =>
    node["Actual Rows"] * node["Actual Loops"] + (node.Plans ?? []).reduce((sum, one) => sum + touched(one), 0);
  return {
    posts: posts.length,
    statements: asked.length,
    rows: touched(plan.Plan),
    blocks: plan.Plan["Shared Hit Blocks"] + plan.Plan["Shared Read Blocks"],
  };
}

describe("5,000-post threads stay fast", () => {
  test("a page deep inside asks as much as the first: one statement, the same rows and blocks", async () => {
    const first = await cost(1);
    expect(first).toMatchObject({ posts: postsAPage, statements: 1 });
    for (const page of [2, pageOf(long / 2), pageOf(long)]) {
      const deep = await cost(page);
      expect(deep).toMatchObject({ posts: postsAPage, statements: 1 });
      expect(deep.rows, `rows of page ${page}`).toBeLessThanOrEqual(first.rows * 1.5);
      expect(deep.blocks, `blocks of page ${page}`).toBeLessThanOrEqual(first.blocks * 1.5);
    }
    // Far fewer than there are: nothing is skipped over on the way.
    expect(first.rows).toBeLessThan(long / 4);
  });

  test("a day leads to the first post of that day, and a day to come to the last one", async () => {
    const access = await room.thread(room.bridget, threadId);
    const begun = Date.parse(access.thread.createdAt);
    expect(await positionOn(access, new Date(0))).toBe(1);
    expect(await positionOn(access, new Date(begun + 1_000 * 60_000 + 30_000))).toBe(1_001);
    expect(await positionOn(access, new Date(begun + 365 * 86_400_000))).toBe(long);
  });
});
