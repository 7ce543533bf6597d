import { openBrand } from "@/lib/access/gate";
import { makeBadge } from "@/lib/badges/commands";
import { addOwner, foundBrand, publishLegalText } from "@/lib/brands/commands";
import { instantOf } from "../calendar";
import type { Badge, Brand, Community } from "../read";
import { type Plan, type Step, stepNames } from "../step";

/** A brand, its owners, what one agrees to, and its badges. */
export const brandSteps = (plan: Plan): Step[] => plan.world.brands.flatMap((brand) => stepsOf(brand, plan));

function stepsOf(brand: Brand, { world, today }: Plan): Step[] {
  const foundedAt = ({ founded, zone }: Community) => instantOf(founded, zone, today);
  const at = new Date(Math.min(...brand.communities.map((one) => foundedAt(one).getTime())));
  const [founder, ...others] = brand.owners;
  const { name: brandName, slug: brandSlug, colour } = brand;
  return [
    {
      at,
      name: stepNames.brand(brand.key),
      run: (cast, { key }) =>
        foundBrand(cast.system(at), cast.person(founder!), { brandName, brandSlug, colour }, { key }),
    },
    ...others.map(
      (owner): Step => ({
        at,
        name: `${owner} owns ${brand.key} too`,
        run: async (cast, { key }) => {
          const { email } = world.people.get(owner)!;
          return addOwner(await openBrand(await cast.as(founder!, at), brandSlug), { email }, { key });
        },
      }),
    ),
    ...(["terms", "privacy", "rules"] as const).map(
      (kind): Step => ({
        at,
        name: `${brand.key} publishes its ${kind}`,
        run: async (cast, { key }) => {
          const text = kind === "rules" ? rulesOf(brand) : brand[kind];
          return publishLegalText(await openBrand(await cast.as(founder!, at), brandSlug), { kind, text }, { key });
        },
      }),
    ),
    ...brand.badges.map(
      (badge): Step => ({
        at: foundedAt(homeOf(badge, brand)),
        name: stepNames.badge(brand.key, badge.key),
        run: async (cast, step) =>
          makeBadge(await openBrand(await cast.as(founder!, step.at), brandSlug), designOf(badge, brand), step),
      }),
    ),
  ];
}

/** House rules are the brand's: where each community has its own, they stand one after the other. */
function rulesOf({ communities }: Brand): string {
  return communities.map(({ rules }) => rules.trim()).join("\n\n");
}

function designOf({ key: slug, name, meaning, kind, motif, edition }: Badge, { communities }: Brand) {
  const ways = communities.flatMap(({ spaces }) => spaces.flatMap((space) => space.ways));
  return {
    name,
    slug,
    meaning,
    earned: ways.find(({ badge }) => badge === slug)?.how ?? "",
    kind: kind === "duty" ? ("role" as const) : kind,
    motif,
    editionSize: edition ?? null,
  };
}

/** The community for which a badge was made: where it opens something, or else where it is worn. */
export function homeOf(badge: Badge, { communities }: Brand): Community {
  const opens = ({ spaces }: Community) =>
    spaces.some((space) =>
      [space.read, space.write].some((who) => typeof who === "object" && who.holders.includes(badge.key)),
    );
  const worn = ({ members }: Community) => members.some(({ person }) => person === badge.grants[0]?.to);
  const home = communities.find(opens) ?? communities.find(worn) ?? communities[0];
  if (!home) throw new Error("A brand without a community has no badges.");
  return home;
}
