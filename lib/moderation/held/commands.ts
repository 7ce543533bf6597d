import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { db, type Tx } from "@/db/client";
import { held, posts } from "@/db/schema";
import type { HeldDecisionAccess, OwnHeldAccess, SpaceWriteAccess, ThreadWriteAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { disturb, tell } from "@/lib/notifications/tell";
import { closesLater } from "@/lib/polls/add";
import type { NewPoll } from "@/lib/polls/input";
import { sayInThread } from "@/lib/posts/say";
import { understand } from "@/lib/references/keep";
import { puttable } from "@/lib/tags/put";
import { beginThread } from "@/lib/threads/begin";
import { when, write } from "@/lib/write";
import { asAuthor } from "./author";
import { letPicturesGo } from "./hold";
import type { heldInput, refuseHeldInput } from "./input";

type More = { key: string };
type Row = typeof held.$inferSelect;

/** Its author takes it back before anybody decided, wherever they stand by now. Nothing of it is left. */
export async function withdrawHeld(
  access: OwnHeldAccess,
  { held: id }: z.infer<typeof heldInput>,
  { key }: More,
): Promise<{ withdrawn: boolean }> {
  const { community, personId } = access;
  return write(access, key, "moderation.withdrawHeld", { communityId: community.id, id }, async (tx) => {
    const [gone] = await tx
      .delete(held)
      .where(and(theHeld(community.id, id), eq(held.personId, personId), isNull(held.decision)))
      .returning({ spaceId: held.spaceId });
    if (!gone) throw refuse.conflict("held.decidedAlready");
    await letPicturesGo(tx, community.id, id);
    const act = { communityId: community.id, spaceId: gone.spaceId, actorId: personId, at: when(access) };
    await record(tx, "held withdrawn", { ...act, objectId: id });
    return { withdrawn: true };
  });
}

/** It stands from now on, as its author's own post, at the end of where it was meant for. */
export async function approveHeld(
  access: HeldDecisionAccess,
  _: object,
  { key }: More,
): Promise<{ threadId: string; postId: string }> {
  const { community, held: of } = access;
  const content = { communityId: community.id, id: of.id };
  // Asked before the transaction, as for every form; what is decided already needs nobody's way in.
  const writer = (await waits(access)) ? await asAuthor(access) : undefined;
  return write(access, key, "moderation.approveHeld", content, async (tx) => {
    const row = await decide(tx, access, { decision: "approved" });
    if (!writer) throw refuse.conflict("held.decidedAlready");
    await letPicturesGo(tx, community.id, of.id);
    const { threadId, postId, told } = await stand(tx, writer, row, when(access));
    // From now on the words are the post's: what becomes of them there becomes of them everywhere.
    await tx
      .update(held)
      .set({ postId, title: "", text: "", mentions: [], tags: [], poll: null })
      .where(theHeld(community.id, of.id));
    const [happened, people] = told;
    const moderated = { ...happened, actorId: access.personId };
    const heard = await tell(tx, moderated, new Map([[row.personId, ["approved"]]]));
    await disturb(tx, happened, [...new Set([...people, ...heard])]);
    return { threadId, postId };
  });
}

/** It does not stand. Its author reads why, and keeps the words for a while. */
export async function refuseHeld(
  access: HeldDecisionAccess,
  { reason }: Pick<z.infer<typeof refuseHeldInput>, "reason">,
  { key }: More,
): Promise<{ heldId: string }> {
  const { community, held: of, personId } = access;
  const content = { communityId: community.id, id: of.id, reason };
  return write(access, key, "moderation.refuseHeld", content, async (tx) => {
    const row = await decide(tx, access, { decision: "refused", reason });
    await letPicturesGo(tx, community.id, of.id);
    const happened = { communityId: community.id, heldId: of.id, actorId: personId, at: when(access) };
    await disturb(tx, happened, await tell(tx, happened, new Map([[row.personId, ["refused"]]])));
    return { heldId: of.id };
  });
}

const theHeld = (communityId: string, id: string) => and(eq(held.communityId, communityId), eq(held.id, id));

async function waits({ community, held: of }: HeldDecisionAccess): Promise<boolean> {
  const [row] = await db()
    .select({ id: held.id })
    .from(held)
    .where(and(theHeld(community.id, of.id), isNull(held.decision)));
  return row !== undefined;
}

/** The first of two who decide at once; the other is told. */
async function decide(tx: Tx, access: HeldDecisionAccess, made: Pick<Row, "decision"> & { reason?: string }) {
  const { community, where, held: of, personId } = access;
  const at = when(access);
  const [row] = await tx
    .update(held)
    .set({ ...made, decidedBy: personId, decidedAt: at ?? sql`now()` })
    .where(and(theHeld(community.id, of.id), isNull(held.decision)))
    .returning();
  if (!row) throw refuse.conflict("held.decidedAlready");
  await record(tx, made.decision === "approved" ? "held approved" : "held refused", {
    communityId: community.id,
    spaceId: where.id,
    actorId: personId,
    objectId: of.id,
    subjectId: row.personId,
    at,
  });
  return row;
}

/** The same that sending does, with what was typed then and what may be read now. */
async function stand(tx: Tx, writer: ThreadWriteAccess | SpaceWriteAccess, row: Row, at: Date | undefined) {
  const { community } = writer;
  const said = await understand(tx, writer, row.text);
  const poll = await stillOpen(tx, row.poll as NewPoll | null, community.zone);
  if ("thread" in writer) {
    const answersId = await inView(tx, writer, row.answersId);
    const { postId, told } = await sayInThread(tx, writer, { said, answersId, poll, at });
    return { threadId: writer.thread.id, postId, told };
  }
  const tags = await puttable(tx, { communityId: community.id, brandId: community.brandId, slugs: row.tags });
  return beginThread(tx, writer, { title: row.title, said, tags, poll, at });
}

/** One that was to close while it waited has no end: nobody could have voted. */
async function stillOpen(tx: Tx, poll: NewPoll | null, zone: string): Promise<NewPoll | undefined> {
  if (!poll) return undefined;
  return (await closesLater(tx, poll, zone)) ? poll : { ...poll, closes: undefined };
}

/** What is gone, or stands in another thread by now, cannot be answered: the answer then is one to the thread. */
async function inView(tx: Tx, { community, thread }: ThreadWriteAccess, id: string | null) {
  if (!id) return undefined;
  const [post] = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(
      and(
        eq(posts.communityId, community.id),
        eq(posts.threadId, thread.id),
        eq(posts.id, id),
        isNull(posts.removedAt),
      ),
    );
  return post?.id;
}
