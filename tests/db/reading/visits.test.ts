import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { memberships } from "@/db/schema";
import { openInside, openMember, openMemberInside, openPostRemoval } from "@/lib/access/gate";
import { removePost } from "@/lib/posts/commands";
import { noteVisit } from "@/lib/visits/commands";
import { newsSince } from "@/lib/visits/queries";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
});

const membership = async (who: string) => {
  const { community } = await room.to(who);
  return and(eq(memberships.communityId, community.id), eq(memberships.personId, who));
};
const visit = async (who: string) => (await room.to(who)).visit;
const come = async (who: string) => noteVisit(openMember(await room.to(who)));
/** So many minutes pass for them alone. */
const pass = async (who: string, minutes: number) =>
  db()
    .update(memberships)
    .set({ seenAt: sql`${memberships.seenAt} - make_interval(mins => ${minutes})` })
    .where(await membership(who));
const seenAt = async (who: string) =>
  (
    await db()
      .select({ at: memberships.seenAt })
      .from(memberships)
      .where(await membership(who))
  )[0]?.at?.getTime();
const news = async (who: string, since: string) =>
  newsSince(openMemberInside(await openInside(await room.to(who))), since);

describe("since you were here", () => {
  test("the first visit has nothing before it; after half an hour away the end of the last one is kept", async () => {
    const evan = await room.aMember("Evan");
    expect(await visit(evan)).toEqual({ since: null, unnoted: true });
    await come(evan);
    expect(await visit(evan)).toEqual({ since: null, unnoted: false });
    await pass(evan, 45);
    const left = await seenAt(evan);
    const back = await visit(evan);
    expect([new Date(back.since ?? 0).getTime(), back.unnoted]).toEqual([left, true]);
    await come(evan);
    expect(new Date((await visit(evan)).since ?? 0).getTime()).toBe(left);
    await pass(evan, 10);
    await come(evan);
    expect(new Date((await visit(evan)).since ?? 0).getTime(), "ten minutes are no absence").toBe(left);
  });

  test("it is written at most every few minutes, and by two pages at once only once", async () => {
    await come(room.corin);
    const first = await seenAt(room.corin);
    await come(room.corin);
    expect(await seenAt(room.corin)).toBe(first);
    await pass(room.corin, 6);
    await Promise.all([come(room.corin), come(room.corin)]);
    expect(await visit(room.corin)).toEqual({ since: null, unnoted: false });
  });

  test("a visitor and somebody who is no member leave no trace", async () => {
    expect((await room.asVisitor()).visit).toEqual({ since: null, unnoted: false });
    expect(await visit(room.owner)).toMatchObject({ since: null });
  });

  test("threads with something new, answers to them, newcomers and badges; nothing of their own, nothing removed", async () => {
    const { threadId, postId } = await room.start(room.bridget, "Before", "Who hums?");
    const since = new Date().toISOString();
    expect(await news(room.bridget, since)).toEqual({ threads: 0, answers: [], newcomers: 0, badges: [] });
    await room.say(room.bridget, threadId, "Talking to myself.", postId);
    await room.say(room.corin, threadId, "I do.", postId);
    const gone = await room.say(room.dilys, threadId, "I as well.", postId);
    await removePost(openPostRemoval(await room.post(room.dilys, gone.postId)), { why: "" }, key());
    await room.start(room.corin, "Another");
    await room.aMember("Newcomer");
    await room.grant(await room.aBadge("First Hum"), room.corin);
    const seen = await news(room.bridget, since);
    expect(seen).toMatchObject({
      threads: 2,
      answers: [{ thread: { id: threadId, title: "Before" }, position: 3, name: "Corin" }],
      newcomers: 1,
      badges: [{ badge: "First Hum", name: "Corin", mine: false }],
    });
  });
});
