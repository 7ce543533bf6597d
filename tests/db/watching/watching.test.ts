import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { events, ledger, spaceLevels, threadLevels } from "@/db/schema";
import {
  openInside,
  openMemberInside,
  openPerson,
  openSpaceAsMember,
  openThreadReader,
  openThreadToManage,
  openThreadToMerge,
} from "@/lib/access/gate";
import { eraseRows } from "@/lib/privacy/erase";
import { changeMySetting } from "@/lib/settings/commands";
import { markAllRead, readUpTo } from "@/lib/threads/commands";
import { mergeThread } from "@/lib/threads/ordering/merge";
import { splitThread } from "@/lib/threads/ordering/split";
import { threadsOf } from "@/lib/threads/queries";
import { newsSince } from "@/lib/visits/queries";
import { setSpaceLevel, setThreadLevel } from "@/lib/watching/commands";
import { levelInput } from "@/lib/watching/input";
import { watchersOf } from "@/lib/watching/watchers";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
});

type Level = Parameters<typeof setThreadLevel>[1]["level"];
const choose = async (who: string, thread: string, level: Level) =>
  setThreadLevel(openThreadReader(await room.thread(who, thread)), { level }, key());
const chooseSpace = async (who: string, level: Level) =>
  setSpaceLevel(openSpaceAsMember(await room.space(who)), { level }, key());
const read = async (who: string, thread: string, position: number) =>
  readUpTo(openThreadReader(await room.thread(who, thread)), { position }, key());
const level = async (who: string, thread: string) => {
  const found = (await room.thread(who, thread)).thread;
  const line = (await threadsOf(await room.space(who))).rows.find(({ id }) => id === thread);
  expect(line?.level, "the list and the thread say the same").toBe(found.level);
  return found.level;
};
const unread = async (who: string) =>
  (await threadsOf(await room.space(who), undefined, 50, { unread: true })).rows.map(({ id }) => id);
const inside = async (who: string) => openMemberInside(await openInside(await room.to(who)));
const watchers = async (threadId: string, ...more: [string?, number?]) =>
  watchersOf(db(), { communityId: (await room.to(room.bridget)).community.id, threadId }, ...more);
const byThread = async (thread: string) => {
  const rows = await db().select().from(threadLevels).where(eq(threadLevels.threadId, thread));
  return Object.fromEntries(rows.map((row) => [row.personId, row.level]));
};

describe("mute, normal, track and watch", () => {
  test("without a choice one tracks what one wrote in or has read, and nothing else", async () => {
    const { threadId } = await room.start(room.bridget);
    expect(await level(room.bridget, threadId)).toBe("track");
    expect(await level(room.corin, threadId)).toBe("normal");
    await read(room.corin, threadId, 1);
    expect(await level(room.corin, threadId)).toBe("track");
    expect((await room.thread(room.corin, threadId)).thread.chosen).toBe(false);
    expect(await byThread(threadId), "what is worked out is not written down").toEqual({});
  });

  test("the choice for a thread stands above the one for its space, and taken back it is followed as its space", async () => {
    const evan = await room.aMember("Evan");
    const { threadId } = await room.start(room.bridget);
    await chooseSpace(evan, "watch");
    expect(await level(evan, threadId)).toBe("watch");
    await choose(evan, threadId, "normal");
    expect(await level(evan, threadId)).toBe("normal");
    expect((await room.thread(evan, threadId)).thread.chosen).toBe(true);
    await choose(evan, threadId, "default");
    expect(await level(evan, threadId)).toBe("watch");
    expect((await room.to(evan)).spaceLevels).toEqual({ [room.spaceId]: "watch" });
    await chooseSpace(evan, "default");
    expect(await level(evan, threadId)).toBe("normal");
    expect((await room.to(evan)).spaceLevels).toEqual({});
  });

  test("chosen twice at once it is one choice, and what is none of the four is refused", async () => {
    const { threadId } = await room.start(room.bridget);
    await Promise.all([choose(room.corin, threadId, "watch"), choose(room.corin, threadId, "watch")]);
    await choose(room.corin, threadId, "mute");
    expect(await byThread(threadId)).toEqual({ [room.corin]: "mute" });
    expect(levelInput.safeParse({ level: "loud" }).success).toBe(false);
  });

  test("writing never stands above a choice of one's own", async () => {
    const flora = await room.aMember("Flora");
    const { threadId } = await room.start(room.bridget);
    await choose(flora, threadId, "mute");
    await room.say(flora, threadId, "Only this once.");
    expect(await level(flora, threadId)).toBe("mute");
    await choose(flora, threadId, "default");
    expect(await level(flora, threadId)).toBe("track");
    await chooseSpace(flora, "mute");
    expect(await level(flora, threadId)).toBe("mute");
  });

  test("who does not follow what they write in tracks it only by choice", async () => {
    const gwen = await room.aMember("Gwen");
    const { threadId } = await room.start(gwen);
    expect(await level(gwen, threadId)).toBe("track");
    const me = openPerson((await room.to(gwen)).viewer);
    await changeMySetting(me, { setting: "followWritten", value: false }, key());
    expect(await level(gwen, threadId)).toBe("normal");
    expect(await level(room.bridget, threadId), "of others nothing changes").toBe("normal");
    await choose(gwen, threadId, "track");
    expect(await level(gwen, threadId)).toBe("track");
  });
});

