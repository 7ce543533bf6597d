import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type PulseAudience, pulseAudiences } from "@/db/schema/pulse";
import { type Found, foundIn } from "@/lib/lexicon/found";
import { knownTerms } from "@/lib/lexicon/keep";
import { referenceFor } from "@/lib/operate/score/reference";
import { Collector } from "@/lib/scoring/activity/collect";
import { daysIn } from "@/lib/scoring/activity/days";
import { timelineOf } from "@/lib/scoring/activity/timeline";
import { methodVersion } from "@/lib/scoring/output";
import { scoring } from "@/lib/scoring/score";
import { dayOf, digestOf, tiesThenOf } from "./digest";
import type { PulseResult, TiesThen } from "./result";
import { activityOf, type From, postsIn, spacesOf } from "./stream";

// Its own file because it is neither asked by anybody nor a write of anybody: the work of one taking, from the rows to the snapshots.

/** Draws of the intervals begin here, always: the same rows give the same numbers. */
export const seed = 1;

export type Place = { communityId: string; brandId: string; zone: string; asOf: string; names: string[] };
export type Taken = { audience: PulseAudience; spaces: string[]; result: PulseResult; words: Found[] };
/** Says how far it is; throws when somebody else has taken the work over. */
export type Say = (read: number, all: number) => Promise<void>;

/** Where and as of when: the last full day on the community's own calendar. */
export async function placeOf(communityId: string): Promise<Place | undefined> {
  const { rows } = await db().execute<Omit<Place, "names"> & { name: string; brand: string }>(sql`
    select c.id as "communityId", c.brand_id as "brandId", c.zone, c.name, b.name as brand,
      to_char((now() at time zone c.zone)::date - 1, 'YYYY-MM-DD') as "asOf"
    from communities c join brands b on b.id = c.brand_id where c.id = ${communityId}`);
  const [found] = rows;
  if (!found) return undefined;
  const { name, brand, ...place } = found;
  return { ...place, names: [name, brand] };
}

/** The score for each audience, one after another, so that the words of one alone are in memory. */
export async function takeAll(place: Place, say: Say = async () => {}): Promise<Taken[]> {
  const taken: Taken[] = [];
  const done = { read: 0, all: await ahead(place) };
  const known = await knownTerms(place.communityId);
  for (const audience of pulseAudiences) taken.push(await takeFor(place, audience, known, done, say, taken.at(-1)));
  return taken;
}

/** About how many posts are to be read for all of them together. */
async function ahead(place: Place): Promise<number> {
  const each: From[] = [];
  for (const audience of pulseAudiences)
    each.push({ ...place, audience, spaces: await spacesOf(db(), place.communityId, audience) });
  const [open, members, whole] = await Promise.all(each.map((from) => postsIn(db(), from)));
  const again = each[1]!.spaces.join() === each[2]!.spaces.join();
  return open! + members! + (again ? 0 : whole!);
}

async function takeFor(
  place: Place,
  audience: PulseAudience,
  known: readonly string[],
  done: { read: number; all: number },
  say: Say,
  before: Taken | undefined,
): Promise<Taken> {
  const { all, spaces } = await collected(place, audience, done, say, before);
  if (!all) return { audience, spaces, result: before!.result, words: before!.words };
  const line = timelineOf(all, daysIn(place.zone), dayOf(place.asOf));
  const reference = referenceFor(line, place.names);
  const then: TiesThen[] = [];
  const steps = scoring(line, { seed, reference });
  for (;;) {
    const { done: ready, value } = steps.next();
    if (ready) {
      // In the snapshot is no word of people, only how many there are and where the first stand: the lexicon keeps them.
      const result = digestOf(value, then, value.report.lexicon.length);
      return { audience, spaces, result, words: foundIn(value, known) };
    }
    const to = new Date(value.to * 86_400_000).toISOString().slice(0, 10);
    then.push({ to, ...tiesThenOf(value) });
    await say(done.read, done.all);
    // Whoever else waits for this process is answered in between.
    await setImmediate();
  }
}

/** Read as of one moment, however long it takes. Nothing of who leads, where they read no more than their members. */
const collected = (
  place: Place,
  audience: PulseAudience,
  done: { read: number; all: number },
  say: Say,
  before: Taken | undefined,
) =>
  db().transaction(
    async (tx) => {
      await tx.execute(sql`set local statement_timeout = '2min'`);
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '2min'`);
      const spaces = await spacesOf(tx, place.communityId, audience);
      if (audience === "whole" && spaces.join() === before?.spaces.join()) return { spaces };
      const from: From = { ...place, audience, spaces };
      const all = new Collector();
      for await (const some of activityOf(tx, from)) {
        for (const one of some) all.add(one);
        done.read += some.filter(({ kind }) => kind === "message").length;
        await say(done.read, Math.max(done.all, done.read));
      }
      return { all, spaces };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );

export const method = methodVersion;
