import {
  type HeldDecisionAccess,
  openCommunityById,
  openSpaceById,
  openSpaceToWrite,
  openThread,
  openThreadToWrite,
  type SpaceWriteAccess,
  type ThreadWriteAccess,
} from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { Refusal, refuse } from "@/lib/errors";

// Its own file because what is approved is said by its author: the gate is asked again, as them, at that moment.

/** Their own way in, if they may still write there; a moderator's approval opens nothing for anybody. */
export async function asAuthor({
  community,
  held,
  where,
}: HeldDecisionAccess): Promise<ThreadWriteAccess | SpaceWriteAccess> {
  const viewer = await viewerOf(held.authorId);
  try {
    if (held.threadId)
      return openThreadToWrite(await openThread(await openCommunityById(viewer, community.id), held.threadId));
    return openSpaceToWrite(await openSpaceById(viewer, community.id, where.id));
  } catch (error) {
    if (error instanceof Refusal) throw refuse.conflict("held.mayNotWrite");
    throw error;
  }
}
