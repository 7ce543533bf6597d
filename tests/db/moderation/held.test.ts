import { and, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { files, held, ledger, notifications, threads } from "@/db/schema";
import {
  openDraft,
  openHeld,
  openPostRemoval,
  openThreadToManage,
  openThreadToMerge,
  openThreadToMove,
  openThreadToWrite,
  openVisitor,
} from "@/lib/access/gate";
import { openModerator } from "@/lib/access/gate-moderation";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { saveDraft } from "@/lib/drafts/commands";
import { draftOf } from "@/lib/drafts/queries";
import { draftPicture } from "@/lib/files/commands";
import { postPictureLimits } from "@/lib/files/pictures";
import { fileToServe } from "@/lib/files/queries";
import { giveDuty } from "@/lib/members/duties/commands";
import { moderationCounts } from "@/lib/moderation/counts";
import { approveHeld } from "@/lib/moderation/held/commands";
import { mostWaiting } from "@/lib/moderation/held/hold";
import { forgetHeld } from "@/lib/moderation/held/jobs";
import { myHeldIn } from "@/lib/moderation/held/queries";
import { suspendPerson } from "@/lib/moderation/suspensions/commands";
import { targetOf } from "@/lib/notifications/say";
import { removePost } from "@/lib/posts/commands";
import { postsOf } from "@/lib/posts/queries";
import { eraseRows } from "@/lib/privacy/erase";
import { closeSpace, makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { lockThread, moveThread } from "@/lib/threads/ordering/commands";
import { mergeThread } from "@/lib/threads/ordering/merge";
import { plain } from "@/tests/unit/files/pictures";
import { as, onFreshDatabase } from "../jobs/product";
import { aRoomWithRules, key, type RuledRoom } from "./held-world";

onFreshDatabase();

let room: RuledRoom;
let threadId: string;
let firstPost: string;
beforeAll(async () => {
  room = await aRoomWithRules();
});
beforeEach(async () => {
  await room.rules({ firstPosts: "1" });
  ({ threadId, postId: firstPost } = await room.start(room.owner));
});

/** A newcomer with one answer that waits. */
async function waiting(text = "Mine hums too.", more: Record<string, string> = {}) {
  const nora = await room.newcomer();
  const { held: id = "" } = await room.send(nora, threadId, text, more);
  return { nora, id };
}
const aSpace = async (slug: string) => {
  const facts = { name: slug, slug, purpose: "Elsewhere.", door: "listed", readAudience: "members" };
  const input = makeSpaceInput.parse({ ...facts, writeAudience: "members", readBadges: [], writeBadges: [] });
  return (await makeSpace(await room.desk(), input, key())).spaceId;
};

describe("premoderation of newcomers", () => {
  test("a first post waits: no thread, no list, no number, no event and no search knows of it", async () => {
    const { nora, id } = await waiting("A plum in the grass.");
    const [thread] = await db().select().from(threads).where(eq(threads.id, threadId));
    expect(thread).toMatchObject({ posts: 1, lastPosition: 1 });
    expect(await room.postsIn(threadId)).toHaveLength(1);
    const { rows } = await db().execute(sql`
      select 'event' from events e where e::text like '%plum%' or e.subject::text like ${`%${id}%`}
      union all select 'words' from post_words w where w::text like '%plum%'
      union all select 'news' from notifications n where n.actor_id = ${nora} and n.kind <> 'waits'
      union all select 'ledger' from ledger l where l.actor_id = ${nora} and l.verb in ('post written', 'thread started')`);
    expect(rows).toEqual([]);
  });

  test("its author alone sees it in the thread, with the reason; a visitor is not even asked about", async () => {
    const { nora, id } = await waiting();
    expect(await myHeldIn(await room.thread(nora, threadId))).toMatchObject([
      { id, kind: "answer", why: [{ reason: "newcomer" }], decision: null, thread: { id: threadId } },
    ]);
    expect(await myHeldIn(await room.thread(room.owner, threadId))).toEqual([]);
    expect((await room.mine(nora)).map((line) => line.id)).toEqual([id]);
    expect(await room.mine(room.bridget)).toEqual([]);
  });

  test("approved, it is the author's post, told to them and to whom it answers, and the next one stands at once", async () => {
    const { nora, id } = await waiting("Mine hums too.", { answers: firstPost });
    const { postId } = await room.approve(id);
    const [, answer] = await room.postsIn(threadId);
    expect(answer).toMatchObject({
      id: postId,
      authorId: nora,
      position: 2,
      answersId: firstPost,
      text: "Mine hums too.",
    });
    expect(await room.rowOf(id)).toMatchObject({ decision: "approved", decidedBy: room.gwen, postId, text: "" });
    expect(await room.says(nora)).toEqual(["Your post now stands in “Does yours hum too?”"]);
    expect((await room.says(room.owner))[0]).toMatch(/^Nora \d+ answered you/);
    expect(await room.send(nora, threadId, "And a second one.")).toMatchObject({
      position: 3,
      postId: expect.any(String),
    });
    expect(await myHeldIn(await room.thread(nora, threadId))).toEqual([]);
    const verbs = await db()
      .select({ verb: ledger.verb, actor: ledger.actorId })
      .from(ledger)
      .where(and(eq(ledger.objectId, id), eq(ledger.communityId, room.communityId)));
    expect(verbs).toEqual([
      { verb: "post held", actor: nora },
      { verb: "held approved", actor: room.gwen },
    ]);
  });

  test("a thread waits with its tags and its poll, and begins when it is approved", async () => {
    const nora = await room.newcomer();
    const poll = { pollQuestion: "Does it hum?", pollOptions: "Yes\nNo" };
    const begun = await room.begin(nora, "Who hums at noon?", "Mine does.", { tags: "humming", ...poll });
    expect(begun).toMatchObject({ threadId: "", postId: "", held: expect.any(String) });
    expect(await room.mine(nora)).toMatchObject([
      { kind: "thread", title: "Who hums at noon?", poll: { question: "Does it hum?" }, space: { slug: "meadow" } },
    ]);
    const { threadId: made } = await room.approve(begun.held!);
    const { thread } = await room.thread(room.bridget, made);
    expect(thread).toMatchObject({ title: "Who hums at noon?", authorId: nora, hasPolls: true });
    expect(thread.tags.map(({ slug }) => slug)).toEqual(["humming"]);
  });

  test("a poll that was to close while it waited is approved without an end", async () => {
    const nora = await room.newcomer();
    const poll = { pollQuestion: "Does it hum?", pollOptions: "Yes\nNo", pollCloses: "2099-01-01T10:00" };
    const { held: id = "" } = await room.begin(nora, "Who hums at night?", "Mine does.", poll);
    await db().execute(sql`update held set poll = jsonb_set(poll, '{closes}', '"2001-01-01T10:00"') where id = ${id}`);
    const { postId } = await room.approve(id);
    const { rows } = await db().execute(sql`select closes_at from decisions where post_id = ${postId}`);
    expect(rows).toEqual([{ closes_at: null }]);
    const past = { ...poll, pollCloses: "2001-01-01T10:00" };
    const other = await room.newcomer();
    await expect(room.begin(other, "Who hummed?", "Mine did.", past)).rejects.toMatchObject({
      more: { fields: { pollCloses: "polls.closesPast" } },
    });
  });

  test("whoever moderates in the space is never held", async () => {
    const hal = await room.newcomer();
    await giveDuty(await room.desk(), { person: hal, space: room.spaceId }, key());
    expect((await room.send(hal, threadId, "At once.")).held).toBeUndefined();
    expect((await room.send(room.owner, threadId, "At once too.")).held).toBeUndefined();
  });

  test("the same form twice is one that waits, and its draft is none any more", async () => {
    const nora = await room.newcomer();
    const draft = openDraft(openThreadToWrite(await room.thread(nora, threadId)));
    await saveDraft(draft, { text: "Once.", title: "", answers: "", revision: 0 }, key());
    const once = key();
    const both = await Promise.all([1, 2].map(() => room.send(nora, threadId, "Once.", {}, once)));
    expect(both[0]).toEqual(both[1]);
    expect(await room.mine(nora)).toHaveLength(1);
    expect(await draftOf(draft)).toBeUndefined();
  });

  test("five of one person wait at the most, however many are sent at once; what was refused stays in the form", async () => {
    const nora = await room.newcomer();
    const sent = await Promise.allSettled(
      Array.from({ length: 9 }, (_, n) => room.send(nora, threadId, `Number ${n}`)),
    );
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(mostWaiting);
    await expect(room.send(nora, threadId, "One more")).rejects.toMatchObject({
      code: "held.tooManyWaiting",
      more: { params: { most: mostWaiting } },
    });
    const [one] = await room.mine(nora);
    await room.withdraw(nora, one!.id);
    expect((await room.send(nora, threadId, "One more")).held).toBeDefined();
  });
});

describe("deciding", () => {
  test("two at once: one decides, the other is told; there is one post", async () => {
    const { id } = await waiting();
    const both = await Promise.allSettled([room.approve(id), room.approve(id, room.owner)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "held.decidedAlready" } });
    expect(await room.postsIn(threadId)).toHaveLength(2);
  });

  test("to approve and to refuse at once: what was decided first holds", async () => {
    for (let round = 0; round < 3; round++) {
      const { id } = await waiting();
      const before = (await room.postsIn(threadId)).length;
      const both = await Promise.allSettled([room.approve(id), room.turnDown(id, "No.", room.owner)]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const approved = both[0]!.status === "fulfilled";
      expect(await room.postsIn(threadId)).toHaveLength(before + (approved ? 1 : 0));
      expect((await room.rowOf(id))?.decision).toBe(approved ? "approved" : "refused");
    }
  });

  test("the same form twice is one decision, also after it is done", async () => {
    const { id } = await waiting();
    const once = key();
    const first = await room.approve(id, room.gwen, once);
    expect(await room.approve(id, room.gwen, once)).toEqual(first);
    await expect(room.approve(id)).rejects.toThrow("held.decidedAlready");
  });

  test("while its author takes it back: either it stands or it is gone", async () => {
    const { nora, id } = await waiting();
    const both = await Promise.allSettled([room.approve(id), room.withdraw(nora, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await room.postsIn(threadId)).toHaveLength(both[0]!.status === "fulfilled" ? 2 : 1);
  });

  test("refused, its author is told why and keeps the words for thirty days; others never see them", async () => {
    const { nora, id } = await waiting("Plum jam, nine euros.");
    await room.turnDown(id, "We sell nothing here.");
    expect(await room.lines(nora)).toMatchObject([{ kind: "refused", said: "We sell nothing here.", thread: null }]);
    expect(await room.unread(nora)).toBe(1);
    const [mine] = await room.mine(nora);
    expect(mine).toMatchObject({ decision: "refused", reason: "We sell nothing here." });
    expect(mine!.html).toContain("Plum jam");
    expect(await myHeldIn(await room.thread(nora, threadId)), "it waits no more").toEqual([]);
    await expect(room.withdraw(nora, id)).rejects.toThrow("held.decidedAlready");
    const age = (days: number) =>
      db().execute(sql`update held set decided_at = now() - make_interval(days => ${days}) where id = ${id}`);
    const kept = async () => (await room.rowOf(id))?.text;
    await age(29);
    await db().transaction((tx) => forgetHeld.run(tx));
    expect(await kept()).toContain("Plum jam");
    await age(31);
    await db().transaction((tx) => forgetHeld.run(tx));
    expect([await kept(), await room.mine(nora)]).toEqual(["", []]);
  });

  test("a refusal without a reason is none: the database says so too", async () => {
    const { id } = await waiting();
    const blank = db().execute(sql`update held set decision = 'refused', decided_at = now() where id = ${id}`);
    await expect(blank).rejects.toThrow();
  });

  test("a moderator of one space finds what is meant for that space, and nothing of another", async () => {
    const spaceId = await aSpace("orchard");
    const { nora, id } = await waiting();
    const [there, elsewhere] = [await room.newcomer(), await room.newcomer()];
    await giveDuty(await room.desk(), { person: there, space: room.spaceId }, key());
    await giveDuty(await room.desk(), { person: elsewhere, space: spaceId }, key());
    expect((await room.queue(there)).map((line) => line.id)).toContain(id);
    expect(await room.queue(elsewhere)).toEqual([]);
    await expect(room.approve(id, elsewhere)).rejects.toMatchObject({ status: 404 });
    await expect(room.approve(id, nora)).rejects.toMatchObject({ status: 404 });
    const count = async (who: string) => (await moderationCounts(await openModerator(await room.to(who)))).held;
    expect([await count(elsewhere), (await count(there)) > 0]).toEqual([0, true]);
    // Moved, it is decided where its thread stands by now, and stands there.
    const managed = openThreadToManage(await room.thread(room.owner, threadId));
    await moveThread(await openThreadToMove(managed, "orchard"), {}, key());
    expect((await room.queue(there)).map((line) => line.id)).not.toContain(id);
    expect(await room.queue(elsewhere)).toMatchObject([
      { id, author: { id: nora, posts: 0 }, space: { slug: "orchard" } },
    ]);
    await room.approve(id, elsewhere);
    expect(await room.postsIn(threadId)).toHaveLength(2);
  });

  test("who looks after the space is told in the app that something waits, without a name, until one has decided", async () => {
    const { nora, id } = await waiting();
    const told = async (who: string) => (await room.lines(who)).filter(({ kind }) => kind === "waits");
    const [line] = await told(room.gwen);
    expect([line, targetOf("grass", line!)]).toMatchObject([{ said: "", thread: null }, "/grass/moderation/held"]);
    expect([(await told(room.owner)).length > 0, await told(nora), await told(room.corin)]).toEqual([true, [], []]);
    await room.approve(id, room.owner);
    expect((await told(room.gwen)).map((one) => one.id)).not.toContain(line!.id);
  });

  test("the longest waits first, page by page, with the time and the posts of who sent it", async () => {
    const { id } = await waiting();
    await db().execute(sql`update held set made_at = now() - interval '3 days' where id = ${id}`);
    const [first] = await room.queue();
    expect(first).toMatchObject({ id, author: { posts: 0, joinedAt: expect.any(String) } });
  });
});

describe("what happened meanwhile", () => {
  test("an author who may no longer write there: it cannot be approved, and can be refused", async () => {
    const { nora, id } = await waiting();
    await suspendPerson(await room.desk(), { person: nora, days: 3, reason: "Was rude." }, key());
    await expect(room.approve(id)).rejects.toMatchObject({ status: 409, code: "held.mayNotWrite" });
    expect(await room.rowOf(id)).toMatchObject({ decision: null, text: "Mine hums too." });
    await room.turnDown(id);
  });

  test("a locked thread and a closed space", async () => {
    const { id } = await waiting();
    await lockThread(openThreadToManage(await room.thread(room.owner, threadId)), { why: "Enough." }, key());
    await expect(room.approve(id)).rejects.toThrow("held.mayNotWrite");
    const spaceId = await aSpace("barn");
    const nora = await room.newcomer();
    const { held: other = "" } = await room.begin(nora, "In the barn", "Hello.");
    await db().execute(sql`update held set space_id = ${spaceId} where id = ${other}`);
    await closeSpace(await room.desk(), { space: spaceId }, key());
    await expect(room.approve(other)).rejects.toThrow("held.mayNotWrite");
  });

  test("a thread that was merged: the answer stands where its posts went", async () => {
    const { nora, id } = await waiting();
    const { threadId: into } = await room.start(room.owner, "The larger one");
    const managed = openThreadToManage(await room.thread(room.owner, threadId));
    await mergeThread(await openThreadToMerge(managed, into), {}, key());
    expect(await myHeldIn(await room.thread(nora, into))).toMatchObject([{ id }]);
    expect(await room.approve(id)).toMatchObject({ threadId: into });
    expect((await room.postsIn(into)).at(-1)).toMatchObject({ authorId: nora });
  });

  test("the post it answers was removed: it becomes an answer to the thread", async () => {
    const { postId } = await room.say(room.owner, threadId, "To be taken back.");
    const { id } = await waiting("So it is.", { answers: postId });
    await removePost(openPostRemoval(await room.post(room.owner, postId)), { why: "" }, key());
    await room.approve(id);
    expect((await room.postsIn(threadId)).at(-1)).toMatchObject({ text: "So it is.", answersId: null });
  });

  test("whom it speaks to by name is an id while it waits, and told only when it stands", async () => {
    const { nora, id } = await waiting("Listen, @[Corin].");
    const row = await room.rowOf(id);
    expect(row).toMatchObject({ text: `Listen, @{${room.corin}}.`, mentions: [room.corin] });
    expect((await room.queue()).find((line) => line.id === id)!.people.get(room.corin)).toBe("Corin");
    const told = () =>
      db()
        .select()
        .from(notifications)
        .where(and(eq(notifications.personId, room.corin), eq(notifications.actorId, nora)));
    expect(await told()).toEqual([]);
    await room.approve(id);
    expect(await told()).toMatchObject([{ kind: "mention" }]);
  });

  test.each(["name", "texts"] as const)(
    "an author who erases their %s takes along what nobody approved",
    async (mode) => {
      const { nora, id } = await waiting("Quince jelly that waits");
      const other = await room.send(nora, threadId, "Quince jelly that was refused");
      await room.turnDown(other.held!);
      await db().transaction((tx) => eraseRows(tx, nora, mode));
      expect((await db().execute(sql`select 1 from held h where h::text like '%Quince jelly%'`)).rows).toEqual([]);
      await expect(room.toDecide(room.gwen, id)).rejects.toMatchObject({ status: 404 });
    },
  );

  test("and a decision in flight finds nothing to decide about", async () => {
    const { nora, id } = await waiting();
    const access = await room.toDecide(room.gwen, id);
    await db().transaction((tx) => eraseRows(tx, nora, "name"));
    await expect(approveHeld(access, {}, key())).rejects.toThrow("held.decidedAlready");
  });
});

test("a picture waits with its post: its author and who decides see it, and then whoever reads the post", async () => {
  const nora = await room.newcomer();
  const file = await draftPicture(await as(nora), await plain("png", 60, 40), postPictureLimits);
  const { held: id = "" } = await room.send(nora, threadId, `![A hive](/files/${file}/large)`);
  const seen = async (who: string | null) =>
    fileToServe(openVisitor(who ? await viewerOf(who) : visitor), file, "large").then(
      ({ shared }) => (shared ? "everyone" : "seen"),
      () => "no",
    );
  const all = async () => [await seen(nora), await seen(room.gwen), await seen(room.bridget), await seen(null)];
  expect(await all()).toEqual(["seen", "seen", "no", "no"]);
  expect((await room.mine(nora))[0]!.html).toContain(`/files/${file}/large`);
  await db().update(files).set({ stateSince: sql`now() - interval '9 days'` }).where(eq(files.id, file));
  await room.approve(id);
  expect(await all()).toEqual(["everyone", "everyone", "everyone", "everyone"]);
  const [, post] = await postsOf(await room.thread(room.bridget, threadId), 1);
  expect(post?.html).toContain(`/files/${file}/large`);
  const again = await draftPicture(await as(nora), await plain("png", 60, 40), postPictureLimits);
  await room.rules({ heldWords: "hive" });
  const other = await room.send(nora, threadId, `![A hive](/files/${again}/large)`);
  await room.withdraw(nora, other.held!);
  const [back] = await db().select().from(files).where(eq(files.id, again));
  expect(back).toMatchObject({ state: "draft", thingId: null });
});

test("what waits by its own id is there for its author and who moderates there; for others it is as if it never was", async () => {
  const { nora, id } = await waiting();
  const asked = async (who: string, which: string) =>
    openHeld(await room.to(who), which).then(
      () => "there",
      ({ status }) => status,
    );
  expect([await asked(nora, id), await asked(room.gwen, id), await asked(room.bridget, id)]).toEqual([
    "there",
    "there",
    404,
  ]);
  expect([await asked(room.gwen, crypto.randomUUID()), await asked(room.gwen, "no id")]).toEqual([404, 404]);
  expect(await db().$count(held, eq(held.id, id))).toBe(1);
});
