import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { openPostRemoval, openSpace, openSpaceToWrite, openThreadToRename, type SpaceAccess } from "@/lib/access/gate";
import { readCursor } from "@/lib/communities/keyset";
import { removePost } from "@/lib/posts/commands";
import { changeCommunitySetting } from "@/lib/settings/commands";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { makeTag, mergeTag, removeTag, renameTag } from "@/lib/tags/commands";
import { tagsTyped } from "@/lib/tags/input";
import { movedTag, tagIn, tagsAtDesk, tagsIn, tagsToSuggest } from "@/lib/tags/queries";
import { renameThread, startThread } from "@/lib/threads/commands";
import { threadsIn, threadsOf } from "@/lib/threads/queries";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
});

const start = async (tags: string[], who = room.bridget, space?: SpaceAccess) =>
  startThread(
    openSpaceToWrite(space ?? (await room.space(who))),
    { title: "What is this about", text: "See the tags.", tags },
    key(),
  );
const tagsOn = async (id: string) => (await room.thread(room.corin, id)).thread.tags.map(({ name }) => name);
const list = async (who = room.corin) =>
  (await tagsIn([await room.space(who)])).map(({ slug, threads }) => [slug, threads]);

describe("the writer types up to five", () => {
  test.each([
    ["Nebel, #Dawn , dawn", ["nebel", "dawn"]],
    ["E\u0301te\u0301", ["été"]],
    ["الليل، 夜明け", ["الليل", "夜明け"]],
    ["first steps,,", ["first-steps"]],
    ["", []],
  ])("%s", (text, tags) => expect(tagsTyped.parse(text)).toEqual(tags));
  test.each([
    ["a", "tags.notAWord"],
    ["x".repeat(31), "tags.notAWord"],
    ["no/slash", "tags.notAWord"],
    ["-edge", "tags.notAWord"],
    ["one, two, three, four, five, six", "tags.tooMany"],
  ])("%s is refused", (text, code) => expect(tagsTyped.safeParse(text).error?.issues[0]?.message).toBe(code));

  test("on the thread, in its lists, and changed with the title; a form without the field leaves them", async () => {
    const { threadId } = await start(["hum", "fridge"]);
    expect(await tagsOn(threadId)).toEqual(["fridge", "hum"]);
    const rename = openThreadToRename(await room.thread(room.bridget, threadId));
    await renameThread(rename, { title: "What is this about", tags: ["hum", "cat"] }, key());
    expect(await tagsOn(threadId)).toEqual(["cat", "hum"]);
    await renameThread(rename, { title: "About humming" }, key());
    const [top] = (await threadsOf(await room.space(room.corin))).rows;
    expect(top?.tags).toEqual([
      { slug: "cat", name: "cat" },
      { slug: "hum", name: "hum" },
    ]);
    const acts = await db().execute(sql`select verb from ledger where object_id = ${threadId} order by at, id`);
    expect(acts.rows.map(({ verb }) => verb)).toEqual([
      "thread started",
      "thread tagged",
      "thread tagged",
      "thread renamed",
    ]);
  });

  test("eight who first use the same word at once make one tag of it", async () => {
    await Promise.all(Array.from({ length: 8 }, () => start(["stampede", "at-once"])));
    expect(await list()).toContainEqual(["stampede", 8]);
    const { rows } = await db().execute(sql`select 1 from tags where slug = 'stampede'`);
    expect(rows).toHaveLength(1);
  });

  test("a space's list keeps to one tag, page by page", async () => {
    const space = await room.space(room.corin);
    const first = await threadsOf(space, undefined, 5, { tag: "stampede" });
    const second = await threadsOf(space, readCursor(first.next), 5, { tag: "stampede" });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([5, 3, undefined]);
    expect((await threadsIn([space], undefined, 5, { tag: "never-used" })).rows).toEqual([]);
  });
});

