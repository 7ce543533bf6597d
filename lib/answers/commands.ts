import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { posts, threadAnswers, threads } from "@/db/schema";
import type { AnswerAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { disturb, tell } from "@/lib/notifications/tell";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import { when, write } from "@/lib/write";

type More = { key: string };

/** One post of a thread answers it; choosing another takes its place. */
export async function acceptAnswer(access: AnswerAccess, _: object, { key }: More): Promise<{ postId: string }> {
  const { community, thread, post, personId } = access;
  return write(access, key, "answers.accept", { communityId: community.id, postId: post.id }, async (tx) => {
    // The thread's row first, as every write in it: a removal waits, or has been.
    await tx
      .select({ id: threads.id })
      .from(threads)
      .where(and(eq(threads.communityId, community.id), eq(threads.id, thread.id)))
      .for("update");
    const [inView] = await tx
      .select({ id: posts.id })
      .from(posts)
      .where(and(eq(posts.communityId, community.id), eq(posts.id, post.id), sql`${posts.removedAt} is null`));
    if (!inView) throw refuse.conflict("threads.removedAlready");
    const chosen = { postId: post.id, chosenBy: personId, chosenAt: when(access) ?? sql`now()` };
    await tx
      .insert(threadAnswers)
      .values({ communityId: community.id, threadId: thread.id, ...chosen })
      .onConflictDoUpdate({ target: [threadAnswers.communityId, threadAnswers.threadId], set: chosen });
    await told(tx, access, "answer accepted", "thread.answered");
    const at = when(access);
    const happened = { communityId: community.id, threadId: thread.id, postId: post.id, actorId: personId, at };
    await disturb(tx, happened, await tell(tx, happened, new Map([[post.authorId, ["accepted"]]])));
    return { postId: post.id };
  });
}

export async function takeBackAnswer(access: AnswerAccess, _: object, { key }: More): Promise<{ postId: string }> {
  const { community, thread, post } = access;
  return write(access, key, "answers.takeBack", { communityId: community.id, postId: post.id }, async (tx) => {
    const [gone] = await tx
      .delete(threadAnswers)
      .where(
        and(
          eq(threadAnswers.communityId, community.id),
          eq(threadAnswers.threadId, thread.id),
          eq(threadAnswers.postId, post.id),
        ),
      )
      .returning({ id: threadAnswers.postId });
    if (!gone) throw refuse.conflict("answers.notChosen");
    await told(tx, access, "answer taken back", "thread.unanswered");
    return { postId: post.id };
  });
}

async function told(tx: Tx, access: AnswerAccess, verb: "answer accepted" | "answer taken back", name: string) {
  const { community, space, thread, post, personId } = access;
  await record(tx, verb, {
    communityId: community.id,
    spaceId: space.id,
    actorId: personId,
    objectId: post.id,
    subjectId: post.authorId,
    at: when(access),
  });
  await announce(tx, {
    communityId: community.id,
    channel: spaceChannel(space.id),
    name,
    ids: { thread: thread.id, post: post.id, position: post.position },
  });
}
