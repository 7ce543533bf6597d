import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  openCommunity,
  openInside,
  openPostRemoval,
  openSpace,
  openSpaceToWrite,
  openVisitor,
} from "@/lib/access/gate";
import { visitor } from "@/lib/access/viewer";
import { removePost } from "@/lib/posts/commands";
import { newestThreads, publicCommunities, threadsBegunIn } from "@/lib/publishing/queries";
import { changeCommunitySetting } from "@/lib/settings/commands";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { startThread } from "@/lib/threads/commands";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
let slug: string;
beforeAll(async () => {
  room = await aRoom();
  slug = (await room.to(room.bridget)).community.slug;
});

const outside = async (space?: string) => openInside(await openCommunity(visitor, slug), space);
const titles = async (space?: string) => (await newestThreads(await outside(space))).map(({ title }) => title);
const month = () => new Date().toISOString().slice(0, 7);

test("a feed holds the newest threads that everybody reads, with the first words in view and whoever began them", async () => {
  const { threadId } = await room.start(
    room.bridget,
    "Does yours hum too?",
    "Mine hums **all night**. ||Not really.||",
  );
  await room.start(room.corin, "A second one", "Later.");
  expect(await titles()).toEqual(["A second one", "Does yours hum too?"]);
  const [, first] = await newestThreads(await outside());
  expect(first).toMatchObject({ id: threadId, author: "Bridget", space: "The Meadow", words: "Mine hums all night." });
  expect(await titles("meadow")).toHaveLength(2);
});

test("nothing of closed spaces, of what was removed, and of what is not there", async () => {
  const facts = { name: "Inside", slug: "inside", purpose: "For members.", door: "listed" };
  const input = makeSpaceInput.parse({
    ...facts,
    readAudience: "members",
    writeAudience: "members",
    readBadges: [],
    writeBadges: [],
  });
  await makeSpace(await room.desk(), input, key());
  const found = await openSpace(await room.to(room.bridget), "inside");
  if (!("inside" in found)) throw new Error("Members are let in.");
  await startThread(openSpaceToWrite(found.inside), { title: "Among ourselves", text: "Hush." }, key());
  const gone = await room.start(room.corin, "Taken back", "Never mind.");
  await removePost(openPostRemoval(await room.post(room.corin, gone.postId)), { why: "" }, key());

  expect(await titles()).toEqual(["A second one", "Does yours hum too?"]);
  await expect(outside("inside")).rejects.toMatchObject({ status: 404 });
  await expect(outside("nowhere")).rejects.toMatchObject({ status: 404 });
  const listed = (await threadsBegunIn(await outside(), month())).map(({ title }) => title);
  expect(listed).toEqual(["Does yours hum too?", "A second one"]);
});

test("a list for search engines holds the threads of its month alone, by the clock of UTC", async () => {
  await db().execute(sql`update threads set created_at = '2026-02-28T23:59:59.9Z' where title = 'A second one'`);
  await db().execute(sql`update threads set created_at = '2026-03-01T00:00:00Z' where title = 'Does yours hum too?'`);
  const begun = async (of: string) => (await threadsBegunIn(await outside(), of)).map(({ title }) => title);
  expect(await begun("2026-02")).toEqual(["A second one"]);
  expect(await begun("2026-03")).toEqual(["Does yours hum too?"]);
  expect(await begun("2026-01")).toEqual([]);
});

test("communities are listed since their first thread that everybody reads, and not when they keep off the start page", async () => {
  const since = async () => (await publicCommunities(openVisitor(visitor))).find((one) => one.slug === slug)?.since;
  await db().execute(sql`update threads set created_at = '2020-01-01T00:00:00Z' where title = 'Among ourselves'`);
  expect(await since()).toBe("2026-02-28T23:59:59Z");
  await changeCommunitySetting(await room.desk(), { setting: "publicDirectory", value: false }, key());
  expect(await since()).toBeUndefined();
});
