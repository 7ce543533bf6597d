import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { openAnswer, openPostRemoval } from "@/lib/access/gate";
import { acceptAnswer, takeBackAnswer } from "@/lib/answers/commands";
import { removePost, restorePost } from "@/lib/posts/commands";
import { eraseRows } from "@/lib/privacy/erase";
import { responsesOf } from "@/lib/reactions/queries";
import { changeSpace } from "@/lib/spaces/commands";
import { threadsOf } from "@/lib/threads/queries";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
  await ask(true);
});

/** Whether threads of the meadow are questions. */
const ask = async (questions?: boolean) =>
  changeSpace(
    await room.desk(),
    {
      space: room.spaceId,
      name: "The Meadow",
      slug: "meadow",
      purpose: "Where everybody talks.",
      readAudience: "everyone",
      writeAudience: "members",
      readBadges: [],
      writeBadges: [],
      needs: "any",
      door: "listed",
      questions,
    },
    key(),
  );
const asked = async () => {
  const { threadId, postId } = await room.start(room.bridget);
  const one = (await room.say(room.corin, threadId, "Oil the hinge.")).postId;
  const two = (await room.say(room.dilys, threadId, "Turn the blade.")).postId;
  return { threadId, first: postId, one, two };
};
const accept = async (who: string, post: string) => acceptAnswer(openAnswer(await room.post(who, post)), {}, key());
const answerOf = async (thread: string) => (await responsesOf(await room.thread(room.dilys, thread), 1)).answer;
const removal = async (who: string, post: string) => openPostRemoval(await room.post(who, post));

test("Bridget marks the answer, marks another instead, and takes it back; lists say which threads are answered", async () => {
  const { threadId, one, two } = await asked();
  const listed = async () =>
    (await threadsOf(await room.space(room.dilys))).rows.find(({ id }) => id === threadId)?.answered;
  expect(await listed()).toBe(false);
  await accept(room.bridget, one);
  expect(await answerOf(threadId)).toEqual({ id: one, position: 2, name: "Corin" });
  expect(await listed()).toBe(true);
  await accept(room.bridget, two);
  expect((await answerOf(threadId))?.id).toBe(two);
  await expect(takeBackAnswer(openAnswer(await room.post(room.bridget, one)), {}, key())).rejects.toMatchObject({
    code: "answers.notChosen",
  });
  await takeBackAnswer(openAnswer(await room.post(room.bridget, two)), {}, key());
  expect(await answerOf(threadId)).toBeNull();
  const { rows } = await db().execute<{ verb: string }>(
    sql`select verb from ledger where object_id in (${one}, ${two}) and verb like 'answer%' order by at, id`,
  );
  expect(rows.map(({ verb }) => verb)).toEqual(["answer accepted", "answer accepted", "answer taken back"]);
});

test("only who asked and who moderates choose, never the question itself, and only where threads are questions", async () => {
  const { first, one } = await asked();
  await expect(accept(room.corin, one)).rejects.toMatchObject({ code: "answers.notYours" });
  await expect(accept(room.bridget, first)).rejects.toMatchObject({ code: "answers.notHere" });
  await accept(room.owner, one);
  await ask(false);
  await expect(accept(room.bridget, one)).rejects.toMatchObject({ code: "answers.notHere" });
  // Left unsaid, it stays as it is.
  await ask(undefined);
  await expect(accept(room.bridget, one)).rejects.toMatchObject({ code: "answers.notHere" });
  await ask(true);
});

test("at once by two: one answer is left", async () => {
  const { threadId, one, two } = await asked();
  await Promise.all([accept(room.bridget, one), accept(room.owner, two), accept(room.bridget, one)]);
  const { rows } = await db().execute(sql`select post_id from thread_answers where thread_id = ${threadId}`);
  expect(rows.length).toBe(1);
});

test("an answer that is removed answers nothing, and brought back it is chosen again or not at all", async () => {
  const { threadId, one } = await asked();
  await accept(room.bridget, one);
  const before = openAnswer(await room.post(room.bridget, one));
  await removePost(await removal(room.corin, one), { why: "" }, key());
  expect(await answerOf(threadId)).toBeNull();
  await expect(acceptAnswer(before, {}, key())).rejects.toMatchObject({ code: "threads.removedAlready" });
  await restorePost(await removal(room.corin, one), {}, key());
  expect(await answerOf(threadId)).toBeNull();
  await accept(room.bridget, one);
  expect((await answerOf(threadId))?.id).toBe(one);
});

test("the answer is a post of its own thread, which the database itself demands", async () => {
  const here = await asked();
  const there = await asked();
  await accept(room.bridget, here.one);
  await expect(
    db().execute(sql`update thread_answers set post_id = ${there.one} where thread_id = ${here.threadId}`),
  ).rejects.toThrow();
});

test("words that went with their author answer nothing any more; a name that went leaves the answer", async () => {
  const { threadId } = await asked();
  const fia = await room.aMember("Fia");
  const { postId } = await room.say(fia, threadId, "Try butter.");
  await accept(room.bridget, postId);
  await db().transaction((tx) => eraseRows(tx, fia, "name"));
  expect(await answerOf(threadId)).toEqual({ id: postId, position: 4, name: null });
  await db().transaction((tx) => eraseRows(tx, fia, "texts"));
  expect(await answerOf(threadId)).toBeNull();
});
