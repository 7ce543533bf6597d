import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { memberships } from "@/db/schema";
import { openBrand, openCommunity, openMember, openSystem } from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { foundBrand, foundCommunity } from "@/lib/brands/commands";
import { membersOf } from "@/lib/members/queries";
import { changeMemberSetting } from "@/lib/settings/commands";
import { aPerson, onFreshDatabase } from "../jobs/product";

onFreshDatabase();

const key = () => ({ key: randomUUID() as string });

test("who chooses so is not in the list of members, and is again when they change their mind", async () => {
  const ines = await aPerson({ name: "Ines" });
  await foundBrand(
    openSystem(visitor, "test"),
    ines,
    { brandName: "Kiln", brandSlug: "kiln", colour: "#b4532a" },
    key(),
  );
  const place = { communityName: "Yard", communitySlug: "yard", purpose: "Pots", zone: "UTC", locale: "en" as const };
  const more = { about: "", joinMode: "open" as const, colour: "" as const };
  const { communityId } = await foundCommunity(
    await openBrand(await viewerOf(ines), "kiln"),
    { ...place, ...more },
    key(),
  );
  const omar = await aPerson({ name: "Omar" });
  await db().insert(memberships).values({ communityId, personId: omar });
  const as = async (id: string) => openMember(await openCommunity(await viewerOf(id), "yard"));
  const listed = async () => (await membersOf(await as(ines), {}, undefined, 20)).rows.map((row) => row.name);
  const choose = async (value: boolean) =>
    changeMemberSetting(await as(omar), { setting: "inDirectory", value }, key());
  expect(await listed()).toContain("Omar");
  await choose(false);
  expect(await listed()).not.toContain("Omar");
  await choose(true);
  expect(await listed()).toContain("Omar");
});
