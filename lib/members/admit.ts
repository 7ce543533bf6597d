import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships } from "@/db/schema";
import type { CommunityAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { acceptLegalTexts } from "@/lib/brands/commands";
import { refuse } from "@/lib/errors";
import { revokeAccess } from "@/lib/realtime/publish";
import { when } from "@/lib/write";

// Its own file because there are four ways in (openly, by request, by invitation, by founding) and three ways out (leaving,
// removal, suspension), and each way must do the same.

/** A membership begins, within the transaction of what allowed it. */
export async function admit(
  tx: Tx,
  access: CommunityAccess,
  { personId, broughtBy = null }: { personId: string; broughtBy?: string | null },
): Promise<void> {
  const communityId = access.community.id;
  const [begun] = await tx
    .insert(memberships)
    .values({ communityId, personId, broughtBy, joinedAt: when(access) })
    .onConflictDoNothing()
    .returning({ personId: memberships.personId });
  if (!begun) throw refuse.conflict("members.alreadyMember");
  await acceptLegalTexts(tx, access, personId);
  // Whoever waits for an answer no longer does.
  await tx.execute(sql`
    update join_requests set decision = 'withdrawn', decided_at = coalesce(${when(access) ?? null}, now())
    where community_id = ${communityId} and person_id = ${personId} and decision is null`);
  await record(tx, "membership began", {
    communityId,
    actorId: access.viewer.personId,
    objectId: personId,
    subjectId: broughtBy ?? undefined,
    at: when(access),
  });
}

/** Nothing more is said to this person on the channels that membership opened. Spaces before the community, as everywhere. */
export async function silenceFor(tx: Tx, communityId: string, personId: string): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from spaces where community_id = ${communityId} and read_audience <> 'everyone' order by id limit 500`);
  for (const { id } of rows) await revokeAccess(tx, { communityId, channel: `space:${id}`, personId });
  await revokeAccess(tx, { communityId, channel: `community:${communityId}`, personId });
}

/** A membership ends: with it the duties, and what was chosen for this community. */
export async function endMembership(tx: Tx, access: CommunityAccess, personId: string): Promise<void> {
  const communityId = access.community.id;
  const at = when(access) ?? null;
  const { rows } = await tx.execute(
    sql`delete from memberships where community_id = ${communityId} and person_id = ${personId} returning person_id`,
  );
  if (rows.length === 0) throw refuse.conflict("members.notMember");
  await tx.execute(sql`
    update duties set ended_at = coalesce(${at}, now()), ended_by = ${access.viewer.personId}
    where community_id = ${communityId} and person_id = ${personId} and ended_at is null`);
  await tx.execute(sql`delete from member_settings where community_id = ${communityId} and person_id = ${personId}`);
  await silenceFor(tx, communityId, personId);
}