describe("a tag is known through threads one may read, and not otherwise", () => {
  test("what only insiders use is not listed, counted, suggested or found", async () => {
    const badge = await room.aBadge("Lamp");
    const insider = await room.aMember("Isamu");
    await room.grant(badge, insider);
    const facts = { name: "The Lamp Room", slug: "lamp-room", purpose: "For few.", door: "hidden" };
    const input = makeSpaceInput.parse({
      ...facts,
      readAudience: "badges",
      writeAudience: "badges",
      readBadges: [badge],
      writeBadges: [badge],
    });
    await makeSpace(await room.desk(), input, key());
    const lamp = await openSpace(await room.to(insider), "lamp-room");
    if (!("inside" in lamp)) throw new Error("It is open to its holder.");
    await start(["prototype", "fog"], insider, lamp.inside);
    await start(["fog"]);
    const outside = [await room.space(room.corin)];
    expect(await tagsIn(outside)).toContainEqual({ slug: "fog", name: "fog", threads: 1 });
    expect((await tagsIn(outside)).map(({ slug }) => slug)).not.toContain("prototype");
    expect(await tagsToSuggest(outside, true)).not.toContain("prototype");
    expect(await tagIn(outside, "prototype")).toBeUndefined();
    expect(await tagIn([...outside, lamp.inside], "PROTOTYPE")).toMatchObject({ threads: 1 });
    expect(await tagIn([...outside, lamp.inside], "fog")).toMatchObject({ threads: 2 });
  });

  test("a thread without a post in view lends its tags no existence", async () => {
    const { postId } = await start(["gone-soon"]);
    expect(await tagIn([await room.space(room.corin)], "gone-soon")).toBeDefined();
    await removePost(openPostRemoval(await room.post(room.bridget, postId)), { why: "" }, key());
    expect(await tagIn([await room.space(room.corin)], "gone-soon")).toBeUndefined();
  });
});

describe("the desk keeps them in order", () => {
  const at = async (slug: string) => (await tagsAtDesk(await room.desk())).find((tag) => tag.slug === slug);

  test("two are put together, and a thread that had both carries the one once", async () => {
    const both = await start(["moth", "moths"]);
    const one = await start(["moths"]);
    await mergeTag(await room.desk(), { tag: (await at("moths"))!.id, into: (await at("moth"))!.id }, key());
    expect([await tagsOn(both.threadId), await tagsOn(one.threadId)]).toEqual([["moth"], ["moth"]]);
    expect([(await at("moth"))?.threads, await at("moths")]).toEqual([2, undefined]);
  });

  test("one is renamed with its capitals, not to a name that is taken, and removed from every thread", async () => {
    const { threadId } = await start(["oban", "quay"]);
    const tag = (await at("oban"))!.id;
    await expect(renameTag(await room.desk(), { tag, name: "Quay" }, key())).rejects.toMatchObject({
      more: { fields: { name: "tags.taken" } },
    });
    await renameTag(await room.desk(), { tag, name: "Oban-Pier" }, key());
    expect(await tagsOn(threadId)).toEqual(["Oban-Pier", "quay"]);
    await removeTag(await room.desk(), { tag }, key());
    expect(await tagsOn(threadId)).toEqual(["quay"]);
    await expect(removeTag(await room.desk(), { tag }, key())).rejects.toMatchObject({ status: 404 });
  });

  test("the address of one that was renamed or put together leads to where it is now, for who reads a thread of it", async () => {
    const { postId } = await start(["kelp", "weed"]);
    const outside = [await room.space(room.corin)];
    const desk = await room.desk();
    const [kelp, weed] = [(await at("kelp"))!.id, (await at("weed"))!.id];
    await renameTag(desk, { tag: kelp, name: "Tang" }, key());
    expect(await movedTag(outside, "KELP")).toBe("tang");
    expect(await movedTag(outside, "tang")).toBeUndefined();
    expect(await movedTag(outside, "never-was")).toBeUndefined();
    await renameTag(desk, { tag: kelp, name: "Algae" }, key());
    await mergeTag(desk, { tag: kelp, into: weed }, key());
    for (const old of ["kelp", "tang", "algae"]) expect(await movedTag(outside, old)).toBe("weed");
    await renameTag(desk, { tag: weed, name: "kelp" }, key());
    expect(await movedTag(outside, "kelp")).toBeUndefined();
    expect(await movedTag(outside, "weed")).toBe("kelp");
    // Whoever reads no thread of it is led nowhere, as if it had never been.
    expect(await movedTag([], "weed")).toBeUndefined();
    await removePost(openPostRemoval(await room.post(room.bridget, postId)), { why: "" }, key());
    expect(await movedTag(outside, "weed")).toBeUndefined();
    await removeTag(desk, { tag: weed }, key());
    const { rows } = await db().execute(sql`select 1 from tag_slugs where tag_id = ${weed}`);
    expect(rows).toHaveLength(0);
  });

  test("where members only choose, what is not offered is refused like what never was", async () => {
    await makeTag(await room.desk(), { name: "Dawn" }, key());
    await changeCommunitySetting(await room.desk(), { setting: "tagsByMembers", value: false }, key());
    const { threadId } = await start(["dawn"]);
    expect(await tagsOn(threadId)).toEqual(["Dawn"]);
    for (const tag of ["quay", "never-was"])
      await expect(start([tag])).rejects.toMatchObject({ more: { fields: { tags: "tags.notOffered" } } });
    expect(await tagsToSuggest([await room.space(room.corin)], false)).toEqual(["Dawn"]);
  });
});
