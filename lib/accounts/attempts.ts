import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { networkOf } from "@/lib/access/address";
import { keyedDigest } from "@/lib/access/secrets";
import { refuse } from "@/lib/errors";

// Its own file because every guessable proof (password, code, link by mail, invitation) is counted here and nowhere else,
// and what a person may only ask so often.

/** What is counted, and how many of it any quarter of an hour may hold. */
export type Limit = { key: string; max: number };

/** Counted by the minute and looked at as a span that moves along: at the border of fixed windows twice as many would pass. */
const span = 15 * 60;
const minute = sql`date_trunc('minute', now())`;

/**
 * Counts one attempt against each of the keys and refuses when one is over its limit. Counted by the database in a statement of its own,
 * so that an attempt that failed stays counted and all processes share the count. What was refused here is not counted again:
 * who waits as long as they are told gets in.
 */
export async function countAttempt(limits: Limit[]): Promise<void> {
  for (const { key, max } of limits) {
    const hash = keyedDigest("attempts", key);
    const { rows } = await db().execute<{ total: number; left: number }>(sql`
      with mine as (
        insert into attempts (key, window_start) values (${hash}, ${minute})
        on conflict (key, window_start) do update set count = attempts.count + 1 returning count
      ), before as (
        select sum(count)::int as count, min(window_start) as first from attempts
        where key = ${hash} and window_start < ${minute} and window_start > now() - make_interval(secs => ${span + 60})
      )
      select mine.count + coalesce(before.count, 0) as total,
        ceil(extract(epoch from coalesce(before.first, ${minute}) - now()))::int + ${span + 60}::int as left
      from mine, before`);
    const { total, left } = rows[0]!;
    if (total <= max) continue;
    await uncount(hash);
    throw refuse.tooMany(Math.max(1, left), "accounts.tooManyTries");
  }
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
