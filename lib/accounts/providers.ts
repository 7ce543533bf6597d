import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { identities, people } from "@/db/schema";
import type { PersonAccess, VisitorAccess } from "@/lib/access/gate";
import { recordForAccount } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";
import type { unlinkInput } from "./input";
import { proveMailbox } from "./mailbox";
import { demandOpenDoor } from "./open-door";
import { renewProof } from "./security";
import { type Browser, type Entered, enter, type Keyed } from "./sessions";

// Its own file: accounts at identity providers, and what a provider may and may not decide.

/** What a configured provider says about somebody, checked and cut to what is used here. */
export interface Claims {
  provider: string;
  subject: string;
  email?: string;
  /** The provider itself vouches for the address. */
  emailVerified: boolean;
  name: string;
  /** When they last gave their password there. */
  authenticatedAt?: Date;
}

/**
 * Somebody comes from a provider. A known identity is in; an address that no proven account has makes one. An account that exists is never
 * handed over on a provider's word: its owner signs in and links it in the settings.
 */
export async function arriveFromProvider(
  access: VisitorAccess,
  claims: Claims,
  { key, next, locale, ...browser }: Keyed & Browser & { next: string; locale?: string },
): Promise<Entered> {
  let entered: Entered | undefined;
  await write(access, key, "accounts.arriveFromProvider", {}, async (tx) => {
    const personId = (await ownerOf(tx, claims)) ?? (await newcomer(tx, access, claims, { next, locale }));
    entered = await enter(tx, personId, { ...browser, replaces: access.viewer.sessionId }, next);
    return {};
  });
  return entered!;
}

async function ownerOf(tx: Tx, { provider, subject }: Claims): Promise<string | undefined> {
  const [owner] = await tx
    .select({ id: people.id })
    .from(identities)
    .innerJoin(people, eq(people.id, identities.personId))
    .where(and(eq(identities.provider, provider), eq(identities.subject, subject), eq(people.state, "active")));
  return owner?.id;
}

async function newcomer(
  tx: Tx,
  access: VisitorAccess,
  claims: Claims,
  { next, locale }: { next: string; locale?: string },
): Promise<string> {
  const { email, emailVerified, name } = claims;
  if (!email || !emailVerified) throw refuse.forbidden("accounts.providerUnverified");
  const [there] = await tx.select().from(people).where(eq(people.email, email)).for("update");
  if (there?.state === "active" && there.emailVerifiedAt) throw refuse.conflict("accounts.linkFirst");
  if (there?.state !== "active") await demandOpenDoor(access, { email, next }, tx);
  const personId = there?.id ?? (await newPerson(tx, { name, email, locale }));
  await proveMailbox(tx, personId, { signedIn: access.viewer.personId === personId });
  await addIdentity(tx, personId, claims);
  return personId;
}

async function newPerson(tx: Tx, facts: { name: string; email: string; locale?: string }): Promise<string> {
  const [person] = await tx.insert(people).values(facts).onConflictDoNothing().returning({ id: people.id });
  // Another sign-up with this address was faster by a moment.
  if (!person) throw refuse.conflict("accounts.linkFirst");
  await recordForAccount(tx, "account made", { actorId: person.id, objectId: person.id });
  return person.id;
}

/** Another way in for somebody signed in, who has just proven it and whose mailbox is proven. */
export async function linkProvider(access: PersonAccess, claims: Claims, { key }: Keyed): Promise<void> {
  if (!access.viewer.verified) throw refuse.forbidden("accounts.verifyFirst");
  await write(access, key, "accounts.linkProvider", {}, async (tx) => {
    const owner = await ownerOf(tx, claims);
    if (owner && owner !== access.personId) throw refuse.conflict("accounts.identityTaken");
    if (!owner) await addIdentity(tx, access.personId, claims);
    return {};
  });
}

async function addIdentity(tx: Tx, personId: string, { provider, subject }: Claims): Promise<void> {
  const [added] = await tx.insert(identities).values({ provider, subject, personId }).onConflictDoNothing().returning();
  if (!added) throw refuse.conflict("accounts.identityTaken");
  await recordForAccount(tx, "identity linked", { actorId: personId, objectId: personId });
}

export async function unlinkProvider(access: PersonAccess, { provider }: z.infer<typeof unlinkInput>, { key }: Keyed) {
  return write(access, key, "accounts.unlinkProvider", { provider }, async (tx) => {
    const mine = and(eq(identities.provider, provider), eq(identities.personId, access.personId));
    const gone = await tx.delete(identities).where(mine).returning();
    if (gone.length > 0)
      await recordForAccount(tx, "identity unlinked", {
        actorId: access.personId,
        objectId: access.personId,
        at: when(access),
      });
    return {};
  });
}

/** Minutes in which a provider must have asked for the password, or its answer only says that a browser was left open. */
const lately = 5;

export async function proveByProvider(access: PersonAccess, claims: Claims, { key }: Keyed): Promise<void> {
  const { authenticatedAt } = claims;
  const fresh = authenticatedAt && Date.now() - authenticatedAt.getTime() < lately * 60_000;
  if (!fresh) throw refuse.forbidden("accounts.proveAgain");
  await write(access, key, "accounts.proveByProvider", {}, async (tx) => {
    if ((await ownerOf(tx, claims)) !== access.personId) throw refuse.forbidden("accounts.otherAccount");
    return {};
  });
  await renewProof(access);
}
