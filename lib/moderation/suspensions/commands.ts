import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { suspensions } from "@/db/schema";
import type { DeskAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";
import { suspend } from "../measures";
import { liftStatements } from "../statements/lift";
import type { liftInput, suspendInput } from "./input";

type More = { key: string };

export async function suspendPerson(
  access: DeskAccess,
  { person: personId, days, reason }: z.infer<typeof suspendInput>,
  { key }: More,
): Promise<{ suspensionId: string }> {
  const communityId = access.community.id;
  return write(access, key, "moderation.suspend", { communityId, personId, days, reason }, async (tx) => ({
    suspensionId: await suspend(tx, access, { personId, days, reason }),
  }));
}

/** Also undoes a removal: the person may come in again, by the way that is open to everybody. */
export async function liftSuspension(
  access: DeskAccess,
  { person: personId, suspension: suspensionId }: Pick<z.infer<typeof liftInput>, "person" | "suspension">,
  { key }: More,
): Promise<{ suspensionId: string }> {
  const communityId = access.community.id;
  return write(access, key, "moderation.lift", { communityId, personId, suspensionId }, async (tx) => {
    const [lifted] = await tx
      .update(suspensions)
      .set({ liftedAt: when(access) ?? sql`now()`, liftedBy: access.personId })
      .where(
        and(
          eq(suspensions.communityId, communityId),
          eq(suspensions.id, suspensionId),
          eq(suspensions.personId, personId),
          isNull(suspensions.liftedAt),
        ),
      )
      .returning({ id: suspensions.id });
    // Not one's own: a suspended manager has no desk, so the proof already says so.
    if (!lifted) throw refuse.notFound();
    await liftStatements(tx, access, { suspensionId });
    await record(tx, "suspension lifted", {
      communityId,
      actorId: access.personId,
      objectId: suspensionId,
      subjectId: personId,
      at: when(access),
    });
    return { suspensionId };
  });
}
