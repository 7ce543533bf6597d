import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { events, ledger, posts, threadPins, threads } from "@/db/schema";
import {
  openOwnPost,
  openPost,
  openPostRemoval,
  openThread,
  openThreadReader,
  openThreadToManage,
  openThreadToMerge,
  openThreadToMove,
  openThreadToRename,
  openThreadToWrite,
} from "@/lib/access/gate";
import { giveDuty } from "@/lib/members/duties/commands";
import { editPost, removePost, writePost } from "@/lib/posts/commands";
import { postsOf } from "@/lib/posts/queries";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { readUpTo, renameThread } from "@/lib/threads/commands";
import { lockThread, moveThread, pinThread, unlockThread, unpinThread } from "@/lib/threads/ordering/commands";
import { mergeThread } from "@/lib/threads/ordering/merge";
import { marksOf } from "@/lib/threads/ordering/queries";
import { splitThread } from "@/lib/threads/ordering/split";
import { threadsIn, threadsOf } from "@/lib/threads/queries";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "./room";

onFreshDatabase();

// Dilys has the duty for the meadow alone; the owner of the house moderates everywhere.
let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
  await giveDuty(await room.desk(), { person: room.dilys, space: room.spaceId }, key());
  const facts = { name: "The Attic", slug: "attic", purpose: "For members.", door: "listed" };
  const input = { ...facts, readAudience: "members", writeAudience: "members", readBadges: [], writeBadges: [] };
  await makeSpace(await room.desk(), makeSpaceInput.parse(input), key());
});

const manage = async (id: string, who = room.dilys) => openThreadToManage(await room.thread(who, id));
const moving = async (id: string, to: string, who = room.owner) => openThreadToMove(await manage(id, who), to);
const merging = async (id: string, into: string, who = room.owner) => openThreadToMerge(await manage(id, who), into);
const asVisitor = async (id: string) => openThread(await room.asVisitor(), id);
const said = async (id: string, who = room.owner) =>
  (await postsOf(await room.thread(who, id), 1)).map(
    ({ position, html }) => `${position} ${html?.replace(/<[^>]+>|\n/g, "")}`,
  );
const people = async (id: string) => {
  const { rows } = await db().execute<{ name: string; posts: number; read: number }>(sql`
    select p.name, x.posts, x.read_position as read from thread_people x join people p on p.id = x.person_id
    where x.thread_id = ${id} order by p.name`);
  return rows.map(({ name, posts: n, read }) => `${name} ${n} ${read}`);
};
/** What is kept of a thread is what is there. */
async function expectKept(id: string) {
  const { rows } = await db().execute(sql`
    select t.posts, (select count(*)::int from posts o where o.thread_id = t.id and o.removed_at is null) as counted,
      t.last_position >= coalesce((select max(position) from posts o where o.thread_id = t.id), 0) as enough,
      (select coalesce(sum(x.posts), 0)::int from thread_people x where x.thread_id = t.id) as by_people,
      (select count(*)::int from posts o where o.thread_id = t.id and o.answers <>
        (select count(*) from posts a where a.answers_id = o.id and a.removed_at is null)) as wrong
    from threads t where t.id = ${id}`);
  const [kept] = rows as { posts: number }[];
  expect(kept).toEqual({ posts: kept!.posts, counted: kept!.posts, enough: true, by_people: kept!.posts, wrong: 0 });
}

describe("lock", () => {
  test("nobody but who moderates answers, edits or changes the title; why and by whom is said; unlocked, all goes on", async () => {
    const { threadId, postId } = await room.start(room.bridget);
    await expect(manage(threadId, room.corin)).rejects.toThrow("common.notFound");
    const early = openThreadToWrite(await room.thread(room.corin, threadId));
    const edit = openOwnPost(await room.post(room.bridget, postId));
    await lockThread(await manage(threadId), { why: "It is settled." }, key());
    const { thread } = await room.thread(room.corin, threadId);
    expect(thread.locked).toMatchObject({ by: "Dilys", why: "It is settled." });
    await expect(room.say(room.corin, threadId, "But")).rejects.toThrow("ordering.locked");
    await expect(room.post(room.bridget, postId).then(openOwnPost)).rejects.toThrow("ordering.locked");
    const rename = await room.thread(room.bridget, threadId);
    expect(() => openThreadToRename(rename)).toThrow("threads.notYours");
    // Whoever was let in just before is refused by the write itself.
    await expect(writePost(early, { text: "But" }, key())).rejects.toThrow("ordering.changedMeanwhile");
    await expect(editPost(edit, { text: "But", version: 0 }, key())).rejects.toThrow("ordering.changedMeanwhile");
    await room.say(room.dilys, threadId, "As I said.");
    await renameThread(openThreadToRename(await room.thread(room.dilys, threadId)), { title: "Settled" }, key());
    await expect(lockThread(await manage(threadId), { why: "Again." }, key())).rejects.toThrow("lockedAlready");
    await unlockThread(await manage(threadId), {}, key());
    await room.say(room.corin, threadId, "Thank you.");
    const acts = await db().select().from(ledger).where(eq(ledger.objectId, threadId)).orderBy(ledger.id);
    expect(acts.map(({ verb, actorId }) => [verb, actorId]).slice(-3)).toEqual([
      ["thread locked", room.dilys],
      ["thread renamed", room.dilys],
      ["thread unlocked", room.dilys],
    ]);
  });

  test("what one wrote oneself can be taken back even there", async () => {
    const { threadId } = await room.start(room.bridget);
    const { postId } = await room.say(room.corin, threadId, "A slip.");
    await lockThread(await manage(threadId), { why: "Enough." }, key());
    await removePost(openPostRemoval(await room.post(room.corin, postId)), { why: "" }, key());
    await expectKept(threadId);
  });
});

