import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decisionOptions, decisions, threads } from "@/db/schema";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import type { NewPoll } from "./input";

// Its own file because two commands end in it: a thread that begins, and an answer.

interface Added {
  communityId: string;
  zone: string;
  spaceId: string;
  threadId: string;
  postId: string;
  actorId: string;
  poll: NewPoll;
  at?: Date;
}

/** Whether the poll would still be open; a day that no calendar has is refused. */
export async function closesLater(tx: Tx, poll: NewPoll, zone: string): Promise<boolean> {
  if (!poll.closes) return true;
  const { rows } = await tx
    .execute<{ later: boolean }>(sql`select ${poll.closes}::timestamp at time zone ${zone} > now() as later`)
    .catch((error: unknown) => {
      if ((error as { cause?: { code?: string } }).cause?.code?.startsWith("22"))
        throw refuse.invalid({ pollCloses: "polls.closesWrong" });
      throw error;
    });
  return rows[0]!.later;
}

/** Puts a poll into a post that was just written; the row of its thread is locked already. */
export async function addPoll(tx: Tx, added: Added): Promise<void> {
  const { communityId, zone, spaceId, threadId, postId, actorId, poll, at } = added;
  const now = at ? sql`${at.toISOString()}::timestamptz` : sql`now()`;
  const [made] = await tx
    .insert(decisions)
    .values({
      communityId,
      form: "poll",
      postId,
      authorId: actorId,
      question: poll.question,
      most: poll.most,
      ballot: poll.ballot,
      results: poll.results,
      createdAt: now,
      closesAt: poll.closes ? sql`${poll.closes}::timestamp at time zone ${zone}` : null,
    })
    .returning({ id: decisions.id, inTime: sql<boolean>`coalesce(${decisions.closesAt} > ${now}, true)` })
    .catch((error: unknown) => {
      // A day that no calendar has.
      if ((error as { cause?: { code?: string } }).cause?.code?.startsWith("22"))
        throw refuse.invalid({ pollCloses: "polls.closesWrong" });
      throw error;
    });
  if (!made!.inTime) throw refuse.invalid({ pollCloses: "polls.closesPast" });
  await tx
    .insert(decisionOptions)
    .values(poll.options.map((label, index) => ({ communityId, decisionId: made!.id, position: index + 1, label })));
  await tx
    .update(threads)
    .set({ hasPolls: true })
    .where(sql`${threads.communityId} = ${communityId} and ${threads.id} = ${threadId}`);
  await record(tx, "poll asked", { communityId, spaceId, actorId, objectId: made!.id, at });
}
