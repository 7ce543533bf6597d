import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { knownBrowsers, people } from "@/db/schema";
import { digest } from "@/lib/access/secrets";

// Its own file because three matters ask it: the budget of attempts, the mail about a new device, and who chose a password.

/** A browser that signed in before keeps a secret of ours; it opens nothing by itself. */
export async function rememberBrowser(tx: Tx, personId: string, browser: string): Promise<"first" | "known" | "new"> {
  const hash = digest(browser);
  const mine = await tx
    .select({ hash: knownBrowsers.hash })
    .from(knownBrowsers)
    .where(eq(knownBrowsers.personId, personId));
  await tx
    .insert(knownBrowsers)
    .values({ personId, hash })
    .onConflictDoUpdate({ target: [knownBrowsers.personId, knownBrowsers.hash], set: { seenAt: sql`now()` } });
  if (mine.length === 0) return "first";
  return mine.some((known) => known.hash === hash) ? "known" : "new";
}

/** One query whatever the answer, and whether or not the address has an account. */
export async function knowsBrowser(email: string, browser: string | undefined): Promise<boolean> {
  const rows = await db()
    .select({ hash: knownBrowsers.hash })
    .from(knownBrowsers)
    .innerJoin(people, eq(people.id, knownBrowsers.personId))
    .where(and(eq(people.email, email), eq(knownBrowsers.hash, digest(browser ?? ""))));
  return rows.length > 0;
}

export async function isBrowserOf(personId: string, browser: string | undefined): Promise<boolean> {
  if (!browser) return false;
  const rows = await db()
    .select({ hash: knownBrowsers.hash })
    .from(knownBrowsers)
    .where(and(eq(knownBrowsers.personId, personId), eq(knownBrowsers.hash, digest(browser))));
  return rows.length > 0;
}
