import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { brandOwners, communities, legalTexts, memberships, people, spaces } from "@/db/schema";
import { openBrand, openCommunity, openMember, openNewcomer, openSystem, openVisitor } from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import {
  addOwner,
  agreeToLegalText,
  foundCommunity,
  foundFirst,
  newFoundingCode,
  publishLegalText,
  removeOwner,
} from "@/lib/brands/commands";
import { foundFirstInput } from "@/lib/brands/input";
import { legalHere, legalText, legalVersions } from "@/lib/brands/queries";
import { joinCommunity } from "@/lib/members/commands";
import { aPerson, everything, onFreshDatabase } from "../jobs/product";

onFreshDatabase();

const key = () => ({ key: randomUUID() as string });
const system = openSystem(visitor, "test");

const form = (more: Record<string, unknown> = {}) =>
  foundFirstInput.parse({
    code: "0123456789",
    name: "Marta Lindqvist",
    email: `${randomUUID()}@kiln.example`,
    password: "a long enough one",
    brandName: "Kiln & Co",
    colour: "#b4532a",
    communityName: "The Kiln Yard",
    communitySlug: `yard-${randomUUID().slice(0, 8)}`,
    purpose: "For people who fire their own pots.",
    zone: "Europe/Stockholm",
    locale: "en",
    ...more,
  });

const found = async (more: Record<string, unknown> = {}) => {
  const code = await newFoundingCode(system, key());
  const input = form({ code, ...more });
  const made = await foundFirst(openVisitor(visitor), input, { ...key(), device: "" });
  const [owner] = await db().select().from(people).where(eq(people.email, input.email));
  return { input, made, owner: owner!, code };
};

