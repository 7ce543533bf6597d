import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { postMentions, postQuotes, posts, postVersions } from "@/db/schema";
import { openOwnPost, openPostRemoval, openSpace, openSpaceToWrite, openThread } from "@/lib/access/gate";
import { suspendPerson } from "@/lib/moderation/suspensions/commands";
import { editPost, removePost } from "@/lib/posts/commands";
import { postsOf } from "@/lib/posts/queries";
import { eraseRows } from "@/lib/privacy/erase";
import { mentionable } from "@/lib/references/mentionable";
import { allTyped, quoteOf, referredTo, typedAgain } from "@/lib/references/queries";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { fill } from "@/lib/text/markdown/fill";
import { startThread } from "@/lib/threads/commands";
import { onFreshDatabase } from "../jobs/product";
import { connected } from "../operate-backup/world";
import { searchDatabase } from "../privacy/search";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
let lampRoom: string;
let insider = "";
const words = { quote: "Quote", somebody: "somebody" };
/** In the form of who edits, an id without a name stays itself. */
const editing = { quote: "Quote" };

beforeAll(async () => {
  room = await aRoom();
  const badge = await room.aBadge("Insider");
  insider = await room.aMember("Ísold Merrick");
  await room.grant(badge, insider);
  const facts = { name: "The Lamp Room", slug: "lamp-room", purpose: "For insiders.", door: "hidden", needs: "any" };
  const input = makeSpaceInput.parse({
    ...facts,
    readAudience: "badges",
    writeAudience: "badges",
    readBadges: [badge],
    writeBadges: [badge],
  });
  await makeSpace(await room.desk(), input, key());
  lampRoom = "lamp-room";
});

const writing = async (who: string, slug = "meadow") => {
  const found = await openSpace(await room.to(who), slug);
  if (!("inside" in found)) throw new Error(`${slug} is closed to them.`);
  return openSpaceToWrite(found.inside);
};
const suggested = async (who: string, typed: string, slug?: string) =>
  (await mentionable(await writing(who, slug), typed)).map(({ as }) => as);
const textOf = async (id: string) => (await db().select().from(posts).where(eq(posts.id, id)))[0]!.text;
const mentionsOf = async (id: string) =>
  (await db().select().from(postMentions).where(eq(postMentions.postId, id))).map(({ personId, quoted }) => [
    personId,
    quoted,
  ]);

/** What somebody sees of a thread: its words, with their links. */
async function seenBy(who: string | undefined, threadId: string): Promise<string> {
  const access = who ? await room.thread(who, threadId) : await openThread(await room.asVisitor(), threadId);
  const shown = await postsOf(access, 1);
  const referred = await referredTo(
    access,
    shown.map(({ id }) => id),
  );
  const of = {
    mention: (id: string) => {
      const name = referred.people.get(id);
      return name ? { name } : undefined;
    },
    quote: (id: string) => {
      const post = referred.posts.get(id);
      return post && { name: post.name, href: `/to/${id}` };
    },
    words: {
      gone: "Former member",
      spoiler: "Spoiler",
      wrote: ({ name }: { name: string }) => `${name} wrote`,
      whole: "All",
      copy: "Copy",
      table: "Table",
    },
  };
  return shown.map(({ html }) => fill(html ?? "", of)).join("\n");
}
const edit = async (who: string, id: string, text: string, version = 0) =>
  editPost(openOwnPost(await room.post(who, id)), { text, version }, key());

