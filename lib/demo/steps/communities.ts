import { openBrand } from "@/lib/access/gate";
import { foundCommunity } from "@/lib/brands/commands";
import { makeSpace } from "@/lib/spaces/commands";
import { instantOf } from "../calendar";
import type { Cast } from "../cast";
import type { Brand, Community, Space } from "../read";
import { type Plan, type Step, stepNames } from "../step";

/** A community and its rooms, all of them there on the first day. */
export const communitySteps = ({ world, today }: Plan): Step[] =>
  world.brands.flatMap((brand) =>
    brand.communities.flatMap((community): Step[] => {
      const founder = brand.owners[0]!;
      const at = instantOf(community.founded, community.zone, today);
      const [first, ...others] = community.spaces;
      return [
        {
          at,
          name: stepNames.community(community.slug),
          run: async (cast, { key }) => {
            const owner = await openBrand(await cast.as(founder, at), brand.slug);
            return foundCommunity(owner, factsOf(community), { key, firstSpace: signOf(first!) });
          },
        },
        ...others.map(
          (space): Step => ({
            at,
            name: stepNames.space(community.slug, space.slug),
            run: async (cast, { key }) =>
              makeSpace(await cast.lead(community.slug, founder, at), rulesOf(space, brand, cast), { key }),
          }),
        ),
      ];
    }),
  );

function factsOf({ name, slug, tagline, purpose, zone, language, joining, colour }: Community) {
  return {
    communityName: name,
    communitySlug: slug,
    purpose: tagline,
    about: purpose,
    zone,
    locale: language,
    joinMode: joining,
    colour,
  };
}

const signOf = ({ slug, name, purpose }: Space) => ({ slug, name, purpose });

function rulesOf(space: Space, brand: Brand, cast: Cast) {
  const idsOf = (who: Space["read"]) =>
    typeof who === "object" ? who.holders.map((badge) => cast.id(stepNames.badge(brand.key, badge), "badgeId")) : [];
  const { read, write, door, questions } = space;
  return {
    ...signOf(space),
    readAudience: typeof read === "object" ? ("badges" as const) : read,
    writeAudience: typeof write === "object" ? ("badges" as const) : ("members" as const),
    readBadges: idsOf(read),
    writeBadges: idsOf(write),
    needs: "any" as const,
    door,
    questions,
  };
}
