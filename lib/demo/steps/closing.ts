import { sql } from "drizzle-orm";
import { outbox } from "@/db/schema";
import { countHolders } from "@/lib/spaces/count";
import { write } from "@/lib/write";
import { type Plan, type Step, stepNames } from "../step";

const week = 7 * 86_400_000;

/** What time would have done by itself, had the demo really been open all these months. */
export function closingSteps({ world, today }: Plan): Step[] {
  const communities = world.brands.flatMap((brand) => brand.communities);
  return [
    {
      // Everything in the outbox at this point was read long ago. What the last days bring stays, for the demo's mailbox.
      at: new Date(today.getTime() - week),
      name: "letters of long ago are put away",
      run: async (cast, { at, key }) =>
        write(cast.system(at), key, "demo.putLettersAway", {}, async (tx) => {
          await tx.delete(outbox);
          return {};
        }),
    },
    {
      // What people were told of more than a week ago they have read since.
      at: today,
      name: "news of long ago has been read",
      run: async (cast, { at, key }) =>
        write(cast.system(at), key, "demo.readOldNews", {}, async (tx) => {
          await tx.execute(sql`
            update notifications set read_at = created_at + interval '3 hours'
            where created_at < ${new Date(today.getTime() - week).toISOString()}::timestamptz`);
          return {};
        }),
    },
    ...communities.map(
      ({ slug }): Step => ({
        at: today,
        name: `the doors of ${slug} are counted`,
        run: async (cast, { at, key }) => {
          const communityId = cast.id(stepNames.community(slug), "communityId");
          return write(cast.system(at), key, "demo.countDoors", { communityId }, async (tx) => {
            await countHolders(tx, communityId);
            return {};
          });
        },
      }),
    ),
  ];
}
