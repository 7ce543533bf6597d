import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { posts, postVersions } from "@/db/schema";
import type { OwnPostAccess, PostAccess, PostRemovalAccess, ThreadWriteAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { forgetSent } from "@/lib/drafts/sent";
import { refuse } from "@/lib/errors";
import { holdBack, refuseChange } from "@/lib/moderation/held/hold";
import { countAct } from "@/lib/moderation/limits/count";
import { disturb, tell } from "@/lib/notifications/tell";
import { attachPictures, changePictures } from "@/lib/pictures/commands";
import { changePreviews } from "@/lib/previews/commands";
import { keepReferences, understand } from "@/lib/references/keep";
import { spokenTo } from "@/lib/references/queries";
import { keepWordsAgain } from "@/lib/search/keep";
import { when, write } from "@/lib/write";
import type { editPostInput, removePostInput, writePostInput } from "./input";
import { lockPlace, thePost, told } from "./place";
import { bringBack, takeOutOfView } from "./remove";
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
    await countAct(tx, access, "posts");
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
    // A change reaches whoever follows the thread, as an answer does.
    await countAct(tx, access, "posts");
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
  if (post.authorId !== personId && !why) throw refuse.invalid({ why: "threads.whyRequired" });
  const content = { communityId: community.id, postId: post.id, why };
  return write(access, key, "posts.remove", content, async (tx) => {
    await takeOutOfView(tx, access, why ?? "");
    return { postId: post.id };
  });
}

/** Brings back what was removed in the way the proof was given for: a moderator's removal in between is not undone by the author. */
export async function restorePost(access: PostRemovalAccess, _: object, { key }: More): Promise<{ postId: string }> {
  const { community, post } = access;
  return write(access, key, "posts.restore", { communityId: community.id, postId: post.id }, async (tx) => {
    await bringBack(tx, access);
    return { postId: post.id };
  });
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
