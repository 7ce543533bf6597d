import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { Refusal } from "@/lib/errors";
import { addDays, dayIn } from "@/lib/text/zones";
import type { WriteResult } from "@/lib/write";
import { castOf } from "./cast";
import { keyOf } from "./keys";
import { type Community, readWorld, type World } from "./read";
import { type Step, stepNames } from "./step";
import { saidIn } from "./steps/conversations";

/** A post of the files, and the one that it answers. */
interface Saying extends Step {
  thread: string;
  answered?: string;
}

/**
 * What people say in a demo that an earlier version planted, when they did not speak yet. What was said is known by what
 * stands in the database: the keys by which a seed is taken up again live seven days. People have used this demo since:
 * who has left it, or lost the way into a room, says nothing there any more.
 */
export async function seedConversations(): Promise<World> {
  const world = readWorld();
  const answers = await thoseWhoAreThere(world);
  const cast = castOf(answers);
  const sayings: Saying[] = [];
  for (const community of world.brands.flatMap((brand) => brand.communities)) {
    const today = await firstDayOf(community);
    if (!today) continue;
    const found = await whatStands(community.slug);
    for (const thread of community.threads) {
      const steps = saidIn(community, thread, today);
      const first = found.get(standing(answers.get(stepNames.account(thread.posts[0]!.by)), steps[0]!.at))?.[0];
      for (const [index, step] of steps.entries()) {
        const { by, answers: nth } = thread.posts[index]!;
        const there = found
          .get(standing(answers.get(stepNames.account(by)), step.at))
          ?.find(({ threadId }) => threadId === first?.threadId);
        if (there) answers.set(step.name, { ...there });
        else if (answers.has(stepNames.account(by)))
          sayings.push({
            ...step,
            thread: steps[0]!.name,
            answered: nth === undefined ? undefined : steps[nth - 1]!.name,
          });
      }
    }
  }
  for (const { at, name, run, thread, answered } of sayings.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const about = [thread, answered].filter((one) => one !== undefined && one !== name);
    if (!about.every((one) => answers.has(one!))) continue;
    try {
      answers.set(name, await run(cast, { at, key: keyOf(name) }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return world;
}

/** The people of the files who still have their account, as the step that made it answered. */
async function thoseWhoAreThere({ people }: World): Promise<Map<string, WriteResult>> {
  const { rows } = await db().execute<{ id: string; email: string }>(
    sql`select id, email from people where state = 'active' and email is not null`,
  );
  const ids = new Map(rows.map(({ id, email }) => [email, id]));
  return new Map(
    [...people.values()].flatMap(({ key, email }): [string, WriteResult][] => {
      const personId = ids.get(email);
      return personId ? [[stepNames.account(key), { personId }]] : [];
    }),
  );
}

/** The day from which its days were counted back; none where the community is gone or has another address. */
async function firstDayOf({ slug, zone, founded }: Community): Promise<Date | undefined> {
  const { rows } = await db().execute<{ at: string }>(
    sql`select founded_at::text as at from communities where slug = ${slug}`,
  );
  // Noon is on the same day in every zone in which a community of the files lives.
  return rows[0] && new Date(`${addDays(dayIn(new Date(rows[0].at), zone), -founded.day)}T12:00:00Z`);
}

const standing = (author: WriteResult | undefined, at: Date) => `${author?.personId} ${at.getTime()}`;

/** Every post by who said it when: nobody says two things in a thread at one moment. */
async function whatStands(slug: string): Promise<Map<string, { threadId: string; postId: string }[]>> {
  const { rows } = await db().execute<{ threadId: string; postId: string; author: string; at: string }>(sql`
    select p.thread_id as "threadId", p.id as "postId", p.author_id as author, p.created_at::text as at
    from posts p join communities c on c.id = p.community_id where c.slug = ${slug} order by p.position`);
  const found = new Map<string, { threadId: string; postId: string }[]>();
  for (const { author, at, threadId, postId } of rows) {
    const key = standing({ personId: author }, new Date(at));
    found.set(key, [...(found.get(key) ?? []), { threadId, postId }]);
  }
  return found;
}
