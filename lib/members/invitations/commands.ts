import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { invitations, invitationUses, memberships, people } from "@/db/schema";
import type { GuestAccess, MemberAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { proveMailbox } from "@/lib/accounts/mailbox";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/outbox";
import { countAct } from "@/lib/moderation/limits/count";
import { when, write } from "@/lib/write";
import { admit } from "../admit";
import type { inviteByLinkInput, inviteByMailInput, redeemInput, withdrawInvitationInput } from "./input";
import { invitationToken, tokenHash } from "./token";

type More = { key: string };
type Made = { invitationId: string };

/** Bound to the person whose address it is. The answer is the same whoever that is, so nobody learns who is here already. */
export async function inviteByMail(
  access: MemberAccess,
  { email, days }: z.infer<typeof inviteByMailInput>,
  { key }: More,
): Promise<Made> {
  const communityId = access.community.id;
  if (!may.invite(access.standing)) throw refuse.forbidden("members.mayNotInvite");
  return write(access, key, "members.inviteByMail", { communityId, email, days }, async (tx) => {
    await countAct(tx, access, "invitations");
    const personId = await personAt(tx, email, when(access));
    const invitationId = await makeInvitation(tx, access, { personId, days, maxUses: 1 });
    const here = and(eq(memberships.communityId, communityId), eq(memberships.personId, personId));
    const [member] = await tx.select({ id: memberships.personId }).from(memberships).where(here);
    if (!member)
      await enqueueMail(tx, {
        personId,
        kind: "invitation",
        params: { communityId, inviterId: access.personId },
        secret: invitationToken(invitationId),
      });
    return { invitationId };
  });
}

/** Whoever has this address, or will have: signing up with it makes them this person. */
async function personAt(tx: Tx, email: string, at: Date | undefined): Promise<string> {
  await tx.insert(people).values({ state: "invited", email, createdAt: at }).onConflictDoNothing();
  const [person] = await tx.select({ id: people.id, state: people.state }).from(people).where(eq(people.email, email));
  if (person?.state === "contact") await tx.update(people).set({ state: "invited" }).where(eq(people.id, person.id));
  return person!.id;
}

export async function inviteByLink(
  access: MemberAccess,
  { uses, days }: z.infer<typeof inviteByLinkInput>,
  { key }: More,
): Promise<Made> {
  const communityId = access.community.id;
  if (!may.invite(access.standing)) throw refuse.forbidden("members.mayNotInvite");
  return write(access, key, "members.inviteByLink", { communityId, uses, days }, async (tx) => {
    await countAct(tx, access, "invitations");
    return { invitationId: await makeInvitation(tx, access, { personId: null, days, maxUses: uses }) };
  });
}

async function makeInvitation(
  tx: Tx,
  access: MemberAccess,
  { personId, days, maxUses }: { personId: string | null; days: number; maxUses: number },
): Promise<string> {
  const communityId = access.community.id;
  const id = randomUUID();
  await tx.insert(invitations).values({
    communityId,
    id,
    tokenHash: tokenHash(invitationToken(id)),
    personId,
    createdBy: access.personId,
    createdAt: when(access),
    expiresAt: sql`coalesce(${when(access) ?? null}::timestamptz, now()) + ${days} * interval '1 day'`,
    maxUses,
  });
  await record(tx, "invitation made", { communityId, actorId: access.personId, objectId: id, at: when(access) });
  return id;
}

/** Those who came by it stay. */
export async function withdrawInvitation(
  access: MemberAccess,
  { invitation: id }: Pick<z.infer<typeof withdrawInvitationInput>, "invitation">,
  { key }: More,
): Promise<Made> {
  const communityId = access.community.id;
  const it = and(eq(invitations.communityId, communityId), eq(invitations.id, id));
  return write(access, key, "members.withdrawInvitation", { communityId, id }, async (tx) => {
    const [found] = await tx.select({ by: invitations.createdBy }).from(invitations).where(it).for("update");
    if (!found || !may.withdrawInvitation(access.standing, found.by)) throw refuse.notFound();
    const [withdrawn] = await tx
      .update(invitations)
      .set({ withdrawnAt: when(access) ?? sql`now()`, withdrawnBy: access.personId })
      .where(and(it, isNull(invitations.withdrawnAt)))
      .returning({ id: invitations.id });
    if (!withdrawn) throw refuse.conflict("members.invitationWithdrawn");
    await record(tx, "invitation withdrawn", { communityId, actorId: access.personId, objectId: id, at: when(access) });
    return { invitationId: id };
  });
}

/**
 * The database counts the uses: of a crowd at once exactly as many come in as the invitation allows. Who is not verified yet is so by an
 * invitation that was mailed to them, since nobody else was ever shown its token; a link anybody may have passed on proves nothing.
 */
export async function redeemInvitation(
  access: GuestAccess,
  { token }: z.infer<typeof redeemInput>,
  { key }: More,
): Promise<Made> {
  const communityId = access.community.id;
  const { personId } = access;
  const hash = tokenHash(token);
  return write(access, key, "members.redeemInvitation", { communityId, hash }, async (tx) => {
    const it = and(eq(invitations.communityId, communityId), eq(invitations.tokenHash, hash));
    const [used] = await tx
      .update(invitations)
      .set({ uses: sql`${invitations.uses} + 1` })
      .where(
        and(
          it,
          isNull(invitations.withdrawnAt),
          sql`${invitations.uses} < ${invitations.maxUses}`,
          sql`${invitations.expiresAt} > coalesce(${when(access) ?? null}::timestamptz, now())`,
          sql`coalesce(${invitations.personId}, ${personId}::uuid) = ${personId}::uuid`,
        ),
      )
      .returning({ id: invitations.id, createdBy: invitations.createdBy, for: invitations.personId });
    if (!used) {
      const [found] = await tx.select({ for: invitations.personId }).from(invitations).where(it);
      if (!found) throw refuse.notFound();
      throw refuse.conflict(
        found.for && found.for !== personId ? "members.invitationForAnother" : "members.invitationUsed",
      );
    }
    if (!access.standing.verified) {
      if (used.for !== personId) throw refuse.forbidden("accounts.verifyFirst");
      await proveMailbox(tx, personId, { signedIn: true });
    }
    await tx
      .insert(invitationUses)
      .values({ communityId, invitationId: used.id, personId, at: when(access) })
      .onConflictDoNothing();
    await admit(tx, access, { personId, broughtBy: used.createdBy });
    await record(tx, "invitation used", {
      communityId,
      actorId: personId,
      objectId: used.id,
      subjectId: used.createdBy,
      at: when(access),
    });
    return { invitationId: used.id };
  });
}
