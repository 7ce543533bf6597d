import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { openOwnPost, openPostRemoval, openThreadToRename } from "@/lib/access/gate";
import { jobs } from "@/lib/jobs/jobs";
import { work } from "@/lib/jobs/work";
import { editPost, removePost, restorePost } from "@/lib/posts/commands";
import { eraseMe } from "@/lib/privacy/commands";
import { renameThread } from "@/lib/threads/commands";
import { as, onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
});

const learning = () => work(jobs.find((job) => "kind" in job && job.kind === "search.learn")!);
const row = async (postId: string) => {
  const { rows } = await db().execute<{ words: string[]; language: string; titled: boolean }>(
    sql`select tsvector_to_array(words) as words, language, titled from post_words where post_id = ${postId}`,
  );
  return rows[0];
};
const spelled = async (word: string) =>
  (await db().execute(sql`select 1 from space_words where word = ${word}`)).rows.length > 0;

describe("what a post is found by", () => {
  test("is written in the same transaction: new, edited, removed and restored", async () => {
    const { postId } = await room.start(room.bridget, "Whistling kettles", "They whistle loudly.");
    expect(await row(postId)).toMatchObject({ titled: true, language: "english" });
    expect((await row(postId))?.words).toEqual(expect.arrayContaining(["whistl", "kettl", "loud"]));
    const own = openOwnPost(await room.post(room.bridget, postId));
    await editPost(own, { text: "They hum softly.", version: 0 }, key());
    expect((await row(postId))?.words).toEqual(expect.arrayContaining(["kettl", "hum", "soft"]));
    expect((await row(postId))?.words).not.toContain("loud");
    await removePost(openPostRemoval(await room.post(room.bridget, postId)), { why: "" }, key());
    expect(await row(postId)).toBeUndefined();
    await restorePost(openPostRemoval(await room.post(room.bridget, postId)), {}, key());
    expect((await row(postId))?.words).toContain("hum");
  });

  test("follows the title of its thread, which its first post carries", async () => {
    const { threadId, postId } = await room.start(room.bridget, "A title about walnuts", "Something else.");
    await room.say(room.corin, threadId, "An answer.");
    const rename = async (title: string) =>
      renameThread(openThreadToRename(await room.thread(room.bridget, threadId)), { title }, key());
    await rename("A title about hazelnuts");
    expect((await row(postId))?.words).toContain("hazelnut");
    expect((await row(postId))?.words).not.toContain("walnut");
  });

  test("names and quotations of others are no part of it, code and what a picture shows are", async () => {
    const { threadId, postId } = await room.start(room.bridget, "Quoted", "An armadillo said this.");
    const quote = `> [Bridget](/${room.slug}/posts/${postId}):\n> An armadillo said this.\n\nHello @[Corin], see \`frobnicate()\` and ||a pangolin||.`;
    const { postId: second } = await room.say(room.dilys, threadId, quote);
    const words = (await row(second))?.words ?? [];
    expect(words).toEqual(expect.arrayContaining(["frobnic", "pangolin"]));
    expect(words).not.toContain("armadillo");
    expect(words).not.toContain("corin");
  });
});

describe("how words are spelled", () => {
  test("is learned by the job, once, and is known as long as a post says the word", async () => {
    const { threadId, postId } = await room.start(room.bridget, "Spelling", "A zucchini and a courgette.");
    const { postId: second } = await room.say(room.corin, threadId, "Another zucchini.");
    await learning();
    await learning();
    expect([await spelled("zucchini"), await spelled("courgette")]).toEqual([true, true]);
    await removePost(openPostRemoval(await room.post(room.bridget, postId)), { why: "" }, key());
    expect([await spelled("zucchini"), await spelled("courgette")]).toEqual([true, false]);
    await removePost(openPostRemoval(await room.post(room.corin, second)), { why: "" }, key());
    expect(await spelled("zucchini")).toBe(false);
  });

  test("goes with the words of somebody who takes them along", async () => {
    const leaving = await room.aMember("Leaving");
    const { threadId, postId } = await room.start(leaving, "Leaving", "My rhododendron and my hydrangea.");
    await room.say(room.corin, threadId, "A hydrangea, too.");
    await learning();
    await eraseMe(await as(leaving), { mode: "texts" }, key());
    expect(await row(postId)).toBeUndefined();
    expect([await spelled("rhododendron"), await spelled("hydrangea")]).toEqual([false, true]);
  });

  test("posts from before are written down by the job, in pieces, and what is cut short is taken up again", async () => {
    const { postId } = await room.start(room.bridget, "From before", "An ocarina.");
    await db().execute(sql`delete from post_words where post_id = ${postId}`);
    await db().execute(sql`
      insert into post_words_due (community_id, post_id, again) select community_id, id, true from posts where id = ${postId}
      on conflict (community_id, post_id) do update set again = true`);
    await learning();
    expect((await row(postId))?.words).toContain("ocarina");
    expect(await spelled("ocarina")).toBe(true);
    expect((await db().execute(sql`select 1 from post_words_due`)).rows).toEqual([]);
  });
});
