import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tokens, type tokenPurposes } from "@/db/schema";
import { digest, newSecret } from "@/lib/access/secrets";
import { refuse } from "@/lib/errors";

// Its own file because five commands hand out one-time tokens and all must expire, bind and redeem them the same way.

type Purpose = (typeof tokenPurposes)[number];

/** How long each kind of token is good for. */
const lives: Record<Purpose, SQL> = {
  verify: sql`now() + interval '2 days'`,
  magic: sql`now() + interval '20 minutes'`,
  reset: sql`now() + interval '1 hour'`,
  change: sql`now() + interval '1 day'`,
  ticket: sql`now() + interval '1 minute'`,
  second: sql`now() + interval '10 minutes'`,
  found: sql`now() + interval '1 day'`,
};

/** Makes a token; only its hash is kept. An earlier one of the same purpose stops working where `only` is set. */
export async function newToken(tx: Tx, purpose: Purpose, personId: string | null, detail: Record<string, string> = {}, only = true): Promise<string> {
  const secret = newSecret();
  if (only && personId) await tx.update(tokens).set({ usedAt: sql`now()` }).where(and(eq(tokens.personId, personId), eq(tokens.purpose, purpose), isNull(tokens.usedAt)));
  await tx.insert(tokens).values({ hash: digest(secret), purpose, personId, detail, expiresAt: lives[purpose] });
  return secret;
}

/** Uses a token up, in the transaction of what it allows. Of two at once, one wins. */
export async function useToken(tx: Tx, purpose: Purpose, secret: string): Promise<{ personId: string | null; detail: Record<string, string> }> {
  const [token] = await tx
    .update(tokens)
    .set({ usedAt: sql`now()` })
    .where(and(eq(tokens.hash, digest(secret)), eq(tokens.purpose, purpose), isNull(tokens.usedAt), gt(tokens.expiresAt, sql`now()`)))
    .returning({ personId: tokens.personId, detail: tokens.detail });
  if (!token) throw refuse.conflict("accounts.linkUsed");
  return token;
}
