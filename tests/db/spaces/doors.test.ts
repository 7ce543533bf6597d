import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { channelHeads, spaces } from "@/db/schema";
import { movedSpace } from "@/lib/access/find";
import { type CommunityAccess, openSpace, openSpaces, openSpaceToWrite } from "@/lib/access/gate";
import { giveRole } from "@/lib/members/commands";
import { giveDuty } from "@/lib/members/duties/commands";
import { suspendPerson } from "@/lib/moderation/suspensions/commands";
import { changeSpace, closeSpace, makeSpace, reopenSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { spaceAtDesk, spacesAtDesk, waysIn } from "@/lib/spaces/queries";
import { counting } from "../accounts/house";
import { aPerson, onFreshDatabase } from "../jobs/product";
import { aHouse, key } from "../members/house";

onFreshDatabase();

type Facts = Readonly<Record<string, unknown>>;
const facts = (slug: string, more: Facts = {}) =>
  makeSpaceInput.parse({
    name: `The ${slug}`,
    slug,
    purpose: "A room with a purpose.",
    readAudience: "everyone",
    writeAudience: "members",
    readBadges: [],
    writeBadges: [],
    door: "listed",
    ...more,
  });

/** What a viewer meets at the address of a space: r reads, w writes too, d the door, - nothing. */
async function meets(access: CommunityAccess, slug: string): Promise<string> {
  try {
    const found = await openSpace(access, slug);
    if ("outside" in found) return "d";
    try {
      openSpaceToWrite(found.inside);
      return "w";
    } catch {
      return "r";
    }
  } catch (error) {
    expect(error).toMatchObject({ status: 404 });
    return "-";
  }
}

describe("separate audiences for reading and writing, and a door that is listed or hidden", () => {
  test("person by space", async () => {
    const house = await aHouse();
    const badge = await house.aBadge("First Flight");
    const second = await house.aBadge("Quiet Minute");
    const insider = {
      readAudience: "badges",
      writeAudience: "badges",
      readBadges: [badge],
      writeBadges: [badge],
    } as const;
    const desk = await house.desk();
    for (const input of [
      facts("meadow"),
      facts("glass-shed", { writeAudience: "badges", writeBadges: [badge] }),
      facts("kitchen", { readAudience: "members" }),
      facts("attic", { readAudience: "members", door: "hidden" }),
      facts("lamp-room", insider),
      facts("blotter", { ...insider, door: "hidden" }),
      facts("both", { ...insider, readBadges: [badge, second], needs: "all" }),
    ])
      await makeSpace(desk, input, key());

    const [bridget, dilys, fergus, ngozi, thandeka, gone, odalys] = [
      await house.aMember("Bridget"),
      await house.aMember("Dilys"),
      await house.aMember("Fergus"),
      await house.aMember("Ngozi"),
      await house.aMember("Thandeka"),
      await house.aMember("Suspended"),
      await aPerson({ name: "Odalys" }),
    ];
    await house.grant(badge, dilys);
    await house.grant(badge, gone);
    await giveRole(desk, { person: fergus, role: "representative", employed: true }, key());
    await giveRole(desk, { person: ngozi, role: "manager", employed: false }, key());
    await giveDuty(desk, { person: thandeka, space: null }, key());
    await suspendPerson(desk, { person: gone, days: 7, reason: "Shouted." }, key());
    const stranger = (await aHouse()).owner;

    const table: Record<string, [CommunityAccess, string]> = {
      //              meadow glass-shed kitchen attic lamp-room blotter both
      visitor: [await house.asVisitor(), "r r d - d - d"],
      outsider: [await house.to(odalys), "r r d - d - d"],
      member: [await house.to(bridget), "w r w w d - d"],
      insider: [await house.to(dilys), "w w w w w w d"],
      representative: [await house.to(fergus), "w r w w d - d"],
      moderator: [await house.to(thandeka), "w r w w d - d"],
      manager: [await house.to(ngozi), "w w w w w w w"],
      owner: [await house.to(house.owner), "w w w w w w w"],
      suspended: [await house.to(gone), "r r d - d - d"],
      "owner of another brand": [await house.to(stranger), "r r d - d - d"],
    };
    const rooms = ["meadow", "glass-shed", "kitchen", "attic", "lamp-room", "blotter", "both"];
    const met: Record<string, string> = {};
    for (const [who, [access]] of Object.entries(table))
      met[who] = (await Promise.all(rooms.map((slug) => meets(access, slug)))).join(" ");
    expect(met).toEqual(Object.fromEntries(Object.entries(table).map(([who, [, expected]]) => [who, expected])));

    await house.grant(second, dilys);
    expect(await meets(await house.to(dilys), "both")).toBe("w");

    for (const [who, [access, expected]] of Object.entries(table)) {
      const listed = (await openSpaces(access)).map(
        (one) => ("inside" in one ? one.inside.space : one.outside.door).slug,
      );
      const there = rooms.filter((_, i) => expected.split(" ")[i] !== "-");
      expect([who, listed.filter((slug) => slug !== "hello")]).toEqual([who, there]);
    }
  });

  test("a door declares its ways in and counts who may enter, on making and not in between", async () => {
    const house = await aHouse();
    const badge = await house.aBadge("First Flight");
    const [dilys, aroha] = [await house.aMember("Dilys"), await house.aMember("Aroha")];
    await house.grant(badge, dilys);
    const insider = {
      readAudience: "badges",
      writeAudience: "badges",
      readBadges: [badge],
      writeBadges: [badge],
    } as const;
    await makeSpace(await house.desk(), facts("lamp-room", insider), key());
    const found = await openSpace(await house.asVisitor(), "lamp-room");
    if (!("outside" in found)) throw new Error("The door is closed to visitors.");
    expect(found.outside.door).toMatchObject({ name: "The lamp-room", holders: 1 });
    expect(await waysIn(found.outside)).toMatchObject([{ name: "First Flight", earned: "Be there." }]);
    await house.grant(badge, aroha);
    const later = await openSpace(await house.asVisitor(), "lamp-room");
    expect("outside" in later && later.outside.door.holders).toBe(1);
    const { countHolders } = await import("@/lib/spaces/count");
    const { community } = await house.asVisitor();
    await db().transaction((tx) => countHolders(tx, community.id));
    const daily = await openSpace(await house.asVisitor(), "lamp-room");
    expect("outside" in daily && daily.outside.door.holders).toBe(2);
  });
});

describe("changing a space", () => {
  test("a narrower audience holds at once, for the page and for who is listening", async () => {
    const house = await aHouse();
    const badge = await house.aBadge("First Flight");
    const bridget = await house.aMember("Bridget");
    const desk = await house.desk();
    const { spaceId } = await makeSpace(desk, facts("kitchen", { readAudience: "members" }), key());
    expect(await meets(await house.to(bridget), "kitchen")).toBe("w");
    const narrower = facts("kitchen", {
      readAudience: "badges",
      writeAudience: "badges",
      readBadges: [badge],
      writeBadges: [badge],
    });
    await changeSpace(desk, { ...narrower, space: spaceId }, key());
    expect(await meets(await house.to(bridget), "kitchen")).toBe("d");
    const [head] = await db()
      .select()
      .from(channelHeads)
      .where(eq(channelHeads.channel, `space:${spaceId}`));
    expect(head?.epoch).toBe(2);
  });

  test("the old address leads to the new one, through the gate; slugs are the community's own", async () => {
    const house = await aHouse();
    const desk = await house.desk();
    const { spaceId } = await makeSpace(desk, facts("kitchen"), key());
    await changeSpace(desk, { ...facts("table"), space: spaceId }, key());
    expect(await movedSpace(await house.asVisitor(), "kitchen")).toBe("table");
    expect(await movedSpace(await house.asVisitor(), "never")).toBeUndefined();
    await expect(makeSpace(desk, facts("table"), key())).rejects.toMatchObject({
      more: { fields: { slug: "spaces.slugTaken" } },
    });
    const { spaceId: other } = await makeSpace(desk, facts("kitchen"), key());
    expect(await movedSpace(await house.asVisitor(), "kitchen")).toBeUndefined();
    await expect(changeSpace(desk, { ...facts("table"), space: other }, key())).rejects.toMatchObject({
      more: { fields: { slug: "spaces.slugTaken" } },
    });
  });

  test("a space is put at a place of the list, closed and opened again", async () => {
    const house = await aHouse();
    const desk = await house.desk();
    for (const slug of ["one", "two", "three"]) await makeSpace(desk, facts(slug), key());
    const order = async () => (await spacesAtDesk(desk)).map(({ slug }) => slug);
    expect(await order()).toEqual(["hello", "one", "two", "three"]);
    const three = await spaceAtDesk(desk, "three");
    await changeSpace(desk, { ...facts("three"), space: three.id, position: 2 }, key());
    expect(await order()).toEqual(["hello", "three", "one", "two"]);
    await closeSpace(desk, { space: three.id }, key());
    await expect(closeSpace(desk, { space: three.id }, key())).rejects.toMatchObject({ code: "spaces.isClosed" });
    expect(await meets(await house.to(house.owner), "three")).toBe("r");
    await reopenSpace(desk, { space: three.id }, key());
    expect(await meets(await house.to(house.owner), "three")).toBe("w");
  });

  test("badges of another brand open nothing, and other communities' spaces are not there", async () => {
    const [house, other] = [await aHouse(), await aHouse()];
    const foreign = await other.aBadge("Foreign");
    const input = facts("lamp-room", { readAudience: "badges", readBadges: [foreign] });
    await expect(makeSpace(await house.desk(), input, key())).rejects.toMatchObject({ status: 422 });
    const { spaceId } = await makeSpace(await other.desk(), facts("theirs"), key());
    await expect(changeSpace(await house.desk(), { ...facts("mine"), space: spaceId }, key())).rejects.toMatchObject({
      status: 404,
    });
    const untouched = and(eq(spaces.id, spaceId), eq(spaces.slug, "theirs"));
    expect(await db().select().from(spaces).where(untouched)).toHaveLength(1);
  });

  test("an audience of holders names at least one badge", () => {
    const read = makeSpaceInput.safeParse({ ...facts("x1"), questions: "on", readAudience: "badges" });
    expect(read.error?.issues[0]).toMatchObject({ path: ["readBadges"], message: "spaces.badgesRequired" });
  });
});

test("a hidden space costs as many statements as one that nobody made, and a door as many as its room", async () => {
  const house = await aHouse();
  const badge = await house.aBadge("First Flight");
  const closed = { readAudience: "badges", writeAudience: "badges", readBadges: [badge], writeBadges: [badge] };
  await makeSpace(await house.desk(), facts("loft", { ...closed, door: "hidden" }), key());
  await makeSpace(await house.desk(), facts("hall", { ...closed, door: "listed" }), key());
  await makeSpace(await house.desk(), facts("yard"), key());
  const member = await house.member(await house.aMember("Ada"));
  const cost = async (slug: string) => (await counting(() => openSpace(member, slug))).statements;
  const never = await cost("never-was");
  expect([await cost("loft"), await cost("hall"), await cost("yard")]).toEqual([never, never, never]);
});
