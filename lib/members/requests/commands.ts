import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { joinRequests } from "@/db/schema";
import type { DeskAccess, NewcomerAccess } from "@/lib/access/gate";
import { countAttempt } from "@/lib/accounts/attempts";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/outbox";
import { announceToPerson } from "@/lib/realtime/publish";
import { when, write } from "@/lib/write";
import { admit } from "../admit";
import { managersOf } from "../managers";
import type { askToJoinInput, decideRequestInput } from "./input";

type More = { key: string };

export async function askToJoin(
  access: NewcomerAccess,
  { message }: z.infer<typeof askToJoinInput>,
  { key }: More,
): Promise<{ requestId: string }> {
  const { id: communityId, joinMode } = access.community;
  const { personId } = access;
  if (joinMode !== "request") throw refuse.forbidden("members.notByRequest");
  await countAttempt([{ key: `ask ${personId}`, max: 20 }]);
  return write(access, key, "members.askToJoin", { communityId, message }, async (tx) => {
    const [asked] = await tx
      .insert(joinRequests)
      .values({ communityId, personId, message, askedAt: when(access) })
      .onConflictDoNothing()
      .returning({ id: joinRequests.id });
    if (!asked) throw refuse.conflict("members.alreadyAsked");
    await record(tx, "entry asked", { communityId, actorId: personId, objectId: asked.id, at: when(access) });
    for (const manager of await managersOf(tx, access))
      await enqueueMail(tx, { personId: manager, kind: "join-request", params: { communityId, askerId: personId } });
    return { requestId: asked.id };
  });
}

export async function withdrawRequest(
  access: NewcomerAccess,
  _: unknown,
  { key }: More,
): Promise<Record<string, never>> {
  const communityId = access.community.id;
  return write(access, key, "members.withdrawRequest", { communityId }, async (tx) => {
    const [withdrawn] = await tx
      .update(joinRequests)
      .set({ decision: "withdrawn", decidedBy: access.personId, decidedAt: when(access) ?? sql`now()` })
      .where(
        and(
          eq(joinRequests.communityId, communityId),
          eq(joinRequests.personId, access.personId),
          isNull(joinRequests.decision),
        ),
      )
      .returning({ id: joinRequests.id });
    if (!withdrawn) throw refuse.conflict("members.requestDecided");
    await record(tx, "entry withdrawn", {
      communityId,
      actorId: access.personId,
      objectId: withdrawn.id,
      at: when(access),
    });
    return {};
  });
}

/** Of two managers who answer at once, one does; the other is told that it was done. */
export async function decideRequest(
  access: DeskAccess,
  input: z.infer<typeof decideRequestInput>,
  { key }: More,
): Promise<{ requestId: string }> {
  const communityId = access.community.id;
  return write(access, key, "members.decideRequest", { communityId, ...input }, async (tx) => {
    const [decided] = await tx
      .update(joinRequests)
      .set({
        decision: input.decision,
        decidedBy: access.personId,
        decidedAt: when(access) ?? sql`now()`,
        reason: input.reason || null,
      })
      .where(
        and(
          eq(joinRequests.communityId, communityId),
          eq(joinRequests.id, input.request),
          isNull(joinRequests.decision),
        ),
      )
      .returning({ id: joinRequests.id, personId: joinRequests.personId });
    if (!decided) throw refuse.conflict("members.requestDecided");
    const { id, personId } = decided;
    if (input.decision === "let in") await admit(tx, access, { personId });
    await record(tx, "entry decided", {
      communityId,
      actorId: access.personId,
      objectId: id,
      subjectId: personId,
      at: when(access),
    });
    if (input.decision === "let in")
      await enqueueMail(tx, { personId, kind: "join-approved", params: { communityId } });
    await announceToPerson(tx, { personId, name: "entry.decided", ids: { community: communityId } });
    return { requestId: id };
  });
}
