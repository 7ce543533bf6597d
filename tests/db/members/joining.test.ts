import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { joinRequests, ledger, legalAcceptances, memberships, outbox } from "@/db/schema";
import { openBrand, openNewcomer, openOwnMembership } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { publishLegalText } from "@/lib/brands/commands";
import { joinCommunity, leaveCommunity } from "@/lib/members/commands";
import { askToJoin, decideRequest, withdrawRequest } from "@/lib/members/requests/commands";
import { myRequest, waitingRequests } from "@/lib/members/requests/queries";
import { aPerson, onFreshDatabase } from "../jobs/product";
import { aHouse, key } from "./house";

onFreshDatabase();

const membership = async (communityId: string, personId: string) => {
  const here = and(eq(memberships.communityId, communityId), eq(memberships.personId, personId));
  return (await db().select().from(memberships).where(here))[0];
};

describe("join openly", () => {
  test("Bridget joins by the open door, once, and the ledger says so", async () => {
    const house = await aHouse();
    const bridget = await aPerson({ name: "Bridget O'Dowd" });
    const access = await house.newcomer(bridget);
    const same = key();
    await joinCommunity(access, {}, same);
    await joinCommunity(access, {}, same);
    expect(await membership(access.community.id, bridget)).toMatchObject({ role: "member", broughtBy: null });
    const acts = await db().select().from(ledger).where(eq(ledger.actorId, bridget));
    expect(acts.map(({ verb }) => verb)).toEqual(["membership began"]);
    await expect(house.newcomer(bridget)).rejects.toMatchObject({ code: "members.alreadyMember" });
    await expect(joinCommunity(access, {}, key())).rejects.toMatchObject({ code: "members.alreadyMember" });
  });

  test("on the day the demo world says", async () => {
    const house = await aHouse();
    const chau = await aPerson({ name: "Chau" });
    const at = new Date("2026-03-01T08:00:00.000Z");
    const { openCommunity } = await import("@/lib/access/gate");
    await joinCommunity(openNewcomer(await openCommunity(await viewerOf(chau, at), house.slug)), {}, key());
    expect((await membership((await house.to(chau)).community.id, chau))?.joinedAt).toEqual(at);
  });

  test("joining accepts the texts that stood beside the button", async () => {
    const house = await aHouse();
    await publishLegalText(
      await openBrand(await viewerOf(house.owner), house.brandSlug),
      { kind: "rules", text: "Hear it out." },
      key(),
    );
    const gus = await house.aMember("Gus");
    const accepted = await db().select().from(legalAcceptances).where(eq(legalAcceptances.personId, gus));
    expect(accepted).toMatchObject([{ kind: "rules", version: 1 }]);
  });

  test("nobody joins unverified, by a door of another kind, or as a visitor", async () => {
    const house = await aHouse("request");
    const unproven = await aPerson({ emailVerifiedAt: null });
    await expect(house.newcomer(unproven)).rejects.toMatchObject({ code: "accounts.verifyFirst" });
    const patrick = await aPerson({ name: "Patrick" });
    await expect(joinCommunity(await house.newcomer(patrick), {}, key())).rejects.toMatchObject({
      code: "members.notOpen",
    });
    const outside = await house.asVisitor();
    expect(() => openNewcomer(outside)).toThrow(expect.objectContaining({ status: 401 }));
  });
});

describe("join by request", () => {
  test("Ishaan asks, the owner is told, lets him in, and he is told", async () => {
    const house = await aHouse("request");
    const ishaan = await aPerson({ name: "Ishaan" });
    const access = await house.newcomer(ishaan);
    const { requestId } = await askToJoin(access, { message: "I have a clamp." }, key());
    await expect(askToJoin(access, { message: "Again." }, key())).rejects.toMatchObject({
      code: "members.alreadyAsked",
    });
    expect((await waitingRequests(await house.desk())).rows).toMatchObject([
      { id: requestId, message: "I have a clamp." },
    ]);
    await decideRequest(await house.desk(), { request: requestId, decision: "let in", reason: "" }, key());
    expect(await membership(access.community.id, ishaan)).toBeDefined();
    const mails = await db().select({ to: outbox.personId, kind: outbox.kind }).from(outbox);
    expect(mails).toContainEqual({ to: house.owner, kind: "join-request" });
    expect(mails).toContainEqual({ to: ishaan, kind: "join-approved" });
  });

  test("turned down, she reads the reason; of two managers who answer at once, one does", async () => {
    const house = await aHouse("request");
    const yusra = await aPerson({ name: "Yusra" });
    const access = await house.newcomer(yusra);
    const { requestId } = await askToJoin(access, { message: "" }, key());
    const desk = await house.desk();
    const answers = await Promise.allSettled([
      decideRequest(desk, { request: requestId, decision: "turned down", reason: "Too many bees." }, key()),
      decideRequest(desk, { request: requestId, decision: "turned down", reason: "Too many bees." }, key()),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await myRequest(access)).toMatchObject({ decision: "turned down", reason: "Too many bees." });
    expect(await membership(access.community.id, yusra)).toBeUndefined();
  });

  test("a request can be taken back, and then made again", async () => {
    const house = await aHouse("request");
    const access = await house.newcomer(await aPerson());
    await askToJoin(access, { message: "one" }, key());
    await withdrawRequest(access, {}, key());
    await askToJoin(access, { message: "two" }, key());
    const rows = await db().select().from(joinRequests).where(eq(joinRequests.personId, access.personId));
    expect(rows.map(({ decision }) => decision).sort()).toEqual([null, "withdrawn"].sort());
  });
});

describe("leave", () => {
  test("Bridget leaves, her membership ends, and she may come back", async () => {
    const house = await aHouse();
    const bridget = await house.aMember("Bridget O'Dowd");
    const access = openOwnMembership(await house.to(bridget));
    await leaveCommunity(access, {}, key());
    expect(await membership(access.community.id, bridget)).toBeUndefined();
    await expect(house.member(bridget)).rejects.toMatchObject({ code: "communities.membersOnly" });
    await joinCommunity(await house.newcomer(bridget), {}, key());
    expect(await membership(access.community.id, bridget)).toBeDefined();
  });
});
