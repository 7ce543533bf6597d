import type { z } from "zod";
import { flags } from "@/db/schema";
import type { FlagAccess, PostModerationAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { disturb, tell } from "@/lib/notifications/tell";
import { lockPlace } from "@/lib/posts/place";
import { takeOutOfView } from "@/lib/posts/remove";
import { when, write } from "@/lib/write";
import { countAct } from "../limits/count";
import { remove, silence, suspend, warn } from "../measures";
import { moderatorsOf } from "../moderators";
import { decideAll } from "./decided";
import type { decideFlagsInput, flagInput } from "./input";

type More = { key: string };

/** Says to who looks after this place that a post should not stand. Each says it once until somebody has looked. */
export async function flagPost(
  access: FlagAccess,
  { reason, text }: Omit<z.infer<typeof flagInput>, "post">,
  { key }: More,
): Promise<{ flagId: string }> {
  const { community, space, thread, post, personId } = access;
  const communityId = community.id;
  return write(access, key, "moderation.flag", { communityId, postId: post.id, reason, text }, async (tx) => {
    await countAct(tx, access, "flags");
    await lockPlace(tx, access);
    const [made] = await tx
      .insert(flags)
      .values({ communityId, postId: post.id, personId, reason, text, madeAt: when(access) })
      .onConflictDoNothing()
      .returning({ id: flags.id });
    if (!made) throw refuse.conflict("moderation.flaggedAlready");
    const at = when(access);
    await record(tx, "post flagged", {
      communityId,
      spaceId: space.id,
      actorId: personId,
      objectId: made.id,
      subjectId: post.authorId,
      at,
    });
    const happened = { communityId, threadId: thread.id, postId: post.id, actorId: personId, at };
    // Whose post it is may look after this place as well: that somebody flagged it is no news for them.
    const others = (await moderatorsOf(tx, access)).filter((id) => id !== post.authorId);
    await disturb(tx, happened, await tell(tx, happened, new Map(others.map((id) => [id, ["flag"]]))));
    return { flagId: made.id };
  });
}

/** Everything that was flagged in a post is decided at once: it stays or it goes, and what that means for its author. */
export async function decideFlags(
  access: PostModerationAccess,
  { decision, measure, days, reason }: Omit<z.infer<typeof decideFlagsInput>, "post">,
  { key }: More,
): Promise<{ postId: string }> {
  const { community, space, post, personId } = access;
  // A moderator's own words are for the others to look at.
  if (post.authorId === personId) throw refuse.forbidden("moderation.ownPost");
  const content = { communityId: community.id, postId: post.id, decision, measure, days, reason };
  return write(access, key, "moderation.decide", content, async (tx) => {
    if (decision === "hidden") await takeOutOfView(tx, access, reason);
    else {
      await lockPlace(tx, access);
      if ((await decideAll(tx, access, "kept")) === 0 && measure === "none")
        throw refuse.conflict("moderation.decidedAlready");
    }
    const about = { personId: post.authorId, reason, postId: post.id };
    if (measure === "warning") await warn(tx, access, about);
    if (measure === "silence") await silence(tx, access, { ...about, days });
    if (measure === "suspension") await suspend(tx, access, { ...about, days });
    if (measure === "removal") await remove(tx, access, about);
    await record(tx, "flags decided", {
      communityId: community.id,
      spaceId: space.id,
      actorId: personId,
      objectId: post.id,
      subjectId: post.authorId,
      at: when(access),
    });
    return { postId: post.id };
  });
}