describe("founds the first brand and owner with a one-time code", () => {
  test("Marta founds Kiln & Co: an owner, a community she manages, and one open space", async () => {
    const { input, owner, made } = await found();
    expect(made.ticket).not.toBe("");
    expect(owner.emailVerifiedAt).not.toBeNull();
    const [community] = await db().select().from(communities).where(eq(communities.slug, input.communitySlug));
    const members = await db().select().from(memberships).where(eq(memberships.communityId, community!.id));
    expect(members).toMatchObject([{ personId: owner.id, role: "manager" }]);
    const rooms = await db().select().from(spaces).where(eq(spaces.communityId, community!.id));
    expect(rooms).toMatchObject([{ readAudience: "everyone", writeAudience: "members", door: "listed" }]);
    expect(await db().select().from(brandOwners).where(eq(brandOwners.personId, owner.id))).toHaveLength(1);
  });

  test("a code works once: of two at the same moment one founds, and the other leaves nothing behind", async () => {
    const code = await newFoundingCode(system, key());
    const both = await Promise.allSettled(
      [1, 2].map(() => foundFirst(openVisitor(visitor), form({ code }), { ...key(), device: "" })),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const before = await everything();
    await expect(foundFirst(openVisitor(visitor), form({ code }), { ...key(), device: "" })).rejects.toMatchObject({
      more: { fields: { code: "brands.codeWrong" } },
    });
    const { attempts: _, ...after } = await everything();
    const { attempts: __, ...unchanged } = before;
    expect(after).toEqual(unchanged);
  });

  test.each(["api", "settings", "sign-in", "do", "A", "-x-", "ünlü", "a".repeat(41)])(
    "the address %j is refused",
    (communitySlug) => {
      expect(() => form({ communitySlug })).toThrow(/communities\.slug/);
    },
  );

  test("an address another community has, or had, is refused", async () => {
    const { input } = await found();
    const code = await newFoundingCode(system, key());
    await expect(
      foundFirst(openVisitor(visitor), form({ code, communitySlug: input.communitySlug }), { ...key(), device: "" }),
    ).rejects.toMatchObject({
      more: { fields: { communitySlug: "communities.slugTaken" } },
    });
  });
});

describe("owners", () => {
  test("a second owner is added by proven address; the last one cannot be removed", async () => {
    const { owner } = await found();
    const [brand] = await db()
      .execute<{ slug: string }>(
        sql`select b.slug from brands b join brand_owners o on o.brand_id = b.id where o.person_id = ${owner.id}`,
      )
      .then((r) => r.rows);
    const access = await openBrand(await viewerOf(owner.id), brand!.slug);
    await expect(removeOwner(access, { personId: owner.id }, key())).rejects.toMatchObject({
      code: "brands.lastOwner",
    });
    const email = `${randomUUID()}@kiln.example`;
    const second = await aPerson({ email, emailVerifiedAt: null });
    await expect(addOwner(access, { email }, key())).rejects.toMatchObject({
      more: { fields: { email: "brands.nobodyThere" } },
    });
    await db().update(people).set({ emailVerifiedAt: new Date() }).where(eq(people.id, second));
    await addOwner(access, { email }, key());
    await removeOwner(access, { personId: owner.id }, key());
    await expect(openBrand(await viewerOf(owner.id), brand!.slug)).rejects.toMatchObject({ status: 404 });
  });
});

describe("terms and privacy texts by brand with version and acceptance", () => {
  test("each publication is a new version, the newest is shown, and joining accepts what stood then", async () => {
    const { owner, input } = await found();
    const access = await openBrand(await viewerOf(owner.id), (await brandSlugOf(owner.id))!);
    const publish = (text: string) => publishLegalText(access, { kind: "terms", text }, key());
    expect(await publish("Be kind.")).toEqual({ version: 1 });
    const as = async (id: string) => openCommunity(await viewerOf(id), input.communitySlug);
    const dilys = await aPerson({ name: "Dilys" });
    await joinCommunity(openNewcomer(await as(dilys)), {}, key());
    const agreed = async (id: string) =>
      (await legalHere(await as(id))).map(({ version, agreed }) => [version, agreed]);
    expect(await agreed(dilys)).toEqual([[1, 1]]);

    expect(await publish("Be kind, and brief.")).toEqual({ version: 2 });
    expect(await legalText(await as(dilys), "terms")).toMatchObject([
      { version: 2, text: "Be kind, and brief." },
      { version: 1, text: "Be kind." },
    ]);
    expect(await agreed(dilys)).toEqual([[2, 1]]);
    // Whoever publishes is not asked.
    expect(await agreed(owner.id)).toEqual([[2, 2]]);
    const counted = async () => (await legalVersions(access, "terms")).map(({ version, agreed }) => [version, agreed]);
    expect(await counted()).toEqual([
      [2, 1],
      [1, 2],
    ]);

    // A member agrees to the version they read, and to no other.
    const agree = async (version: number) =>
      agreeToLegalText(openMember(await as(dilys)), { kind: "terms", version }, key());
    for (const stale of [1, 3]) await expect(agree(stale)).rejects.toMatchObject({ code: "brands.newerText" });
    await agree(2);
    await agree(2);
    expect(await agreed(dilys)).toEqual([[2, 2]]);
    expect(await counted()).toEqual([
      [2, 2],
      [1, 2],
    ]);
    const { rows } = await db().execute<{ n: number }>(
      sql`select count(*)::int as n from brand_ledger where verb = 'legal text accepted' and actor_id = ${dilys}`,
    );
    expect(rows[0]!.n).toBe(1);
  });

  test("two publishers at once get two versions in a row", async () => {
    const { owner } = await found();
    const access = await openBrand(await viewerOf(owner.id), (await brandSlugOf(owner.id))!);
    const versions = await Promise.all(
      ["a", "b", "c"].map((text) => publishLegalText(access, { kind: "privacy", text }, key())),
    );
    expect(versions.map((v) => v.version).sort()).toEqual([1, 2, 3]);
    expect(await db().select().from(legalTexts).where(eq(legalTexts.brandId, access.brand.id))).toHaveLength(3);
  });
});

describe("an owner founds another community", () => {
  test("it belongs to the same brand, and the same form sent twice founds one", async () => {
    const { owner } = await found();
    const access = await openBrand(await viewerOf(owner.id), (await brandSlugOf(owner.id))!);
    const { communityName, communitySlug, purpose, zone, locale } = form();
    const input = {
      communityName,
      communitySlug,
      purpose,
      zone,
      locale,
      about: "",
      joinMode: "request" as const,
      colour: "" as const,
    };
    const once = key();
    const first = await foundCommunity(access, input, once);
    expect(await foundCommunity(access, input, once)).toEqual(first);
    await expect(foundCommunity(access, { ...input, purpose: "Other" }, once)).rejects.toMatchObject({
      code: "common.alreadySent",
    });
  });
});

async function brandSlugOf(personId: string): Promise<string | undefined> {
  const { rows } = await db().execute<{ slug: string }>(
    sql`select b.slug from brands b join brand_owners o on o.brand_id = b.id where o.person_id = ${personId}`,
  );
  return rows[0]?.slug;
}
