import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { brandOwners, brands } from "@/db/schema/brands";
import { communities, memberships } from "@/db/schema/communities";
import { files } from "@/db/schema/files";
import { spaces } from "@/db/schema/spaces";
import { openVisitor } from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { attachFile, draftPicture, letGoOfPerson } from "@/lib/files/commands";
import { letGo } from "@/lib/files/keep";
import { avatarLimits } from "@/lib/files/pictures";
import { fileToServe } from "@/lib/files/queries";
import { serve } from "@/lib/files/serve";
import { plain } from "@/tests/unit/files/pictures";
import { counting } from "../accounts/house";
import { aPerson, as, onFreshDatabase } from "../jobs/product";

onFreshDatabase();

/** Tea lets members alone in; Bread has a space open to everyone. Two brands. */
const world = { ada: "", jonas: "", owner: "", stranger: "", baker: "" };

async function aCommunity(slug: string, readAudience: "everyone" | "members", owner: string, members: string[]) {
  const [brand] = await db().insert(brands).values({ slug, name: slug, colour: "#336633" }).returning();
  await db().insert(brandOwners).values({ brandId: brand!.id, personId: owner });
  const facts = { slug, name: slug, purpose: slug, zone: "UTC", locale: "en", brandId: brand!.id };
  const [community] = await db().insert(communities).values(facts).returning();
  const communityId = community!.id;
  const space = { communityId, slug: "a", name: "a", purpose: "a", readAudience, writeAudience: "members" } as const;
  await db().insert(spaces).values(space);
  await db()
    .insert(memberships)
    .values(members.map((personId) => ({ communityId, personId })));
}

beforeAll(async () => {
  for (const who of Object.keys(world) as (keyof typeof world)[]) world[who] = await aPerson({ name: who });
  await aCommunity("tea", "members", world.owner, [world.ada, world.jonas]);
  await aCommunity("bread", "everyone", world.stranger, [world.baker]);
});

const viewers = async () => ({
  nobody: visitor,
  ada: await viewerOf(world.ada),
  jonas: await viewerOf(world.jonas),
  owner: await viewerOf(world.owner),
  stranger: await viewerOf(world.stranger),
});

async function get(who: keyof Awaited<ReturnType<typeof viewers>>, id: string, variant = "small", headers = {}) {
  const access = openVisitor((await viewers())[who]);
  const request = new Request(`https://tea.example/files/${id}/${variant}`, { headers });
  return serve(access, request, id, variant).catch((refusal) => new Response(refusal.code, { status: refusal.status }));
}

const face = async (personId: string) => draftPicture(await as(personId), await plain("png", 600, 600), avatarLimits);
const faceInUse = async (personId: string) => {
  const id = await face(personId);
  await db().transaction((tx) => attachFile(tx, personId, id, { kind: "person", id: personId }));
  return id;
};

const whoSees = async (id: string) => {
  const all = ["nobody", "ada", "jonas", "owner", "stranger"] as const;
  const answers = await Promise.all(all.map(async (who) => ((await get(who, id)).status === 200 ? who : "")));
  return answers.filter(Boolean);
};

describe("who sees a picture", () => {
  test("a draft: its owner", async () => expect(await whoSees(await face(world.ada))).toEqual(["ada"]));

  test("a face in a closed community: who meets it there", async () =>
    expect(await whoSees(await faceInUse(world.ada))).toEqual(["ada", "jonas", "owner"]));

  test("a face in a community with an open space: everyone", async () =>
    expect(await whoSees(await faceInUse(world.baker))).toHaveLength(5));

  test("what was let go: nobody, from that moment", async () => {
    const id = await faceInUse(world.ada);
    await db().transaction((tx) => letGo(tx, [id]));
    expect(await whoSees(id)).toEqual([]);
  });

  test("an old address after leaving: nobody who was left", async () => {
    const id = await faceInUse(world.ada);
    expect((await get("jonas", id)).status).toBe(200);
    const mine = eq(memberships.personId, world.jonas);
    const left = await db().delete(memberships).where(mine).returning();
    const before = await get("ada", id);
    expect((await get("jonas", id, "small", { "if-none-match": before.headers.get("etag") })).status).toBe(404);
    await db().insert(memberships).values(left);
  });
});

test("what one may not see and what never was are the same answer", async () => {
  const id = await faceInUse(world.ada);
  const answers = await Promise.all([get("stranger", id), get("stranger", randomUUID()), get("stranger", "../../x")]);
  const seen = await Promise.all(answers.map(async (one) => [one.status, await one.text(), [...one.headers]]));
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
  for (const variant of ["original", "large.webp", "..", ""]) expect((await get("ada", id, variant)).status).toBe(404);
});

test("and take the same number of questions: time tells them apart no more than words", async () => {
  const brought = await face(world.ada);
  await db().transaction((tx) => attachFile(tx, world.ada, brought, { kind: "import", id: world.ada }));
  const gone = await faceInUse(world.ada);
  await db().transaction((tx) => letGo(tx, [gone]));
  for (const who of ["nobody", "stranger"] as const) {
    const access = openVisitor((await viewers())[who]);
    const asked = async (id: string) => {
      const { statements, failed } = await counting(() => fileToServe(access, id, "small"));
      expect(failed).toMatchObject({ status: 404 });
      return statements;
    };
    const never = await asked(randomUUID());
    const there = { face: await faceInUse(world.ada), draft: await face(world.ada), brought, gone };
    for (const [what, id] of Object.entries(there)) expect([who, what, await asked(id)]).toEqual([who, what, never]);
  }
});

test("what is served can do nothing but be a picture, and a private one is kept by no shared cache", async () => {
  const id = await faceInUse(world.ada);
  const answer = await get("jonas", id);
  expect(answer.headers.get("content-type")).toBe("image/webp");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect(answer.headers.get("cache-control")).toBe("private, no-cache");
  expect(answer.headers.get("vary")).toBe("Cookie");
  expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get("content-length")));
  const again = await get("jonas", id, "small", { "if-none-match": answer.headers.get("etag") });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const open = await get("nobody", await faceInUse(world.baker), "large");
  expect(open.headers.get("cache-control")).toMatch(/^public/);
});

test("a thing takes only a draft of the same person, and lets go of what it had", async () => {
  const [first, second] = [await faceInUse(world.ada), await face(world.ada)];
  const thing = { kind: "person", id: world.jonas } as const;
  const take = (owner: string, id: string, before?: string) =>
    db().transaction((tx) => attachFile(tx, owner, id, thing, before));
  await expect(take(world.jonas, second)).rejects.toThrow("common.notFound");
  await expect(take(world.ada, first)).rejects.toThrow("common.notFound");
  await take(world.ada, second, first);
  const [old] = await db().select().from(files).where(eq(files.id, first));
  expect(old).toMatchObject({ state: "orphan", thingId: null });
});

test("erasing a person lets go of their drafts and face, not of the sign they hung over a door", async () => {
  const person = await aPerson();
  const [draft, mine, sign] = [await face(person), await faceInUse(person), await face(person)];
  await db().transaction((tx) => attachFile(tx, person, sign, { kind: "community", id: randomUUID() }));
  await db().transaction((tx) => letGoOfPerson(tx, person));
  const rows = await db().select().from(files).where(eq(files.ownerId, person));
  const state = (id: string) => rows.find((row) => row.id === id)?.state;
  expect([state(draft), state(mine), state(sign)]).toEqual(["orphan", "orphan", "in use"]);
});
