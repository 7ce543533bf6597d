import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { sessions, tokens } from "@/db/schema";
import { digest, newSecret } from "@/lib/access/secrets";
import { recordForAccount } from "@/lib/activity/record";
import { deviceName } from "./device";

// A fourth file in this folder because signing in spans two requests of the protocol: the ticket made by a command is
// redeemed by next-auth's credentials provider, which then sets the cookie.

/** How long a session lives without being signed out. */
const life = sql`now() + interval '60 days'`;

/** A proof, good for one minute and once, that somebody passed every step of signing in. */
export async function issueTicket(
  tx: Tx,
  personId: string,
  detail: { device: string; replaces?: string },
): Promise<string> {
  const ticket = newSecret();
  await tx.insert(tokens).values({
    hash: digest(ticket),
    purpose: "ticket",
    personId,
    detail: { device: deviceName(detail.device), ...(detail.replaces && { replaces: detail.replaces }) },
    expiresAt: sql`now() + interval '1 minute'`,
  });
  return ticket;
}

/** Turns a ticket into a session; the session that signed in before in this browser ends (rotation). */
export async function redeemTicket(ticket: string): Promise<{ personId: string; secret: string } | null> {
  return db().transaction(async (tx) => {
    const [token] = await tx
      .update(tokens)
      .set({ usedAt: sql`now()` })
      .where(
        and(
          eq(tokens.hash, digest(ticket)),
          eq(tokens.purpose, "ticket"),
          isNull(tokens.usedAt),
          gt(tokens.expiresAt, sql`now()`),
        ),
      )
      .returning();
    if (!token?.personId) return null;
    const secret = newSecret();
    const [session] = await tx
      .insert(sessions)
      .values({
        secretHash: digest(secret),
        personId: token.personId,
        device: token.detail.device ?? "",
        expiresAt: life,
      })
      .returning({ id: sessions.id });
    if (token.detail.replaces) await endSession(tx, token.personId, token.detail.replaces, "rotated");
    await recordForAccount(tx, "signed in", { actorId: token.personId, objectId: session!.id });
    return { personId: token.personId, secret };
  });
}

type Why = NonNullable<(typeof sessions.$inferSelect)["endedWhy"]>;

export async function endSession(tx: Tx, personId: string, sessionId: string, why: Why): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: sql`now()`, endedWhy: why })
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.endedAt)));
}

/** @param but the session that stays, if any */
export async function endSessions(tx: Tx, personId: string, why: Why, but: string | null = null): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: sql`now()`, endedWhy: why })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), but ? ne(sessions.id, but) : undefined));
}
