import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { suspensions } from "@/db/schema";
import type { DeskAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { silenceFor } from "@/lib/members/admit";
import { holdMember } from "@/lib/members/target";
import { when, write } from "@/lib/write";
import type { liftInput, suspendInput } from "./input";

type More = { key: string };

export async function suspendPerson(
  access: DeskAccess,
  { person: personId, days, reason }: z.infer<typeof suspendInput>,
  { key }: More,
): Promise<{ suspensionId: string }> {
  const communityId = access.community.id;
  return write(access, key, "moderation.suspend", { communityId, personId, days, reason }, async (tx) => {
    const target = await holdMember(tx, access, personId);
    if (!may.removePerson(access.standing, target)) throw refuse.forbidden("moderation.mayNotSuspend");
    const since = sql`coalesce(${when(access) ?? null}::timestamptz, now())`;
    const [made] = await tx
      .insert(suspensions)
      .values({
        communityId,
        personId,
        reason,
        by: access.personId,
        since,
        until: sql`${since} + ${days} * interval '1 day'`,
      })
      .returning({ id: suspensions.id });
    const suspensionId = made!.id;
    await record(tx, "person suspended", {
      communityId,
      actorId: access.personId,
      objectId: suspensionId,
      subjectId: personId,
      at: when(access),
    });
    await silenceFor(tx, communityId, personId);
    return { suspensionId };
  });
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
