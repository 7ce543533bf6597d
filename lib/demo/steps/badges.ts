import { grantBadge } from "@/lib/badges/commands";
import { instantOf } from "../calendar";
import { evening } from "../faults";
import type { Brand, Grant } from "../read";
import { type Plan, type Step, stepNames } from "../step";

export const grantSteps = ({ world, today }: Plan): Step[] =>
  world.brands.flatMap((brand) =>
    brand.badges.flatMap((badge) =>
      badge.grants.map((grant): Step => {
        const { slug, zone } = homeOfGrant(grant, brand);
        return {
          at: instantOf({ day: grant.day, at: evening }, zone, today),
          name: `${grant.to} is given ${badge.key}`,
          run: async (cast, { at, key }) => {
            const desk = await cast.lead(slug, grant.by, at);
            const badgeId = cast.id(stepNames.badge(brand.key, badge.key), "badgeId");
            const input = { badgeId, personId: cast.person(grant.to), reason: grant.reason };
            return grantBadge(desk, input, { key, number: grant.number });
          },
        };
      }),
    ),
  );

/** A badge belongs to the brand and is given in a community of which its new holder is a member. */
function homeOfGrant({ to }: Grant, { communities }: Brand) {
  const home = communities.find(({ members }) => members.some(({ person }) => person === to));
  if (!home) throw new Error(`"${to}" is a member nowhere.`);
  return home;
}
