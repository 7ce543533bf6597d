import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { WriteResult } from "@/lib/write";
import { instantOf } from "./calendar";
import { type Community, readWorld, type World } from "./read";
import { type Plan, stepNames } from "./step";
import { conversationSteps } from "./steps/conversations";
import { lifeSteps, livedBefore } from "./steps/life";
import { inTime, taker } from "./take";

/**
 * Gives a demo that an older version planted what its people have said and done in the files since. Who they are and what
 * they founded is theirs by now and stays as it is, and so does all that was done by hand: whoever reacted, voted, chose or
 * locked otherwise is not overruled, what was edited or removed is not written again.
 * @returns what could not be planted any more, a line each
 */
export async function plantMore(world: World = readWorld()): Promise<{ world: World; missed: string[] }> {
  const communities = world.brands.flatMap((brand) => brand.communities);
  const founded = await foundings(communities);
  const today = firstDay(communities, founded);
  const plan = { world, today };
  const gone = communities.filter(({ slug }) => !founded.has(slug)).map(({ slug }) => slug);
  const missed = gone.map((slug) => `the community ${slug} is not there any more`);
  const lived = await livedBefore(today);
  const steps = [conversationSteps, lifeSteps]
    .flatMap((of) => of(plan))
    .filter(({ place = "", unseen }) => !gone.includes(place) && !(lived && unseen));
  const { cast, take, taken } = await taker(await recognised(plan));
  for (const step of inTime(steps))
    try {
      if (taken(step) || !(await step.settled?.(cast))) await take(step);
    } catch (cause) {
      missed.push(`${step.name}: ${cause instanceof Error ? cause.message : cause}`);
    }
  return { world, missed };
}

async function foundings(communities: readonly Community[]): Promise<Map<string, Date>> {
  const slugs = communities.map(({ slug }) => slug);
  const { rows } = await db().execute<{ slug: string; at: string }>(sql`
    select slug, founded_at::text as at from communities where slug = any(${sql.param(slugs)}::text[])`);
  return new Map(rows.map(({ slug, at }) => [slug, new Date(at)]));
}

const hour = 3_600_000;

/** An instant of the day on which it was first planted, in the zone of every community: their founding days are counted from it. */
function firstDay(communities: readonly Community[], founded: ReadonlyMap<string, Date>): Date {
  const there = communities.filter(({ slug }) => founded.has(slug));
  const [one] = there;
  if (!one) throw new Error("None of the demo's communities is there any more.");
  const around = founded.get(one.slug)!.getTime() - one.founded.day * 24 * hour;
  for (let h = -36; h <= 36; h++) {
    const today = new Date(around + h * hour);
    const fits = ({ slug, zone, founded: moment }: Community) =>
      instantOf(moment, zone, today).getTime() === founded.get(slug)!.getTime();
    if (there.every(fits)) return today;
  }
  // Planted by other days nothing would be recognised, and everything said twice.
  throw new Error("The demo's communities were not founded on the days of its files.");
}

/** What is there already, known by who they are and by who wrote something when: an edit changes neither. */
async function recognised({ world, today }: Plan): Promise<Map<string, WriteResult>> {
  const found = new Map<string, WriteResult>();
  const people = [...world.people.values()];
  const accounts = await db().execute<{ email: string; personId: string }>(sql`
    select email, id as "personId" from people
    where state = 'active' and email = any(${sql.param(people.map(({ email }) => email))}::text[])`);
  const idOf = new Map(accounts.rows.map(({ email, personId }) => [email, personId]));
  for (const { key, email } of people) {
    const personId = idOf.get(email);
    if (personId) found.set(stepNames.account(key), { personId });
  }
  const posts = await db().execute<{ slug: string; by: string; at: string; postId: string; threadId: string }>(sql`
    select c.slug, p.author_id as by, p.created_at::text as at, p.id as "postId", p.thread_id as "threadId"
    from posts p join communities c on c.id = p.community_id
    where p.created_at < ${new Date(today.getTime() + 48 * hour).toISOString()}::timestamptz`);
  const said = new Map(
    posts.rows.map(({ slug, by, at, ...ids }) => [`${slug} ${by} ${new Date(at).getTime()}`, ids] as const),
  );
  for (const { key, slug, zone, threads } of world.brands.flatMap((brand) => brand.communities))
    for (const thread of threads)
      for (const [index, { by, ...moment }] of thread.posts.entries()) {
        const author = idOf.get(world.people.get(by)!.email);
        const ids = said.get(`${slug} ${author} ${instantOf(moment, zone, today).getTime()}`);
        if (ids) found.set(stepNames.post(key, thread.key, index + 1), ids);
      }
  return found;
}
