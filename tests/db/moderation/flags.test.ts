import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { flags, notifications, outbox, posts, statements } from "@/db/schema";
import { openMember, openNewcomer, openPostRemoval, openReports } from "@/lib/access/gate";
import {
  openAppeal,
  openCommunityModerator,
  openConcerned,
  openFlag,
  openModerator,
  openPostToModerate,
  openStatement,
} from "@/lib/access/gate-moderation";
import { may } from "@/lib/access/policy";
import { giveRole, joinCommunity } from "@/lib/members/commands";
import { giveDuty } from "@/lib/members/duties/commands";
import { moderationCounts } from "@/lib/moderation/counts";
import { decideFlags, flagPost } from "@/lib/moderation/flags/commands";
import { flaggedPosts, flagsOf, myFlags } from "@/lib/moderation/flags/queries";
import { lookAtHistory } from "@/lib/moderation/history";
import { whoLooked } from "@/lib/moderation/looks/queries";
import { writeNote } from "@/lib/moderation/notes/commands";
import { answerAppeal, appeal, correctPerson, liftSilence } from "@/lib/moderation/statements/commands";
import { appealsWaiting, myStatements } from "@/lib/moderation/statements/queries";
import { suspendPerson } from "@/lib/moderation/suspensions/commands";
import { removePost, restorePost } from "@/lib/posts/commands";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

type Room = Awaited<ReturnType<typeof aRoom>>;
type Decision = Parameters<typeof decideFlags>[1];

async function flagged() {
  const room = await aRoom();
  const { threadId, postId } = await room.start(room.bridget, "A sharp word", "Whoever disagrees is a fool.");
  const flag = async (who: string, reason: "harassment" | "spam" = "harassment", text = "") =>
    flagPost(openFlag(await room.post(who, postId)), { reason, text }, key());
  const decide = async (who: string, more: Partial<Decision> = {}) =>
    decideFlags(
      openPostToModerate(await room.post(who, postId)),
      { decision: "hidden", measure: "none", days: 7, reason: "We do not call names here.", ...more },
      key(),
    );
  return { room, threadId, postId, flag, decide };
}

const kindsOf = async (personId: string) =>
  (await db().select({ kind: notifications.kind }).from(notifications).where(eq(notifications.personId, personId)))
    .map(({ kind }) => kind)
    .sort();
const statementsOf = async (room: Room, who: string) => (await myStatements(openConcerned(await room.to(who)))).rows;
const inView = async (postId: string) =>
  (await db().select({ removedAt: posts.removedAt }).from(posts).where(eq(posts.id, postId)))[0]?.removedAt === null;

describe("a flag with its reason", () => {
  test("is made once by each until somebody decided, however often it is sent at once", async () => {
    const { room, postId, flag } = await flagged();
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => flag(room.dilys)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused).toMatchObject({ reason: { status: 409, code: "moderation.flaggedAlready" } });
    await flag(room.corin, "spam");
    expect(await db().select().from(flags).where(eq(flags.postId, postId))).toHaveLength(2);
  });

  test("is not for one's own words, and whose post it is does not hear of it", async () => {
    const { room, postId, flag } = await flagged();
    const own = await room.post(room.bridget, postId);
    expect(() => openFlag(own)).toThrow(expect.objectContaining({ code: "moderation.mayNotFlag" }));
    await giveDuty(await room.desk(), { person: room.bridget, space: null }, key());
    await flag(room.dilys);
    expect(await kindsOf(room.bridget)).toEqual([]);
    expect(await kindsOf(room.owner)).toContain("flag");
  });

  test("of one post stand in the queue as one, the longest waiting first, for who looks after the space", async () => {
    const { room, postId, flag } = await flagged();
    await flag(room.dilys, "harassment", "It calls people names.");
    await flag(room.corin, "spam");
    const later = await room.start(room.corin, "Buy this", "A watch for nine euros.");
    await flagPost(openFlag(await room.post(room.dilys, later.postId)), { reason: "spam", text: "" }, key());
    await giveDuty(await room.desk(), { person: room.dilys, space: room.spaceId }, key());
    const moderator = await openModerator(await room.to(room.dilys));
    const { rows } = await flaggedPosts(moderator);
    expect(rows).toMatchObject([
      { id: postId, author: "Bridget", flags: 2, reasons: ["harassment", "spam"], space: "The Meadow" },
      { id: later.postId, flags: 1 },
    ]);
    expect(await moderationCounts(moderator)).toMatchObject({ flags: 2 });
    const all = await flagsOf(openPostToModerate(await room.post(room.dilys, postId)));
    expect(all.map(({ name, text }) => [name, text])).toEqual([
      ["Dilys", "It calls people names."],
      ["Corin", ""],
    ]);
    // Somebody who looks after another place sees nothing of it.
    await expect(openModerator(await room.to(room.corin))).rejects.toMatchObject({ status: 404 });
  });

  test("is answered by what its author does as well: taken back, the post waits no more", async () => {
    const { room, postId, flag } = await flagged();
    await flag(room.dilys);
    await removePost(openPostRemoval(await room.post(room.bridget, postId)), { why: "" }, key());
    expect((await flaggedPosts(await openModerator(await room.to(room.owner)))).rows).toEqual([]);
    expect(await statementsOf(room, room.bridget)).toEqual([]);
    expect(await kindsOf(room.dilys)).toContain("looked");
  });
});

