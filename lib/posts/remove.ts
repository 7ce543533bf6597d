import { and, eq, isNull, not, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { posts, statements, threadAnswers, threadPeople, threads } from "@/db/schema";
import type { PostAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { decideAll } from "@/lib/moderation/flags/decided";
import { state } from "@/lib/moderation/statements/state";
import { disturb, tell } from "@/lib/notifications/tell";
import { forgetWords, keepWordsAgain } from "@/lib/search/keep";
import { when } from "@/lib/write";
import { lockPlace, thePost, told } from "./place";

// Its own file because moderation does it too, within a decision of its own.

type Removal = PostAccess & { personId: string };

/** By its author, or by a moderator, who says why: that is a statement of reasons, and answers whatever was flagged in it. */
export async function takeOutOfView(tx: Tx, access: Removal, why: string): Promise<void> {
  const { community, post, personId } = access;
  const mine = post.authorId === personId;
  await lockPlace(tx, access);
  const [removed] = await tx
    .update(posts)
    .set({ removedAt: when(access) ?? sql`now()`, removedBy: personId, removedWhy: mine ? null : why })
    .where(and(thePost(access), isNull(posts.removedAt)))
    .returning({ id: posts.id });
  if (!removed) throw refuse.conflict("threads.removedAlready");
  await count(tx, access, -1);
  await forgetWords(tx, community.id, post.id);
  // What nobody can read answers nothing. Brought back, it is an answer when somebody chooses it again.
  await tx
    .delete(threadAnswers)
    .where(and(eq(threadAnswers.communityId, community.id), eq(threadAnswers.postId, post.id)));
  if (!mine) await state(tx, access, { personId: post.authorId, kind: "hiding", postId: post.id, reason: why });
  await told(tx, access, "post removed", "post.removed");
  await decideAll(tx, access, "hidden");
  await tellAuthor(tx, access, "removed");
}

/** How long what was removed can be brought back, in days; then its text is gone. */
export const restorableDays = 30;

/** Only what was removed in the way that the proof says. */
export async function bringBack(tx: Tx, access: Removal): Promise<void> {
  const { community, post, personId } = access;
  const byAuthor = eq(posts.removedBy, posts.authorId);
  await lockPlace(tx, access);
  const [restored] = await tx
    .update(posts)
    .set({ removedAt: null, removedBy: null, removedWhy: null })
    .where(
      and(
        thePost(access),
        post.removed === "by moderator" ? not(byAuthor) : byAuthor,
        sql`${posts.removedAt} > now() - make_interval(days => ${restorableDays}) and ${posts.text} <> ''`,
      ),
    )
    .returning({ id: posts.id });
  if (!restored) throw refuse.conflict("threads.notRestorable");
  await count(tx, access, +1);
  await keepWordsAgain(tx, community.id, post.id);
  await tx
    .update(statements)
    .set({ liftedAt: when(access) ?? sql`now()`, liftedBy: personId })
    .where(
      and(
        eq(statements.communityId, community.id),
        eq(statements.postId, post.id),
        eq(statements.kind, "hiding"),
        isNull(statements.liftedAt),
      ),
    );
  await told(tx, access, "post restored", "post.restored");
  if (post.removed === "by moderator") await tellAuthor(tx, access, "restored");
}

const theThread = ({ community, thread }: PostAccess) =>
  and(eq(threads.communityId, community.id), eq(threads.id, thread.id));

/** One more or one less in view: in the thread, of its author in it, and among the answers of what it answers. */
async function count(tx: Tx, access: PostAccess, by: 1 | -1): Promise<void> {
  const { community, thread, post } = access;
  await tx
    .update(threads)
    .set({ posts: sql`${threads.posts} + ${by}` })
    .where(theThread(access));
  await tx
    .update(threadPeople)
    .set({ posts: sql`${threadPeople.posts} + ${by}` })
    .where(
      and(
        eq(threadPeople.communityId, community.id),
        eq(threadPeople.threadId, thread.id),
        eq(threadPeople.personId, post.authorId),
      ),
    );
  if (post.answersId)
    await tx
      .update(posts)
      .set({ answers: sql`${posts.answers} + ${by}` })
      .where(and(eq(posts.communityId, community.id), eq(posts.id, post.answersId)));
}

/** Of what a moderator did with their words; themselves they know. */
async function tellAuthor(tx: Tx, access: Removal, kind: "removed" | "restored"): Promise<void> {
  const { community, thread, post, personId } = access;
  const happened = {
    communityId: community.id,
    threadId: thread.id,
    postId: post.id,
    actorId: personId,
    at: when(access),
  };
  await disturb(tx, happened, await tell(tx, happened, new Map([[post.authorId, [kind]]])));
}
