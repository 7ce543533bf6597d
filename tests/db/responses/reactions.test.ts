import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { openPost, openPostRemoval, openReaction, openThread } from "@/lib/access/gate";
import { removePost } from "@/lib/posts/commands";
import { eraseRows } from "@/lib/privacy/erase";
import { react } from "@/lib/reactions/commands";
import type { ReactionKind } from "@/lib/reactions/kinds";
import { responseOf, responsesOf, whoReacted } from "@/lib/reactions/queries";
import { changeCommunitySetting } from "@/lib/settings/commands";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
});

const said = async () => (await room.start(room.bridget)).postId;
const choose = async (who: string, post: string, kind: ReactionKind | "") =>
  react(openReaction(await room.post(who, post)), { kind }, key());
const countedOf = async (post: string) => {
  const { rows } = await db().execute<{ counts: Record<string, number>; praise: number }>(
    sql`select counts, praise from post_reactions where post_id = ${post}`,
  );
  return rows[0];
};
const thereOf = async (post: string) => {
  const { rows } = await db().execute<{ kind: string; n: number }>(
    sql`select kind, count(*)::int as n from reactions where post_id = ${post} group by kind`,
  );
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
};

test("Corin loves a post, changes it to funny, and takes it back: one reaction each, and the numbers follow", async () => {
  const post = await said();
  await choose(room.corin, post, "love");
  expect(await countedOf(post)).toEqual({ counts: { love: 1 }, praise: 1 });
  await choose(room.corin, post, "love");
  expect(await countedOf(post)).toEqual({ counts: { love: 1 }, praise: 1 });
  await choose(room.corin, post, "funny");
  expect(await countedOf(post)).toEqual({ counts: { funny: 1 }, praise: 1 });
  expect((await responseOf(await room.post(room.corin, post))).mine).toBe("funny");
  await choose(room.corin, post, "");
  expect(await countedOf(post)).toEqual({ counts: {}, praise: 0 });
  expect(await thereOf(post)).toEqual({});
});

test("to dislike and to be angry never counts as praise", async () => {
  const post = await said();
  await choose(room.corin, post, "dislike");
  await choose(room.dilys, post, "angry");
  expect(await countedOf(post)).toEqual({ counts: { dislike: 1, angry: 1 }, praise: 0 });
  await choose(room.dilys, post, "sad");
  expect(await countedOf(post)).toEqual({ counts: { dislike: 1, sad: 1 }, praise: 1 });
});

test("a stampede of reactions, each person several times at once: the numbers are what is there", async () => {
  const post = await said();
  const crowd = await Promise.all(["Alma", "Bron", "Cato"].map((name) => room.aMember(name)));
  const kinds: (ReactionKind | "")[] = ["like", "angry", "", "wow"];
  await Promise.all(crowd.flatMap((who) => kinds.map((kind) => choose(who, post, kind))));
  const there = await thereOf(post);
  const counted = await countedOf(post);
  expect(counted!.counts).toEqual(there);
  expect(counted!.praise).toBe(Object.entries(there).reduce((n, [kind, of]) => (kind === "angry" ? n : n + of), 0));
  const { rows } = await db().execute<{ most: number }>(
    sql`select coalesce(max(n), 0)::int as most from (select count(*) as n from reactions where post_id = ${post} group by person_id) x`,
  );
  expect(rows[0]!.most).toBeLessThanOrEqual(1);
});

test("one's own post, a removed one, and a kind that is switched off are refused, each with its sentence", async () => {
  const post = await said();
  await expect(choose(room.bridget, post, "like")).rejects.toMatchObject({ code: "reactions.own" });
  await choose(room.dilys, post, "sad");
  const before = openReaction(await room.post(room.corin, post));
  await changeCommunitySetting(await room.desk(), { setting: "reactionSad", value: false }, key());
  await expect(choose(room.corin, post, "sad")).rejects.toMatchObject({ code: "reactions.notOffered" });
  expect((await responsesOf(await room.thread(room.corin, before.thread.id), 1)).offered).not.toContain("sad");
  await choose(room.dilys, post, "");
  expect(await countedOf(post)).toEqual({ counts: {}, praise: 0 });
  await removePost(openPostRemoval(await room.post(room.bridget, post)), { why: "" }, key());
  await expect(react(before, { kind: "like" }, key())).rejects.toMatchObject({ code: "threads.removedAlready" });
  await changeCommunitySetting(await room.desk(), { setting: "reactionSad", value: true }, key());
});

test("whoever may read the thread sees how many, which is theirs, and who, page by page", async () => {
  const { threadId, postId: post } = await room.start(room.bridget);
  await choose(room.corin, post, "love");
  await choose(room.dilys, post, "like");
  const responses = await responsesOf(await room.thread(room.dilys, threadId), 1);
  expect(responses.of(post)).toEqual({ counts: { love: 1, like: 1 }, mine: "like", bookmarked: false });
  const open = await openThread(await room.asVisitor(), threadId);
  expect((await responsesOf(open, 1)).of(post)).toEqual({
    counts: { love: 1, like: 1 },
    mine: null,
    bookmarked: false,
  });
  const { rows } = await whoReacted(await openPost(await room.asVisitor(), post));
  expect(rows.map(({ name, kind }) => [name, kind])).toEqual([
    ["Dilys", "like"],
    ["Corin", "love"],
  ]);
});

test("the ledger knows which, and the event carries ids only", async () => {
  const post = await said();
  await choose(room.corin, post, "wow");
  await choose(room.corin, post, "");
  const { rows } = await db().execute<{ verb: string }>(
    sql`select verb from ledger where object_id = ${post} and actor_id = ${room.corin} order by at, id`,
  );
  expect(rows.map(({ verb }) => verb)).toEqual(["reacted wow", "reaction taken back"]);
  const events = await db().execute<{ subject: object }>(
    sql`select subject from events where kind = 'post.reacted' and subject ->> 'post' = ${post}`,
  );
  expect(events.rows.map(({ subject }) => Object.keys(subject).sort())).toEqual([
    ["position", "post", "thread"],
    ["position", "post", "thread"],
  ]);
});

test("whoever is erased takes their reactions with them, and the numbers go down by theirs alone", async () => {
  const [one, two] = [await said(), await said()];
  const fia = await room.aMember("Fia who goes");
  await choose(fia, one, "love");
  await choose(fia, two, "angry");
  await choose(room.corin, one, "love");
  await choose(room.corin, two, "like");
  await db().transaction((tx) => eraseRows(tx, fia, "name"));
  expect(await countedOf(one)).toEqual({ counts: { love: 1 }, praise: 1 });
  expect(await countedOf(two)).toEqual({ counts: { like: 1 }, praise: 1 });
  expect(await thereOf(one)).toEqual({ love: 1 });
});
