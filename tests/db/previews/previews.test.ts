import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { linkPreviews } from "@/db/schema/previews";
import { posts, threads } from "@/db/schema/threads";
import { openOwnPost, openPostRemoval } from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { reachOf } from "@/lib/files/access";
import { editPost, removePost } from "@/lib/posts/commands";
import { purgeRemovedPosts } from "@/lib/posts/jobs";
import { postsOf } from "@/lib/posts/queries";
import { dropOldPictures, fetchAll } from "@/lib/previews/jobs";
import { eraseMe } from "@/lib/privacy/commands";
import { changeCommunitySetting } from "@/lib/settings/commands";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { plain } from "../../unit/files/pictures";
import { as, onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let site: Server;
let origin = "";
const asked: string[] = [];
let room: Awaited<ReturnType<typeof aRoom>>;
let insiders = "";

let shot: Buffer;
const pictured = (url = "") =>
  /^\/with-(\w+)/.test(url) ? `<meta property="og:image" content="/${url.replace("/with-", "")}.png">` : "";

beforeAll(async () => {
  shot = await plain("png", 1_200, 630);
  site = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url?.startsWith("/broken")) return response.writeHead(500).end();
    if (request.url?.startsWith("/shot")) return response.writeHead(200, { "content-type": "image/png" }).end(shot);
    if (request.url?.startsWith("/fake"))
      return response.writeHead(200, { "content-type": "image/png" }).end("<svg onload=alert(1)>");
    response.writeHead(200, { "content-type": "text/html" });
    return response.end(
      `${pictured(request.url)}<title>How to keep a hive &lt;b&gt;warm&lt;/b&gt;</title><meta name=description content='Wool, "straw" and a roof.'>`,
    );
  });
  await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  room = await aRoom();
  const facts = { name: "Inside", slug: "inside", purpose: "A room.", door: "hidden", needs: "any" };
  const badge = await room.aBadge("Night Owl");
  const rules = { readAudience: "badges", writeAudience: "members", readBadges: [badge], writeBadges: [] };
  insiders = (await makeSpace(await room.desk(), makeSpaceInput.parse({ ...facts, ...rules }), key())).spaceId;
});
afterAll(() => site.close());
beforeEach(() => {
  asked.length = 0;
});

const fetched = () => fetchAll({ trusted: [origin] });
const start = (text: string) => room.start(room.bridget, "A link", text);
const html = async (threadId: string) => (await postsOf(await room.thread(room.owner, threadId), 1))[0]?.html ?? "";
const rowsOf = (postId: string) => db().select().from(linkPreviews).where(eq(linkPreviews.postId, postId));
const choose = async (setting: "linkPreviews" | "linkPreviewsInside", value: boolean) =>
  changeCommunitySetting(await room.desk(), { setting, value }, key());

test("a link that stands alone gets a quiet card with the host shown, after the post was written", async () => {
  const { threadId } = await start(`Look:\n\n${origin}/hive?a=1&b=2\n\nNice.`);
  expect(await html(threadId)).not.toContain("preview");
  expect(asked).toEqual([]);
  await fetched();
  expect(asked).toEqual(["/hive?a=1&b=2"]);
  const shown = await html(threadId);
  expect(shown).toContain(
    `<a class="preview" href="${origin}/hive?a=1&amp;b=2" rel="nofollow ugc noopener noreferrer">`,
  );
  expect(shown).toContain('<b dir="auto">How to keep a hive warm</b>');
  expect(shown).toContain("Wool, &quot;straw&quot; and a roof.");
  expect(shown).toMatch(/class="host"><span dir="ltr">127\.0\.0\.1<\/span>[\s\S]*<p>Nice\./);
});

test("the page is asked once, whoever links to it within a week, and by two runners at once", async () => {
  const link = `${origin}/once`;
  await start(link);
  await Promise.all([fetched(), fetched()]);
  const second = await start(link);
  await fetched();
  expect(asked).toEqual(["/once"]);
  expect(await html(second.threadId)).toContain("warm");
  await db().update(linkPreviews).set({ fetchedAt: sql`now() - interval '8 days'` });
  await start(link);
  await fetched();
  expect(asked).toEqual(["/once", "/once"]);
});

test("a failure is remembered for a day and shows nothing", async () => {
  const { threadId } = await start(`${origin}/broken`);
  await fetched();
  await start(`${origin}/broken`);
  await fetched();
  expect(asked).toEqual(["/broken"]);
  expect(await html(threadId)).not.toContain("preview");
  await db().update(linkPreviews).set({ fetchedAt: sql`now() - interval '25 hours'` });
  await start(`${origin}/broken`);
  await fetched();
  expect(asked).toEqual(["/broken", "/broken"]);
});

