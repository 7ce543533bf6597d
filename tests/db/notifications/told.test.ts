import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { jobMarks, notifications, spaces } from "@/db/schema";
import {
  openAnswer,
  openOwnPost,
  openPostRemoval,
  openReaction,
  openReports,
  openSpaceAsMember,
  openThreadReader,
  openThreadToManage,
  openThreadToMerge,
} from "@/lib/access/gate";
import { acceptAnswer, takeBackAnswer } from "@/lib/answers/commands";
import { answerReport, makeReport } from "@/lib/moderation/reports/commands";
import { editPost, removePost, restorePost } from "@/lib/posts/commands";
import { react } from "@/lib/reactions/commands";
import { lockThread } from "@/lib/threads/ordering/commands";
import { mergeThread } from "@/lib/threads/ordering/merge";
import { setSpaceLevel, setThreadLevel } from "@/lib/watching/commands";
import { onFreshDatabase } from "../jobs/product";
import { aNewsroom, key, type Room } from "./world";

onFreshDatabase();

let room: Room;
beforeAll(async () => {
  room = await aNewsroom();
});

const follow = async (who: string, thread: string, level: "mute" | "watch" | "default") =>
  setThreadLevel(openThreadReader(await room.thread(who, thread)), { level }, key());
const followSpace = async (who: string, level: "mute" | "watch" | "default") =>
  setSpaceLevel(openSpaceAsMember(await room.space(who)), { level }, key());

describe("somebody is told", () => {
  test("that they were answered, mentioned and quoted; each once, with the strongest reason", async () => {
    const ada = await room.aMember("Ada");
    const { threadId, postId } = await room.start(ada, "Does yours hum?");
    await room.say(room.bridget, threadId, "It does.", postId);
    expect(await room.says(ada)).toEqual(["Bridget answered you in “Does yours hum?”"]);
    await room.say(
      room.corin,
      threadId,
      `Listen, @[Ada].\n\n> [Ada](/${room.slug}/posts/${postId}):\n> Mine hums.`,
      postId,
    );
    expect(await room.says(ada)).toEqual([
      "Corin mentioned you in “Does yours hum?”",
      "Bridget answered you in “Does yours hum?”",
    ]);
    await room.say(room.dilys, threadId, `> [Ada](/${room.slug}/posts/${postId}):\n> Mine hums.\n\nSo it does.`);
    expect((await room.says(ada))[0]).toBe("Dilys quoted you in “Does yours hum?”");
    expect(await room.rowsOf(ada)).toHaveLength(3);
    expect(await room.unread(ada)).toBe(3);
  });

  test("several who did the same in a thread on a day stand in one line", async () => {
    const ben = await room.aMember("Ben");
    const { threadId, postId } = await room.start(ben, "A line for all");
    for (const who of [room.bridget, room.corin, room.dilys, room.dilys]) await room.say(who, threadId, "Yes.", postId);
    expect(await room.says(ben)).toEqual(["Dilys and 2 others answered you in “A line for all”"]);
    expect(await room.unread(ben), "lines are counted").toBe(1);
    expect(await room.rowsOf(ben)).toHaveLength(4);
  });

  test("of what oneself did nobody is told, nor of being named within a quote of others", async () => {
    const cleo = await room.aMember("Cleo");
    const { threadId, postId } = await room.start(cleo, "To myself", "Hello @[Cleo].");
    await room.say(cleo, threadId, "And again.", postId);
    const named = await room.say(room.bridget, threadId, "It was @[Corin] who said so.");
    const before = (await room.rowsOf(room.corin)).length;
    await room.say(
      room.dilys,
      threadId,
      `> [Bridget](/${room.slug}/posts/${named.postId}):\n> It was @[Corin] who said so.`,
    );
    expect(await room.rowsOf(cleo)).toEqual([]);
    expect((await room.rowsOf(room.corin)).length).toBe(before);
  });

  test("when an edit names them, once; who was named before hears nothing more", async () => {
    const [dan, eve] = [await room.aMember("Dan"), await room.aMember("Eve")];
    const { postId } = await room.start(room.bridget, "Named later", "Hello @[Dan].");
    const edit = async (text: string, version: number) =>
      editPost(openOwnPost(await room.post(room.bridget, postId)), { text, version }, key());
    await edit("Hello @[Dan] and @[Eve].", 0);
    await edit("Hello @[Eve] and @[Dan], all of you.", 1);
    expect(await room.says(eve)).toEqual(["Bridget mentioned you in “Named later”"]);
    expect(await room.rowsOf(dan)).toHaveLength(1);
  });

  test("of a new post in a thread they watch and of a new thread in a space they watch", async () => {
    const [fay, gil] = [await room.aMember("Fay"), await room.aMember("Gil")];
    await followSpace(fay, "watch");
    const { threadId, postId } = await room.start(room.bridget, "Watched");
    await follow(gil, threadId, "watch");
    await room.spread();
    expect(await room.says(fay)).toEqual(["Bridget started “Watched”"]);
    await room.say(room.corin, threadId, "One more, @[Fay].", postId);
    await room.spread();
    expect(await room.says(gil)).toEqual(["Corin wrote in “Watched”"]);
    expect((await room.lines(gil))[0]?.byThread).toBe(true);
    expect((await room.says(fay))[0], "the stronger reason stands").toBe("Corin mentioned you in “Watched”");
    expect(await room.rowsOf(fay)).toHaveLength(2);
    await followSpace(fay, "default");
  });

  test("those who watch are told by the batch, and the job twice or twice at once tells nobody twice", async () => {
    const crowd = await Promise.all(Array.from({ length: 7 }, (_, n) => room.aMember(`Watcher ${n}`)));
    const { threadId } = await room.start(room.bridget, "Many watch");
    for (const one of crowd) await follow(one, threadId, "watch");
    const { postId } = await room.say(room.corin, threadId, "News.");
    await Promise.all([room.spread(), room.spread()]);
    await db().update(jobMarks).set({ doneAt: null }).where(sql`kind = 'notifications.spread'`);
    await room.spread();
    const told = await db().select().from(notifications).where(eq(notifications.postId, postId));
    expect(told.map(({ personId }) => personId).sort()).toEqual([...crowd].sort());
  });

  test("a reaction that praises, once each, and no longer when it is taken back; of a dislike nobody is told", async () => {
    const hal = await room.aMember("Hal");
    const { postId } = await room.start(hal, "Liked");
    const feel = async (who: string, kind: "love" | "like" | "dislike" | "") =>
      react(openReaction(await room.post(who, postId)), { kind }, key());
    await feel(room.bridget, "love");
    await feel(room.bridget, "like");
    await feel(room.corin, "dislike");
    expect(await room.says(hal)).toEqual(["Bridget reacted to what you wrote in “Liked”"]);
    await feel(room.bridget, "");
    expect(await room.says(hal)).toEqual([]);
    expect(await room.unread(hal)).toBe(0);
  });
});