describe("pin", () => {
  const pin = async (id: string, days: number | null = null, place: "space" | "front" = "space") =>
    pinThread(await manage(id), { place, days }, key());
  const clear = () => db().delete(threadPins);

  test("it stands first on the first page only, and on the front page where it was pinned there", async () => {
    const { threadId } = await room.start(room.bridget, "Pinned one");
    const { threadId: next } = await room.start(room.bridget, "Newer one");
    await pin(threadId);
    const meadow = await room.space(room.corin);
    const first = await threadsOf(meadow, undefined, 1);
    expect(first.rows.map(({ id, pinned }) => [id, pinned])).toEqual([
      [threadId, true],
      [next, false],
    ]);
    const all = await threadsOf(meadow);
    expect(all.rows.filter(({ id }) => id === threadId)).toHaveLength(1);
    expect((await threadsIn([meadow])).rows[0]?.pinned).toBe(false);
    await pin(threadId, null, "front");
    expect((await threadsIn([meadow])).rows[0]).toMatchObject({ id: threadId, pinned: true });
    await unpinThread(await manage(threadId), { place: "front" }, key());
    expect((await threadsIn([meadow])).rows[0]?.pinned).toBe(false);
    await clear();
  });

  test("at most five stand there, whoever pins at once; one whose time is over makes room", async () => {
    const made = await Promise.all(Array.from({ length: 8 }, (_, n) => room.start(room.bridget, `Pin ${n} of many`)));
    const tried = await Promise.allSettled(made.map(({ threadId }) => pin(threadId, 1)));
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    const left = made[tried.findIndex(({ status }) => status === "rejected")]!;
    await expect(pin(left.threadId)).rejects.toThrow("ordering.pinsFull");
    await db().execute(sql`update thread_pins set ends_at = now() - interval '1 second' where slot = 3`);
    expect((await threadsOf(await room.space(room.corin))).rows.filter(({ pinned }) => pinned)).toHaveLength(4);
    await pin(left.threadId);
    expect((await threadsOf(await room.space(room.corin))).rows.filter(({ pinned }) => pinned)).toHaveLength(5);
    await clear();
  });
});

