import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { posts } from "@/db/schema";
import type { PostAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import { lockThreads } from "@/lib/threads/lock";
import { when } from "@/lib/write";

// Its own file because editing, removing and restoring begin and end alike.

export const thePost = ({ community, post }: { community: { id: string }; post: { id: string } }) =>
  and(eq(posts.communityId, community.id), eq(posts.id, post.id));

/** Every write in a thread takes its row first, so that none waits for another in a circle; the post must still be there. */
export async function lockPlace(tx: Tx, access: PostAccess): Promise<void> {
  await lockThreads(tx, access.community.id, [access]);
  const [still] = await tx
    .select({ threadId: posts.threadId })
    .from(posts)
    .where(and(thePost(access), eq(posts.threadId, access.thread.id)));
  if (!still) throw refuse.conflict("ordering.changedMeanwhile");
}

/** Who reads the thread hears of it, and the ledger. */
export async function told(
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
