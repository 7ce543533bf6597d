import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { postReactions, posts, type ReactionKind, reactions } from "@/db/schema";
import type { ReactionAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { countAct } from "@/lib/moderation/limits/count";
import { disturb, tell } from "@/lib/notifications/tell";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import { setting } from "@/lib/settings/queries";
import { when, write } from "@/lib/write";
import type { reactInput } from "./input";
import { offerOf, praises } from "./kinds";

/** Chooses a reaction, another one, or none. A kind that is no longer offered can still be taken back. */
export async function react(
  access: ReactionAccess,
  { kind }: Pick<z.infer<typeof reactInput>, "kind">,
  { key }: { key: string },
): Promise<{ postId: string }> {
  const { community, space, thread, post, personId } = access;
  const content = { communityId: community.id, postId: post.id, kind };
  return write(access, key, "reactions.react", content, async (tx) => {
    if (kind && !(await setting({ communityId: community.id }, offerOf[kind], tx)))
      throw refuse.conflict("reactions.notOffered");
    // Taking one back disturbs nobody, and is never too often.
    if (kind) await countAct(tx, access, "reactions");
    await lockInView(tx, access);
    const mine = and(
      eq(reactions.communityId, community.id),
      eq(reactions.postId, post.id),
      eq(reactions.personId, personId),
    );
    const [before] = await tx.select({ kind: reactions.kind }).from(reactions).where(mine);
    if ((before?.kind ?? "") === kind) return { postId: post.id };
    const at = when(access);
    if (kind)
      await tx
        .insert(reactions)
        .values({ communityId: community.id, postId: post.id, personId, kind, reactedAt: at })
        .onConflictDoUpdate({
          target: [reactions.communityId, reactions.postId, reactions.personId],
          set: { kind, reactedAt: at ?? sql`now()` },
        });
    else await tx.delete(reactions).where(mine);
    await count(tx, access, [
      ...(before ? [{ kind: before.kind, by: -1 } as const] : []),
      ...(kind ? [{ kind, by: 1 } as const] : []),
    ]);
    await record(tx, kind ? `reacted ${kind}` : "reaction taken back", {
      communityId: community.id,
      spaceId: space.id,
      actorId: personId,
      objectId: post.id,
      subjectId: post.authorId,
      at,
    });
    await announce(tx, {
      communityId: community.id,
      channel: spaceChannel(space.id),
      name: "post.reacted",
      ids: { thread: thread.id, post: post.id, position: post.position },
    });
    // Nobody is called to hear that they are disliked.
    if (!kind || !praises(kind)) return { postId: post.id };
    const happened = { communityId: community.id, threadId: thread.id, postId: post.id, actorId: personId, at };
    await disturb(tx, happened, await tell(tx, happened, new Map([[post.authorId, ["reaction"]]])));
    return { postId: post.id };
  });
}

/** The post stays in view until the commit, and everybody else who reacts to it waits their turn. */
async function lockInView(tx: Tx, { community, post }: ReactionAccess): Promise<void> {
  const [inView] = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.communityId, community.id), eq(posts.id, post.id), sql`${posts.removedAt} is null`))
    .for("share");
  if (!inView) throw refuse.conflict("threads.removedAlready");
  await tx.insert(postReactions).values({ communityId: community.id, postId: post.id }).onConflictDoNothing();
  await tx.select({ id: postReactions.postId }).from(postReactions).where(ofPost(community.id, post.id)).for("update");
}

const ofPost = (communityId: string, postId: string) =>
  and(eq(postReactions.communityId, communityId), eq(postReactions.postId, postId));

async function count(
  tx: Tx,
  { community, post }: ReactionAccess,
  changes: readonly { kind: ReactionKind; by: 1 | -1 }[],
): Promise<void> {
  for (const { kind, by } of changes)
    await tx
      .update(postReactions)
      .set({
        counts: sql`jsonb_strip_nulls(${postReactions.counts} || jsonb_build_object(${kind}::text,
          nullif(coalesce((${postReactions.counts} ->> ${kind}::text)::int, 0) + ${by}::int, 0)))`,
        praise: sql`${postReactions.praise} + ${praises(kind) ? by : 0}`,
      })
      .where(ofPost(community.id, post.id));
}
