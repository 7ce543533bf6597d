import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { openThreadToWrite } from "@/lib/access/gate";
import { writePost } from "@/lib/posts/commands";
import { askForPulse } from "@/lib/pulse/commands";
import { lapsing, unanswered, ungreeted } from "@/lib/pulse/moves";
import { pulseHere } from "@/lib/pulse/queries";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";
import { aSpace, type House, lately, plant, pulseAs, takeWaiting } from "./planted";

onFreshDatabase();

test("who waits for an answer: members' threads without one, who waits longest first; a word from anybody else, and they wait no more", async () => {
  const room = await aRoom();
  const { threadId } = await room.start(room.bridget, "Does yours hum too?");
  const later = await room.start(room.corin, "Which felt?");
  await room.start(room.owner, "News of the brand");
  const old = await room.start(room.dilys, "Long gone");
  await db().execute(sql`update threads set created_at = now() - interval '40 days' where id = ${old.threadId}`);
  await db().execute(sql`update threads set created_at = now() - interval '2 days' where id = ${threadId}`);
  const waiting = async () => (await unanswered(await room.desk())).map(({ title }) => title);
  expect(await waiting()).toEqual(["Does yours hum too?", "Which felt?"]);
  await room.say(room.dilys, threadId, "It does.");
  expect(await waiting()).toEqual(["Which felt?"]);
  expect((await unanswered(await room.desk()))[0]).toMatchObject({ id: later.threadId, author: "Corin" });
});

test("newcomers who spoke and were answered by nobody, each with the post to answer", async () => {
  const room = await aRoom();
  const { threadId, postId } = await room.start(room.bridget, "Hello");
  const found = async () => (await ungreeted(await room.desk())).map(({ name }) => name);
  expect(await ungreeted(await room.desk())).toMatchObject([{ name: "Bridget", post: postId, title: "Hello" }]);
  // Their own second word answers nobody.
  await room.say(room.bridget, threadId, "Anybody?");
  expect(await found()).toEqual(["Bridget"]);
  await writePost(openThreadToWrite(await room.thread(room.corin, threadId)), { text: "Hello you." }, key());
  // Corin is new as well, and spoke last.
  expect(await found()).toEqual(["Corin"]);
  await db().execute(
    sql`update memberships set joined_at = now() - interval '30 days' where person_id = ${room.corin}`,
  );
  expect(await found()).toEqual([]);
});

test("ties about to lapse, with the thread to go on in and what one more exchange would do; who talks again is not among them", async () => {
  const room = await aRoom();
  const house = room as unknown as House;
  const meadow = await aSpace(house, "hollow", "everyone");
  const half = lately("tight", { people: 36, weeks: 12, seed: 4 }).filter(
    ({ thread = "" }) => [...thread].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) % 5 < 2,
  );
  await plant(house, meadow, half);
  await askForPulse(await room.desk(), {}, key());
  await takeWaiting();
  const { result } = (await pulseHere(await pulseAs(house, room.owner)))!;
  const ties = await lapsing(await room.desk(), result);
  expect(ties.length).toBeGreaterThan(1);
  const value = result.elements.interaction.value!;
  for (const { would } of ties) expect(would).toBeGreaterThanOrEqual(value);
  expect(ties[0]!.would).toBeGreaterThan(value);
  expect(ties.map(({ would }) => would)).toEqual(ties.map(({ would }) => would).sort((a, b) => b! - a!));
  expect(ties[0]).toMatchObject({ title: "A talk", space: "The hollow" });

  const { rows } = await db().execute<{ thread: string; a: string }>(
    sql`select thread_id as thread, author_id as a from posts where id = ${ties[0]!.post}`,
  );
  await room.say(rows[0]!.a, rows[0]!.thread, "Are you still there?");
  const after = await lapsing(await room.desk(), result);
  expect(after.map(({ post }) => post)).not.toContain(ties[0]!.post);
});
