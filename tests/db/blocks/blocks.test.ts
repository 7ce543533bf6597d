import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  openInside,
  openMember,
  openMemberInside,
  openPerson,
  openPostRemoval,
  openReaction,
  openSpaceAsMember,
  openSpaceToWrite,
} from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { block, mostBlocked, unblock } from "@/lib/blocks/commands";
import { myBlocked } from "@/lib/blocks/queries";
import { placesNamed } from "@/lib/jump/queries";
import { memberPage } from "@/lib/members/queries";
import { removePost } from "@/lib/posts/commands";
import { postsOf } from "@/lib/posts/queries";
import { heldAbout } from "@/lib/privacy/queries";
import { react } from "@/lib/reactions/commands";
import { spaceChannel } from "@/lib/realtime/channels";
import { presenceId } from "@/lib/realtime/presence-ids";
import { presentIn } from "@/lib/realtime/present";
import { isShown } from "@/lib/realtime/shown";
import { mentionable } from "@/lib/references/mentionable";
import { referredTo } from "@/lib/references/queries";
import { threadsOf } from "@/lib/threads/queries";
import { newsSince } from "@/lib/visits/queries";
import { aPerson, onFreshDatabase } from "../jobs/product";
import { aNewsroom, key, type Room } from "../notifications/world";
import { foundBy } from "./search";

onFreshDatabase();

let room: Room;
/** Ada blocks Bo in each test, and may unblock them; both are new. */
let ada: string;
let bo: string;
beforeAll(async () => {
  room = await aNewsroom();
});

const pair = async () => {
  [ada, bo] = [await room.aMember("Ada"), await room.aMember("Bo")];
};
const blocks = async (who: string, other: string) => block(openMember(await room.to(who)), { person: other }, key());
const unblocks = async (who: string, other: string) =>
  unblock(openPerson(await viewerOf(who)), { person: other }, key());
const titles = async (who: string) => (await threadsOf(await room.space(who))).rows.map(({ title }) => title);

