import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { spaces, threadAnswers } from "@/db/schema";
import { openAnswer, openThreadToManage, openThreadToMerge } from "@/lib/access/gate";
import { acceptAnswer } from "@/lib/answers/commands";
import { responsesOf } from "@/lib/reactions/queries";
import { mergeThread } from "@/lib/threads/ordering/merge";
import { splitThread } from "@/lib/threads/ordering/split";
import { threadsOf } from "@/lib/threads/queries";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "./room";

onFreshDatabase();

// Its own file: where a question is part of it, a thread that is merged or split has an answer to lose.
let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
  await db().update(spaces).set({ questions: true }).where(eq(spaces.id, room.spaceId));
});

const manage = async (id: string) => openThreadToManage(await room.thread(room.owner, id));
/** Bridget asks; Corin answers, then Dilys; the second is the answer. */
async function asked() {
  const { threadId, postId } = await room.start(room.bridget);
  const corin = (await room.say(room.corin, threadId, "Oil the hinge.")).postId;
  const dilys = (await room.say(room.dilys, threadId, "Turn the blade.")).postId;
  await acceptAnswer(openAnswer(await room.post(room.bridget, dilys)), {}, key());
  return { threadId, postId, corin, dilys };
}
/** The answer as it is shown, as the list says it, and as it is kept: one thing. */
async function answerOf(id: string) {
  const { answer } = await responsesOf(await room.thread(room.corin, id), 1);
  const listed = (await threadsOf(await room.space(room.corin))).rows.find((row) => row.id === id)?.answered;
  expect(listed).toBe(answer !== null && answer !== undefined);
  const kept = await db().select().from(threadAnswers).where(eq(threadAnswers.threadId, id));
  expect(kept).toHaveLength(listed ? 1 : 0);
  return answer?.id;
}

test("a thread that is merged into another brings no answer along, and the other keeps its own", async () => {
  const [from, into] = [await asked(), await asked()];
  await mergeThread(await openThreadToMerge(await manage(from.threadId), into.threadId), {}, key());
  expect(await answerOf(into.threadId)).toBe(into.dilys);
  const open = await room.start(room.bridget);
  await mergeThread(await openThreadToMerge(await manage(into.threadId), open.threadId), {}, key());
  expect(await answerOf(open.threadId)).toBeUndefined();
});

test("an answer that stays with its question stays the answer; one that goes elsewhere is none there", async () => {
  const { threadId, corin, dilys } = await asked();
  const first = await splitThread(await manage(threadId), { title: "About hinges", posts: [corin] }, key());
  expect([await answerOf(threadId), await answerOf(first.threadId)]).toEqual([dilys, undefined]);
  const second = await splitThread(await manage(threadId), { title: "About blades", posts: [dilys] }, key());
  expect([await answerOf(threadId), await answerOf(second.threadId)]).toEqual([undefined, undefined]);
});

test("a question that goes alone leaves no answer behind", async () => {
  const { threadId, postId } = await asked();
  const split = await splitThread(await manage(threadId), { title: "The question", posts: [postId] }, key());
  expect([await answerOf(threadId), await answerOf(split.threadId)]).toEqual([undefined, undefined]);
});
