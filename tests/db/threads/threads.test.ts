import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { db, pool } from "@/db/client";
import { events, ledger, posts, threads } from "@/db/schema";
import { openOwnPost, openPostRemoval, openSpaceToWrite, openThreadToWrite } from "@/lib/access/gate";
import { readCursor } from "@/lib/communities/keyset";
import { giveDuty } from "@/lib/members/duties/commands";
import { editPost, removePost, restorePost, writePost } from "@/lib/posts/commands";
import { difference } from "@/lib/posts/difference";
import { purgeRemovedPosts } from "@/lib/posts/jobs";
import { postsAPage } from "@/lib/posts/pages";
import { postsOf, versionsOf } from "@/lib/posts/queries";
import { eraseRows } from "@/lib/privacy/erase";
import { closeSpace } from "@/lib/spaces/commands";
import { threadsOf } from "@/lib/threads/queries";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "./room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
});

const shown = async (who: string, id: string, page = 1) =>
  (await postsOf(await room.thread(who, id), page)).map(({ position, html, removed }) => [
    position,
    html?.replace(/<[^>]+>|\n/g, "") ?? null,
    removed,
  ]);

describe("post, and answer a particular post", () => {
  test("a thread begins with its first post; an answer knows what it answers; both are in the ledger", async () => {
    const { threadId, postId } = await room.start(room.bridget);
    const answer = await room.say(room.corin, threadId, "Mine **too**.", postId);
    const [first, second] = await postsOf(await room.thread(room.dilys, threadId), 1);
    expect([first?.author.name, first?.html]).toEqual(["Bridget", "<p>Mine hums.</p>\n"]);
    expect(second).toMatchObject({ position: 2, html: "<p>Mine <strong>too</strong>.</p>\n" });
    expect(second?.answers).toMatchObject({ id: postId, position: 1, name: "Bridget" });
    const acts = await db().select().from(ledger).where(eq(ledger.objectId, answer.postId));
    expect(acts).toMatchObject([
      { verb: "post written", actorId: room.corin, subjectId: room.bridget, spaceId: room.spaceId },
    ]);
  });

  test("the same form twice is one post, and other words under its key are refused", async () => {
    const { threadId } = await room.start(room.bridget);
    const once = key();
    const access = openThreadToWrite(await room.thread(room.corin, threadId));
    const both = await Promise.all([1, 2].map(() => writePost(access, { text: "Once." }, once)));
    expect(both[0]).toEqual(both[1]);
    await expect(writePost(access, { text: "Twice." }, once)).rejects.toThrow("common.alreadySent");
    expect(await shown(room.bridget, threadId)).toHaveLength(2);
  });

  test("twenty who answer at once get twenty positions, and the thread counts them", async () => {
    const { threadId } = await room.start(room.bridget);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        room.say([room.bridget, room.corin, room.dilys][n % 3]!, threadId, `Answer ${n}`),
      ),
    );
    expect(all.map(({ position }) => position).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 2),
    );
    const { thread } = await room.thread(room.corin, threadId);
    expect([thread.posts, thread.lastPosition]).toEqual([21, 21]);
    expect(await shown(room.corin, threadId, 2)).toHaveLength(21 - postsAPage);
  });

  test("an answer to what was removed meanwhile is refused, and nothing is half-written", async () => {
    const { threadId } = await room.start(room.bridget);
    const { postId } = await room.say(room.corin, threadId, "Forget this.");
    await removePost(openPostRemoval(await room.post(room.corin, postId)), { why: "" }, key());
    await expect(room.say(room.dilys, threadId, "But why?", postId)).rejects.toThrow("threads.answeredGone");
    expect((await room.thread(room.dilys, threadId)).thread).toMatchObject({ posts: 1, lastPosition: 2 });
  });

  test("an answer to a post of another thread is refused", async () => {
    const [one, other] = [await room.start(room.bridget), await room.start(room.bridget)];
    await expect(room.say(room.corin, one.threadId, "Across.", other.postId)).rejects.toThrow("threads.answeredGone");
  });

  test("listeners are told ids, and never a word", async () => {
    const { threadId } = await room.start(room.bridget, "Secret title", "Secret words");
    const rows = await db()
      .select()
      .from(events)
      .where(eq(events.channel, `space:${room.spaceId}`));
    expect(rows.at(-1)).toMatchObject({ kind: "thread.started", subject: { thread: threadId } });
    expect(JSON.stringify(rows)).not.toContain("Secret");
  });
});

