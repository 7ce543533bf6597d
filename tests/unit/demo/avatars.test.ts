import { createHash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { coverKeys, coverPng, drawCover, drawLogo, logoKeys, logoPng } from "@/lib/demo/avatars/cover";
import { avatarPng, drawAvatar } from "@/lib/demo/avatars/draw";
import { readWorld } from "@/lib/demo/read";

const world = readWorld();
const people = [...world.people.values()];
const hash = (data: Buffer | string) => createHash("sha256").update(data).digest("hex");

describe("portraits", () => {
  it("give everybody a face of their own", () => {
    expect(people).toHaveLength(105);
    expect(new Set(people.map((person) => hash(drawAvatar(person.look)))).size).toBe(105);
  });

  it("differ in pixels too, also when small", async () => {
    const small = await Promise.all(people.map(async (person) => hash(await avatarPng(person.look, 40))));
    expect(new Set(small).size).toBe(105);
  }, 30_000);

  it("come out the same each time, square and of the size asked for", async () => {
    const look = people[0]!.look;
    const [one, two] = await Promise.all([avatarPng(look), avatarPng(look)]);
    expect(hash(one)).toBe(hash(two));
    expect(await sharp(one).metadata()).toMatchObject({ format: "png", width: 256, height: 256 });
    expect(await sharp(await avatarPng(look, 96)).metadata()).toMatchObject({ width: 96, height: 96 });
  });

  it("need no font and fetch nothing", () => {
    const drawn = [
      ...people.map((person) => drawAvatar(person.look)),
      ...coverKeys.map(drawCover),
      ...logoKeys.map(drawLogo),
    ];
    for (const svg of drawn) expect(svg).not.toMatch(/<text|href|url\(|NaN|undefined/);
  });
});

describe("covers and logos", () => {
  it("exist for each community and each brand", async () => {
    expect([...coverKeys].sort()).toEqual(
      world.brands.flatMap((brand) => brand.communities.map((one) => one.key)).sort(),
    );
    expect([...logoKeys].sort()).toEqual(world.brands.map((brand) => brand.key).sort());
    for (const key of coverKeys)
      expect(await sharp(await coverPng(key)).metadata()).toMatchObject({ width: 1600, height: 500 });
    for (const key of logoKeys)
      expect(await sharp(await logoPng(key)).metadata()).toMatchObject({ width: 512, height: 512 });
  });

  it("are drawn the same each time", () => {
    for (const key of coverKeys) expect(drawCover(key)).toBe(drawCover(key));
  });
});
