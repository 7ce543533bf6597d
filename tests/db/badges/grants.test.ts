import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { memberships } from "@/db/schema";
import { type DeskAccess, openBrand, openCommunity, openDesk, openSystem } from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { changeBadge, grantBadge, makeBadge, revokeBadge } from "@/lib/badges/commands";
import { badgesHere, holdersHere } from "@/lib/badges/queries";
import { foundBrand, foundCommunity } from "@/lib/brands/commands";
import { aPerson, onFreshDatabase } from "../jobs/product";

onFreshDatabase();

const key = () => ({ key: randomUUID() as string });
let desk: DeskAccess;
let owner: string;

beforeAll(async () => {
  owner = await aPerson({ name: "Ines Paredes" });
  await foundBrand(
    openSystem(visitor, "test"),
    owner,
    { brandName: "Kiln", brandSlug: "kiln", colour: "#b4532a" },
    key(),
  );
  const place = {
    communityName: "Yard",
    communitySlug: "yard",
    purpose: "Pots",
    zone: "UTC",
    locale: "en" as const,
    about: "",
    joinMode: "open" as const,
    colour: "" as const,
  };
  await foundCommunity(await openBrand(await viewerOf(owner), "kiln"), place, key());
  desk = openDesk(await openCommunity(await viewerOf(owner), "yard"));
});

async function member(): Promise<string> {
  const personId = await aPerson();
  await db().insert(memberships).values({ communityId: desk.community.id, personId });
  return personId;
}

const badge = async (editionSize: number | null) => {
  const facts = {
    name: "First firing",
    slug: `b-${randomUUID().slice(0, 8)}`,
    meaning: "Was there.",
    earned: "",
    kind: "edition" as const,
    motif: "flame" as const,
    editionSize,
  };
  return (await makeBadge(await openBrand(await viewerOf(owner), "kiln"), facts, key())).badgeId;
};
const grant = (badgeId: string, personId: string, number?: number) =>
  grantBadge(desk, { badgeId, personId, reason: "Sent the first shard." }, { ...key(), number });

describe("a minimal badge granted by hand", () => {
  test.each([1, 10])(
    "of 30 grants at once for an edition of %i exactly that many are given, numbered without gap or double",
    async (size) => {
      const badgeId = await badge(size);
      const members = await Promise.all(Array.from({ length: 30 }, member));
      const all = await Promise.allSettled(members.map((personId) => grant(badgeId, personId)));
      const given = all.flatMap((one) => (one.status === "fulfilled" ? [one.value.number] : []));
      expect(given.sort((a, b) => a! - b!)).toEqual(Array.from({ length: size }, (_, i) => i + 1));
      for (const one of all)
        if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "badges.editionFull" });
    },
  );

  test("the catalogue counts who holds it now", async () => {
    const badgeId = await badge(5);
    const [a, b] = [await grant(badgeId, await member()), await grant(badgeId, await member())];
    const holders = async () => (await badgesHere(desk)).find((one) => one.id === badgeId)?.holders;
    expect(await holders()).toBe(2);
    await revokeBadge(desk, { grantId: a.grantId, reason: "Given in error." }, key());
    expect(await holders()).toBe(1);
    expect((await holdersHere(desk)).filter((one) => one.badgeId === badgeId)).toMatchObject([
      { grantId: b.grantId, number: 2 },
    ]);
  });

  test("nobody holds the same badge twice, and the same form sent twice grants once", async () => {
    const badgeId = await badge(null);
    const personId = await member();
    const once = key();
    const input = { badgeId, personId, reason: "Mended the wheel." };
    const first = await grantBadge(desk, input, once);
    expect(await grantBadge(desk, input, once)).toEqual(first);
    await expect(grant(badgeId, personId)).rejects.toMatchObject({ code: "badges.alreadyHeld" });
  });

  test("a number that was given is not given again after it was taken back", async () => {
    const badgeId = await badge(3);
    const [a, b] = [await member(), await member()];
    const first = await grant(badgeId, a);
    await revokeBadge(desk, { grantId: first.grantId, reason: "Given in error." }, key());
    expect((await grant(badgeId, b)).number).toBe(2);
    expect((await openCommunity(await viewerOf(a), "yard")).standing.badges).not.toContain(badgeId);
    expect((await openCommunity(await viewerOf(b), "yard")).standing.badges).toContain(badgeId);
  });

  test("what it means can be said better; its number of pieces, its address and who holds it stay", async () => {
    const badgeId = await badge(5);
    await grant(badgeId, await member());
    const found = async () => (await badgesHere(desk)).find((one) => one.id === badgeId)!;
    const before = await found();
    const better = {
      name: "First fire",
      meaning: "Was there.",
      earned: "Come.",
      kind: "early",
      motif: "moth",
    } as const;
    const brand = await openBrand(await viewerOf(owner), "kiln");
    await changeBadge(brand, { badge: badgeId, ...better }, key());
    expect(await found()).toEqual({ ...before, ...better });
    await expect(changeBadge(brand, { badge: randomUUID(), ...better }, key())).rejects.toMatchObject({ status: 404 });
  });

  test("a badge of another brand, or for somebody who is no member, is refused and nothing is written", async () => {
    const badgeId = await badge(null);
    await expect(grant(randomUUID(), await member())).rejects.toMatchObject({ status: 404 });
    await expect(grant(badgeId, await aPerson())).rejects.toMatchObject({
      more: { fields: { personId: "badges.choosePerson" } },
    });
    const { rows } = await db().execute<{ n: number }>(
      sql`select count(*)::int as n from grants where badge_id = ${badgeId}`,
    );
    expect(rows[0]!.n).toBe(0);
  });
});
