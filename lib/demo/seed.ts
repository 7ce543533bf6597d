import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { allowOwnDrawings } from "@/lib/files/pictures";
import { reason } from "./cast";
import { readWorld, type World } from "./read";
import { grantSteps } from "./steps/badges";
import { brandSteps } from "./steps/brands";
import { closingSteps } from "./steps/closing";
import { communitySteps } from "./steps/communities";
import { conversationSteps } from "./steps/conversations";
import { invitationSteps } from "./steps/invitations";
import { lifeSteps } from "./steps/life";
import { memberSteps } from "./steps/members";
import { peopleSteps } from "./steps/people";
import { pictureSteps } from "./steps/pictures";
import { inTime, takeInOrder, taker } from "./take";

/**
 * Plants the demo world: everything its people did, in the order of days, each act by the product's own command and by
 * the person who did it. Cut short anywhere and run again it goes on where it stopped; run once more it does nothing.
 */
export async function seed(world: World = readWorld()): Promise<World> {
  const today = await firstDay();
  const plan = { world, today };
  const founding = [peopleSteps, brandSteps, communitySteps, invitationSteps, memberSteps, grantSteps];
  const past = [...founding, conversationSteps, lifeSteps, closingSteps];
  const { take } = await taker();
  await takeInOrder(inTime(past.flatMap((of) => of(plan))), take);
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
