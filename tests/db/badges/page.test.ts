import { describe, expect, test } from "vitest";
import { openBrand, openCommunity, openDesk, openNewcomer } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { grantBadge, makeBadge, revokeBadge } from "@/lib/badges/commands";
import { badgeInput } from "@/lib/badges/input";
import { badgeHere, badgesHere, holdersOf, myGrant } from "@/lib/badges/queries";
import { foundCommunity } from "@/lib/brands/commands";
import { foundCommunityInput } from "@/lib/brands/input";
import { readCursor } from "@/lib/communities/keyset";
import { joinCommunity } from "@/lib/members/commands";
import { changeMemberSetting } from "@/lib/settings/commands";
import { closeSpace, makeSpace } from "@/lib/spaces/commands";
import { aPerson, onFreshDatabase } from "../jobs/product";
import { aHouse, type House, key } from "../members/house";

onFreshDatabase();

const room = { purpose: "For holders.", writeAudience: "members", needs: "any" } as const;
const behind = async (house: House, badge: string, slug: string, door: "listed" | "hidden") =>
  makeSpace(
    await house.desk(),
    { ...room, name: slug, slug, readAudience: "badges", readBadges: [badge], writeBadges: [], door },
    key(),
  );
const slugOf = async (house: House, id: string) =>
  (await badgesHere(await house.desk())).find((badge) => badge.id === id)!.slug;

describe("the page of one badge", () => {
  test("outside one knows what a listed door declares, and nothing of the rest of the catalogue", async () => {
    const house = await aHouse();
    const [declared, secret, loose] = [
      await house.aBadge("First Flight"),
      await house.aBadge("Blotter"),
      await house.aBadge("Kettle On"),
    ];
    await behind(house, declared, "lamp-room", "listed");
    const { spaceId } = await behind(house, secret, "blotter", "hidden");
    const outside = await house.asVisitor();
    expect((await badgesHere(outside)).map(({ name }) => name)).toEqual(["First Flight"]);
    expect(await badgeHere(outside, await slugOf(house, declared))).toMatchObject({ name: "First Flight" });
    for (const id of [secret, loose])
      await expect(badgeHere(outside, await slugOf(house, id))).rejects.toMatchObject({ status: 404 });
    // Nor is it told by what happens to the hidden room.
    await closeSpace(await house.desk(), { space: spaceId }, key());
    await expect(badgeHere(outside, await slugOf(house, secret))).rejects.toMatchObject({ status: 404 });

    const member = await house.to(await house.aMember("Dilys"));
    expect((await badgesHere(member)).length).toBe(3);
    expect(await badgeHere(member, await slugOf(house, secret))).toMatchObject({ name: "Blotter" });
  });

  test("a suspended or unproven person knows no more than outsiders do", async () => {
    const house = await aHouse();
    const id = await house.aBadge("Kettle On");
    const unproven = await house.aMember("Reto");
    const access = await house.to(unproven);
    const slug = await slugOf(house, id);
    expect(await badgeHere(access, slug)).toMatchObject({ name: "Kettle On" });
    for (const less of [{ verified: false }, { suspended: true }])
      await expect(badgeHere({ ...access, standing: { ...access.standing, ...less } }, slug)).rejects.toMatchObject({
        status: 404,
      });
  });

  test("a badge of another brand is not there", async () => {
    const [house, other] = [await aHouse(), await aHouse()];
    const slug = await slugOf(other, await other.aBadge("Theirs"));
    const member = await house.to(await house.aMember("Dilys"));
    await expect(badgeHere(member, slug)).rejects.toMatchObject({ status: 404 });
  });

  test("who holds it: of this community, who wants to be listed, with the number and the reason, newest first", async () => {
    const house = await aHouse();
    const brand = await openBrand(await viewerOf(house.owner), house.brandSlug);
    const facts = badgeInput.parse({
      name: "Night Porter",
      slug: "night-porter",
      meaning: "Kept the door.",
      kind: "edition",
      motif: "key",
      editionSize: "9",
    });
    const { badgeId } = await makeBadge(brand, facts, key());
    const [dilys, gus, reto] = [await house.aMember("Dilys"), await house.aMember("Gus"), await house.aMember("Reto")];
    const holders = async (who: string) => (await holdersOf(await house.member(who), badgeId)).rows;
    expect(await holders(dilys)).toEqual([]);

    await house.grant(badgeId, dilys);
    await house.grant(badgeId, gus);
    const { grantId } = await house.grant(badgeId, reto);
    expect(await holders(dilys)).toMatchObject([
      { name: "Reto", number: 3 },
      { name: "Gus", number: 2, reason: "Was there on the first day." },
      { name: "Dilys", number: 1 },
    ]);
    await revokeBadge(await house.desk(), { grantId, reason: "Given in error." }, key());
    await changeMemberSetting(await house.member(gus), { setting: "inDirectory", value: false }, key());
    for (const who of [dilys, gus, house.owner])
      expect((await holders(who)).map(({ name }) => name)).toEqual(["Dilys"]);

    // Whoever is not listed still knows what is theirs, and what for.
    expect(await myGrant(await house.member(gus), badgeId)).toMatchObject({ number: 2, by: "Una Kilbride" });
    expect(await myGrant(await house.member(reto), badgeId)).toBeUndefined();

    // What was taken back is not given again: nine were never there to be left.
    expect(await badgeHere(await house.to(dilys), "night-porter")).toMatchObject({ holders: 2, given: 3 });
  });

  test("holders of another community of the brand are not shown here", async () => {
    const house = await aHouse();
    const badge = await house.aBadge("First Flight");
    const there = foundCommunityInput.parse({
      communityName: "Help",
      communitySlug: `${house.slug}-help`,
      purpose: "Support",
      zone: "UTC",
      locale: "en",
    });
    await foundCommunity(await openBrand(await viewerOf(house.owner), house.brandSlug), there, key());
    const elsewhere = await aPerson({ name: "Wendy" });
    const open = async (who: string) => openCommunity(await viewerOf(who), there.communitySlug);
    await joinCommunity(openNewcomer(await open(elsewhere)), {}, key());
    const desk = openDesk(await open(house.owner));
    await grantBadge(desk, { badgeId: badge, personId: elsewhere, reason: "Mended it." }, key());
    const dilys = await house.aMember("Dilys");
    expect((await holdersOf(await house.member(dilys), badge)).rows).toEqual([]);
  });

  test("a long list goes on where the page ended", async () => {
    const house = await aHouse();
    const badge = await house.aBadge("Kettle On");
    const names = ["Ada", "Bao", "Cemre", "Delroy", "Efisio"];
    let reader = "";
    for (const name of names) {
      reader = await house.aMember(name);
      await house.grant(badge, reader);
    }
    const member = await house.member(reader);
    const first = await holdersOf(member, badge, undefined, 3);
    const second = await holdersOf(member, badge, readCursor(first.next), 3);
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual([...names].reverse());
    expect(second.next).toBeUndefined();
  });
});
