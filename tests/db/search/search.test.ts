import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  openOwnPost,
  openPostRemoval,
  openThreadToManage,
  openThreadToMerge,
  openThreadToMove,
  openVisitor,
} from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { draftPicture } from "@/lib/files/commands";
import { postPictureLimits } from "@/lib/files/pictures";
import { editPost, removePost, restorePost } from "@/lib/posts/commands";
import { changeSpace } from "@/lib/spaces/commands";
import { changeSpaceInput } from "@/lib/spaces/input";
import { moveThread } from "@/lib/threads/ordering/commands";
import { mergeThread } from "@/lib/threads/ordering/merge";
import { splitThread } from "@/lib/threads/ordering/split";
import { plain } from "../../unit/files/pictures";
import { onFreshDatabase } from "../jobs/product";
import { aTalkingRoom, found, key, learning, noCount, titles } from "./world";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aTalkingRoom>>;
beforeAll(async () => {
  room = await aTalkingRoom();
});
beforeEach(async () => void (await noCount()));

describe("full text over what this viewer may read", () => {
  test("words, in any form, in title and text; what was asked for is marked; the first of a title comes first", async () => {
    await room.begin(room.bridget, "Whistling kettles", "They whistle loudly when they are hot.");
    await room.begin(room.corin, "Tea", "My kettle whistled this morning, and the tea was good.");
    const answer = found(await room.ask(room.corin, "kettle whistles"));
    expect(titles(answer)).toEqual(["Whistling kettles", "Tea"]);
    expect(answer.total).toBe(2);
    expect(answer.hits[1]?.said.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["kettle", "whistled"]);
    expect(answer.hits[0]?.title.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["Whistling", "kettles"]);
    expect(titles(await room.ask(undefined, "kettle whistles"))).toHaveLength(2);
  });

  test("words in an order by quotation marks, words that must not be there by a minus", async () => {
    await room.begin(room.bridget, "Order", "The green teapot broke.");
    await room.begin(room.bridget, "Disorder", "The teapot is not green, said the purple cup.");
    expect(titles(await room.ask(room.corin, '"green teapot"'))).toEqual(["Order"]);
    expect(titles(await room.ask(room.corin, "teapot -cups"))).toEqual(["Order"]);
    expect(titles(await room.ask(room.corin, 'teapot -"green teapot"'))).toEqual(["Disorder"]);
  });

  test("while one types the last word may be a beginning; with a space after it, it is whole", async () => {
    await room.begin(room.bridget, "Beginnings", "A thermometer for the pan.");
    expect(titles(await room.ask(room.corin, "thermom"))).toEqual(["Beginnings"]);
    expect(titles(await room.ask(room.corin, "thermom "))).toEqual([]);
  });

  test("what is said in a closed space is found by who reads it and by nobody else, to the count", async () => {
    await room.begin(room.dilys, "Lanterns inside", "A lantern nobody outside hears of.", { space: "lamp" });
    await room.begin(room.corin, "Lanterns outside", "A lantern for everybody.");
    expect(found(await room.ask(room.dilys, "lantern")).total).toBe(2);
    for (const who of [room.corin, undefined]) {
      const answer = found(await room.ask(who, "lantern"));
      expect([answer.total, ...titles(answer)]).toEqual([1, "Lanterns outside"]);
      expect(found(await room.ask(who, "lantern", { space: "lamp" }))).toMatchObject({ hits: [], total: 0 });
      expect(found(await room.ask(who, "lantern", { space: "never" }))).toMatchObject({ hits: [], total: 0 });
    }
  });

  test("a thread moved to a closed space is not found by an outsider, and the other way round", async () => {
    const { threadId } = await room.begin(room.bridget, "Moving about", "An abacus travels.");
    const move = async (to: string) => {
      const thread = openThreadToManage(await room.thread(room.owner, threadId));
      await moveThread(await openThreadToMove(thread, to), { sure: "yes" }, key());
    };
    await learning();
    await move("lamp");
    expect(found(await room.ask(room.corin, "abacus"))).toMatchObject({ total: 0 });
    expect(found(await room.ask(room.dilys, "abacus")).total).toBe(1);
    expect(found(await room.ask(room.corin, "abacuss")).instead).toBeUndefined();
    await move("meadow");
    expect(found(await room.ask(room.corin, "abacus")).total).toBe(1);
  });

  test("a removed post is not found until it is restored; an edited one by what it says now", async () => {
    const { postId } = await room.begin(room.bridget, "Here today", "A marmoset.");
    const removal = async () => openPostRemoval(await room.post(room.bridget, postId));
    await removePost(await removal(), { why: "" }, key());
    for (const who of [room.corin, room.bridget]) expect(titles(await room.ask(who, "marmoset"))).toEqual([]);
    await restorePost(await removal(), {}, key());
    expect(titles(await room.ask(room.corin, "marmoset"))).toEqual(["Here today"]);
    const own = openOwnPost(await room.post(room.bridget, postId));
    await editPost(own, { text: "A tamarin.", version: 0 }, key());
    expect(titles(await room.ask(room.corin, "marmoset"))).toEqual([]);
    expect(titles(await room.ask(room.corin, "tamarin"))).toEqual(["Here today"]);
  });

  test("merged and split, posts are found where they stand now, and a title by its own thread alone", async () => {
    const { threadId } = await room.begin(room.bridget, "Quokkas", "About them.");
    const inside = await room.begin(room.dilys, "Secretive wombats", "Nothing of note.", { space: "lamp" });
    const into = openThreadToManage(await room.thread(room.owner, inside.threadId));
    await mergeThread(await openThreadToMerge(into, threadId), { sure: "yes" }, key());
    expect(titles(await room.ask(room.corin, "wombats"))).toEqual([]);
    expect(titles(await room.ask(room.corin, "note"))).toEqual(["Quokkas"]);
    const parted = openThreadToManage(await room.thread(room.owner, threadId));
    await splitThread(parted, { title: "Numbats", posts: [inside.postId], rest: undefined }, key());
    expect(titles(await room.ask(room.corin, "numbats"))).toEqual(["Numbats"]);
    expect(titles(await room.ask(room.corin, "quokkas"))).toEqual(["Quokkas"]);
  });
});

