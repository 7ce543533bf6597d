import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { onFreshDatabase } from "../jobs/product";

onFreshDatabase();

const community = "3f0c9a52-7b1e-4d7a-9c55-aaaaaaaaaaaa";

/** An index that puts absent values elsewhere than the query does cannot give its order: every row would be read and sorted. */
test.each([
  ["threads of a community", "threads", "posts > 0", "last_post_at desc, id desc"],
  ["threads by when they were begun", "threads", "posts > 0", "created_at desc, id desc"],
  ["threads of a space", "threads", `posts > 0 and space_id = '${community}'`, "last_post_at desc, id desc"],
  ["bookmarks", "bookmarks", `person_id = '${community}'`, "created_at desc, id desc"],
  ["who reacted", "reactions", `post_id = '${community}'`, "reacted_at desc, person_id desc"],
  ["posts of somebody", "posts", `author_id = '${community}'`, "created_at desc"],
  ["threads that nobody answered", "threads", "posts = 1", "created_at, id"],
  ["takings of the pulse", "pulse_runs", "true", "asked_at desc, id desc"],
  ["snapshots of the pulse", "pulse_snapshots", "audience = 'public'", "as_of desc"],
  ["faces of a thread", "thread_people", `posts > 0 and thread_id = '${community}'`, "last_post_at desc"],
])("the newest first are read from an index: %s", async (_, table, where, order) => {
  const plan = await db().transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    await tx.execute(sql`set local enable_bitmapscan = off`);
    const { rows } = await tx.execute<{ "QUERY PLAN": string }>(
      sql.raw(
        `explain select * from ${table} where community_id = '${community}' and ${where} order by ${order} limit 9`,
      ),
    );
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
  expect(plan).toContain("Index Scan");
  expect(plan).not.toContain("Sort");
});
