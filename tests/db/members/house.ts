import { randomUUID } from "node:crypto";
import { openBrand, openCommunity, openDesk, openMember, openNewcomer, openSystem } from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { grantBadge, makeBadge } from "@/lib/badges/commands";
import { badgeInput } from "@/lib/badges/input";
import { foundBrand, foundCommunity } from "@/lib/brands/commands";
import { foundBrandInput, foundCommunityInput } from "@/lib/brands/input";
import { joinCommunity } from "@/lib/members/commands";
import { aPerson } from "../jobs/product";

export const key = () => ({ key: randomUUID() as string });

/** A brand with one community, whose owner also founded it. */
export async function aHouse(joinMode: "open" | "request" | "invitation" = "open") {
  const tag = randomUUID().slice(0, 8);
  const owner = await aPerson({ name: "Una Kilbride" });
  const brandSlug = `brand-${tag}`;
  const brand = foundBrandInput.parse({ brandName: "Tindrel", brandSlug, colour: "#93a83d" });
  await foundBrand(openSystem(visitor, "test"), owner, brand, key());
  const slug = `grass-${tag}`;
  const input = foundCommunityInput.parse({
    communityName: "The Long Grass",
    communitySlug: slug,
    purpose: "For people who lie in the long grass and press record.",
    zone: "Europe/London",
    locale: "en",
    joinMode,
  });
  await foundCommunity(await openBrand(await viewerOf(owner), brandSlug), input, key());

  const to = async (personId: string) => openCommunity(await viewerOf(personId), slug);
  const newcomer = async (personId: string) => openNewcomer(await to(personId));
  const member = async (personId: string) => openMember(await to(personId));
  const desk = async (personId = owner) => openDesk(await to(personId));
  const asVisitor = () => openCommunity(visitor, slug);

  /** Somebody new who joins by the open door, whatever door the test is about. */
  const aMember = async (name: string) => {
    const personId = await aPerson({ name });
    const access = await newcomer(personId);
    await joinCommunity({ ...access, community: { ...access.community, joinMode: "open" } }, {}, key());
    return personId;
  };
  const aBadge = async (name: string) => {
    const badge = badgeInput.parse({
      name,
      slug: `${name.toLowerCase().replace(/\W+/g, "-")}-${randomUUID().slice(0, 4)}`,
      meaning: "Was there.",
      earned: "Be there.",
      kind: "early",
      motif: "drop",
    });
    return (await makeBadge(await openBrand(await viewerOf(owner), brandSlug), badge, key())).badgeId;
  };
  const grant = async (badgeId: string, personId: string) =>
    grantBadge(await desk(), { badgeId, personId, reason: "Was there on the first day." }, key());

  return { owner, slug, brandSlug, to, newcomer, member, desk, asVisitor, aMember, aBadge, grant };
}

export type House = Awaited<ReturnType<typeof aHouse>>;
