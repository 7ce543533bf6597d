import { and, eq, not, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { posts, postVersions, threadAnswers, threadPeople, threads } from "@/db/schema";
import type { OwnPostAccess, PostAccess, PostRemovalAccess, ThreadWriteAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { record } from "@/lib/activity/record";
import { forgetSent } from "@/lib/drafts/sent";
import { refuse } from "@/lib/errors";
import { holdBack, refuseChange } from "@/lib/moderation/held/hold";
import { disturb, tell } from "@/lib/notifications/tell";
import { attachPictures, changePictures } from "@/lib/pictures/commands";
import { changePreviews } from "@/lib/previews/commands";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import { keepReferences, understand } from "@/lib/references/keep";
import { spokenTo } from "@/lib/references/queries";
import { forgetWords, keepWordsAgain } from "@/lib/search/keep";
import { lockThreads } from "@/lib/threads/lock";
import { when, write } from "@/lib/write";
import type { editPostInput, removePostInput, writePostInput } from "./input";
import { sayInThread } from "./say";

type More = { key: string };

/** What a moderator looks at first is no post yet: then `held` says what it is instead, after which position it would stand, and there is no other id. */
export async function writePost(
  access: ThreadWriteAccess,
  { text: typed, answers, poll, draft, ...sent }: Omit<z.infer<typeof writePostInput>, "thread">,
  { key }: More,
): Promise<{ postId: string; position: number; held?: string }> {
  const { community, thread, personId } = access;
  const answersId = answers || undefined;
  const { text, sent: pictures } = await attachPictures(access, typed, sent);
  const content = { communityId: community.id, threadId: thread.id, text: typed, answersId, poll, pictures };
  return write(access, key, "posts.write", content, async (tx) => {
    const said = await understand(tx, access, text);
    const mine = { communityId: community.id, personId, kind: "answer", place: thread.id } as const;
    await forgetSent(tx, { ...mine, revision: draft, text: typed });
    const held = await holdBack(tx, access, { said, answersId, poll });
    if (held) return { postId: "", position: thread.lastPosition, held };
    const { told: heard, ...written } = await sayInThread(tx, access, { said, answersId, poll, at: when(access) });
    await disturb(tx, ...heard);
    return written;
  });
}

/** What it said before stays readable in its history. Somebody else's later saving is never overwritten. */
export async function editPost(
  access: OwnPostAccess,
  { text: typed, version, draft, ...sent }: Omit<z.infer<typeof editPostInput>, "post">,
  { key }: More,
): Promise<{ postId: string }> {
  const { community, post, personId } = access;
  const { text, sent: pictures } = await attachPictures(access, typed, sent);
  const content = { communityId: community.id, postId: post.id, text: typed, version, pictures };
  return write(access, key, "posts.edit", content, async (tx) => {
    const { old, oldHtml, saved } = await currentOf(tx, access);
    if (saved !== version) throw refuse.conflict("threads.editedMeanwhile");
    const mine = { communityId: community.id, personId, kind: "edit", place: post.id } as const;
    await forgetSent(tx, { ...mine, revision: draft, text: typed });
    const before = await spokenTo(access, tx);
    const said = await understand(tx, access, text, before);
    if (old === said.text) return { postId: post.id };
    await refuseChange(tx, access, { words: old, html: oldHtml }, { words: said.text, html: said.html });
    const at = when(access);
    await tx.insert(postVersions).values({
      communityId: community.id,
      postId: post.id,
      version: saved + 1,
      text: old,
      editedBy: access.personId,
      editedAt: at,
    });
    await tx
      .update(posts)
      .set({ text: said.text, html: said.html, renderer: said.renderer, editedAt: at ?? sql`now()` })
      .where(thePost(access));
    const drawn = { communityId: community.id, postId: post.id, html: said.html };
    await changePictures(tx, { ...drawn, ownerId: personId });
    await changePreviews(tx, drawn);
    await keepReferences(tx, drawn, said, true);
    const known = new Set(before.map(({ id }) => id));
    const fresh = said.mentions.filter(({ personId: id, quoted }) => !quoted && !known.has(id));
    const happened = { communityId: community.id, threadId: access.thread.id, postId: post.id, actorId: personId, at };
    const heard = await tell(tx, happened, new Map(fresh.map(({ personId: id }) => [id, ["mention"]])));
    await keepWordsAgain(tx, community.id, post.id);
    await told(tx, access, "post edited", "post.edited");
    await disturb(tx, happened, heard);
    return { postId: post.id };
  });
}

/** Out of view. What was answered leaves a mark, so that the answers keep their sense. */
export async function removePost(
  access: PostRemovalAccess,
  { why }: Pick<z.infer<typeof removePostInput>, "why">,
  { key }: More,
): Promise<{ postId: string }> {
  const { community, post, personId } = access;
  const mine = post.authorId === personId;
  if (!mine && !why) throw refuse.invalid({ why: "threads.whyRequired" });
  const content = { communityId: community.id, postId: post.id, why };
  return write(access, key, "posts.remove", content, async (tx) => {
    await lockPlace(tx, access);
    const [removed] = await tx
      .update(posts)
      .set({ removedAt: when(access) ?? sql`now()`, removedBy: personId, removedWhy: mine ? null : why })
      .where(and(thePost(access), sql`${posts.removedAt} is null`))
      .returning({ id: posts.id });
    if (!removed) throw refuse.conflict("threads.removedAlready");
    await count(tx, access, -1);
    await forgetWords(tx, community.id, post.id);
    // What nobody can read answers nothing. Brought back, it is an answer when somebody chooses it again.
    await tx
      .delete(threadAnswers)
      .where(and(eq(threadAnswers.communityId, community.id), eq(threadAnswers.postId, post.id)));
    await told(tx, access, "post removed", "post.removed");
    await tellAuthor(tx, access, "removed");
    return { postId: post.id };
  });
}

/** How long what was removed can be brought back, in days; then its text is gone. */
export const restorableDays = 30;

/** Brings back what was removed in the way the proof was given for: a moderator's removal in between is not undone by the author. */
export async function restorePost(access: PostRemovalAccess, _: object, { key }: More): Promise<{ postId: string }> {
  const { community, post } = access;
  const byAuthor = eq(posts.removedBy, posts.authorId);
  return write(access, key, "posts.restore", { communityId: community.id, postId: post.id }, async (tx) => {
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
    await told(tx, access, "post restored", "post.restored");
    if (post.removed === "by moderator") await tellAuthor(tx, access, "restored");
    return { postId: post.id };
  });
}

const thePost = ({ community, post }: PostAccess) => and(eq(posts.communityId, community.id), eq(posts.id, post.id));
const theThread = ({ community, thread }: PostAccess) =>
  and(eq(threads.communityId, community.id), eq(threads.id, thread.id));

/** Every write in a thread takes its row first, so that none waits for another in a circle; the post must still be there. */
async function lockPlace(tx: Tx, access: PostAccess): Promise<void> {
  await lockThreads(tx, access.community.id, [access]);
  const [still] = await tx
    .select({ threadId: posts.threadId })
    .from(posts)
    .where(and(thePost(access), eq(posts.threadId, access.thread.id)));
  if (!still) throw refuse.conflict("ordering.changedMeanwhile");
}

async function currentOf(tx: Tx, access: PostAccess): Promise<{ old: string; oldHtml: string; saved: number }> {
  await lockPlace(tx, access);
  const [post] = await tx
    .select({
      old: posts.text,
      oldHtml: posts.html,
      removedAt: posts.removedAt,
      locked: sql<boolean>`(select t.locked_at is not null from threads t where t.community_id = posts.community_id and t.id = posts.thread_id)`,
      saved: sql<number>`(select count(*)::int from post_versions v where v.community_id = posts.community_id and v.post_id = posts.id)`,
    })
    .from(posts)
    .where(thePost(access));
  if (!post || post.removedAt) throw refuse.conflict("threads.removedAlready");
  if (post.locked && !may.moderate(access.standing, access.space)) throw refuse.conflict("ordering.changedMeanwhile");
  return post;
}

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
async function tellAuthor(tx: Tx, access: PostRemovalAccess, kind: "removed" | "restored"): Promise<void> {
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

async function told(
  tx: Tx,
  access: PostAccess & { personId: string },
  verb: "post edited" | "post removed" | "post restored",
  name: string,
): Promise<void> {
  const { community, space, thread, post, personId } = access;
  await record(tx, verb, {
    communityId: community.id,
    spaceId: space.id,
    actorId: personId,
    objectId: post.id,
    subjectId: post.authorId === personId ? undefined : post.authorId,
    at: when(access),
  });
  await announce(tx, {
    communityId: community.id,
    channel: spaceChannel(space.id),
    name,
    ids: { thread: thread.id, post: post.id, position: post.position },
  });
}
