import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { brands, files } from "@/db/schema";
import { openBrand, openVisitor } from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { changeLogo } from "@/lib/brands/logo";
import { communitiesHere } from "@/lib/brands/queries";
import { changeCommunitySetting } from "@/lib/settings/commands";
import { plain } from "@/tests/unit/files/pictures";
import { onFreshDatabase } from "../jobs/product";
import { aHouse, type House, key } from "../members/house";

onFreshDatabase();

const brandOf = async (house: House) => openBrand(await viewerOf(house.owner), house.brandSlug);
const picture = async (width: number) => new File([new Uint8Array(await plain("png", width, 60))], "logo.png");
const logoOf = async (house: House) =>
  (await db().select({ id: brands.logoFileId }).from(brands).where(eq(brands.slug, house.brandSlug)))[0]!.id;
const stateOf = async (id: string | null) =>
  (await db().select({ state: files.state }).from(files).where(eq(files.id, id!)))[0]?.state;

describe("the brand's logo", () => {
  test("is put up, replaced and taken down; what it was before is let go", async () => {
    const house = await aHouse();
    await changeLogo(await brandOf(house), { picture: await picture(60) }, key());
    const first = await logoOf(house);
    expect(await stateOf(first)).toBe("in use");
    await changeLogo(await brandOf(house), { picture: await picture(80) }, key());
    const second = await logoOf(house);
    expect(second).not.toBe(first);
    expect([await stateOf(first), await stateOf(second)]).toEqual(["orphan", "in use"]);
    await changeLogo(await brandOf(house), { remove: "yes" }, key());
    expect(await logoOf(house)).toBeNull();
    expect(await stateOf(second)).toBe("orphan");
  });

  test("stays as it was when what came is no picture, or nothing came", async () => {
    const house = await aHouse();
    await changeLogo(await brandOf(house), { picture: await picture(60) }, key());
    const before = await logoOf(house);
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], "logo.svg", { type: "image/png" });
    await expect(changeLogo(await brandOf(house), { picture: svg }, key())).rejects.toMatchObject({
      code: "files.svg",
    });
    await expect(changeLogo(await brandOf(house), {}, key())).rejects.toMatchObject({
      more: { fields: { picture: "files.missing" } },
    });
    expect(await logoOf(house)).toBe(before);
    expect(await stateOf(before)).toBe("in use");
  });

  test("of two sent at once one stays, and nothing else is in use", async () => {
    const house = await aHouse();
    const brand = await brandOf(house);
    await Promise.all([60, 80, 100].map(async (width) => changeLogo(brand, { picture: await picture(width) }, key())));
    const inUse = await db().select({ id: files.id }).from(files).where(eq(files.thingId, brand.brand.id));
    expect(inUse).toEqual([{ id: await logoOf(house) }]);
  });
});

test("the start page lists a community unless whoever leads it keeps it out; its people still find it", async () => {
  const house = await aHouse();
  const dilys = await house.aMember("Dilys");
  const seenBy = async (who?: string) =>
    (await communitiesHere(openVisitor(who ? await viewerOf(who) : visitor))).map(({ slug }) => slug);
  expect(await seenBy()).toContain(house.slug);
  await changeCommunitySetting(await house.desk(), { setting: "publicDirectory", value: false }, key());
  expect(await seenBy()).not.toContain(house.slug);
  for (const who of [dilys, house.owner]) expect(await seenBy(who)).toContain(house.slug);
});