describe("move", () => {
  test("to a space for members: for a visitor its address is what never was, and both spaces are told", async () => {
    const { threadId, postId } = await room.start(room.bridget);
    await expect(moving(threadId, "attic", room.dilys)).rejects.toThrow("common.notFound");
    await expect(moving(threadId, "meadow")).rejects.toThrow("ordering.notThere");
    const early = openThreadToWrite(await room.thread(room.corin, threadId));
    const attic = await moving(threadId, "attic");
    await moveThread(attic, {}, key());
    await expect(asVisitor(threadId)).rejects.toThrow("common.notFound");
    await expect(openPost(await room.asVisitor(), postId)).rejects.toThrow("common.notFound");
    expect((await room.thread(room.corin, threadId)).space.slug).toBe("attic");
    await expect(writePost(early, { text: "Where to?" }, key())).rejects.toThrow("ordering.changedMeanwhile");
    const told = await db().select().from(events).where(eq(events.kind, "thread.moved"));
    expect(told.map(({ channel }) => channel).sort()).toEqual([`space:${room.spaceId}`, `space:${attic.to.id}`].sort());
    expect(told.every(({ subject }) => JSON.stringify(subject) === JSON.stringify({ thread: threadId }))).toBe(true);
    expect((await threadsOf(await room.space(room.corin))).rows.map(({ id }) => id)).not.toContain(threadId);
  });

  test("back where more people read, only who says that they are sure", async () => {
    const { threadId } = await room.start(room.bridget);
    await moveThread(await moving(threadId, "attic"), {}, key());
    const back = await moving(threadId, "meadow");
    await expect(moveThread(back, {}, key())).rejects.toMatchObject({
      more: { fields: { sure: "ordering.sureRequired" } },
    });
    await moveThread(back, { sure: "yes" }, key());
    expect((await asVisitor(threadId)).space.slug).toBe("meadow");
  });

  test("two that cross each other, and answers in between, all come to an end", async () => {
    const [one, other] = [await room.start(room.bridget), await room.start(room.bridget)];
    await moveThread(await moving(other.threadId, "attic"), {}, key());
    const [there, back] = [await moving(one.threadId, "attic"), await moving(other.threadId, "meadow")];
    const ends = await Promise.allSettled([
      moveThread(there, {}, key()),
      moveThread(back, { sure: "yes" }, key()),
      room.say(room.corin, one.threadId, "Here?"),
      room.say(room.corin, other.threadId, "There?"),
    ]);
    expect(ends.slice(0, 2).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    for (const { threadId } of [one, other]) await expectKept(threadId);
  });
});

describe("merge", () => {
  test("all posts stand at the end in the order of their time, answers keep what they answer, addresses lead on", async () => {
    const into = await room.start(room.bridget, "The one that stays", "Stays.");
    const from = await room.start(room.corin, "The one that goes", "Goes.");
    const answer = await room.say(room.bridget, from.threadId, "Mine goes too.", from.postId);
    const slip = await room.say(room.corin, from.threadId, "Slip.");
    await removePost(openPostRemoval(await room.post(room.corin, slip.postId)), { why: "" }, key());
    await room.say(room.dilys, into.threadId, "Stays as well.");
    await readUpTo(openThreadReader(await room.thread(room.corin, into.threadId)), { position: 2 }, key());
    const older = await room.start(room.corin, "Merged before", "First.");
    await mergeThread(await merging(older.threadId, from.threadId, room.dilys), {}, key());
    await mergeThread(await merging(from.threadId, into.threadId, room.dilys), {}, key());
    expect(await said(into.threadId)).toEqual([
      "1 Stays.",
      "2 Stays as well.",
      "3 Goes.",
      "4 Mine goes too.",
      "6 First.",
    ]);
    expect((await postsOf(await room.thread(room.bridget, into.threadId), 1))[3]?.answers).toMatchObject({
      position: 3,
    });
    expect((await room.post(room.bridget, answer.postId)).thread.id).toBe(into.threadId);
    for (const gone of [from, older])
      expect((await room.thread(room.dilys, gone.threadId)).thread.id).toBe(into.threadId);
    // Corin had read one to its end and the other to its first post; Dilys only the one that stayed.
    expect(await people(into.threadId)).toEqual(["Bridget 2 1", "Corin 2 3", "Dilys 1 2"]);
    for (const id of [into.threadId, from.threadId]) await expectKept(id);
    expect((await room.say(room.corin, from.threadId, "Late.")).position).toBe(7);
  });

  test("with a thread of a space one does not moderate, with itself, or into a wider one unasked, it is refused", async () => {
    const one = await room.start(room.bridget);
    const other = await room.start(room.bridget);
    await expect(merging(one.threadId, one.threadId)).rejects.toThrow("ordering.sameThread");
    await moveThread(await moving(other.threadId, "attic"), {}, key());
    await expect(merging(one.threadId, other.threadId, room.dilys)).rejects.toThrow("common.notFound");
    await expect(mergeThread(await merging(other.threadId, one.threadId), {}, key())).rejects.toMatchObject({
      more: { fields: { sure: "ordering.sureRequired" } },
    });
  });

  test("who answers while it is merged loses nothing: each answer is in one thread, or refused with its words", async () => {
    const into = await room.start(room.bridget);
    const from = await room.start(room.bridget);
    const early = openThreadToWrite(await room.thread(room.corin, from.threadId));
    const merge = await merging(from.threadId, into.threadId);
    const answers = Array.from({ length: 8 }, (_, n) => writePost(early, { text: `Answer ${n}` }, key()));
    const [merged, ...ends] = await Promise.allSettled([mergeThread(merge, {}, key()), ...answers]);
    expect(merged?.status).toBe("fulfilled");
    for (const end of ends) if (end.status === "rejected") expect(end.reason.code).toBe("ordering.changedMeanwhile");
    const kept = ends.filter(({ status }) => status === "fulfilled").length;
    expect((await room.thread(room.corin, into.threadId)).thread.posts).toBe(2 + kept);
    expect(await db().select().from(posts).where(eq(posts.threadId, from.threadId))).toEqual([]);
    for (const id of [into.threadId, from.threadId]) await expectKept(id);
  });

  test("two threads merged into each other at once: one way wins", async () => {
    const [one, other] = [await room.start(room.bridget), await room.start(room.bridget)];
    const both = await Promise.all([merging(one.threadId, other.threadId), merging(other.threadId, one.threadId)]);
    const ends = await Promise.allSettled(both.map((access) => mergeThread(access, {}, key())));
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const id of [one.threadId, other.threadId]) await expectKept(id);
    expect((await room.thread(room.bridget, one.threadId)).thread.posts).toBe(2);
  });

  test("eight hundred posts take the time of a few statements", async () => {
    const [from, into] = [await room.start(room.bridget), await room.start(room.bridget)];
    await db().execute(sql`
      insert into posts (community_id, thread_id, position, author_id, text, html, renderer)
      select community_id, id, 1 + n, ${room.corin}, 'x', 'x', 1 from threads, generate_series(1, 800) n where id = ${from.threadId}`);
    await db().update(threads).set({ posts: 801, lastPosition: 801 }).where(eq(threads.id, from.threadId));
    await db().execute(sql`
      insert into thread_people (community_id, thread_id, person_id, posts, last_post_at)
      select community_id, id, ${room.corin}, 800, now() from threads where id = ${from.threadId}`);
    const began = performance.now();
    await mergeThread(await merging(from.threadId, into.threadId), {}, key());
    const { rows } = await db().execute<{ id: string }>(
      sql`select id from posts where thread_id = ${into.threadId} and position = 3`,
    );
    await splitThread(
      await manage(into.threadId),
      { title: "Split off again", posts: [rows[0]!.id], rest: "yes" },
      key(),
    );
    expect(performance.now() - began).toBeLessThan(10_000);
    await expectKept(into.threadId);
  });
});