describe("block", () => {
  test("what they write is folded for who blocks them, and for nobody else", async () => {
    await pair();
    const { threadId } = await room.start(ada, "Hum one");
    await room.say(bo, threadId, "I hum.");
    await blocks(ada, bo);
    const seen = async (who: string) =>
      (await postsOf(await room.thread(who, threadId), 1)).map(({ blocked, html }) => [blocked, html !== null]);
    expect(await seen(ada), "the words are there to be opened").toEqual([
      [false, true],
      [true, true],
    ]);
    expect(await seen(bo), "who is blocked notices nothing").toEqual([
      [false, true],
      [false, true],
    ]);
    expect((await seen(room.corin)).some(([blocked]) => blocked)).toBe(false);
    await unblocks(ada, bo);
    expect((await seen(ada)).some(([blocked]) => blocked)).toBe(false);
  });

  test("where others quote or answer them, their words are folded and their name is not said", async () => {
    await pair();
    const { threadId } = await room.start(ada, "Hum two");
    const { postId } = await room.say(bo, threadId, "I hum too.");
    const { slug } = (await room.to(ada)).community;
    await room.say(room.corin, threadId, `> [Bo](/${slug}/posts/${postId}):\n> I hum too.\n\nSo he does.`, postId);
    await blocks(ada, bo);
    const seen = async (who: string) => {
      const access = await room.thread(who, threadId);
      const last = (await postsOf(access, 1)).at(-1)!;
      const { posts } = await referredTo(access, [last.id]);
      return [last.answers?.blocked, posts.get(postId)?.blocked];
    };
    expect(await seen(ada)).toEqual([true, true]);
    expect(await seen(bo)).toEqual([false, false]);
    expect(await seen(room.corin)).toEqual([false, false]);
  });

  test("threads they began leave the lists, and what they say the search; their own lists stay whole", async () => {
    await pair();
    await room.start(bo, "Quince jam", "A quince is a pear that went to sea.");
    expect(await titles(ada)).toContain("Quince jam");
    expect(await foundBy(await room.to(ada), "quince")).toEqual(["Quince jam"]);
    await blocks(ada, bo);
    expect(await titles(ada)).not.toContain("Quince jam");
    expect(await foundBy(await room.to(ada), "quince")).toEqual([]);
    const jump = async (who: string, words: string) =>
      (await placesNamed(await openInside(await room.to(who)), words)).map(({ id, title }) => [title, id]);
    expect((await jump(ada, "quince")).map(([title]) => title)).not.toContain("Quince jam");
    expect((await jump(ada, "Bo")).map(([, id]) => id)).not.toContain(bo);
    for (const who of [bo, room.corin]) {
      expect(await titles(who)).toContain("Quince jam");
      expect(await foundBy(await room.to(who), "quince")).toEqual(["Quince jam"]);
    }
    expect(
      (await jump(bo, "Ada")).map(([, id]) => id),
      "who is blocked still finds them",
    ).toContain(ada);
  });

  test("no answer, mention, quote or reaction of theirs is told, by mail or in the app; what moderators do is", async () => {
    await pair();
    const { threadId, postId } = await room.start(ada, "Hum two");
    await blocks(ada, bo);
    await room.say(bo, threadId, "@[Ada], it does.", postId);
    await react(openReaction(await room.post(bo, postId)), { kind: "like" }, key());
    expect(await room.rowsOf(ada)).toEqual([]);
    await room.say(room.corin, threadId, "And mine.", postId);
    expect(await room.says(ada)).toEqual([expect.stringContaining("Corin")]);
    const removal = async () => openPostRemoval(await room.post(room.owner, postId));
    await blocks(ada, room.owner);
    await removePost(await removal(), { why: "Off the topic." }, key());
    expect((await room.says(ada)).join(" ")).toContain("removed");
  });

  test("what was told before they were blocked is not shown any more, nor counted, and is again afterwards", async () => {
    await pair();
    const { threadId, postId } = await room.start(ada, "Hum three");
    await room.say(bo, threadId, "It does.", postId);
    expect(await room.unread(ada)).toBe(1);
    await blocks(ada, bo);
    expect([await room.unread(ada), await room.says(ada)]).toEqual([0, []]);
    await unblocks(ada, bo);
    expect(await room.unread(ada)).toBe(1);
  });

  test("what happened since one was here leaves them out", async () => {
    await pair();
    const { threadId, postId } = await room.start(ada, "Hum four");
    const before = new Date(Date.now() - 60_000).toISOString();
    await room.say(bo, threadId, "It does.", postId);
    const news = async () => newsSince(openMemberInside(await openInside(await room.to(ada))), before);
    const first = await news();
    expect(first.answers.map(({ name }) => name)).toEqual(["Bo"]);
    await blocks(ada, bo);
    const later = await news();
    expect(later.answers).toEqual([]);
    expect([first.threads - later.threads, first.newcomers - later.newcomers]).toEqual([1, 1]);
  });

  test("they are not offered to be mentioned, and not named among who is here; nobody is shown that who blocks them is here", async () => {
    await pair();
    const offered = async () =>
      (await mentionable(openSpaceToWrite(await room.space(ada)), "Bo")).map(({ id }) => id).includes(bo);
    const access = openSpaceAsMember(await room.space(ada));
    const channel = spaceChannel(room.spaceId);
    const ids = [presenceId("secret", channel, bo), presenceId("secret", channel, room.corin)];
    const named = async () => (await presentIn(access, ids, "secret")).map(({ name }) => name);
    const place = { communityId: access.community.id, channel };
    expect([await offered(), await named(), await isShown(place, ada)]).toEqual([true, ["Bo", "Corin"], true]);
    await blocks(ada, bo);
    expect([await offered(), await named(), await isShown(place, ada)]).toEqual([false, ["Corin"], false]);
    expect(await isShown(place, bo)).toBe(true);
    expect(await isShown({ communityId: randomUUID(), channel }, ada), "elsewhere they are").toBe(true);
    await unblocks(ada, bo);
    expect(await isShown(place, ada)).toBe(true);
  });

  test("only who blocks sees it: no ledger, no page, no count and no copy of data says it to anybody else", async () => {
    await pair();
    const ledger = async () => (await db().execute(sql`select count(*) from ledger`)).rows;
    const before = [await ledger(), await heldAbout(openPerson(await viewerOf(bo)))];
    await blocks(ada, bo);
    expect([await ledger(), await heldAbout(openPerson(await viewerOf(bo)))]).toEqual(before);
    const mine = await myBlocked(openPerson(await viewerOf(ada)));
    expect(mine.map(({ id, name }) => [id, name])).toEqual([[bo, "Bo"]]);
    expect(await myBlocked(openPerson(await viewerOf(bo)))).toEqual([]);
    const page = async (who: string, whom: string) => (await memberPage(openMember(await room.to(who)), whom)).blocked;
    expect([await page(ada, bo), await page(bo, ada), await page(room.owner, ada)]).toEqual([true, false, false]);
  });

  test("it holds once however often it is sent, and to unblock somebody who is not blocked changes nothing", async () => {
    await pair();
    const once = key();
    const access = openMember(await room.to(ada));
    await Promise.all([1, 2, 3].map(() => block(access, { person: bo }, once)));
    await blocks(ada, bo);
    expect(await myBlocked(openPerson(await viewerOf(ada)))).toHaveLength(1);
    await unblocks(ada, bo);
    await unblocks(ada, bo);
    expect(await myBlocked(openPerson(await viewerOf(ada)))).toEqual([]);
  });

  test("oneself, and who does not belong here, cannot be blocked", async () => {
    await pair();
    const stranger = await aPerson({ name: "Stranger" });
    await expect(blocks(ada, ada)).rejects.toMatchObject({ code: "blocks.oneself" });
    for (const nobody of [stranger, randomUUID()])
      await expect(blocks(ada, nobody)).rejects.toMatchObject({ status: 404 });
  });

  test("nobody blocks more than five hundred, from two browsers at once either", async () => {
    await pair();
    const cy = await room.aMember("Cy");
    await db().execute(sql`
      with made as (insert into people (id, name, state) select gen_random_uuid(), 'Somebody', 'active'
        from generate_series(1, ${mostBlocked - 1}) returning id)
      insert into blocks (person_id, blocked_id) select ${ada}, id from made`);
    const both = await Promise.allSettled([blocks(ada, bo), blocks(ada, cy)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "blocks.tooMany" } });
    expect(await myBlocked(openPerson(await viewerOf(ada)))).toHaveLength(mostBlocked);
  });
});
