import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { keyedDigest } from "@/lib/access/secrets";
import { refuse } from "@/lib/errors";

// Its own file because every guessable proof (password, code, link by mail, invitation) is counted here and nowhere else.

/** Seconds of one window. */
const window = 15 * 60;

/**
 * Counts one attempt against each of the keys and refuses when one is over its limit. Counted by the database in a statement of its own,
 * so that a refused attempt stays counted and all processes share the count.
 */
export async function countAttempt(limits: { key: string; max: number }[]): Promise<void> {
  for (const { key, max } of limits) {
    const hash = keyedDigest("attempts", key);
    const { rows } = await db().execute<{ count: number; left: number }>(sql`
      insert into attempts (key, window_start) values (${hash}, to_timestamp(floor(extract(epoch from now()) / ${window}) * ${window}))
      on conflict (key, window_start) do update set count = attempts.count + 1
      returning count, ceil(extract(epoch from window_start) + ${window} - extract(epoch from now()))::int as left`);
    const counted = rows[0]!;
    if (counted.count > max) throw refuse.tooMany(Math.max(1, counted.left), "accounts.tooManyTries");
  }
}

/** The network of an address: the whole IPv4 address, the first 64 bits of an IPv6 one, since one home has all the rest. */
export const network = (address: string): string =>
  address.includes(":") && !address.includes(".")
    ? address.split(":").slice(0, 4).join(":")
    : address.replace(/^::ffff:/, "");
