import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  communities,
  identities,
  memberships,
  passwords,
  people,
  recoveryCodes,
  sessions,
  totpFactors,
} from "@/db/schema";
import type { PersonAccess } from "@/lib/access/gate";
import { factorAddress, openFactor } from "./second-factor";

/** A person's own account, as they see it. */
export async function myAccount(access: PersonAccess) {
  const [row] = await db()
    .select({
      name: people.name,
      email: people.email,
      verified: sql<boolean>`${people.emailVerifiedAt} is not null`,
      pendingEmail: people.pendingEmail,
      bio: people.bio,
      avatarFileId: people.avatarFileId,
      locale: people.locale,
      zone: people.zone,
      passwordSince: passwords.changedAt,
      secondStepSince: totpFactors.confirmedAt,
      codesLeft: sql<number>`(select count(*)::int from ${recoveryCodes} where ${recoveryCodes.personId} = ${people.id} and ${recoveryCodes.usedAt} is null)`,
    })
    .from(people)
    .leftJoin(passwords, eq(passwords.personId, people.id))
    .leftJoin(totpFactors, eq(totpFactors.personId, people.id))
    .where(eq(people.id, access.personId));
  return row!;
}

/** The devices somebody is signed in on; this one first, then by when they were last used. */
export async function myDevices(access: PersonAccess) {
  const rows = await db()
    .select({ id: sessions.id, device: sessions.device, since: sessions.createdAt, seen: sessions.seenAt })
    .from(sessions)
    .where(and(eq(sessions.personId, access.personId), isNull(sessions.endedAt), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(sessions.seenAt), sessions.id)
    .limit(100);
  const devices = rows.map((row) => ({ ...row, thisOne: row.id === access.viewer.sessionId }));
  return devices.sort((a, b) => Number(b.thisOne) - Number(a.thisOne));
}

/** The secret that waits to be confirmed, for the app to read. */
export async function pendingFactor(access: PersonAccess): Promise<{ secret: string; address: string } | undefined> {
  const [row] = await db()
    .select({ sealed: totpFactors.secret, email: people.email })
    .from(totpFactors)
    .innerJoin(people, eq(people.id, totpFactors.personId))
    .where(and(eq(totpFactors.personId, access.personId), isNull(totpFactors.confirmedAt)));
  if (!row) return undefined;
  const secret = openFactor(row.sealed);
  return { secret, address: factorAddress(secret, row.email ?? "") };
}

/** The providers an account is linked with. */
export async function myProviders(access: PersonAccess): Promise<Map<string, Date>> {
  const rows = await db()
    .select({ provider: identities.provider, since: identities.linkedAt })
    .from(identities)
    .where(eq(identities.personId, access.personId));
  return new Map(rows.map(({ provider, since }) => [provider, since]));
}

/** The communities somebody belongs to, the latest first: the phone's bar leads back to them. */
export const myCommunities = (access: PersonAccess): Promise<{ slug: string; name: string }[]> =>
  db()
    .select({ slug: communities.slug, name: communities.name })
    .from(memberships)
    .innerJoin(communities, eq(communities.id, memberships.communityId))
    .where(eq(memberships.personId, access.personId))
    .orderBy(desc(memberships.joinedAt), communities.id)
    .limit(3);
