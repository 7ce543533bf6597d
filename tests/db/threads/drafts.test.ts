import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  openDraft,
  openOwnDrafts,
  openOwnPost,
  openSpaces,
  openSpaceToWrite,
  openThreadToWrite,
} from "@/lib/access/gate";
import { discardDraft, saveDraft } from "@/lib/drafts/commands";
import { clearOldDrafts } from "@/lib/drafts/jobs";
import { draftOf, myDrafts } from "@/lib/drafts/queries";
import { editPost, writePost } from "@/lib/posts/commands";
import { eraseRows } from "@/lib/privacy/erase";
import { changeSpace } from "@/lib/spaces/commands";
import { startThread } from "@/lib/threads/commands";
import { similarThreads } from "@/lib/threads/similar";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "./room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
let threadId: string;
let postId: string;
beforeAll(async () => {
  room = await aRoom();
  ({ threadId, postId } = await room.start(room.bridget));
});

const writing = async (who: string, id = threadId) => openThreadToWrite(await room.thread(who, id));
const answering = async (who: string, id = threadId) => openDraft(await writing(who, id));
const save = async (who: string, text: string, revision: number, more: { answers?: string; key?: string } = {}) =>
  saveDraft(
    await answering(who),
    { text, title: "", answers: more.answers ?? "", revision },
    more.key ? { key: more.key } : key(),
  );
const kept = async (who: string, id = threadId) => draftOf(await answering(who, id));
const insideOf = async (who: string) =>
  (await openSpaces(await room.to(who), true)).flatMap((found) => ("inside" in found ? [found.inside] : []));
const listed = async (who: string) =>
  (await myDrafts(openOwnDrafts(await room.to(who)), await insideOf(who))).rows.map(
    ({ kind, text, thread, space }) => ({
      kind,
      text,
      thread: thread?.title,
      space: space?.name,
    }),
  );

