import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { duties, spaces } from "@/db/schema";
import type { DeskAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";
import { holdMember } from "../target";
import type { endDutyInput, giveDutyInput } from "./input";

type More = { key: string };

/** The moderator's duty, of the community or of one space. A moderator is not staff and gains no other right. */
export async function giveDuty(
  access: DeskAccess,
  { person: personId, space: spaceId }: z.infer<typeof giveDutyInput>,
  { key }: More,
): Promise<{ dutyId: string }> {
  const communityId = access.community.id;
  return write(access, key, "members.giveDuty", { communityId, personId, spaceId }, async (tx) => {
    await holdMember(tx, access, personId);
    if (spaceId) {
      const here = and(eq(spaces.communityId, communityId), eq(spaces.id, spaceId));
      if ((await tx.select({ id: spaces.id }).from(spaces).where(here)).length === 0) throw refuse.notFound();
    }
    const [duty] = await tx
      .insert(duties)
      .values({ communityId, personId, spaceId, givenBy: access.personId, givenAt: when(access) })
      .onConflictDoNothing()
      .returning({ id: duties.id });
    if (!duty) throw refuse.conflict("members.hasDuty");
    await record(tx, "duty given", {
      communityId,
      actorId: access.personId,
      objectId: duty.id,
      subjectId: personId,
      spaceId: spaceId ?? undefined,
      at: when(access),
    });
    return { dutyId: duty.id };
  });
}

export async function endDuty(
  access: DeskAccess,
  { person: personId, duty: dutyId }: z.infer<typeof endDutyInput>,
  { key }: More,
): Promise<{ dutyId: string }> {
  const communityId = access.community.id;
  return write(access, key, "members.endDuty", { communityId, personId, dutyId }, async (tx) => {
    const [ended] = await tx
      .update(duties)
      .set({ endedAt: when(access) ?? sql`now()`, endedBy: access.personId })
      .where(
        and(
          eq(duties.communityId, communityId),
          eq(duties.id, dutyId),
          eq(duties.personId, personId),
          isNull(duties.endedAt),
        ),
      )
      .returning({ spaceId: duties.spaceId });
    if (!ended) throw refuse.notFound();
    await record(tx, "duty ended", {
      communityId,
      actorId: access.personId,
      objectId: dutyId,
      subjectId: personId,
      spaceId: ended.spaceId ?? undefined,
      at: when(access),
    });
    return { dutyId };
  });
}