describe("edit with history and visible diffs", () => {
  test("each wording stays, with who wrote it; an unchanged text makes none", async () => {
    const { postId } = await room.start(room.bridget, "Wording", "It hums at 40.");
    const mine = async () => openOwnPost(await room.post(room.bridget, postId));
    await editPost(await mine(), { text: "It hums at 41.", version: 0 }, key());
    await editPost(await mine(), { text: "It hums at 41.", version: 1 }, key());
    await editPost(await mine(), { text: "It sings at 41.", version: 1 }, key());
    const wordings = await versionsOf(await room.post(room.dilys, postId));
    expect(wordings.map(({ version, text, by }) => [version, text, by])).toEqual([
      [1, "It hums at 40.", "Bridget"],
      [2, "It hums at 41.", "Bridget"],
      [3, "It sings at 41.", "Bridget"],
    ]);
    expect(difference("It hums at 40.", "It hums at 41.").filter(({ how }) => how !== "same")).toEqual([
      { text: "40", how: "taken out" },
      { text: "41", how: "added" },
    ]);
  });

  test("two windows: the later one is told, and overwrites nothing", async () => {
    const { postId } = await room.start(room.bridget, "Windows", "One.");
    const mine = openOwnPost(await room.post(room.bridget, postId));
    const both = await Promise.allSettled(
      ["Two.", "Three."].map((text) => editPost(mine, { text, version: 0 }, key())),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await versionsOf(await room.post(room.bridget, postId))).toHaveLength(2);
  });

  test("texts that share nothing are shown whole, without waiting", () => {
    const [a, b] = ["a", "b"].map((letter) => Array.from({ length: 8_000 }, (_, n) => `${letter}${n}`).join(" "));
    const from = performance.now();
    expect(difference(a!, b!).map(({ how }) => how)).toEqual(["taken out", "added"]);
    expect(performance.now() - from).toBeLessThan(5_000);
  });
});

describe("removal and restore", () => {
  test("what nobody answered goes from view; its author still sees it and brings it back", async () => {
    const { threadId } = await room.start(room.bridget);
    const { postId } = await room.say(room.corin, threadId, "A slip.");
    const removal = async () => openPostRemoval(await room.post(room.corin, postId));
    await removePost(await removal(), { why: "" }, key());
    expect(await shown(room.dilys, threadId)).toEqual([[1, "Mine hums.", null]]);
    expect(await shown(room.owner, threadId)).toHaveLength(1);
    expect(await shown(room.corin, threadId)).toContainEqual([2, "A slip.", "by author"]);
    await expect(room.post(room.dilys, postId)).rejects.toThrow("common.notFound");
    expect((await room.thread(room.dilys, threadId)).thread.posts).toBe(1);
    await restorePost(await removal(), {}, key());
    expect(await shown(room.dilys, threadId)).toContainEqual([2, "A slip.", null]);
  });

  test("what was answered leaves a mark, until the answer goes too", async () => {
    const { threadId, postId } = await room.start(room.bridget);
    const answer = await room.say(room.corin, threadId, "Mine too.", postId);
    await removePost(openPostRemoval(await room.post(room.bridget, postId)), { why: "" }, key());
    expect(await shown(room.dilys, threadId)).toEqual([
      [1, null, "by author"],
      [2, "Mine too.", null],
    ]);
    expect(JSON.stringify(await postsOf(await room.thread(room.dilys, threadId), 1))).not.toContain("Bridget");
    await removePost(openPostRemoval(await room.post(room.corin, answer.postId)), { why: "" }, key());
    await expect(room.thread(room.dilys, threadId)).rejects.toThrow("common.notFound");
    expect(await shown(room.bridget, threadId)).toEqual([[1, "Mine hums.", "by author"]]);
  });

  test("a moderator gives a reason that author and moderators read; the author cannot put it back", async () => {
    await giveDuty(await room.desk(), { person: room.dilys, space: null }, key());
    const { threadId } = await room.start(room.bridget);
    const { postId } = await room.say(room.corin, threadId, "You fool.");
    const removal = async (who: string) => openPostRemoval(await room.post(who, postId));
    await expect(removePost(await removal(room.dilys), { why: "" }, key())).rejects.toMatchObject({
      more: { fields: { why: "threads.whyRequired" } },
    });
    const early = await removal(room.corin);
    await removePost(await removal(room.dilys), { why: "Be kind." }, key());
    for (const who of [room.corin, room.dilys, room.owner])
      expect((await postsOf(await room.thread(who, threadId), 1)).at(-1)).toMatchObject({
        removed: "by moderator",
        removedWhy: "Be kind.",
      });
    expect(await shown(room.bridget, threadId)).toHaveLength(1);
    await expect(removal(room.corin)).rejects.toThrow("threads.notYours");
    await expect(restorePost(early, {}, key())).rejects.toThrow("threads.notRestorable");
    await restorePost(await removal(room.dilys), {}, key());
    expect(await shown(room.bridget, threadId)).toHaveLength(2);
  });

  test("after thirty days its text is gone everywhere, and nothing brings it back", async () => {
    const { threadId } = await room.start(room.bridget);
    const { postId } = await room.say(room.corin, threadId, "Plum jam, first wording");
    await editPost(openOwnPost(await room.post(room.corin, postId)), { text: "Plum jam, again", version: 0 }, key());
    const removal = async () => openPostRemoval(await room.post(room.corin, postId));
    await removePost(await removal(), { why: "" }, key());
    await db().transaction((tx) => purgeRemovedPosts.run(tx));
    expect(await shown(room.corin, threadId)).toContainEqual([2, "Plum jam, again", "by author"]);
    const late = await removal();
    await db().update(posts).set({ removedAt: sql`now() - interval '31 days'` }).where(eq(posts.id, postId));
    await expect(restorePost(late, {}, key())).rejects.toThrow("threads.notRestorable");
    await db().transaction((tx) => purgeRemovedPosts.run(tx));
    const kept = await db().execute("select t::text from posts t union all select t::text from post_versions t");
    expect(JSON.stringify(kept.rows)).not.toContain("Plum jam");
    expect(await shown(room.corin, threadId)).toEqual([[1, "Mine hums.", null]]);
  });

  test("two who remove it at once count it once", async () => {
    const { threadId } = await room.start(room.bridget);
    const { postId } = await room.say(room.corin, threadId, "Gone.");
    const access = openPostRemoval(await room.post(room.corin, postId));
    const both = await Promise.allSettled([1, 2].map(() => removePost(access, { why: "" }, key())));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await room.thread(room.bridget, threadId)).thread.posts).toBe(1);
  });

  test("who wants the words gone with the name leaves marks; who does not, leaves the words without a name", async () => {
    const eve = await room.aMember("Eve");
    const { threadId, postId } = await room.start(eve, "Eve's own title", "Eve's own words");
    await editPost(openOwnPost(await room.post(eve, postId)), { text: "Eve's other words", version: 0 }, key());
    await room.say(room.corin, threadId, "I see.", postId);
    await db().transaction((tx) => eraseRows(tx, eve, "name"));
    const [named] = await postsOf(await room.thread(room.corin, threadId), 1);
    expect([named?.author.name, named?.html]).toEqual([null, "<p>Eve's other words</p>\n"]);
    await db().transaction((tx) => eraseRows(tx, eve, "texts"));
    expect(await shown(room.corin, threadId)).toEqual([
      [1, null, null],
      [2, "I see.", null],
    ]);
    const kept = await db().execute(`select t::text from posts t union all select t::text from post_versions t
      union all select t::text from threads t`);
    expect(JSON.stringify(kept.rows)).not.toContain("Eve");
  });
});

