import { and, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { identities, knownBrowsers, passwords, people, recoveryCodes, totpFactors } from "@/db/schema";
import { recordForAccount } from "@/lib/activity/record";
import { enqueueMail } from "@/lib/mail/outbox";
import { endSessions, lockPerson } from "./sessions";
import { carry, newToken, voidTokens } from "./tokens";

// Its own file because every way to prove a mailbox (link, reset, invitation, provider) must follow the same rule.

/**
 * Somebody has shown that they read this person's mail. An account that nobody had proven may have been made by a
 * stranger who waits for its owner to come: unless they are signed in to it already, its password and everything else
 * the stranger left to come back by stops working. Call it before anything new is set.
 * @param signedIn whether this browser holds a session of this very person
 * @returns whether the mailbox was proven for the first time
 */
export async function proveMailbox(tx: Tx, personId: string, { signedIn }: { signedIn: boolean }): Promise<boolean> {
  const person = await lockPerson(tx, personId);
  if (person.state === "erased") throw new Error(`Person ${personId} is erased and cannot come back.`);
  if (person.state === "active" && person.emailVerifiedAt) return false;
  if (!signedIn) {
    for (const way of [passwords, totpFactors, recoveryCodes, identities, knownBrowsers])
      await tx.delete(way).where(eq(way.personId, personId));
    await endSessions(tx, personId, "signed out everywhere");
    await voidTokens(tx, personId, ["verify", "magic", "reset", "change", "ticket", "second"]);
  }
  await tx
    .update(people)
    .set({ state: "active", emailVerifiedAt: sql`now()`, ...(!signedIn && { pendingEmail: null }) })
    .where(eq(people.id, personId));
  await recordForAccount(tx, "address verified", { actorId: personId, objectId: personId });
  return true;
}

class TakenBack extends Error {}

/**
 * Does the work, and takes it back where it was not to be: whether an address has an account costs the same work
 * either way, so neither the answer nor its time tells.
 */
export async function orPretend(tx: Tx, real: boolean, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  await tx
    .transaction(async (inner) => {
      await work(inner);
      if (!real) throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
}

export interface Wanted {
  email: string;
  next?: string;
  /** The language to pretend to write in where nobody is. */
  locale?: string;
}

/** A link by mail to whoever has an account with this address, if anybody. */
export const mailLink = (tx: Tx, kind: "magic-link" | "reset-password", wanted: Wanted) =>
  mailTo(tx, wanted, () => ({ kind, purpose: kind === "magic-link" ? "magic" : "reset", detail: {} }));

/** The link that proves an address; or a way in, where it is proven already and somebody signs up with it once more. */
export const mailProof = (tx: Tx, wanted: Wanted, detail: Record<string, string>) =>
  mailTo(
    tx,
    wanted,
    (proven) =>
      proven
        ? { kind: "magic-link", purpose: "magic", detail: {} }
        : { kind: "verify-email", purpose: "verify", detail },
    "anybody",
  );

type Link = {
  kind: "magic-link" | "reset-password" | "verify-email";
  purpose: "magic" | "reset" | "verify";
  detail: Record<string, string>;
};

async function mailTo(
  tx: Tx,
  { email, next, locale }: Wanted,
  choose: (proven: boolean) => Link,
  who: "accounts" | "anybody" = "accounts",
): Promise<void> {
  const [owner] = await tx
    .select({ id: people.id, state: people.state, verifiedAt: people.emailVerifiedAt })
    .from(people)
    .where(and(eq(people.email, email), who === "anybody" ? ne(people.state, "erased") : eq(people.state, "active")));
  const { kind, purpose, detail } = choose(owner?.state === "active" && owner.verifiedAt !== null);
  await orPretend(tx, owner !== undefined, async (inner) => {
    const id = owner ? (await lockPerson(inner, owner.id)).id : await nobody(inner, locale);
    const secret = await newToken(inner, purpose, id, { ...detail, ...carry(next) }, false);
    await enqueueMail(inner, { personId: id, kind, params: {}, secret });
  });
}

async function nobody(tx: Tx, locale: string | undefined): Promise<string> {
  const [row] = await tx.insert(people).values({ locale }).returning({ id: people.id });
  return row!.id;
}