describe("mentions", () => {
  test("whoever writes is offered members who may read the space, by the beginning of any word of their name, however accented", async () => {
    expect(await suggested(room.bridget, "cor")).toEqual(["Corin"]);
    expect(await suggested(room.bridget, "MERR")).toEqual(["Ísold Merrick"]);
    expect(await suggested(room.bridget, "iso mer")).toEqual(["Ísold Merrick"]);
    expect(await suggested(room.bridget, "errick")).toEqual([]);
    expect(await suggested(room.bridget, "bri")).toEqual([]);
    expect(await suggested(room.bridget, "' | !x:* & \\")).toEqual([]);
    const second = await room.aMember("Ísold Grey");
    expect(await suggested(insider, "cor", lampRoom)).toEqual([]);
    expect(await suggested(insider, "iso", lampRoom)).toEqual([]);
    expect(await suggested(room.owner, "iso", lampRoom)).toEqual(["Ísold Merrick"]);
    expect(await suggested(room.bridget, "iso")).toEqual(["Ísold Grey", "Ísold Merrick"]);
    await suspendPerson(await room.desk(), { person: second, days: 1, reason: "Rude." }, key());
    expect(await suggested(room.bridget, "iso")).toEqual(["Ísold Merrick"]);
  });

  test("of two with one name each is told apart; who stays out of the directory is offered where they spoke", async () => {
    const [one, two] = await Promise.all([room.aMember("Ash Wren"), room.aMember("Ash Wren")]);
    const both = [one, two].map((id) => `Ash Wren #${id.slice(0, 8)}`).sort();
    expect((await suggested(room.bridget, "wren")).sort()).toEqual(both);
    const { postId } = await room.start(
      room.bridget,
      "To one of two",
      `@[Ash Wren #${two.slice(0, 8)}] and @[Ash Wren]`,
    );
    expect(await mentionsOf(postId)).toEqual([[two, false]]);

    const shy = await room.aMember("Shy Person");
    const { community } = await room.to(shy);
    await db().execute(
      sql`insert into member_settings (community_id, person_id, key, value) values (${community.id}, ${shy}, 'inDirectory', 'false')`,
    );
    expect(await suggested(room.bridget, "shy")).toEqual([]);
    await room.start(shy, "I do speak", "Sometimes.");
    expect(await suggested(room.bridget, "shy")).toEqual(["Shy Person"]);
  });

  test("a name becomes an id in the text, whom the post speaks to is written down, and an edit changes both", async () => {
    const text = "Ask @[Corin], not `@[Dilys]`, nor [@[Dilys]](https://e.example), nor @[Nobody Here]. @{7} {post:3}";
    const { threadId, postId } = await room.start(room.bridget, "Whom to ask", text);
    expect(await textOf(postId)).toBe(text.replace("@[Corin]", `@{${room.corin}}`));
    expect(await mentionsOf(postId)).toEqual([[room.corin, false]]);
    expect(await seenBy(undefined, threadId)).toContain('<span class="mention">@Corin</span>, not');
    expect(await typedAgain(await room.post(room.bridget, postId), await textOf(postId), words)).toBe(text);

    await edit(room.bridget, postId, "Ask @[Dilys].\n\n> @[Corin] knew");
    expect((await mentionsOf(postId)).sort()).toEqual(
      [
        [room.dilys, false],
        [room.corin, true],
      ].sort(),
    );
    await edit(room.bridget, postId, "Ask nobody.", 1);
    expect(await mentionsOf(postId)).toEqual([]);
    const versions = await db().select().from(postVersions).where(eq(postVersions.postId, postId));
    const before = versions.map((version) => version.text);
    expect(before.join()).not.toContain("Corin");
    expect((await allTyped(await room.post(room.bridget, postId), before, words)).join()).toContain("Ask @[somebody].");
  });

  test("20 people are spoken to and not 21, nor anybody ten thousand times; the sentence stands at the field", async () => {
    const refused = { status: 422, more: { fields: { text: "references.tooManyMentions" } } };
    const names = (n: number) => Array.from({ length: n }, (_, i) => `@[Person ${i}]`).join(" ");
    await expect(room.start(room.bridget, "Too many", names(21))).rejects.toMatchObject(refused);
    await expect(room.start(room.bridget, "Too often", "@[A] ".repeat(10_000))).rejects.toMatchObject(refused);
    await room.start(room.bridget, "Just so many", names(20));
  });

  test("an insiders' thread speaks to insiders alone; an id that was typed by hand tells nothing", async () => {
    const text = `@[Corin] @[Ísold Merrick] @{${room.dilys}} @{3f0c9a52-7b1e-4d7a-9c55-aaaaaaaaaaaa}`;
    const started = await startThread(await writing(insider, lampRoom), { title: "Inside", text }, key());
    expect(await mentionsOf(started.postId)).toEqual([[insider, false]]);
    const html = await seenBy(insider, started.threadId);
    expect(html).toContain("@[Corin]");
    expect(html.match(/@Former member/g)).toHaveLength(2);
    expect(html).not.toContain("Dilys");
  });

  test("somebody who was erased leaves no name in what others wrote to them and quoted of them", async () => {
    const canary = "Zwitscherlinde";
    const gone = await room.aMember(canary);
    const { threadId, postId } = await room.start(gone, "I was here", "My words.");
    const quote = await quoteOf(await room.post(room.bridget, postId), words);
    expect(quote).toBe(`> [${canary}](/${room.slug}/posts/${postId}):\n> My words.\n\n`);
    const answer = await room.say(room.bridget, threadId, `${quote}I agree, @[${canary}].`);
    await edit(room.bridget, answer.postId, `${quote}I agree, @[${canary}], and more.`);
    expect(await seenBy(room.corin, threadId)).toContain(`${canary} wrote`);
    await db().transaction((tx) => eraseRows(tx, gone, "name"));

    const html = await seenBy(room.corin, threadId);
    expect(html).toContain("@Former member");
    expect(html).toContain("<blockquote>");
    expect(html).toContain("My words.");
    const standing = await connected(process.env.DATABASE_URL_DIRECT ?? "", (client) => searchDatabase(client, canary));
    expect(standing).toEqual([]);
    // Their place is kept when the writer edits, and no name comes back.
    const typed = await typedAgain(await room.post(room.bridget, answer.postId), await textOf(answer.postId), editing);
    expect(typed).toContain(`@{${gone}}`);
    await edit(room.bridget, answer.postId, `${typed} Still.`, 1);
    expect(await mentionsOf(answer.postId)).toEqual([[gone, false]]);
  });
});

