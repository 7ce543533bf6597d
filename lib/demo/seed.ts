import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { allowOwnDrawings } from "@/lib/files/pictures";
import type { WriteResult } from "@/lib/write";
import { castOf, reason } from "./cast";
import { keyOf } from "./keys";
import { readWorld, type World } from "./read";
import type { Step } from "./step";
import { grantSteps } from "./steps/badges";
import { brandSteps } from "./steps/brands";
import { closingSteps } from "./steps/closing";
import { communitySteps } from "./steps/communities";
import { conversationSteps } from "./steps/conversations";
import { invitationSteps } from "./steps/invitations";
import { memberSteps } from "./steps/members";
import { peopleSteps } from "./steps/people";
import { pictureSteps } from "./steps/pictures";

/**
 * Plants the demo world: everything its people did, in the order of days, each act by the product's own command and by
 * the person who did it. Cut short anywhere and run again it goes on where it stopped; run once more it does nothing.
 */
export async function seed(): Promise<World> {
  const world = readWorld();
  const today = await firstDay();
  const plan = { world, today };
  const past = [peopleSteps, brandSteps, communitySteps, invitationSteps, memberSteps, grantSteps, conversationSteps];
  const steps = [...past, closingSteps]
    .flatMap((of) => of(plan))
    // The sort is stable: acts of one moment stay in the order above.
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const take = await taker();
  for (const step of steps) await take(step);
  allowOwnDrawings();
  const pictures = pictureSteps(plan).values();
  await Promise.all(
    Array.from({ length: picturesAtOnce }, async () => {
      for (const step of pictures) await take(step);
    }),
  );
  return world;
}

/** As many as a small machine has cores. */
const picturesAtOnce = 2;

/** Takes a step, unless it was taken in an earlier run, and remembers what it answered. */
async function taker(): Promise<(step: Step) => Promise<void>> {
  const earlier = await earlierAnswers();
  const answers = new Map<string, WriteResult>();
  const cast = castOf(answers);
  return async ({ at, name, run }) => {
    if (answers.has(name)) throw new Error(`Two steps of the demo world are called "${name}".`);
    const key = keyOf(name);
    // Not asked again, though every command would answer: whoever has joined is not let in at the door any more.
    answers.set(name, earlier.get(key) ?? (await run(cast, { at, key })));
  };
}

async function earlierAnswers(): Promise<Map<string, WriteResult>> {
  const { rows } = await db().execute<{ key: string; result: WriteResult }>(
    sql`select key, result from writes where done`,
  );
  return new Map(rows.map(({ key, result }) => [key, result]));
}

/** A seed that is taken up again counts its days from when it began, or people would join before they are invited. */
async function firstDay(): Promise<Date> {
  const { rows } = await db().execute<{ began: string | null; inhabited: boolean }>(sql`
    select min(created_at)::text as began, exists (select from people) as inhabited from writes
    where actor = ${`system:${reason}`}`);
  const { began, inhabited } = rows[0]!;
  if (began) return new Date(began);
  if (inhabited) throw new Error("There are people in this database already. The demo is only made in an empty one.");
  return new Date();
}