describe("language by space or detected", () => {
  test("German is cut down as German and English as English", async () => {
    await room.begin(
      room.bridget,
      "Auf Deutsch",
      "Ich habe die alten Häuser und die Gärten nicht gesehen, aber es ist schön.",
    );
    await room.begin(room.bridget, "In English", "They have been running and the houses are not what they were.");
    expect(titles(await room.ask(room.corin, "Haus Garten"))).toEqual(["Auf Deutsch"]);
    expect(titles(await room.ask(room.corin, "house run "))).toEqual(["In English"]);
    const { rows } = await db().execute<{ language: string }>(
      sql`select w.language from post_words w join threads t on t.id = w.thread_id where t.title = 'Auf Deutsch'`,
    );
    expect(rows).toEqual([{ language: "german" }]);
  });

  test("a space says its language, and what was there before is read again by the job", async () => {
    await room.begin(room.bridget, "Kurz", "Bäume kahl.");
    expect(titles(await room.ask(room.corin, "Baum "))).toEqual([]);
    const facts = { name: "The Meadow", slug: "meadow", purpose: "Where everybody talks.", door: "listed" };
    const audience = { readAudience: "everyone", writeAudience: "members", readBadges: [], writeBadges: [] };
    const say = async (language: string) =>
      changeSpace(
        await room.desk(),
        changeSpaceInput.parse({ ...facts, ...audience, space: room.spaceId, language }),
        key(),
      );
    await say("german");
    await learning();
    expect(titles(await room.ask(room.corin, "Baum "))).toEqual(["Kurz"]);
    await say("detected");
    await learning();
  });

  test("words are cut for scripts without spaces, at writing and at asking", async () => {
    await room.begin(room.bridget, "日本語で", "昨日、新しい扇風機を買いました。とても静かです。");
    await room.begin(room.bridget, "ภาษาไทย", "เมื่อวานฉันซื้อพัดลมใหม่ มันเงียบมาก");
    await room.begin(room.bridget, "用中文说", "我昨天买了一台新的电风扇，非常安静。");
    expect(titles(await room.ask(room.corin, "扇風機"))).toEqual(["日本語で"]);
    expect(titles(await room.ask(room.corin, "พัดลม"))).toEqual(["ภาษาไทย"]);
    expect(titles(await room.ask(room.corin, "安静"))).toEqual(["用中文说"]);
    const [hit] = found(await room.ask(room.corin, "扇風機")).hits;
    expect(
      hit?.said
        .filter((part) => part.hit)
        .map(({ text }) => text)
        .join(""),
    ).toBe("扇風機");
  });
});

