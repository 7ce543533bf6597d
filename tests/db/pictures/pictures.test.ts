import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { posts, threads } from "@/db/schema/threads";
import { openOwnPost, openPostRemoval, openThreadToWrite, openVisitor } from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { draftPicture } from "@/lib/files/commands";
import { clearLooseFiles } from "@/lib/files/jobs";
import { postPictureLimits } from "@/lib/files/pictures";
import { serve } from "@/lib/files/serve";
import { storage } from "@/lib/files/storage";
import { attachPictures } from "@/lib/pictures/commands";
import { picturesField } from "@/lib/pictures/input";
import { editPost, removePost, restorePost, writePost } from "@/lib/posts/commands";
import { purgeRemovedPosts } from "@/lib/posts/jobs";
import { postsOf } from "@/lib/posts/queries";
import { eraseMe } from "@/lib/privacy/commands";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { plain } from "@/tests/unit/files/pictures";
import { counting } from "../accounts/house";
import { aPerson, as, onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
let outsider = "";
/** Spaces of this community beside the open meadow. */
const spaces = { members: "", badges: "" };

beforeAll(async () => {
  room = await aRoom();
  outsider = await aPerson({ name: "Olwen" });
  const badge = await room.aBadge("Night Owl");
  await room.grant(badge, room.bridget);
  for (const [readAudience, readBadges] of [
    ["members", []],
    ["badges", [badge]],
  ] as const) {
    const facts = { name: readAudience, slug: readAudience, purpose: "A room.", door: "hidden" };
    const rules = { readAudience, writeAudience: "members", readBadges, writeBadges: [], needs: "any" };
    const made = await makeSpace(await room.desk(), makeSpaceInput.parse({ ...facts, ...rules }), key());
    spaces[readAudience] = made.spaceId;
  }
});

const draft = async (who: string) => draftPicture(await as(who), await plain("jpeg", 1_800, 900), postPictureLimits);
const mark = (id: string, alt = "The hive at night") => `![${alt}](/files/${id}/large)`;

/** Who gets the picture, and whether a shared cache may keep it. */
async function seenBy(id: string) {
  const viewers = {
    nobody: visitor,
    olwen: await viewerOf(outsider),
    bridget: await viewerOf(room.bridget),
    corin: await viewerOf(room.corin),
    owner: await viewerOf(room.owner),
  };
  const seen: string[] = [];
  let shared = false;
  for (const [name, viewer] of Object.entries(viewers)) {
    const request = new Request(`https://tea.example/files/${id}/small`);
    const answer = await serve(openVisitor(viewer), request, id, "small").catch(() => undefined);
    if (!answer) continue;
    await answer.body?.cancel();
    seen.push(name);
    shared ||= answer.headers.get("cache-control")!.includes("public");
  }
  return { seen: seen.join(" "), shared };
}

async function aPicturePost(who = room.bridget) {
  const id = await draft(who);
  const { threadId, postId } = await room.start(who, "A picture of it", `Look.\n\n${mark(id)}`);
  return { id, threadId, postId };
}

const move = (threadId: string, spaceId: string) =>
  db().update(threads).set({ spaceId }).where(eq(threads.id, threadId));
const htmlOf = async (who: string, threadId: string) =>
  (await postsOf(await room.thread(who, threadId), 1))[0]?.html ?? "";
const edit = async (postId: string, text: string, version = 0) =>
  editPost(openOwnPost(await room.post(room.bridget, postId)), { text, version }, key());
const remove = async (who: string, postId: string) =>
  removePost(openPostRemoval(await room.post(who, postId)), { why: "Not here." }, key());

describe("who sees a picture", () => {
  test("a draft: who sent it; in a post: whoever reads the thread, wherever that is moved", async () => {
    const id = await draft(room.bridget);
    expect(await seenBy(id)).toEqual({ seen: "bridget", shared: false });
    const { threadId } = await room.start(room.bridget, "A picture of it", mark(id));
    expect(await seenBy(id)).toEqual({ seen: "nobody olwen bridget corin owner", shared: true });
    await move(threadId, spaces.members);
    expect(await seenBy(id)).toEqual({ seen: "bridget corin owner", shared: false });
    await move(threadId, spaces.badges);
    expect(await seenBy(id)).toEqual({ seen: "bridget owner", shared: false });
  });

  test("with the post out of view by its author, its author; by a moderator, moderators as well; restored, everybody", async () => {
    const { id, postId } = await aPicturePost();
    await remove(room.bridget, postId);
    expect(await seenBy(id)).toEqual({ seen: "bridget", shared: false });
    await restorePost(openPostRemoval(await room.post(room.bridget, postId)), {}, key());
    expect((await seenBy(id)).shared).toBe(true);
    await remove(room.owner, postId);
    expect(await seenBy(id)).toEqual({ seen: "bridget owner", shared: false });
  });

  test("with the words purged, nobody; and its bytes are gone a day later", async () => {
    const { id, postId } = await aPicturePost();
    await remove(room.bridget, postId);
    await db().update(posts).set({ removedAt: sql`now() - interval '31 days'` }).where(eq(posts.id, postId));
    await db().transaction((tx) => purgeRemovedPosts.run(tx));
    expect((await seenBy(id)).seen).toBe("");
    await db().update(files).set({ stateSince: sql`now() - interval '25 hours'` }).where(eq(files.id, id));
    await db().transaction((tx) => clearLooseFiles.run(tx));
    expect(await storage().size(`${id}/large`)).toBeUndefined();
    expect(await db().select().from(files).where(eq(files.id, id))).toEqual([]);
  });

  test("taken out by an edit, who sent it, who may put it back within a day", async () => {
    const { id, postId } = await aPicturePost();
    await edit(postId, "Without.");
    expect((await seenBy(id)).seen).toBe("bridget");
    await edit(postId, mark(id), 1);
    expect((await seenBy(id)).seen).toContain("nobody");
  });

  test("what one may not see and what never was take the same number of questions", async () => {
    const { id, threadId } = await aPicturePost();
    await move(threadId, spaces.badges);
    const asked = async (viewer: typeof visitor, file: string) =>
      counting(() => serve(openVisitor(viewer), new Request("https://tea.example/"), file, "small"));
    for (const viewer of [visitor, await viewerOf(outsider), await viewerOf(room.corin)]) {
      const hidden = await asked(viewer, id);
      const never = await asked(viewer, "0b0e9c1e-7a55-4f0e-9d80-111111111111");
      expect(hidden.failed).toMatchObject({ status: 404 });
      expect([hidden.statements, String(hidden.failed)]).toEqual([never.statements, String(never.failed)]);
    }
  });
});

describe("what a post shows", () => {
  test("the picture with its size known, smaller for small screens, leading to the large one", async () => {
    const { id, threadId } = await aPicturePost();
    const html = await htmlOf(room.corin, threadId);
    expect(html).toContain(`<a class="pic" href="/files/${id}/large">`);
    expect(html).toContain(`srcset="/files/${id}/small 640w, /files/${id}/large 1600w"`);
    expect(html).toContain('width="1600" height="800" alt="The hive at night" loading="lazy"');
  });

  test("somebody else's picture is words and no access, a draft as well as one in use", async () => {
    const theirs = await draft(room.corin);
    const used = await aPicturePost(room.corin);
    await move(used.threadId, spaces.badges);
    const text = [
      mark(theirs, "a draft"),
      mark(used.id, "in use"),
      mark("0b0e9c1e-7a55-4f0e-9d80-111111111111", ""),
    ].join("\n\n");
    const { threadId } = await room.start(room.bridget, "Not mine", text);
    const html = await htmlOf(room.bridget, threadId);
    expect(html).toContain('<span class="pic-gone">a draft</span>');
    expect(html).not.toContain("<img");
    expect((await seenBy(theirs)).seen).toBe("corin");
    expect(await seenBy(used.id)).toEqual({ seen: "bridget owner", shared: false });
  });

  test("ten pictures and no eleventh, and then nothing is written", async () => {
    const small = await plain("png", 20, 20);
    const ids = await Promise.all(
      Array.from({ length: 11 }, async () => draftPicture(await as(room.dilys), small, postPictureLimits)),
    );
    const all = ids.map((id) => mark(id)).join("\n\n");
    await expect(room.start(room.dilys, "Too many", all)).rejects.toMatchObject({
      more: { fields: { text: "pictures.tooMany" } },
    });
    expect((await seenBy(ids[0]!)).seen).toBe("");
    await room.start(
      room.dilys,
      "Ten",
      ids
        .slice(1)
        .map((id) => mark(id))
        .join("\n\n"),
    );
    expect((await seenBy(ids[10]!)).shared).toBe(true);
  });

  test("where they were sent and what camera made them is gone, and a drawing with scripts is refused", async () => {
    const { id } = await aPicturePost();
    const kept = await storage().get(`${id}/large`);
    const bytes = Buffer.from(await new Response(kept!.stream).arrayBuffer());
    expect(bytes.subarray(8, 12).toString()).toBe("WEBP");
    expect(bytes.includes("EXIF")).toBe(false);
    await expect(
      draftPicture(await as(room.bridget), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), postPictureLimits),
    ).rejects.toMatchObject({ code: "files.svg" });
  });
});

