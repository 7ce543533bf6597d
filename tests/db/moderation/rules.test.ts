import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  openDraft,
  openOwnPoll,
  openOwnPost,
  openPoll,
  openThreadToRename,
  openThreadToWrite,
} from "@/lib/access/gate";
import { saveDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/queries";
import { forgetHeld } from "@/lib/moderation/held/jobs";
import { changeRules } from "@/lib/moderation/rules/commands";
import { changeRulesInput } from "@/lib/moderation/rules/input";
import { rulesAtDesk } from "@/lib/moderation/rules/queries";
import { correctPoll } from "@/lib/polls/commands";
import { editPost } from "@/lib/posts/commands";
import { renameThread } from "@/lib/threads/commands";
import { onFreshDatabase } from "../jobs/product";
import { aRoomWithRules, key, type RuledRoom } from "./held-world";

onFreshDatabase();

let room: RuledRoom;
let threadId: string;
beforeAll(async () => {
  room = await aRoomWithRules();
});
beforeEach(async () => {
  await room.rules({});
  await db().execute(sql`delete from sent_texts`);
  await db().execute(sql`delete from held`);
  ({ threadId } = await room.start(room.owner));
});

const why = async (id: string | undefined) => (id ? (await room.rowOf(id))?.why : undefined);
/** Why it is held, or nothing where it stands. */
const held = async (who: string, text: string, more: Record<string, string> = {}) =>
  why((await room.send(who, threadId, text, more)).held);
const settled = async (posts = 3) => {
  const who = await room.newcomer();
  for (let n = 0; n < posts; n++) await room.send(who, threadId, `Hello for the time ${n}.`);
  return who;
};
const edit = async (who: string, postId: string, text: string, version = 0, more = {}) =>
  editPost(openOwnPost(await room.post(who, postId)), { text, version, ...more }, key());

test("without a choice of the desk nothing is looked at, and nothing is written down about it", async () => {
  await db().execute(sql`delete from post_rules`);
  const nora = await room.newcomer();
  for (let n = 0; n < 3; n++)
    expect(await held(nora, "https://a.example https://b.example https://c.example")).toBeUndefined();
  expect((await db().execute(sql`select 1 from sent_texts`)).rows).toEqual([]);
  expect((await rulesAtDesk(await room.desk())).revision).toBe(0);
});

describe("word and link rules", () => {
  test("a word holds it, wherever it stands: title, text, poll, tag", async () => {
    await room.rules({ heldWords: "Quince" });
    const who = await settled();
    const word = [{ reason: "word", word: "Quince" }];
    expect(await held(who, "A quince.")).toEqual(word);
    expect(await held(who, "Quinces.")).toBeUndefined();
    const poll = { pollQuestion: "Which fruit?", pollOptions: "Plum\nquince" };
    expect(await held(who, "Choose.", poll)).toEqual(word);
    expect(await why((await room.begin(who, "The QUINCE", "Hello.")).held)).toEqual(word);
    expect(await why((await room.begin(who, "A fruit", "Hello.", { tags: "quince" })).held)).toEqual(word);
  });

  test("what is not allowed is refused by name, and the draft stays", async () => {
    await room.rules({ refusedWords: "jam", refusedDomains: "bad.example" });
    const nora = await room.newcomer();
    const draft = openDraft(openThreadToWrite(await room.thread(nora, threadId)));
    await saveDraft(draft, { text: "Plum JAM!", title: "", answers: "", revision: 0 }, key());
    await expect(room.send(nora, threadId, "Plum JAM!", { draft: "1" })).rejects.toMatchObject({
      code: "held.wordRefused",
      more: { params: { word: "jam" } },
    });
    expect(await draftOf(draft)).toMatchObject({ text: "Plum JAM!" });
    await expect(room.send(nora, threadId, "https://shop.bad.example/x")).rejects.toMatchObject({
      code: "held.domainRefused",
      more: { params: { domain: "bad.example" } },
    });
    expect(await room.mine(nora)).toEqual([]);
    expect((await room.send(room.owner, threadId, "I said jam.")).held, "who moderates is not asked").toBeUndefined();
  });

  test("more links than somebody new may post; what a moderator took away does not make one known", async () => {
    await room.rules({ newcomerLinks: "1", allowedDomains: "good.example" });
    const links = "See https://a.example and https://b.example";
    expect(await held(await settled(2), links)).toEqual([{ reason: "link", links: 2 }]);
    expect(await held(await settled(3), links)).toBeUndefined();
    expect(await held(await room.newcomer(), "https://a.example and https://x.good.example")).toBeUndefined();
    const who = await settled(3);
    await db().execute(sql`update posts set removed_at = now(), removed_by = ${room.gwen}, removed_why = 'No'
      where author_id = ${who} and position = (select max(position) from posts where author_id = ${who})`);
    expect(await held(who, links)).toEqual([{ reason: "link", links: 2 }]);
  });
});

describe("an edit", () => {
  test("that brings in a word, a site or links is refused; what stood there before stays", async () => {
    await room.rules({});
    const who = await settled(1);
    const { postId } = await room.send(who, threadId, "A quince.");
    await room.rules({ heldWords: "quince", refusedWords: "jam", refusedDomains: "bad.example", newcomerLinks: "0" });
    await edit(who, postId, "A quince, I said.");
    const refused = (text: string) =>
      edit(who, postId, text, 1).then(
        () => "done",
        ({ code }) => code,
      );
    expect(await refused("A quince, and jam.")).toBe("held.wordInEdit");
    expect(await refused("A quince. https://bad.example")).toBe("held.domainRefused");
    expect(await refused("A quince. https://a.example")).toBe("held.linksInEdit");
    expect((await room.postsIn(threadId)).at(-1)?.text).toBe("A quince, I said.");
  });

  test("of somebody whose first posts are looked at adds no link where nobody looks", async () => {
    await room.rules({ firstPosts: "1" });
    const nora = await room.newcomer();
    const { held: id = "" } = await room.send(nora, threadId, "Hello.");
    const { postId } = await room.approve(id);
    await expect(edit(nora, postId, "Hello. https://a.example")).rejects.toThrow("held.linksInEdit");
    await edit(nora, postId, "Hello again.");
  });

  test("a title, and a poll, are words too", async () => {
    const nora = await room.newcomer();
    const poll = { pollQuestion: "Which fruit?", pollOptions: "Plum\nPear" };
    const { threadId: mine, postId } = await room.begin(nora, "A fruit", "Hello.", poll);
    await room.rules({ refusedWords: "jam" });
    const rename = openThreadToRename(await room.thread(nora, mine));
    await expect(renameThread(rename, { title: "Jam for all" }, key())).rejects.toThrow("held.wordInEdit");
    await expect(renameThread(rename, { title: "A fruit", tags: ["jam"] }, key())).rejects.toThrow("held.wordInEdit");
    await renameThread(rename, { title: "Another fruit" }, key());
    const { rows } = await db().execute<{ id: string }>(sql`select id from decisions where post_id = ${postId}`);
    const own = openOwnPoll(await openPoll(await room.to(nora), rows[0]!.id));
    const change = (options: string[]) => correctPoll(own, { question: "Which fruit?", options }, key());
    await expect(change(["Plum", "Jam"])).rejects.toThrow("held.wordInEdit");
    await change(["Plum", "Fig"]);
  });
});

describe("spam checks", () => {
  const ad = "A watch for nine euros, only today, only here.";
  beforeEach(() => room.rules({ spamChecks: "on" }));

  test("the same text by the same person within the hour; another place, other capitals and signs are the same", async () => {
    const who = await settled();
    expect(await held(who, ad)).toBeUndefined();
    const other = await room.begin(who, "On watches", "Hello.");
    threadId = other.threadId;
    expect(await held(who, `**${ad.toUpperCase()}!!**`)).toEqual([{ reason: "spam", sign: "repeated" }]);
    expect(await held(who, `${ad} Truly.`)).toBeUndefined();
    await db().execute(sql`update sent_texts set sent_at = now() - interval '61 minutes'`);
    expect(await held(who, ad)).toBeUndefined();
  });

  test("a word of thanks may be said twice", async () => {
    const who = await settled();
    expect(await held(who, "Thank you!")).toBeUndefined();
    expect(await held(who, "Thank you!")).toBeUndefined();
  });

  test("the third newcomer with one text, also when all send it at once", async () => {
    const [known, ...fresh] = [await settled(), ...(await Promise.all([1, 2, 3, 4].map(() => room.newcomer())))];
    await held(known!, ad);
    const all = await Promise.all(fresh.map((who) => held(who, ad)));
    expect(all.filter((one) => one === undefined)).toHaveLength(2);
    expect(all.filter(Boolean)).toEqual(Array(2).fill([{ reason: "spam", sign: "crowd" }]));
    expect(await held(await settled(), ad), "who is known here may say it").toBeUndefined();
  });

  test("a first post that is only a link, and many people spoken to at once", async () => {
    expect(await held(await room.newcomer(), "https://a.example/buy")).toEqual([{ reason: "spam", sign: "onlyLink" }]);
    const names = ["Ann", "Ben", "Cai", "Dot", "Eli", "Fay"];
    for (const name of names) await room.aMember(name);
    const call = (n: number) =>
      names
        .slice(0, n)
        .map((name) => `@[${name}]`)
        .join(" ");
    expect(await held(await room.newcomer(), `Hello ${call(5)}`)).toBeUndefined();
    expect(await held(await room.newcomer(), `Hello ${call(6)}`)).toEqual([{ reason: "spam", sign: "mentions" }]);
  });

  test("of what was sent a keyed hash is kept, for an hour", async () => {
    await held(await room.newcomer(), ad);
    const kept = async () => (await db().execute(sql`select print from sent_texts`)).rows;
    expect(JSON.stringify(await kept())).not.toContain("watch");
    await db().transaction((tx) => forgetHeld.run(tx));
    expect(await kept()).toHaveLength(1);
    await db().execute(sql`update sent_texts set sent_at = now() - interval '61 minutes'`);
    await db().transaction((tx) => forgetHeld.run(tx));
    expect(await kept()).toEqual([]);
  });
});

describe("the desk", () => {
  const choose = async (revision: number, firstPosts: string) =>
    changeRules(await room.desk(), changeRulesInput.parse({ firstPosts, revision: String(revision) }), key());

  test("two managers at once: what one did not see is not overwritten", async () => {
    const { revision } = await rulesAtDesk(await room.desk());
    const both = await Promise.allSettled([choose(revision, "1"), choose(revision, "2")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(choose(0, "3")).rejects.toThrow("held.rulesChangedMeanwhile");
    expect((await rulesAtDesk(await room.desk())).revision).toBe(revision + 1);
  });

  test("the database holds the limits as well", async () => {
    await expect(db().execute(sql`update post_rules set first_posts = 11`)).rejects.toThrow();
    await expect(db().execute(sql`update post_rules set newcomer_links = 51`)).rejects.toThrow();
  });

  test("what one community chose is nothing to another", async () => {
    await room.rules({ firstPosts: "3" });
    const other = await aRoomWithRules();
    const { threadId: there } = await other.start(other.owner);
    expect((await other.send(await other.newcomer(), there, "Hello.")).held).toBeUndefined();
  });
});
