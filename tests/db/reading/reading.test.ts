import { beforeAll, describe, expect, test } from "vitest";
import { openInside, openMemberInside, openPostRemoval, openThreadReader } from "@/lib/access/gate";
import { removePost } from "@/lib/posts/commands";
import { answersTo, postAlone } from "@/lib/posts/queries";
import { keepUnreadFrom, markAllRead, readUpTo } from "@/lib/threads/commands";
import { threadsOf } from "@/lib/threads/queries";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
});

const line = async (who: string, threadId: string) =>
  (await threadsOf(await room.space(who))).rows.find(({ id }) => id === threadId);
const unread = async (who: string) =>
  (await threadsOf(await room.space(who), undefined, undefined, { unread: true })).rows.map(({ id }) => id);
const reader = async (who: string, threadId: string) => openThreadReader(await room.thread(who, threadId));
const everything = async (who: string) => openMemberInside(await openInside(await room.to(who)));
const now = () => ({ until: new Date(Date.now() + 60_000).toISOString() });

describe("how far somebody has read", () => {
  test("goes back by keeping unread from a post on, to the first if they wish, and by nothing else", async () => {
    const { threadId } = await room.start(room.bridget);
    for (const word of ["Two.", "Three.", "Four."]) await room.say(room.bridget, threadId, word);
    await readUpTo(await reader(room.corin, threadId), { position: 4 }, key());
    expect(await line(room.corin, threadId)).toMatchObject({ unread: 0, readPosition: 4 });
    await keepUnreadFrom(await reader(room.corin, threadId), { position: 3 }, key());
    expect(await line(room.corin, threadId)).toMatchObject({ unread: 2, readPosition: 2 });
    await readUpTo(await reader(room.corin, threadId), { position: 1 }, key());
    expect(await line(room.corin, threadId)).toMatchObject({ unread: 2, readPosition: 2 });
    await keepUnreadFrom(await reader(room.corin, threadId), { position: 1 }, key());
    expect(await line(room.corin, threadId)).toMatchObject({ unread: 4, readPosition: 0 });
  });

  test("what was over before somebody came is not unread for them, unless they keep it so", async () => {
    const { threadId } = await room.start(room.bridget, "Before anybody came");
    const latecomer = await room.aMember("Latecomer");
    expect(await unread(latecomer)).not.toContain(threadId);
    await keepUnreadFrom(await reader(latecomer, threadId), { position: 1 }, key());
    expect(await unread(latecomer)).toContain(threadId);
    expect(await unread(room.dilys)).toContain(threadId);
  });

  test("all of it is marked read at once, but not what was said after the list was made", async () => {
    const { threadId } = await room.start(room.bridget, "Marked with all");
    const seen = new Date();
    const later = await room.start(room.bridget, "Said afterwards");
    await markAllRead(await everything(room.dilys), { until: seen.toISOString() }, key());
    expect(await unread(room.dilys)).toEqual([later.threadId]);
    expect(await line(room.dilys, threadId)).toMatchObject({ unread: 0, readPosition: 1 });
    const { threads } = await markAllRead(await everything(room.dilys), now(), key());
    expect(threads).toBe(1);
    expect(await unread(room.dilys)).toEqual([]);
    await room.say(room.corin, threadId, "One more.");
    expect(await unread(room.dilys)).toEqual([threadId]);
    expect(await unread(room.corin)).not.toEqual([]);
  });
});

describe("in reply to, in place", () => {
  test("a post by itself and what was answered to it, in order and without what was taken back", async () => {
    const { threadId, postId } = await room.start(room.bridget, "Answered", "Who hums?");
    const first = await room.say(room.corin, threadId, "I hum.", postId);
    await room.say(room.dilys, threadId, "Beside the matter.");
    const gone = await room.say(room.dilys, threadId, "Not I.", postId);
    await removePost(openPostRemoval(await room.post(room.dilys, gone.postId)), { why: "" }, key());
    const asked = await room.post(room.corin, postId);
    expect((await postAlone(asked)).map(({ id, answered }) => [id, answered])).toEqual([[postId, 1]]);
    expect((await answersTo(asked)).map(({ id }) => id)).toEqual([first.postId]);
    expect(await answersTo(asked, 2)).toEqual([]);
  });
});
