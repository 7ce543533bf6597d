import type { DeskAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { when, write } from "@/lib/write";
import { askForRun } from "./ask";

/** Takes the pulse now. Whoever asks while it is being taken waits for that one. */
export function askForPulse(access: DeskAccess, _: object, { key }: { key: string }): Promise<{ runId: string }> {
  const { community, personId } = access;
  return write(access, key, "pulse.ask", { communityId: community.id }, async (tx) => {
    const runId = await askForRun(tx, community.id, personId);
    await record(tx, "pulse asked for", {
      communityId: community.id,
      actorId: personId,
      objectId: runId,
      at: when(access),
    });
    return { runId };
  });
}