test("without scripts the pictures of the form stand at the end of the text, and the form sent twice is one act", async () => {
  const picture = new File([new Uint8Array(await plain("png", 60, 40))], "hive.png");
  const { threadId } = await room.start(room.bridget, "By a form");
  const pictures = picturesField.parse([picture, new File([], "")]);
  const once = key();
  const write = async () =>
    writePost(
      openThreadToWrite(await room.thread(room.corin, threadId)),
      { text: "See below.", pictures, alt: "A [hive]" },
      once,
    );
  expect(await write()).toEqual(await write());
  const [, answer, ...more] = await postsOf(await room.thread(room.corin, threadId), 1);
  expect(more).toEqual([]);
  expect(answer?.html).toMatch(
    /<p>See below.<\/p>[\s\S]*<img src="\/files\/[\w-]+\/large" width="60" height="40" alt="A\s+hive"/,
  );
  const attached = await attachPictures(await room.space(room.bridget), "", { pictures: [] });
  expect(attached).toEqual({ text: "", sent: [] });
  expect(picturesField.safeParse(Array(11).fill(picture)).success).toBe(false);
});

test.each(["name", "texts"] as const)("whoever erases their %s", async (mode) => {
  const leaving = await room.aMember("Leaving");
  const { id } = await aPicturePost(leaving);
  await eraseMe(await as(leaving), { mode } as Parameters<typeof eraseMe>[1], key());
  const { seen } = await seenBy(id);
  // The words stay with the answers to them, and the pictures with the words.
  expect(seen.includes("corin")).toBe(mode === "name");
  expect((await storage().size(`${id}/large`)) === undefined).toBe(mode === "texts");
});
