import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { people, sessions, totpFactors } from "@/db/schema";
import { digest, newSecret } from "@/lib/access/secrets";
import { recordForAccount } from "@/lib/activity/record";
import { Refusal } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/outbox";
import { endConnections } from "@/lib/realtime/publish";
import { rememberBrowser } from "./browsers";
import { deviceName } from "./device";
import { carry, newToken, useTokenOfPerson } from "./tokens";

// A fourth file in this folder because signing in spans two requests of the protocol: the ticket made by a command is
// redeemed by next-auth's credentials provider, which then sets the cookie.

/** How long a session lives without being signed out. */
const life = sql`now() + interval '60 days'`;

/** What every form brings along. */
export type Keyed = { key: string };

/** The browser that wants in: what it calls itself, the secret it is known by, the session it had before. */
export interface Browser {
  device: string;
  browser?: string;
  replaces?: string | null;
}

/** What comes after the first step: in, or a second step. */
export type Entered = ({ ticket: string } | { second: string }) & { next: string };

/** Every way in ends here, so that none passes by the second step. */
export async function enter(tx: Tx, personId: string, browser: Browser, next = "/"): Promise<Entered> {
  const [factor] = await tx
    .select({ personId: totpFactors.personId })
    .from(totpFactors)
    .where(and(eq(totpFactors.personId, personId), isNotNull(totpFactors.confirmedAt)));
  if (factor) return { second: await newToken(tx, "second", personId, carry(next)), next };
  return { ticket: await issueTicket(tx, personId, browser), next };
}

/** A proof, good for one minute and once, that somebody passed every step of signing in. */
export async function issueTicket(tx: Tx, personId: string, { device, replaces }: Browser): Promise<string> {
  return newToken(tx, "ticket", personId, { device: deviceName(device), ...(replaces && { replaces }) }, false);
}

/** Turns a ticket into a session; the session that signed in before in this browser ends (rotation). */
export async function redeemTicket(
  ticket: string,
  browser?: string,
): Promise<{ personId: string; secret: string } | null> {
  return db()
    .transaction(async (tx) => {
      const { personId, detail } = await useTokenOfPerson(tx, "ticket", ticket);
      const secret = newSecret();
      const [session] = await tx
        .insert(sessions)
        .values({ secretHash: digest(secret), personId, device: detail.device ?? "", expiresAt: life })
        .returning({ id: sessions.id, at: sessions.createdAt });
      if (detail.replaces) await endSession(tx, detail.replaces, "rotated");
      await recordForAccount(tx, "signed in", { actorId: personId, objectId: session!.id });
      if (browser && (await rememberBrowser(tx, personId, browser)) === "new")
        await enqueueMail(tx, { personId, kind: "new-device", params: { at: session!.at.toISOString() } });
      return { personId, secret };
    })
    .catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
}

type Why = NonNullable<(typeof sessions.$inferSelect)["endedWhy"]>;
const ended = (why: Why) => ({ endedAt: sql`now()`, endedWhy: why });

async function endSession(tx: Tx, sessionId: string, why: Why): Promise<void> {
  await tx
    .update(sessions)
    .set(ended(why))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
}

/** @returns whether it was this person's, and still open */
export async function endSessionOf(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  const gone = await tx
    .update(sessions)
    .set(ended("signed out"))
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  // All of them: the others connect again by themselves, with the session they still have.
  await endConnections(tx, personId);
  return gone.length > 0;
}

/** @param but the session that stays, if any */
export async function endSessions(tx: Tx, personId: string, why: Why, but: string | null = null): Promise<void> {
  await tx
    .update(sessions)
    .set(ended(why))
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), but ? ne(sessions.id, but) : undefined));
  await endConnections(tx, personId);
}

/** Waits for whoever else changes how this person signs in. */
export async function lockPerson(tx: Tx, personId: string) {
  const [person] = await tx.select().from(people).where(eq(people.id, personId)).for("update");
  if (!person) throw new Error(`There is no person ${personId}.`);
  return person;
}