describe("what is muted", () => {
  test("is left out of what is unread and of what is new since one was here; marking all read takes it along", async () => {
    const hugo = await room.aMember("Hugo");
    const since = new Date().toISOString();
    const { threadId } = await room.start(room.bridget);
    const mine = await room.start(hugo, "Mine");
    await room.say(room.corin, mine.threadId, "To you.", mine.postId);
    const before = await newsSince(await inside(hugo), since);
    expect([before.threads, before.answers.length]).toEqual([2, 1]);
    expect(await unread(hugo)).toEqual([mine.threadId, threadId]);

    await choose(hugo, mine.threadId, "mute");
    const after = await newsSince(await inside(hugo), since);
    expect([after.threads, after.answers.length]).toEqual([1, 0]);
    expect(await unread(hugo)).toEqual([threadId]);

    await chooseSpace(hugo, "mute");
    await choose(hugo, mine.threadId, "watch");
    expect(await unread(hugo), "one thread of a muted space").toEqual([mine.threadId]);
    await markAllRead(await inside(hugo), { until: new Date().toISOString() }, key());
    await chooseSpace(hugo, "default");
    expect(await unread(hugo)).toEqual([]);
  });
});

describe("who watches", () => {
  test("is whoever chose it for the thread or its space, but not who chose otherwise for the thread; page by page", async () => {
    const [ida = "", jory = "", kit = ""] = await Promise.all(["Ida", "Jory", "Kit"].map((name) => room.aMember(name)));
    const { threadId } = await room.start(room.bridget);
    await choose(ida, threadId, "watch");
    await chooseSpace(jory, "watch");
    await chooseSpace(kit, "watch");
    await choose(kit, threadId, "mute");
    await chooseSpace(ida, "watch");
    const both = [ida, jory].sort();
    expect(await watchers(threadId)).toEqual(both);
    expect(await watchers(threadId, undefined, 1)).toEqual(both.slice(0, 1));
    expect(await watchers(threadId, both[0])).toEqual(both.slice(1));
    await Promise.all([ida, jory, kit].map((one) => chooseSpace(one, "default")));
  });

  test("is in no ledger and no event", async () => {
    const { threadId } = await room.start(room.bridget);
    const told = async () => [(await db().select().from(ledger)).length, (await db().select().from(events)).length];
    const before = await told();
    await choose(room.corin, threadId, "watch");
    await chooseSpace(room.corin, "watch");
    await chooseSpace(room.corin, "default");
    expect(await told()).toEqual(before);
  });
});

describe("when threads are put in order", () => {
  const manage = async (id: string) => openThreadToManage(await room.thread(room.owner, id));

  test("merged: what was chosen for the thread that goes on stays, and else what was chosen for the other", async () => {
    const from = await room.start(room.bridget, "One too many");
    const into = await room.start(room.bridget, "The one");
    await choose(room.corin, from.threadId, "mute");
    await choose(room.dilys, from.threadId, "watch");
    await choose(room.dilys, into.threadId, "normal");
    await mergeThread(await openThreadToMerge(await manage(from.threadId), into.threadId), {}, key());
    expect(await byThread(into.threadId)).toEqual({ [room.corin]: "mute", [room.dilys]: "normal" });
    expect(await byThread(from.threadId)).toEqual({});
  });

  test("split: the new thread is followed as the one it came from", async () => {
    const { threadId } = await room.start(room.bridget);
    const { postId } = await room.say(room.corin, threadId, "Another matter.");
    await choose(room.dilys, threadId, "watch");
    const split = await splitThread(await manage(threadId), { title: "Another matter", posts: [postId] }, key());
    expect(await byThread(split.threadId)).toEqual({ [room.dilys]: "watch" });
    expect(await byThread(threadId)).toEqual({ [room.dilys]: "watch" });
  });
});

test("erased, nothing is left of what somebody chose", async () => {
  const lowri = await room.aMember("Lowri");
  const { threadId } = await room.start(room.bridget);
  await choose(lowri, threadId, "watch");
  await chooseSpace(lowri, "mute");
  await db().transaction((tx) => eraseRows(tx, lowri, "name"));
  const left = await db().select({ n: sql`1` }).from(spaceLevels).where(eq(spaceLevels.personId, lowri));
  expect([left, await byThread(threadId)]).toEqual([[], {}]);
});