describe("lists as people expect them", () => {
  test("by what moved last, page by page without a gap; faces and counts come in one query", async () => {
    const { space, start, say, bridget, corin } = room;
    const made = [];
    for (let n = 0; n < 5; n++) made.push((await start(bridget, `Thread number ${n}`)).threadId);
    await say(corin, made[0]!, "Up again.");
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const page = await threadsOf(await space(corin), readCursor(next), 2);
      seen.push(...page.rows.map(({ id }) => id));
      next = page.next;
    } while (next);
    expect(seen.slice(0, 5)).toEqual([made[0], made[4], made[3], made[2], made[1]]);
    expect(new Set(seen).size).toBe(seen.length);
    const access = await space(corin);
    const asked = vi.spyOn(pool(), "query");
    const [top] = (await threadsOf(access)).rows;
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
    expect(top?.faces.map(({ name }) => name)).toEqual(["Corin", "Bridget"]);
  });

  test("a closed space takes no new thread and no answer", async () => {
    const other = await aRoom();
    const { threadId } = await other.start(other.bridget);
    await closeSpace(await other.desk(), { space: other.spaceId }, key());
    const space = await other.space(other.corin);
    expect(() => openSpaceToWrite(space)).toThrow("spaces.mayNotWrite");
    await expect(other.say(other.corin, threadId, "Still?")).rejects.toThrow("spaces.mayNotWrite");
  });
});

test("what is counted is what is there", async () => {
  const rows = await db().select().from(threads);
  expect(rows.length).toBeGreaterThan(10);
  for (const { communityId, id, posts: counted } of rows) {
    const all = await db()
      .select()
      .from(posts)
      .where(and(eq(posts.communityId, communityId), eq(posts.threadId, id)));
    expect(all.filter(({ removedAt }) => removedAt === null)).toHaveLength(counted);
    for (const post of all)
      expect(all.filter(({ answersId, removedAt }) => answersId === post.id && removedAt === null)).toHaveLength(
        post.answers,
      );
  }
});