describe("split", () => {
  test("chosen posts are a thread of their own, a mark leads there and a link leads back", async () => {
    const { threadId, postId } = await room.start(room.bridget, "About humming", "Mine hums.");
    const second = await room.say(room.corin, threadId, "Plums are ripe.", postId);
    const third = await room.say(room.bridget, threadId, "Which plums?", second.postId);
    await room.say(room.dilys, threadId, "Back to humming.");
    await readUpTo(openThreadReader(await room.thread(room.dilys, threadId)), { position: 2 }, key());
    const { threadId: plums } = await splitThread(
      await manage(threadId),
      { title: "About plums", posts: [third.postId, second.postId] },
      key(),
    );
    expect(await said(threadId)).toEqual(["1 Mine hums.", "4 Back to humming."]);
    expect(await said(plums)).toEqual(["1 Plums are ripe.", "2 Which plums?"]);
    const [first, next] = await postsOf(await room.thread(room.corin, plums), 1);
    // Parted from what it answered, it answers nothing; what went together stays together.
    expect([first?.answers, next?.answers?.position]).toEqual([null, 1]);
    expect((await room.post(room.corin, third.postId)).thread.id).toBe(plums);
    expect((await room.thread(room.corin, plums)).thread).toMatchObject({
      posts: 2,
      lastPosition: 2,
      authorId: room.corin,
    });
    for (const id of [threadId, plums]) await expectKept(id);
    expect((await people(plums)).map((line) => line.split(" ").slice(0, 2).join(" "))).toContain("Corin 1");
    expect(await marksOf(await room.thread(room.bridget, threadId))).toMatchObject([
      { way: "to", id: plums, title: "About plums", position: 2, posts: 2 },
    ]);
    expect(await marksOf(await room.thread(room.bridget, plums))).toMatchObject([{ way: "from", id: threadId }]);
    await moveThread(await moving(plums, "attic"), {}, key());
    expect(await marksOf(await asVisitor(threadId))).toEqual([]);
    expect(await marksOf(await room.thread(room.bridget, threadId))).toHaveLength(1);
    expect((await room.say(room.corin, threadId, "Next.")).position).toBe(5);
  });

  test("something stays, and what is not there any more is refused", async () => {
    const one = await room.start(room.bridget);
    const other = await room.start(room.bridget);
    const split = async (...chosen: string[]) =>
      splitThread(await manage(one.threadId), { title: "All of it", posts: chosen }, key());
    await expect(split(one.postId)).rejects.toThrow("ordering.nothingStays");
    await room.say(room.corin, one.threadId, "Stays.");
    await expect(split(one.postId, other.postId)).rejects.toThrow("ordering.postsGone");
    await expectKept(one.threadId);
  });
});