describe("what moderators did", () => {
  test("with one's post or thread is told whatever one muted, again when it is done again, and named by no name", async () => {
    const ivy = await room.aMember("Ivy");
    const { threadId } = await room.start(room.bridget, "Moderated");
    const { postId } = await room.say(ivy, threadId, "Something rash.");
    await follow(ivy, threadId, "mute");
    const judge = async () => openPostRemoval(await room.post(room.owner, postId));
    await removePost(await judge(), { why: "Too rash." }, key());
    expect(await room.says(ivy)).toEqual(["Your post in “Moderated” was removed by a moderator"]);
    await restorePost(await judge(), {}, key());
    expect(await room.says(ivy)).toEqual(["Your post in “Moderated” was brought back by a moderator"]);
    await removePost(await judge(), { why: "Still." }, key());
    expect(await room.says(ivy)).toEqual(["Your post in “Moderated” was removed by a moderator"]);
    expect(await room.rowsOf(ivy)).toHaveLength(1);
  });

  test("a thread that was locked, one that became part of another, a report answered", async () => {
    const jon = await room.aMember("Jon");
    const { threadId } = await room.start(jon, "Of Jon");
    const into = await room.start(room.bridget, "The other");
    const manage = async () => openThreadToManage(await room.thread(room.owner, threadId));
    await lockThread(await manage(), { why: "Enough." }, key());
    expect((await room.says(jon))[0]).toBe("Your thread “Of Jon” was locked");
    await mergeThread(await openThreadToMerge(await manage(), into.threadId), {}, key());
    expect((await room.says(jon))[0]).toBe("Your thread is now part of “The other”");
    const about = { about: `/${room.slug}`, reason: "other", text: "Look.", email: undefined } as const;
    const { reportId } = await makeReport(await room.to(jon), about, key());
    await answerReport(openReports(await room.to(room.owner)), { report: reportId, answer: "Seen." }, key());
    expect((await room.says(jon))[0]).toBe("What you reported was answered");
    expect(await room.unread(jon)).toBe((await room.lines(jon)).filter(({ unread }) => unread).length);
  });
});

describe("nobody is told", () => {
  test("of what they muted, a thread or a space, before or after", async () => {
    const kit = await room.aMember("Kit");
    const { threadId, postId } = await room.start(kit, "Muted");
    await follow(kit, threadId, "mute");
    await room.say(room.bridget, threadId, "Hello @[Kit].", postId);
    expect(await room.rowsOf(kit)).toEqual([]);
    await follow(kit, threadId, "default");
    await room.say(room.bridget, threadId, "Hello again, @[Kit].", postId);
    expect(await room.unread(kit)).toBe(1);
    await followSpace(kit, "mute");
    expect([await room.unread(kit), await room.says(kit)]).toEqual([0, []]);
    await followSpace(kit, "default");
  });

  test("of a kind they switched off: then the next reason holds", async () => {
    const lea = await room.aMember("Lea");
    await room.wish(lea, { tellMention: "off" });
    const { threadId, postId } = await room.start(lea, "Off");
    await room.say(room.bridget, threadId, "Hello @[Lea].", postId);
    expect(await room.says(lea)).toEqual(["Bridget answered you in “Off”"]);
    await room.wish(lea, { tellAnswer: "off" });
    await room.say(room.bridget, threadId, "Hello @[Lea].", postId);
    expect(await room.rowsOf(lea)).toHaveLength(1);
  });

  test("of what was taken back or removed since: it is neither there nor counted", async () => {
    const mia = await room.aMember("Mia");
    const { threadId, postId } = await room.start(mia, "Gone again");
    const said = await room.say(room.bridget, threadId, "Never mind.", postId);
    expect(await room.unread(mia)).toBe(1);
    await removePost(openPostRemoval(await room.post(room.bridget, said.postId)), { why: "" }, key());
    expect([await room.unread(mia), await room.says(mia)]).toEqual([0, []]);
    await db().update(spaces).set({ questions: true }).where(eq(spaces.id, room.spaceId));
    const asked = await room.start(room.bridget, "Asked");
    const answer = await room.say(mia, asked.threadId, "Forty two.");
    const chosen = async () => openAnswer(await room.post(room.bridget, answer.postId));
    await acceptAnswer(await chosen(), {}, key());
    expect(await room.says(mia)).toEqual(["Bridget chose your post as the answer in “Asked”"]);
    await takeBackAnswer(await chosen(), {}, key());
    expect([await room.unread(mia), await room.says(mia)]).toEqual([0, []]);
  });
});
