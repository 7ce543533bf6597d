import type { Tx } from "@/db/client";
import type { ThreadManageAccess } from "@/lib/access/gate";
import { disturb, tell } from "@/lib/notifications/tell";
import { when } from "@/lib/write";

// Its own file because locking, moving and merging end in it.

/** Who began the thread hears what was done with it, as far as they read it where it stands now. */
export async function tellStarter(
  tx: Tx,
  access: ThreadManageAccess,
  kind: "locked" | "moved" | "merged",
  threadId = access.thread.id,
): Promise<void> {
  const { community, thread, personId } = access;
  const happened = { communityId: community.id, threadId, actorId: personId, at: when(access) };
  await disturb(tx, happened, await tell(tx, happened, new Map([[thread.authorId, [kind]]])));
}
