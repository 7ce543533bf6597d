import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { posts, threadPeople, threads } from "@/db/schema";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { placePictures } from "@/lib/pictures/commands";
import { askForPreviews } from "@/lib/previews/commands";
import { keepReferences, type Understood } from "@/lib/references/keep";
import { keepWords } from "@/lib/search/keep";

// Its own file because two commands end in it: a thread that begins, and an answer.

interface Added {
  communityId: string;
  spaceId: string;
  threadId: string;
  actorId: string;
  said: Understood;
  answersId?: string;
  /** Of the thread that begins with it. */
  title?: string;
  /** Goes on in a locked thread. */
  moderates?: boolean;
  at?: Date;
}

/** Adds a post at the next position. The thread's row stays locked until the commit, which gives the order of posts. */
export async function addPost(
  tx: Tx,
  { communityId, spaceId, threadId, actorId, said, answersId, title, moderates, at }: Added,
) {
  const now = at ?? sql`now()`;
  const [thread] = await tx
    .update(threads)
    .set({
      lastPosition: sql`${threads.lastPosition} + 1`,
      posts: sql`${threads.posts} + 1`,
      lastPostAt: sql`greatest(${threads.lastPostAt}, ${now})`,
    })
    .where(
      and(
        eq(threads.communityId, communityId),
        eq(threads.id, threadId),
        eq(threads.spaceId, spaceId),
        sql`${threads.mergedInto} is null`,
        moderates ? undefined : sql`${threads.lockedAt} is null`,
      ),
    )
    .returning({ position: threads.lastPosition });
  // Moved, merged or locked since they were let in: others would read it there, or nobody may answer.
  if (!thread) throw refuse.conflict("ordering.changedMeanwhile");
  const { position } = thread;
  const answered = answersId ? await countAnswer(tx, { communityId, threadId, answersId }) : undefined;
  const [post] = await tx
    .insert(posts)
    .values({
      communityId,
      threadId,
      position,
      authorId: actorId,
      answersId,
      text: said.text,
      html: said.html,
      renderer: said.renderer,
      createdAt: at,
    })
    .returning({ id: posts.id });
  await tx
    .insert(threadPeople)
    .values({
      communityId,
      threadId,
      personId: actorId,
      posts: 1,
      lastPostAt: at ?? sql`now()`,
      readPosition: position,
    })
    .onConflictDoUpdate({
      target: [threadPeople.communityId, threadPeople.threadId, threadPeople.personId],
      set: {
        posts: sql`${threadPeople.posts} + 1`,
        lastPostAt: now,
        // One's own post is no news to oneself, unless others spoke in between.
        readPosition: sql`case when ${threadPeople.readPosition} = ${position - 1} then ${position} else ${threadPeople.readPosition} end`,
      },
    });
  const id = post!.id;
  const drawn = { communityId, postId: id, html: said.html };
  await placePictures(tx, { ...drawn, ownerId: actorId });
  await askForPreviews(tx, drawn);
  await keepReferences(tx, drawn, said);
  await keepWords(tx, [{ ...drawn, threadId, spaceId, authorId: actorId, title, at: at?.toISOString() }]);
  await record(tx, "post written", { communityId, spaceId, actorId, objectId: id, subjectId: answered, at });
  return { id, position };
}

/** The author of the post that is answered; out of view, it cannot be. */
async function countAnswer(
  tx: Tx,
  { communityId, threadId, answersId }: Record<"communityId" | "threadId" | "answersId", string>,
) {
  const [answered] = await tx
    .update(posts)
    .set({ answers: sql`${posts.answers} + 1` })
    .where(
      and(
        eq(posts.communityId, communityId),
        eq(posts.threadId, threadId),
        eq(posts.id, answersId),
        sql`${posts.removedAt} is null`,
      ),
    )
    .returning({ authorId: posts.authorId });
  if (!answered) throw refuse.conflict("threads.answeredGone");
  return answered.authorId;
}