describe("typo tolerance on words", () => {
  test("only where nothing is found; says what was looked for instead; never a word of a closed space", async () => {
    await room.begin(room.bridget, "Spelling", "The colander is in the cupboard.");
    await room.begin(room.dilys, "Spelling inside", "A kaleidoscope.", { space: "lamp" });
    await learning();
    const answer = found(await room.ask(room.corin, "colandar cupboard "));
    expect([answer.instead, ...titles(answer)]).toEqual(["colander cupboard", "Spelling"]);
    expect(found(await room.ask(room.corin, "colander ")).instead).toBeUndefined();
    expect(found(await room.ask(room.dilys, "kaleidoskope ")).instead).toBe("kaleidoscope");
    for (const who of [room.corin, undefined])
      expect(found(await room.ask(who, "kaleidoskope ")).instead).toBeUndefined();
  });
});

describe("filters", () => {
  beforeAll(async () => {
    await room.begin(room.bridget, "January gizmo", "gizmo one", { at: "2025-01-31T23:30:00Z", tags: "gears" });
    await room.begin(room.corin, "June gizmo", "gizmo two", { at: "2025-06-15T12:00:00Z" });
    await room.begin(room.dilys, "Inside gizmo", "gizmo three", { space: "lamp", at: "2025-06-16T12:00:00Z" });
    const { postId } = await room.begin(room.bridget, "Pictured gizmo", "gizmo four", { at: "2025-07-01T12:00:00Z" });
    const picture = await draftPicture(
      openVisitor(await viewerOf(room.bridget)),
      await plain("png", 30, 20),
      postPictureLimits,
    );
    const own = openOwnPost(await room.post(room.bridget, postId));
    await editPost(own, { text: `gizmo four\n\n![](/files/${picture}/large)`, version: 0 }, key());
  });
  const asked = async (more: Record<string, string>, words = "gizmo") =>
    titles(await room.ask(room.dilys, words, more)).sort();

  test("by space", async () => expect(await asked({ space: "lamp" })).toEqual(["Inside gizmo"]));
  test("by author, from a part of the name", async () => {
    expect(await asked({ by: "cor" })).toEqual(["June gizmo"]);
    expect(await asked({ by: "nobody at all" })).toEqual([]);
  });
  test("by date, both days within, in the person's own zone", async () => {
    expect(await asked({ from: "2025-06-15", until: "2025-06-15" })).toEqual(["June gizmo"]);
    expect(await asked({ until: "2025-01-31" })).toEqual(["January gizmo"]);
    await db().execute(sql`update people set zone = 'Pacific/Auckland' where id = ${room.dilys}`);
    expect(await asked({ until: "2025-01-31" })).toEqual([]);
    expect(await asked({ from: "2025-02-01", until: "2025-02-01" })).toEqual(["January gizmo"]);
    await db().execute(sql`update people set zone = null where id = ${room.dilys}`);
  });
  test("by tag", async () => expect(await asked({ tag: "#Gears" })).toEqual(["January gizmo"]));
  test("with a picture", async () => expect(await asked({ picture: "1" })).toEqual(["Pictured gizmo"]));
  test("without words, the latest first", async () => {
    expect(titles(await room.ask(room.dilys, "", { by: "corin", from: "2025-06-01", until: "2025-06-30" }))).toEqual([
      "June gizmo",
    ]);
  });
  test("what makes no sense is not asked", async () => {
    expect(await asked({ from: "2025-02-31", space: "../x", until: "soon" })).toHaveLength(4);
  });
  test("the latest first, if one wishes", async () => {
    expect(titles(await room.ask(room.dilys, "gizmo", { sort: "latest" }))).toEqual([
      "Pictured gizmo",
      "Inside gizmo",
      "June gizmo",
      "January gizmo",
    ]);
  });
});

