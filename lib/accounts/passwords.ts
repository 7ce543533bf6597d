import { hash, verify } from "@node-rs/argon2";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { passwords } from "@/db/schema";
import { networkOf } from "@/lib/access/address";
import { digest } from "@/lib/access/secrets";
import type { Limit } from "./attempts";

// Its own file because signing in, verifying, proving and resetting must all hash and count the same way.

/** OWASP's first choice for argon2id: 19 MiB, two passes. */
export const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is verified when there is no such account, so that the answer takes as long. */
let nobody: Promise<string> | undefined;

export const hashPassword = (password: string) => hash(password, argon);

export async function isPassword(stored: string | undefined, typed: string): Promise<boolean> {
  nobody ??= hash("nobody has this password", argon);
  const right = await verify(stored ?? (await nobody), typed);
  return right && stored !== undefined;
}

export async function setPassword(tx: Tx, personId: string, secret: string): Promise<void> {
  await tx
    .insert(passwords)
    .values({ personId, hash: secret })
    .onConflictDoUpdate({ target: passwords.personId, set: { hash: secret, changedAt: sql`now()` } });
}

/**
 * How often somebody may guess. A browser that signed in before has a budget of its own:
 * a stranger's guesses, even from the same network, cannot lock the owner out.
 */
export function guesses(what: string, address: string, knownBrowser: string | undefined): Limit[] {
  if (knownBrowser) return [{ key: `browser ${digest(knownBrowser)} ${what}`, max: 10 }];
  return [
    { key: `network ${networkOf(address)}`, max: 100 },
    { key: `account ${what}`, max: 10 },
  ];
}