test("a page inside our own walls is never asked, whatever a post says", async () => {
  const { postId, threadId } = await start(`${origin}/private\n\nhttp://169.254.169.254/latest\n\nhttp://localhost/`);
  await fetchAll();
  expect(asked).toEqual([]);
  expect((await rowsOf(postId)).map(({ state }) => state)).toEqual(["failed", "failed", "failed"]);
  expect(await html(threadId)).not.toContain("preview");
});

test("switched off, nobody is asked and what was fetched is not shown", async () => {
  const { threadId } = await start(`${origin}/before`);
  await fetched();
  await choose("linkPreviews", false);
  const later = await start(`${origin}/after`);
  await fetched();
  expect(asked).toEqual(["/before"]);
  expect(await html(threadId)).not.toContain("preview");
  expect(await rowsOf(later.postId)).toEqual([]);
  await choose("linkPreviews", true);
  expect(await html(threadId)).toContain("preview");
});

const pictureIn = (shown: string) =>
  /<img class="shot" src="\/files\/([\w-]+)\/large" width="640" height="3\d\d"/.exec(shown)?.[1];
const reaches = async (who: string | undefined, id: string) => {
  const [file] = await db().select().from(files).where(eq(files.id, id));
  return reachOf(who ? await viewerOf(who) : visitor, file);
};

test("the picture of the page stands in the card, made anew and small; one that is none is left out", async () => {
  const { threadId } = await start(`${origin}/with-shot`);
  await fetched();
  expect(asked).toEqual(["/with-shot", "/shot.png"]);
  const id = pictureIn(await html(threadId))!;
  expect(id).toBeTruthy();
  expect(await reaches(undefined, id)).toBe("everyone");
  const fake = await start(`${origin}/with-fake`);
  await fetched();
  expect(await html(fake.threadId)).toContain("warm");
  expect(await html(fake.threadId)).not.toContain("<img");
});

test("a picture is read by who reads its post: another post gets one of its own, and it goes with the link", async () => {
  const link = `${origin}/with-shot?2`;
  const open = await start(link);
  await fetched();
  const closed = await start(link);
  await db().update(threads).set({ spaceId: insiders }).where(eq(threads.id, closed.threadId));
  await choose("linkPreviewsInside", true);
  asked.length = 0;
  await fetched();
  await choose("linkPreviewsInside", false);
  expect(asked).toEqual([]);
  const [mine, theirs] = [pictureIn(await html(open.threadId))!, pictureIn(await html(closed.threadId))!];
  expect(theirs).not.toBe(mine);
  expect(await Promise.all([reaches(undefined, mine), reaches(undefined, theirs)])).toEqual(["everyone", "nobody"]);
  expect(await reaches(room.corin, theirs)).toBe("nobody");
  expect(await reaches(room.owner, theirs)).toBe("viewer");
  await editPost(openOwnPost(await room.post(room.bridget, open.postId)), { text: "No link.", version: 0 }, key());
  await db().transaction((tx) => dropOldPictures.run(tx));
  expect(await reaches(undefined, mine)).toBe("nobody");
  expect(await reaches(room.owner, theirs)).toBe("viewer");
});

test("what is linked in a space for badges is not told to the page, unless the community allows it", async () => {
  const inside = async (path: string) => {
    const begun = await start(`${origin}${path}`);
    await db().update(threads).set({ spaceId: insiders }).where(eq(threads.id, begun.threadId));
    await fetched();
    return begun;
  };
  await inside("/secret");
  expect(asked).toEqual([]);
  await choose("linkPreviewsInside", true);
  const { threadId } = await inside("/told");
  expect(asked).toEqual(["/told"]);
  expect(await html(threadId)).toContain("preview");
  await choose("linkPreviewsInside", false);
});

test("goes with the link, with the words and with the texts of who leaves; it holds no address", async () => {
  const leaving = await room.aMember("Leaving");
  const { postId, threadId } = await room.start(leaving, "Links", `${origin}/a\n\n${origin}/b`);
  await fetched();
  expect(JSON.stringify(await rowsOf(postId))).not.toContain(origin);
  expect(await rowsOf(postId)).toHaveLength(2);
  await editPost(openOwnPost(await room.post(leaving, postId)), { text: `${origin}/b`, version: 0 }, key());
  expect(await rowsOf(postId)).toHaveLength(1);
  await removePost(openPostRemoval(await room.post(leaving, postId)), { why: "" }, key());
  const old = sql`now() - interval '31 days'`;
  await db()
    .update(posts)
    .set({ removedAt: old })
    .where(and(eq(posts.id, postId), eq(posts.threadId, threadId)));
  await db().transaction((tx) => purgeRemovedPosts.run(tx));
  expect(await rowsOf(postId)).toEqual([]);

  const other = await room.start(leaving, "Links again", `${origin}/b`);
  await fetched();
  expect(await rowsOf(other.postId)).toHaveLength(1);
  await eraseMe(await as(leaving), { mode: "texts" } as Parameters<typeof eraseMe>[1], key());
  expect(await rowsOf(other.postId)).toEqual([]);
});