describe("counts and pages", () => {
  test("a page leads to the next, nothing twice and nothing left out, whatever is written meanwhile; counted up to a thousand", async () => {
    const { threadId } = await room.begin(room.bridget, "Many", "sprocket zero");
    // As many as no test writes one by one, as the commands would leave them.
    await db().execute(sql`
      with more as (
        insert into posts (community_id, thread_id, position, author_id, text, html, renderer, created_at)
        select community_id, thread_id, position + n, author_id, 'sprocket', '<p>sprocket</p>', renderer, created_at - n * interval '1 minute'
        from posts, generate_series(1, 1100) n where thread_id = ${threadId} returning *)
      insert into post_words (community_id, post_id, thread_id, space_id, author_id, written_at, illustrated, titled, language, words)
      select m.community_id, m.id, m.thread_id, ${room.spaceId}, m.author_id, m.created_at, false, false, 'english', to_tsvector('english', m.text) from more m`);
    const first = found(await room.ask(room.corin, "sprocket"));
    expect(first.total).toBe(1001);
    await db().execute(sql`update threads set last_position = 1101, posts = 1101 where id = ${threadId}`);
    await room.say(room.corin, threadId, "sprocket of this moment");
    const seen = new Set(first.hits.map(({ postId }) => postId));
    let next = first.next;
    let pages = 1;
    while (next && pages < 100) {
      const page = found(await room.ask(room.corin, "sprocket", {}, next));
      for (const { postId } of page.hits) {
        expect(seen.has(postId)).toBe(false);
        seen.add(postId);
      }
      next = page.next;
      pages++;
    }
    expect([seen.size, pages]).toEqual([1001, 51]);
  });

  test("people and threads by name stand above", async () => {
    const named = found(await room.ask(room.corin, "Bridget")).named;
    expect(named.some(({ kind, id }) => kind === "person" && id === room.bridget)).toBe(true);
    expect(found(await room.ask(undefined, "Bridget")).named.some(({ kind }) => kind === "person")).toBe(false);
    expect(found(await room.ask(room.corin, "Whistling")).named.map(({ title }) => title)).toContain(
      "Whistling kettles",
    );
  });
});

describe("what cannot be answered", () => {
  test("nothing, words that stand in every text, and signs", async () => {
    expect(await room.ask(room.corin, "  ")).toEqual({ state: "idle" });
    expect(await room.ask(room.corin, "the ")).toEqual({ state: "common" });
    expect(await room.ask(room.corin, "?!")).toMatchObject({ state: "found", total: 0 });
  });

  test("too much of it in a quarter of an hour is told when it goes on", async () => {
    await room.ask(room.corin, "kettle");
    await db().execute(sql`update attempts set count = 300`);
    expect(await room.ask(room.corin, "kettle")).toMatchObject({ state: "tooMany", minutes: 16 });
    expect(await room.ask(room.bridget, "kettle")).toMatchObject({ state: "found" });
  });

  test("what takes too long is ended by the database, and said", async () => {
    let let_go = () => {};
    const held = db().transaction(async (tx) => {
      await tx.execute(sql`lock table post_words in access exclusive mode`);
      await new Promise<void>((done) => {
        let_go = done;
      });
    });
    try {
      expect(await room.ask(room.corin, "kettle")).toEqual({ state: "slow" });
    } finally {
      let_go();
      await held;
    }
  });
});
