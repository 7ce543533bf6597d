import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { postRules } from "@/db/schema";
import type { DeskAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";
import type { changeRulesInput } from "./input";

type More = { key: string };

/** All of them at once, as they stand on one page. What somebody else saved meanwhile is not overwritten. */
export async function changeRules(
  access: DeskAccess,
  { revision, ...chosen }: z.infer<typeof changeRulesInput>,
  { key }: More,
): Promise<{ revision: number }> {
  const { community, personId } = access;
  const content = { communityId: community.id, revision, ...chosen };
  return write(access, key, "moderation.changeRules", content, async (tx) => {
    const at = when(access);
    const row = { ...chosen, changedBy: personId, changedAt: at ?? sql`now()` };
    const [saved] =
      revision === 0
        ? await tx
            .insert(postRules)
            .values({ ...row, communityId: community.id })
            .onConflictDoNothing()
            .returning({ revision: postRules.revision })
        : await tx
            .update(postRules)
            .set({ ...row, revision: sql`${postRules.revision} + 1` })
            .where(and(eq(postRules.communityId, community.id), eq(postRules.revision, revision)))
            .returning({ revision: postRules.revision });
    if (!saved) throw refuse.conflict("held.rulesChangedMeanwhile");
    const { id } = community;
    await record(tx, "rules changed", { communityId: id, actorId: personId, objectId: id, at });
    return saved;
  });
}