describe("deciding", () => {
  test("hides the post, states the reason to its author, and tells whoever flagged it", async () => {
    const { room, postId, flag, decide } = await flagged();
    await flag(room.dilys);
    await flag(room.corin);
    await decide(room.owner);
    expect(await inView(postId)).toBe(false);
    expect(await statementsOf(room, room.bridget)).toMatchObject([
      { kind: "hiding", postId, reason: "We do not call names here." },
    ]);
    expect(await kindsOf(room.bridget)).toEqual(["removed"]);
    for (const who of [room.dilys, room.corin]) {
      expect(await kindsOf(who)).toContain("looked");
      expect(await myFlags(await room.to(who), [{ id: room.spaceId }])).toMatchObject([
        { decision: "hidden", thread: "A sharp word" },
      ]);
      // Where they may not read any more, not even its title is said.
      expect(await myFlags(await room.to(who), [])).toMatchObject([{ thread: "" }]);
    }
  });

  test("by two at once happens once", async () => {
    const { room, postId, flag, decide } = await flagged();
    await flag(room.dilys);
    const results = await Promise.allSettled([decide(room.owner), decide(room.owner), decide(room.owner)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().select().from(statements).where(eq(statements.postId, postId))).toHaveLength(1);
  });

  test("that it stays leaves the post, and it can be flagged again", async () => {
    const { room, postId, flag, decide } = await flagged();
    await flag(room.dilys);
    await decide(room.owner, { decision: "kept", reason: "" });
    expect(await inView(postId)).toBe(true);
    expect(await statementsOf(room, room.bridget)).toEqual([]);
    await expect(decide(room.owner, { decision: "kept", reason: "" })).rejects.toMatchObject({
      code: "moderation.decidedAlready",
    });
    await flag(room.dilys);
    expect((await flaggedPosts(await openModerator(await room.to(room.owner)))).rows).toHaveLength(1);
  });

  test("warn, silence, suspend until, remove: each by who may, each with its statement of reasons", async () => {
    for (const [measure, kind] of [
      ["warning", "warning"],
      ["silence", "silence"],
      ["suspension", "suspension"],
      ["removal", "removal"],
    ] as const) {
      const { room, flag, decide } = await flagged();
      await giveDuty(await room.desk(), { person: room.corin, space: null }, key());
      await flag(room.dilys);
      if (measure === "suspension" || measure === "removal")
        await expect(decide(room.corin, { measure })).rejects.toMatchObject({ status: 403 });
      await decide(measure === "warning" || measure === "silence" ? room.corin : room.owner, { measure });
      expect((await statementsOf(room, room.bridget)).map((one) => one.kind).sort()).toEqual(["hiding", kind].sort());
      const { standing } = await room.to(room.bridget);
      expect(standing.silenced).toBe(measure === "silence");
      expect(standing.suspended).toBe(measure === "suspension" || measure === "removal");
      const [mail] = await db()
        .select({ kind: outbox.kind })
        .from(outbox)
        .where(and(eq(outbox.personId, room.bridget), eq(outbox.kind, "statement")));
      expect(mail).toBeDefined();
    }
  });

  test("of one's own post is for the others, and nobody corrects who leads", async () => {
    const { room, flag, postId } = await flagged();
    await giveDuty(await room.desk(), { person: room.bridget, space: null }, key());
    await flag(room.dilys);
    const own = openPostToModerate(await room.post(room.bridget, postId));
    const decision = { decision: "kept", measure: "none", days: 7, reason: "" } as const;
    await expect(decideFlags(own, decision, key())).rejects.toMatchObject({ code: "moderation.ownPost" });
    const reports = openReports(await room.to(room.bridget));
    for (const person of [room.owner, room.bridget])
      await expect(
        correctPerson(reports, { person, measure: "warning", days: 1, reason: "No." }, key()),
      ).rejects.toMatchObject({ status: 403 });
  });
});

describe("a silence", () => {
  test("lets them read and vote, and say nothing, until it is over or lifted", async () => {
    const { room, threadId, postId } = await flagged();
    const reports = openReports(await room.to(room.owner));
    const silence = { person: room.dilys, measure: "silence", days: 3, reason: "Let the others speak." } as const;
    const { statementId } = await correctPerson(reports, silence, key());
    const { standing } = await room.to(room.dilys);
    const { space } = await room.space(room.dilys);
    expect(may.readSpace(standing, space)).toBe(true);
    expect(may.vote(standing, space)).toBe(true);
    expect(may.flag(standing, space, { authorId: room.bridget })).toBe(true);
    expect(may.writeInSpace(standing, space)).toBe(false);
    expect(may.react(standing, space, { authorId: room.bridget })).toBe(false);
    expect(may.invite(standing)).toBe(false);
    await expect(room.say(room.dilys, threadId, "May I?")).rejects.toMatchObject({ status: 403 });
    await db().execute(sql`update statements set until = now() - interval '1 second' where id = ${statementId}`);
    await room.say(room.dilys, threadId, "Back again.");

    const again = await correctPerson(reports, silence, key());
    await liftSilence(reports, { person: room.dilys, statement: again.statementId }, key());
    await room.say(room.dilys, threadId, "And again.");
    await expect(
      liftSilence(reports, { person: room.dilys, statement: again.statementId }, key()),
    ).rejects.toMatchObject({ status: 404 });
    expect(await inView(postId)).toBe(true);
  });
});

test("a manager whom an owner silenced says nothing either", async () => {
  const { room, threadId } = await flagged();
  await giveRole(await room.desk(), { person: room.corin, role: "manager", employed: false }, key());
  const silence = { person: room.corin, measure: "silence", days: 3, reason: "Let the others speak." } as const;
  await correctPerson(openReports(await room.to(room.owner)), silence, key());
  await expect(room.say(room.corin, threadId, "May I?")).rejects.toMatchObject({ status: 403 });
});

describe("an appeal", () => {
  const objection = { text: "It was a line from a play." };
  const stands = { granted: false, answer: "It stands as it is." };
  const undone = { granted: true, answer: "You are right, it is undone." };

  test("is made once, by whom it concerns alone, and what is granted is undone", async () => {
    const { room, postId, flag, decide } = await flagged();
    await flag(room.dilys);
    await decide(room.owner, { measure: "suspension" });
    const all = await statementsOf(room, room.bridget);
    expect(all).toHaveLength(2);
    // Also of who may not take part now.
    expect((await room.to(room.bridget)).standing.suspended).toBe(true);
    for (const { id } of all) {
      await expect(openStatement(await room.to(room.dilys), id)).rejects.toMatchObject({ status: 404 });
      const mine = await openStatement(await room.to(room.bridget), id);
      const sent = await Promise.allSettled([appeal(mine, objection, key()), appeal(mine, objection, key())]);
      expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
    const reports = await openCommunityModerator(await room.to(room.owner));
    expect((await appealsWaiting(reports)).rows).toHaveLength(2);
    // The only one who could answer is who decided.
    for (const { id } of all) await answerAppeal(await openAppeal(reports, id), undone, key());
    expect(await inView(postId)).toBe(true);
    expect((await room.to(room.bridget)).standing.suspended).toBe(false);
    expect((await statementsOf(room, room.bridget)).every(({ liftedAt, granted }) => liftedAt && granted)).toBe(true);
    expect(await kindsOf(room.bridget)).toContain("restored");
  });

  test("is answered by somebody else than who decided, where there is somebody, and never by oneself", async () => {
    const { room, flag, decide, postId } = await flagged();
    await giveDuty(await room.desk(), { person: room.corin, space: null }, key());
    await flag(room.dilys);
    await decide(room.corin);
    const [statement] = await statementsOf(room, room.bridget);
    await appeal(await openStatement(await room.to(room.bridget), statement!.id), objection, key());
    const corin = await openCommunityModerator(await room.to(room.corin));
    await expect(answerAppeal(await openAppeal(corin, statement!.id), stands, key())).rejects.toMatchObject({
      code: "moderation.ownDecision",
    });
    await giveDuty(await room.desk(), { person: room.bridget, space: null }, key());
    const bridget = await openCommunityModerator(await room.to(room.bridget));
    await expect(openAppeal(bridget, statement!.id)).rejects.toMatchObject({ status: 404 });
    expect((await appealsWaiting(bridget)).rows).toEqual([]);
    const owner = await openAppeal(await openCommunityModerator(await room.to(room.owner)), statement!.id);
    await answerAppeal(owner, stands, key());
    expect(await inView(postId)).toBe(false);
    await expect(answerAppeal(owner, undone, key())).rejects.toMatchObject({ code: "moderation.alreadyAnswered" });
    expect(await kindsOf(room.bridget)).toContain("appeal");
  });

  test("never waits for somebody who cannot open it: one who is suspended, or who does not read the space", async () => {
    for (const able of ["suspended", "outside"] as const) {
      const { room, flag, decide, postId } = await flagged();
      await giveDuty(await room.desk(), { person: room.corin, space: null }, key());
      await flag(room.dilys);
      await decide(room.owner);
      const [statement] = await statementsOf(room, room.bridget);
      await appeal(await openStatement(await room.to(room.bridget), statement!.id), objection, key());
      const owner = async () => openAppeal(await openCommunityModerator(await room.to(room.owner)), statement!.id);
      await expect(answerAppeal(await owner(), undone, key())).rejects.toMatchObject({
        code: "moderation.ownDecision",
      });
      if (able === "suspended")
        await suspendPerson(await room.desk(), { person: room.corin, days: 1, reason: "Away." }, key());
      else await db().execute(sql`update spaces set read_audience = 'badges' where id = ${room.spaceId}`);
      await answerAppeal(await owner(), undone, key());
      expect(await inView(postId)).toBe(true);
    }
  });

  test("of a removal lets them come in again; what was restored meanwhile cannot be objected to", async () => {
    const { room, postId, flag, decide } = await flagged();
    await flag(room.dilys);
    await decide(room.owner, { measure: "removal" });
    const removal = (await statementsOf(room, room.bridget)).find(({ kind }) => kind === "removal")!;
    await appeal(await openStatement(await room.to(room.bridget), removal.id), objection, key());
    await answerAppeal(
      await openAppeal(await openCommunityModerator(await room.to(room.owner)), removal.id),
      undone,
      key(),
    );
    await joinCommunity(openNewcomer(await room.to(room.bridget)), {}, key());
    expect(openMember(await room.to(room.bridget)).personId).toBe(room.bridget);

    await restorePost(openPostRemoval(await room.post(room.owner, postId)), {}, key());
    const hiding = (await statementsOf(room, room.bridget)).find(({ kind }) => kind === "hiding")!;
    const mine = await openStatement(await room.to(room.bridget), hiding.id);
    await expect(appeal(mine, objection, key())).rejects.toMatchObject({ code: "moderation.appealedAlready" });
  });
});

test("the person's history: what was flagged and decided, notes, and a row that says who looked", async () => {
  const { room, flag, decide } = await flagged();
  await flag(room.dilys);
  await decide(room.owner, { measure: "warning" });
  const reports = await openCommunityModerator(await room.to(room.owner));
  await writeNote(reports, { person: room.bridget, text: "Spoke with her." }, key());
  const history = await lookAtHistory(reports, room.bridget);
  expect(history).toMatchObject({ name: "Bridget", posts: 0, flagged: 1, upheld: 1, flagsMade: 0 });
  expect(history.notes).toMatchObject([{ text: "Spoke with her." }]);
  expect(history.statements.map(({ kind }) => kind).sort()).toEqual(["hiding", "warning"]);
  await lookAtHistory(reports, room.bridget);
  const looks = await whoLooked(openMember(await room.to(room.bridget)));
  expect(looks.filter(({ what }) => what === "history")).toHaveLength(1);
  // Somebody who was never here has none.
  const other = await aRoom();
  await expect(lookAtHistory(reports, other.bridget)).rejects.toMatchObject({ status: 404 });
  await expect(writeNote(reports, { person: other.bridget, text: "Who?" }, key())).rejects.toMatchObject({
    status: 404,
  });
});
