import { and, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { type tokenPurposes, tokens } from "@/db/schema";
import { digest, newSecret, seal, unseal } from "@/lib/access/secrets";
import { refuse } from "@/lib/errors";
import { safeNext } from "@/lib/paths";

// Its own file because five commands hand out one-time tokens and all must expire, bind and redeem them the same way.

type Purpose = (typeof tokenPurposes)[number];
export type Token = { personId: string | null; detail: Record<string, string> };

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
export async function newToken(
  tx: Tx,
  purpose: Purpose,
  personId: string | null,
  detail: Record<string, string> = {},
  only = true,
): Promise<string> {
  const secret = newSecret();
  if (only && personId) await voidTokens(tx, personId, [purpose]);
  await tx.insert(tokens).values({ hash: digest(secret), purpose, personId, detail, expiresAt: lives[purpose] });
  return secret;
}

const good = (purpose: Purpose, secret: string) =>
  and(
    eq(tokens.hash, digest(secret)),
    eq(tokens.purpose, purpose),
    isNull(tokens.usedAt),
    gt(tokens.expiresAt, sql`now()`),
  );

/** Uses a token up, in the transaction of what it allows. Of two at once, one wins. */
export async function useToken(tx: Tx, purpose: Purpose, secret: string): Promise<Token> {
  const [token] = await tx
    .update(tokens)
    .set({ usedAt: sql`now()` })
    .where(good(purpose, secret))
    .returning({ personId: tokens.personId, detail: tokens.detail });
  if (!token) throw refuse.conflict("accounts.linkUsed");
  return token;
}

/** The same for a token that always belongs to somebody. */
export async function useTokenOfPerson(tx: Tx, purpose: Purpose, secret: string) {
  const { personId, detail } = await useToken(tx, purpose, secret);
  if (!personId) throw refuse.conflict("accounts.linkUsed");
  return { personId, detail };
}

/** Looks without using it up: a page that shows the button, or a code that may still be wrong. */
export async function findToken(purpose: Purpose, secret: string): Promise<Token | undefined> {
  const [token] = await db()
    .select({ personId: tokens.personId, detail: tokens.detail })
    .from(tokens)
    .where(good(purpose, secret));
  return token;
}

export async function voidTokens(tx: Tx, personId: string, purposes: Purpose[]): Promise<void> {
  await tx
    .update(tokens)
    .set({ usedAt: sql`now()` })
    .where(and(eq(tokens.personId, personId), inArray(tokens.purpose, purposes), isNull(tokens.usedAt)));
}

/** Where somebody wanted to be travels with the token, sealed: the path of an invitation is a secret itself. */
export const carry = (next: string | undefined): Record<string, string> =>
  next && next !== "/" ? { next: seal("next", next) } : {};
export const carried = (detail: Record<string, string>): string =>
  detail.next ? safeNext(unseal("next", detail.next)) : "/";
