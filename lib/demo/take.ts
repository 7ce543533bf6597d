import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { WriteResult } from "@/lib/write";
import { type Cast, castOf } from "./cast";
import { keyOf } from "./keys";
import type { Step } from "./step";

// Its own file because a first planting and a later one take the same steps.

/** What each step has answered, by its name. */
export type Answers = Map<string, WriteResult>;

/** Takes a step, unless it was taken in an earlier run, and remembers what it answered. */
export async function taker(there: ReadonlyMap<string, WriteResult> = new Map()): Promise<{
  cast: Cast;
  take: (step: Step) => Promise<void>;
  taken: (step: Step) => boolean;
}> {
  const earlier = await earlierAnswers();
  const answers: Answers = new Map(there);
  const cast = castOf(answers);
  const met = new Set<string>();
  const taken = ({ name }: Step) => {
    const before = earlier.get(keyOf(name));
    if (before) answers.set(name, before);
    return answers.has(name);
  };
  const take = async (step: Step) => {
    const { at, name, run } = step;
    if (met.has(name)) throw new Error(`Two steps of the demo world are called "${name}".`);
    met.add(name);
    // Not asked again, though every command would answer: whoever has joined is not let in at the door any more.
    if (!taken(step)) answers.set(name, await run(cast, { at, key: keyOf(name) }));
  };
  return { cast, take, taken };
}

async function earlierAnswers(): Promise<Map<string, WriteResult>> {
  const { rows } = await db().execute<{ key: string; result: WriteResult }>(
    sql`select key, result from writes where done`,
  );
  return new Map(rows.map(({ key, result }) => [key, result]));
}

/**
 * One step after the other, in their order. What is said in one community meanwhile waits for nothing in another; everything
 * else waits for all of it, and all of it for everything else.
 */
export async function takeInOrder(steps: readonly Step[], take: (step: Step) => Promise<void>): Promise<void> {
  const talk = new Map<string, Step[]>();
  const listen = async () => {
    const lanes = [...talk.values()];
    talk.clear();
    await Promise.all(
      lanes.map(async (lane) => {
        for (const step of lane) await take(step);
      }),
    );
  };
  for (const step of steps) {
    if (step.place === undefined) {
      await listen();
      await take(step);
    } else talk.set(step.place, [...(talk.get(step.place) ?? []), step]);
  }
  await listen();
}

/** The sort is stable: acts of one moment stay in the order they were given. */
export const inTime = (steps: Step[]) => steps.sort((a, b) => a.at.getTime() - b.at.getTime());
