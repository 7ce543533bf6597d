import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Community, communityOf, readWorld, type Space } from "@/lib/demo/read";

const world = readWorld();
const grass = communityOf(world, "long-grass");
const help = communityOf(world, "tindrel-help");
const zaun = communityOf(world, "am-zaun");
const member = (community: Community, who: string) => community.members.find((row) => row.person === who);
const isFor = (space: Space) => (typeof space.read === "string" ? space.read : `holders, ${space.door}`);

describe("the demo world", () => {
  it("has two brands with three communities", () => {
    expect(world.brands.map((brand) => [brand.key, brand.communities.length])).toEqual([
      ["tindrel", 2],
      ["wurzelbrink", 1],
    ]);
  });

  it("has 30 people in the thriving community, 60 at the help desk and 12 at the young one", () => {
    expect([grass, help, zaun].map((one) => one.members.length)).toEqual([30, 60, 12]);
  });

  it("gives the thriving community six spaces: one members-only, one for insiders, one hidden, three public", () => {
    expect(grass.spaces.map(isFor).sort()).toEqual([
      "everyone",
      "everyone",
      "everyone",
      "holders, hidden",
      "holders, listed",
      "members",
    ]);
  });

  it("tells no bio and no voice twice", () => {
    const people = [...world.people.values()];
    expect(new Set(people.map((person) => person.bio)).size).toBe(105);
    const voices = people.flatMap((person) => person.voice ?? []);
    expect(new Set(voices).size).toBe(voices.length);
    for (const { person } of grass.members) expect(world.people.get(person)?.voice, person).toBeTruthy();
  });

  it("gives every community a manager, representatives of both kinds, both moderators, insiders and an outsider", () => {
    for (const community of [grass, help, zaun]) {
      const has = (what: (row: (typeof community.members)[number]) => boolean) => community.members.some(what);
      expect(has((row) => row.role === "manager")).toBe(true);
      expect(has((row) => row.role === "representative" && row.employed)).toBe(true);
      expect(has((row) => row.role === "representative" && !row.employed)).toBe(true);
      expect(has((row) => row.role === "member" && row.moderates === "community")).toBe(true);
      expect(has((row) => row.role === "member" && Array.isArray(row.moderates))).toBe(true);
      expect(community.outsiders).toHaveLength(1);
      const doors = community.spaces.filter((space) => isFor(space) === "holders, listed");
      expect(doors.map((space) => space.ways.length > 0)).toEqual([true]);
    }
  });

  it("signs in as six people whose standing is what the sign-in says", () => {
    const { visitor, member: plain, insider, representative, manager, owner } = world.signIns;
    expect(grass.outsiders).toContain(visitor);
    expect(member(grass, plain)?.role).toBe("member");
    expect(member(grass, insider)?.role).toBe("member");
    expect(member(grass, representative)?.role).toBe("representative");
    expect(member(grass, manager)?.role).toBe("manager");
    expect(member(grass, owner)?.role).toBe("owner");
    const lamp = grass.spaces.find((space) => space.slug === "lamp-room")?.read;
    const opens = typeof lamp === "object" ? lamp.holders : [];
    const held = (who: string) =>
      world.brands[0]?.badges.some((badge) => opens.includes(badge.key) && badge.grants.some((row) => row.to === who));
    expect([held(insider), held(plain), held(representative)]).toEqual([true, false, false]);
  });

  it("lets people arrive over five months, and knows who brought whom", () => {
    const days = grass.members.map((row) => row.joined.day);
    expect(Math.max(...days) - Math.min(...days)).toBeGreaterThan(120);
    expect(Math.min(...days)).toBeLessThan(-150);
    expect(member(grass, "hersch")?.broughtBy).toEqual({ person: "dilys", by: "email" });
    expect(member(grass, "cemre")?.broughtBy).toEqual({ person: "kwabena", by: "link" });
    expect(new Set(grass.invitations.map((row) => `${row.by} ${row.state}`))).toEqual(
      new Set(["email used", "link used", "email expired", "link expired", "email open", "link open"]),
    );
  });

  it("has terms, privacy and house rules to read", () => {
    for (const brand of world.brands) {
      for (const words of [brand.terms, brand.privacy, ...brand.communities.map((one) => one.rules)])
        expect(words).toMatch(/^# .{5,}\n\n[\s\S]{300,}/);
    }
  });
});

describe("a world with a mistake in it is refused", () => {
  const made: string[] = [];
  afterAll(() => made.forEach((dir) => void rmSync(dir, { recursive: true })));

  function readChanged(file: string, from: string, to: string) {
    const dir = mkdtempSync(join(tmpdir(), "world-"));
    made.push(dir);
    cpSync(join(process.cwd(), "lib/demo/world"), dir, { recursive: true });
    const before = readFileSync(join(dir, file), "utf8");
    expect(before).toContain(from);
    writeFileSync(join(dir, file), before.replace(from, to));
    return () => readWorld(dir);
  }

  it.each([
    ["a holder nobody knows", "tindrel/badges.yaml", "to: henrik", "to: hendrik", /"hendrik" is no member/],
    ["a number given twice", "tindrel/badges.yaml", "number: 41", "number: 17", /given twice/],
    ["a number beyond the edition", "wurzelbrink/badges.yaml", "number: 12", "number: 41", /beyond the edition/],
    [
      "a badge that opens a space and is not there",
      "wurzelbrink/am-zaun/community.yaml",
      "badge: erste-aussaat",
      "badge: zweite",
      /no badge "zweite"/,
    ],
    [
      "an address that could be somebody's",
      "tindrel/long-grass/people/gus.yaml",
      "twoharbors.example",
      "twoharbors.com",
      /\.example/,
    ],
    ["a word the format does not know", "tindrel/brand.yaml", "trade:", "trader:", /trader/],
    [
      "a guest who came before the invitation",
      "tindrel/long-grass/people/tamsin.yaml",
      "day: -23",
      "day: -123",
      /did not join while/,
    ],
    [
      "a time zone that is not one",
      "tindrel/long-grass/people/gus.yaml",
      "America/Chicago",
      "America/Duluth",
      /unknown zone/,
    ],
  ])("%s", (_, file, from, to, refusal) => {
    expect(readChanged(file, from, to)).toThrow(refusal);
  });
});
