import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { flags } from "@/db/schema";
import type { PostAccess } from "@/lib/access/gate";
import { disturb, tell } from "@/lib/notifications/tell";
import { when } from "@/lib/write";

// Its own file because a post that is removed decides its flags too, whoever removed it.

/** Everything that was flagged in a post is decided together. Whoever flagged it is told that somebody looked. */
export async function decideAll(
  tx: Tx,
  access: PostAccess & { personId: string },
  decision: "hidden" | "kept",
): Promise<number> {
  const { community, thread, post, personId } = access;
  const decided = await tx
    .update(flags)
    .set({ decision, decidedBy: personId, decidedAt: when(access) ?? sql`now()` })
    .where(and(eq(flags.communityId, community.id), eq(flags.postId, post.id), isNull(flags.decidedAt)))
    .returning({ personId: flags.personId });
  if (decided.length === 0) return 0;
  const happened = {
    communityId: community.id,
    threadId: thread.id,
    postId: post.id,
    actorId: personId,
    at: when(access),
  };
  const heard = await tell(tx, happened, new Map(decided.map(({ personId: id }) => [id, ["looked"]])));
  await disturb(tx, happened, heard);
  return decided.length;
}
