import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { communities, communitySlugs } from "@/db/schema";
import { movedCommunity } from "@/lib/access/find";
import { openCommunity } from "@/lib/access/gate";
import { visitor } from "@/lib/access/viewer";
import { changeColour, changeCommunity } from "@/lib/communities/commands";
import { changeColourInput, changeCommunityInput } from "@/lib/communities/input";
import { reservedSlugs } from "@/lib/paths";
import { onFreshDatabase } from "../jobs/product";
import { aHouse, key } from "../members/house";

onFreshDatabase();

const facts = (slug: string, more: Record<string, unknown> = {}) =>
  changeCommunityInput.parse({
    name: "The Long Grass",
    slug,
    purpose: "For people who press record.",
    zone: "Europe/London",
    locale: "en",
    joinMode: "open",
    ...more,
  });

describe("the address of a community", () => {
  test("moves, keeps the old one leading there, and is never given to another", async () => {
    const [house, other] = [await aHouse(), await aHouse()];
    const moved = `${house.slug}-moved`;
    await changeCommunity(await house.desk(), facts(moved), key());
    expect(await movedCommunity(house.slug)).toBe(moved);
    await expect(openCommunity(visitor, house.slug)).rejects.toMatchObject({ status: 404 });
    const grabs = changeCommunity(await other.desk(), facts(house.slug), key());
    await expect(grabs).rejects.toMatchObject({ more: { fields: { slug: "communities.slugTaken" } } });
    const occupied = changeCommunity(await other.desk(), facts(moved), key());
    await expect(occupied).rejects.toMatchObject({ more: { fields: { slug: "communities.slugTaken" } } });
  });

  test("can go back to one it had", async () => {
    const house = await aHouse();
    const moved = `${house.slug}-moved`;
    await changeCommunity(await house.desk(), facts(moved), key());
    const { openDesk } = await import("@/lib/access/gate");
    const { viewerOf } = await import("@/lib/access/viewer");
    const desk = openDesk(await openCommunity(await viewerOf(house.owner), moved));
    await changeCommunity(desk, facts(house.slug), key());
    expect(await movedCommunity(moved)).toBe(house.slug);
    const kept = await db().select().from(communitySlugs).where(eq(communitySlugs.communityId, desk.community.id));
    expect(kept.map(({ slug }) => slug)).toEqual([moved]);
  });

  test("is no word of the product's own", () => {
    for (const slug of reservedSlugs)
      expect(changeCommunityInput.safeParse({ ...facts("fine"), slug }).success, slug).toBe(false);
  });
});

test("one colour of its own, or the brand's", async () => {
  const house = await aHouse();
  const colour = async () => (await house.asVisitor()).community.colour;
  expect(await colour()).toBe("#93a83d");
  await changeColour(await house.desk(), changeColourInput.parse({ colour: "#4a4560" }), key());
  expect(await colour()).toBe("#4a4560");
  await changeColour(await house.desk(), changeColourInput.parse({ colour: "#4a4560", brandColour: "on" }), key());
  expect(await colour()).toBe("#93a83d");
  const [row] = await db().select().from(communities).where(eq(communities.slug, house.slug));
  expect(row?.colour).toBeNull();
});