describe("quotes by others keep their words and lose the link", () => {
  test("a quote names its author now and leads to the post; when that is removed neither is said", async () => {
    const { threadId, postId } = await room.start(room.corin, "What I said", "It hums at 40.");
    const answer = await room.say(
      room.dilys,
      threadId,
      `${await quoteOf(await room.post(room.dilys, postId), words)}So does mine.`,
    );
    expect(await textOf(answer.postId)).toBe(`> {post:${postId}}\n> It hums at 40.\n\nSo does mine.`);
    const link = `<p class="whose"><a href="/to/${postId}">Corin wrote</a></p>`;
    expect(await seenBy(undefined, threadId)).toContain(link);
    await removePost(openPostRemoval(await room.post(room.corin, postId)), { why: "" }, key());
    const html = await seenBy(room.bridget, threadId);
    expect(html).toContain("<blockquote>\n<p>It hums at 40.</p>");
    expect(html).not.toContain("Corin");
    expect(html).not.toContain(postId);
  });

  test("a quote from an insiders' space tells others its words and nothing else", async () => {
    const inside = await startThread(
      await writing(insider, lampRoom),
      { title: "Rings", text: "Like a spoon." },
      key(),
    );
    const quote = await quoteOf(await room.post(insider, inside.postId), words);
    const { threadId, postId } = await room.start(insider, "Heard elsewhere", `${quote}Now you know.`);
    expect(await db().select().from(postQuotes).where(eq(postQuotes.postId, postId))).toHaveLength(1);
    expect(await seenBy(room.owner, threadId)).toContain(`/to/${inside.postId}`);
    for (const who of [room.corin, undefined]) {
      const html = await seenBy(who, threadId);
      expect(html).toContain("<blockquote>\n<p>Like a spoon.</p>");
      expect(html).not.toMatch(/Ísold|\/to\//);
      expect(html).not.toContain(inside.postId);
    }
    // Somebody else who copies the address finds nothing by it, just as by an address that never was.
    const copied = await room.start(room.corin, "Copied", quote);
    expect(await db().select().from(postQuotes).where(eq(postQuotes.postId, copied.postId))).toEqual([]);
    expect(await seenBy(room.owner, copied.threadId)).not.toContain("/to/");
  });
});