describe("drafts that survive reload, crash and two tabs", () => {
  test("what was typed is there again, with the post it answers; later savings of the same window win", async () => {
    expect(await save(room.corin, "Mine", 0, { answers: postId })).toEqual({ revision: 1 });
    expect(await save(room.corin, "Mine too", 1, { answers: postId })).toEqual({ revision: 2 });
    expect(await kept(room.corin)).toMatchObject({ text: "Mine too", answers: postId, revision: 2 });
    expect(await kept(room.dilys)).toBeUndefined();
  });

  test("two tabs: the one that did not see the other's saving is refused, and nothing is overwritten", async () => {
    const { threadId: id } = await room.start(room.bridget);
    const at = await answering(room.corin, id);
    const both = await Promise.allSettled(
      ["From one tab", "From the other"].map((text) =>
        saveDraft(at, { text, title: "", answers: "", revision: 0 }, key()),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const first = await kept(room.corin, id);
    const stale = { text: "Much later", title: "", answers: "", revision: 0 };
    await expect(saveDraft(at, stale, key())).rejects.toThrow("drafts.savedElsewhere");
    await expect(saveDraft(at, { ...stale, text: " " }, key())).rejects.toThrow("drafts.savedElsewhere");
    expect(await kept(room.corin, id)).toEqual(first);
    // Whoever has seen both may choose.
    expect(await saveDraft(at, { ...stale, revision: first!.revision }, key())).toEqual({ revision: 2 });
  });

  test("the same words from two tabs are no quarrel; the same saving twice is one", async () => {
    await save(room.dilys, "The same", 0);
    expect((await save(room.dilys, "The same", 0)).revision).toBe(2);
    const once = key();
    const twice = [await save(room.dilys, "Once", 2, once), await save(room.dilys, "Once", 2, once)];
    expect(twice).toEqual([{ revision: 3 }, { revision: 3 }]);
  });

  test("what was sent or thrown away elsewhere is not brought back unasked; without words it goes", async () => {
    const { threadId: id } = await room.start(room.bridget);
    const at = await answering(room.corin, id);
    await saveDraft(at, { text: "Begun", title: "", answers: "", revision: 0 }, key());
    await discardDraft(openOwnDrafts(await room.to(room.corin)), { kind: "answer", place: id }, key());
    await expect(saveDraft(at, { text: "Begun again", title: "", answers: "", revision: 1 }, key())).rejects.toThrow(
      "drafts.savedElsewhere",
    );
    await saveDraft(at, { text: "Begun again", title: "", answers: "", revision: 0 }, key());
    expect(await saveDraft(at, { text: "\n", title: "", answers: "", revision: 1 }, key())).toEqual({ revision: 0 });
    expect(await kept(room.corin, id)).toBeUndefined();
  });
});

describe("sending", () => {
  test("sends the draft away with the post, or keeps both out", async () => {
    const { threadId: id } = await room.start(room.bridget);
    const at = await answering(room.corin, id);
    await saveDraft(at, { text: "Ready", title: "", answers: "", revision: 0 }, key());
    const gone = { text: "Ready", answers: crypto.randomUUID(), draft: 1 };
    await expect(writePost(await writing(room.corin, id), gone, key())).rejects.toThrow("threads.answeredGone");
    expect(await kept(room.corin, id)).toMatchObject({ text: "Ready" });
    await writePost(await writing(room.corin, id), { text: "Ready", draft: 1 }, key());
    expect(await kept(room.corin, id)).toBeUndefined();
  });

  test("keeps what another window saved meanwhile", async () => {
    const { threadId: id } = await room.start(room.bridget);
    const at = await answering(room.corin, id);
    await saveDraft(at, { text: "One thing", title: "", answers: "", revision: 0 }, key());
    await saveDraft(at, { text: "Another thing", title: "", answers: "", revision: 1 }, key());
    await writePost(await writing(room.corin, id), { text: "One thing", draft: 1 }, key());
    expect(await kept(room.corin, id)).toMatchObject({ text: "Another thing" });
  });

  test("a thread and an edit send their drafts away too; a retry with the same key is one post", async () => {
    const space = openSpaceToWrite(await room.space(room.dilys));
    const begun = { text: "Mine sings.", title: "Does yours sing?", answers: "", revision: 0 };
    await saveDraft(openDraft(space), begun, key());
    const once = key();
    const send = (draft?: number) =>
      startThread(space, { title: "Does yours sing?", text: "Mine sings.", draft }, once);
    const sent = await send(1);
    expect(await send()).toEqual(sent);
    expect(await draftOf(openDraft(space))).toBeUndefined();
    const mine = openOwnPost(await room.post(room.dilys, sent.postId));
    await saveDraft(openDraft(mine), { ...begun, title: "", text: "It sang.", version: 0 }, key());
    await editPost(mine, { text: "It sang once.", version: 0, draft: 1 }, key());
    expect(await draftOf(openDraft(mine))).toBeUndefined();
  });
});

describe("they are nobody else's", () => {
  test("no ledger and no event knows of them", async () => {
    await save(room.bridget, "Nobody hears this", 0);
    const { rows } = await db().execute(sql`
      select verb from ledger where object_id = ${threadId} and actor_id = ${room.bridget} and verb <> 'thread started'
      union all select kind from events where kind like '%draft%'`);
    expect(rows).toEqual([]);
  });

  test("all of mine stand in one list; where I may no longer read, my own words and nothing else", async () => {
    const eve = await room.aMember("Eve");
    await save(eve, "Among friends", 0);
    expect(await listed(eve)).toEqual([
      { kind: "answer", text: "Among friends", thread: "Does yours hum too?", space: "The Meadow" },
    ]);
    const badge = await room.aBadge("Closed");
    const change = async (readBadges: string[]) => {
      const audience = readBadges.length ? ("badges" as const) : ("members" as const);
      const facts = { name: "The Meadow", slug: "meadow", purpose: "", door: "listed", needs: "any" } as const;
      const who = { readAudience: audience, writeAudience: audience, readBadges, writeBadges: readBadges };
      await changeSpace(await room.desk(), { ...facts, ...who, space: room.spaceId }, key());
    };
    await change([badge]);
    expect(await listed(eve)).toEqual([{ kind: "answer", text: "Among friends", thread: undefined, space: undefined }]);
    await change([]);
  });

  test("they go with the person, whichever way", async () => {
    const eve = await room.aMember("Eve");
    await save(eve, "Plum jam in a draft", 0);
    await db().transaction((tx) => eraseRows(tx, eve, "name"));
    const left = await db().execute(sql`select 1 from drafts d where d::text like '%Plum jam in a draft%'`);
    expect(left.rows).toEqual([]);
  });

  test("after ninety days without a change they are cleared", async () => {
    const eve = await room.aMember("Eve");
    await save(eve, "Old", 0);
    await db().execute(sql`update drafts set saved_at = now() - interval '89 days' where person_id = ${eve}`);
    await db().transaction((tx) => clearOldDrafts.run(tx));
    expect(await kept(eve)).toMatchObject({ text: "Old" });
    await db().execute(sql`update drafts set saved_at = now() - interval '91 days' where person_id = ${eve}`);
    await db().transaction((tx) => clearOldDrafts.run(tx));
    expect(await kept(eve)).toBeUndefined();
  });
});

test("similar threads while typing a title: those that share words, most shared first, and none that one may not read", async () => {
  await room.start(room.bridget, "Kettle whistle after descaling");
  await room.start(room.bridget, "Kettle that whistles too early");
  await room.start(room.bridget, "Lids and hinges");
  const titles = async (title: string, who = room.corin) =>
    (await similarThreads(await insideOf(who), title)).map((thread) => thread.title);
  expect(await titles("Why does my kettle whistle before descaling is done")).toEqual([
    "Kettle whistle after descaling",
    "Kettle that whistles too early",
  ]);
  expect(await titles("A hinge")).toEqual(["Lids and hinges"]);
  expect(await titles("Of the and a")).toEqual([]);
  expect(await titles("'); drop table threads; --!&|:*")).toEqual([]);
  expect(await similarThreads([], "Kettle whistle")).toEqual([]);
});
