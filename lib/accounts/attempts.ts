import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { networkOf } from "@/lib/access/address";
import { keyedDigest } from "@/lib/access/secrets";
import { type RefusalCode, refuse } from "@/lib/errors";

// Its own file because every guessable proof (password, code, link by mail, invitation) is counted here and nowhere else,
// and what a person may only do so often.

/** What is counted, how many of it a span may hold, and the span in seconds: a quarter of an hour unless it says otherwise. */
export type Limit = { key: string; max: number; span?: number };

/** Counted by the minute and looked at as a span that moves along: at the border of fixed windows twice as many would pass. */
const minute = sql`date_trunc('minute', now())`;

/**
 * Counts one attempt against each of the keys and refuses when one is over its limit. Counted in a transaction of its own,
 * so that an attempt that failed stays counted and all processes share the count.
 */
export async function countAttempt(limits: Limit[]): Promise<void> {
  for (const limit of limits) await db().transaction((tx) => countWithin(tx, limit, "accounts.tooManyTries"));
}

/**
 * Counts within the transaction of a write: what that refuses after all was never counted. Whoever counts under the same key waits
 * until its end, so that exactly as many pass as may. What is refused here is not counted: who waits as long as they are told gets in.
 */
export async function countWithin(tx: Tx, { key, max, span = 15 * 60 }: Limit, code: RefusalCode): Promise<void> {
  const hash = keyedDigest("attempts", key);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`attempts ${hash}`}, 0))`);
  // Each minute with what was counted since it began: as long as one of them holds the whole number, there is no room.
  const { rows } = await tx.execute<{ left: number }>(sql`
    with since as (
      select window_start, sum(count) over (order by window_start desc) as n from attempts
      where key = ${hash} and window_start > now() - make_interval(secs => ${span + 60})
    ), full_since as (select max(window_start) as at from since where n >= ${max}),
    counted as (
      insert into attempts (key, window_start) select ${hash}, ${minute} from full_since where at is null
      on conflict (key, window_start) do update set count = attempts.count + 1
    )
    select ceil(extract(epoch from at - now()))::int + ${span + 60}::int as left from full_since where at is not null`);
  if (rows[0]) throw refuse.tooMany(Math.max(1, rows[0].left), code);
}

/** A right answer was no guess: somebody who signs in often is not kept out. */
export async function forgiveAttempt(limits: Limit[]): Promise<void> {
  for (const { key } of limits) await uncount(keyedDigest("attempts", key));
}

const uncount = (hash: string) =>
  db().execute(sql`
    update attempts set count = count - 1 where key = ${hash} and count > 0
      and window_start = (select max(window_start) from attempts where key = ${hash})`);

export const network = networkOf;
