import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { memberships } from "@/db/schema";
import type { DeskAccess, NewcomerAccess, OwnMembershipAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { remove } from "@/lib/moderation/measures";
import { when, write } from "@/lib/write";
import { admit, endMembership } from "./admit";
import type { giveRoleInput, removePersonInput } from "./input";
import { holdMember } from "./target";

type More = { key: string };
type Done = Record<string, never>;

export async function joinCommunity(access: NewcomerAccess, _: unknown, { key }: More): Promise<Done> {
  if (access.community.joinMode !== "open") throw refuse.forbidden("members.notOpen");
  return write(access, key, "members.join", { community: access.community.id }, async (tx) => {
    await admit(tx, access, { personId: access.personId });
    return {};
  });
}

export async function leaveCommunity(access: OwnMembershipAccess, _: unknown, { key }: More): Promise<Done> {
  const communityId = access.community.id;
  return write(access, key, "members.leave", { community: communityId }, async (tx) => {
    await endMembership(tx, access, access.personId);
    await record(tx, "membership ended", {
      communityId,
      actorId: access.personId,
      objectId: access.personId,
      at: when(access),
    });
    return {};
  });
}

/** Only an owner makes and unmakes managers; see policy. */
export async function giveRole(access: DeskAccess, input: z.infer<typeof giveRoleInput>, { key }: More): Promise<Done> {
  const communityId = access.community.id;
  const { person: personId, role } = input;
  return write(access, key, "members.giveRole", { community: communityId, ...input }, async (tx) => {
    const target = await holdMember(tx, access, personId);
    if (!may.giveRole(access.standing, role, target.role)) throw refuse.forbidden("members.mayNotGiveRole");
    await tx
      .update(memberships)
      .set({ role, employed: role === "representative" && input.employed })
      .where(and(eq(memberships.communityId, communityId), eq(memberships.personId, personId)));
    await record(tx, "role given", {
      communityId,
      actorId: access.personId,
      objectId: personId,
      subjectId: personId,
      at: when(access),
    });
    return {};
  });
}

/** The membership ends, and they do not walk in again by the open door. */
export async function removePerson(
  access: DeskAccess,
  input: z.infer<typeof removePersonInput>,
  { key }: More,
): Promise<Done> {
  const { person: personId, reason } = input;
  return write(access, key, "members.remove", { community: access.community.id, ...input }, async (tx) => {
    await remove(tx, access, { personId, reason });
    return {};
  });
}
