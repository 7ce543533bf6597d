import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { keepTerms } from "@/lib/lexicon/keep";
import { keepRituals } from "@/lib/lexicon/keep-rituals";
import { log } from "@/lib/log";
import { method, placeOf, type Say, seed, type Taken, takeAll } from "./take";

// Its own file because the work is outside of any transaction for as long as it takes: it claims its row, says how far it is,
// and what it found is written in one.

/** Nothing was said for so long: who had it is gone. */
const silent = "2 minutes";
const mostAttempts = 3;
/** Milliseconds between two words about how far it is. */
const spoken = 1_000;
/** What an older snapshot would say, the newest says too. */
const keptDays = 400;

type Claimed = { communityId: string; id: string; attempt: number };
class TakenOver extends Error {}

/** Everything that waits, one after another. */
export async function takeWaiting(): Promise<void> {
  for (let one = await claim(); one; one = await claim()) await takeOne(one);
}

/** Whose process died takes it up again; what died three times is not tried again. */
async function claim(): Promise<Claimed | undefined> {
  await db().execute(sql`
    update pulse_runs set state = 'failed', finished_at = now()
    where state = 'running' and moved_at < now() - ${silent}::interval and attempts >= ${mostAttempts}`);
  const { rows } = await db().execute<Claimed>(sql`
    update pulse_runs r set state = 'running', moved_at = now(), attempts = r.attempts + 1, posts_read = 0, posts_all = null
    where (r.community_id, r.id) in (
      select w.community_id, w.id from pulse_runs w
      where w.state = 'waiting' or (w.state = 'running' and w.moved_at < now() - ${silent}::interval)
      order by w.moved_at limit 1 for update skip locked)
    returning r.community_id as "communityId", r.id, r.attempts as attempt`);
  return rows[0];
}

const mine = ({ communityId, id, attempt }: Claimed) =>
  sql`community_id = ${communityId} and id = ${id} and state = 'running' and attempts = ${attempt}`;

async function takeOne(one: Claimed): Promise<void> {
  try {
    const place = await placeOf(one.communityId);
    if (!place) throw new Error("The community is gone.");
    const taken = await takeAll(place, speaking(one));
    await db().transaction(async (tx) => {
      const { rowCount } = await tx.execute(
        sql`update pulse_runs set state = 'done', finished_at = now(), posts_read = coalesce(posts_all, posts_read) where ${mine(one)}`,
      );
      if (rowCount !== 1) return;
      await keep(tx, one.communityId, place.asOf, taken);
      await keepTerms(tx, place, taken);
      await keepRituals(tx, place, taken);
    });
  } catch (err) {
    if (err instanceof TakenOver) return;
    log.error({ area: "pulse", err, community: one.communityId }, "the pulse could not be taken");
    await db().execute(sql`update pulse_runs set state = 'failed', finished_at = now() where ${mine(one)}`);
  }
}

/** At most once a second; whoever lost the work meanwhile hears it. */
function speaking(one: Claimed): Say {
  let last = 0;
  return async (read, all) => {
    if (Date.now() - last < spoken) return;
    last = Date.now();
    const { rowCount } = await db().execute(
      sql`update pulse_runs set moved_at = now(), posts_read = ${read}, posts_all = ${all} where ${mine(one)}`,
    );
    if (rowCount === 0) throw new TakenOver();
  };
}

async function keep(tx: Tx, communityId: string, asOf: string, taken: readonly Taken[]): Promise<void> {
  for (const { audience, spaces, result } of taken)
    await tx.execute(sql`
      insert into pulse_snapshots (community_id, audience, as_of, method, seed, window_from, window_to, spaces, result)
      values (${communityId}, ${audience}, ${asOf}::date, ${method}, ${seed}, ${result.window.from}::date, ${result.window.to}::date,
        ${sql.param(spaces)}::uuid[], ${JSON.stringify(result)}::jsonb)
      on conflict (community_id, audience, as_of) do update set method = excluded.method, seed = excluded.seed, taken_at = now(),
        window_from = excluded.window_from, window_to = excluded.window_to, spaces = excluded.spaces, result = excluded.result`);
  await tx.execute(sql`
    delete from pulse_snapshots where community_id = ${communityId} and as_of < ${asOf}::date - ${keptDays}::int`);
  await tx.execute(sql`
    delete from pulse_runs where community_id = ${communityId} and finished_at < now() - interval '30 days'`);
}
