import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { held, posts, threads } from "@/db/schema";
import {
  openCommunity,
  openHeld,
  openHeldToDecide,
  openOwnHeld,
  openSpaces,
  openSpaceToWrite,
  openThreadToWrite,
} from "@/lib/access/gate";
import { openModerator } from "@/lib/access/gate-moderation";
import { viewerOf } from "@/lib/access/viewer";
import { giveDuty } from "@/lib/members/duties/commands";
import { approveHeld, refuseHeld, withdrawHeld } from "@/lib/moderation/held/commands";
import { heldToDecide, myHeld } from "@/lib/moderation/held/queries";
import { changeRules } from "@/lib/moderation/rules/commands";
import { changeRulesInput } from "@/lib/moderation/rules/input";
import { rulesAtDesk } from "@/lib/moderation/rules/queries";
import { writePost } from "@/lib/posts/commands";
import { writePostInput } from "@/lib/posts/input";
import { startThread } from "@/lib/threads/commands";
import { startThreadInput } from "@/lib/threads/input";
import { aNewsroom, key } from "../notifications/world";

/** A room with rules: Gwen moderates all of it, and Nora is new each time she is asked for. */
export async function aRoomWithRules() {
  const room = await aNewsroom();
  const gwen = await room.aMember("Gwen");
  await giveDuty(await room.desk(), { person: gwen, space: null }, key());
  const rules = async (chosen: Record<string, string>) => {
    const { revision } = await rulesAtDesk(await room.desk());
    const input = changeRulesInput.parse({ firstPosts: "0", revision: String(revision), ...chosen });
    return changeRules(await room.desk(), input, key());
  };
  let named = 0;
  const newcomer = () => room.aMember(`Nora ${++named}`);
  const send = async (who: string, thread: string, text: string, more: Record<string, string> = {}, once = key()) => {
    const { thread: _, ...input } = writePostInput.parse({ thread, text, ...more });
    return writePost(openThreadToWrite(await room.thread(who, thread)), input, once);
  };
  const begin = async (who: string, title: string, text: string, more: Record<string, string> = {}) => {
    const { space: _, ...input } = startThreadInput.parse({ space: "meadow", title, text, ...more });
    return startThread(openSpaceToWrite(await room.space(who)), input, key());
  };
  const toDecide = async (who: string, id: string) => openHeldToDecide(await openHeld(await room.to(who), id));
  const approve = async (id: string, who = gwen, once = key()) => approveHeld(await toDecide(who, id), {}, once);
  const turnDown = async (id: string, reason = "Not here, please.", who = gwen) =>
    refuseHeld(await toDecide(who, id), { reason }, key());
  const withdraw = async (who: string, id: string) =>
    withdrawHeld(openOwnHeld(await room.to(who)), { held: id }, key());
  const queue = async (who = gwen) =>
    (await heldToDecide(await openModerator(await openCommunity(await viewerOf(who), room.slug)))).rows;
  const mine = async (who: string) => {
    const inside = (await openSpaces(await room.to(who), true)).flatMap((one) => ("inside" in one ? one.inside : []));
    return (await myHeld(openOwnHeld(await room.to(who)), inside)).rows;
  };
  const communityId = (await room.desk()).community.id;
  const rowOf = async (id: string) =>
    (
      await db()
        .select()
        .from(held)
        .where(and(eq(held.communityId, communityId), eq(held.id, id)))
    )[0];
  const postsIn = (thread: string) =>
    db().select().from(posts).where(eq(posts.threadId, thread)).orderBy(posts.position);
  const threadsHere = () => db().select().from(threads).where(eq(threads.communityId, communityId));
  const acts = { rules, newcomer, send, begin, toDecide, approve, turnDown, withdraw, queue, mine };
  return { ...room, ...acts, gwen, communityId, rowOf, postsIn, threadsHere };
}

export type RuledRoom = Awaited<ReturnType<typeof aRoomWithRules>>;
export { key };
