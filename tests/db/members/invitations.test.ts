import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { invitations, invitationUses, ledger, memberships, outbox, people } from "@/db/schema";
import { inviteByLink, inviteByMail, redeemInvitation, withdrawInvitation } from "@/lib/members/invitations/commands";
import { freshToken, openInvitation } from "@/lib/members/invitations/queries";
import { invitationToken } from "@/lib/members/invitations/token";
import { aPerson, onFreshDatabase } from "../jobs/product";
import { aHouse, key } from "./house";

onFreshDatabase();

const crowd = (n: number) => Promise.all(Array.from({ length: n }, (_, i) => aPerson({ name: `Guest ${i}` })));

describe("join by invitation", () => {
  test("of 50 people who redeem a link for 7 at once, exactly 7 come in", async () => {
    const house = await aHouse("invitation");
    const { invitationId } = await inviteByLink(await house.member(house.owner), { uses: 7, days: 14 }, key());
    const token = invitationToken(invitationId);
    const guests = await Promise.all((await crowd(50)).map(house.newcomer));
    const tries = await Promise.allSettled(guests.map((guest) => redeemInvitation(guest, { token }, key())));
    const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refused).toEqual(Array(43).fill("members.invitationUsed"));
    const communityId = guests[0]!.community.id;
    const brought = and(eq(memberships.communityId, communityId), eq(memberships.broughtBy, house.owner));
    expect(await db().select().from(memberships).where(brought)).toHaveLength(7);
    expect(await db().select().from(invitationUses).where(eq(invitationUses.invitationId, invitationId))).toHaveLength(
      7,
    );
    const [row] = await db().select().from(invitations).where(eq(invitations.id, invitationId));
    expect(row?.uses).toBe(7);
  }, 60_000);

  test("who brought whom is recorded, in the membership and in the ledger", async () => {
    const house = await aHouse("invitation");
    const { invitationId } = await inviteByLink(await house.member(house.owner), { uses: 1, days: 1 }, key());
    const zofia = await aPerson({ name: "Zofia" });
    await redeemInvitation(await house.newcomer(zofia), { token: invitationToken(invitationId) }, key());
    const [row] = await db().select().from(memberships).where(eq(memberships.personId, zofia));
    expect(row?.broughtBy).toBe(house.owner);
    const acts = await db().select().from(ledger).where(eq(ledger.actorId, zofia));
    expect(acts.map(({ verb, subjectId }) => [verb, subjectId]).sort()).toEqual([
      ["invitation used", house.owner],
      ["membership began", house.owner],
    ]);
  });

  test("an e-mail invitation works for the person whose address it is, and for nobody else", async () => {
    const house = await aHouse("invitation");
    const email = "pilar@etxeberria-law.example";
    const { invitationId } = await inviteByMail(await house.member(house.owner), { email, days: 14 }, key());
    const token = invitationToken(invitationId);
    const [invited] = await db().select().from(people).where(eq(people.email, email));
    expect(invited).toMatchObject({ state: "invited", name: null });
    const [mail] = await db().select().from(outbox).where(eq(outbox.personId, invited!.id));
    expect(mail?.kind).toBe("invitation");

    const other = await aPerson({ name: "Patrick" });
    const offer = await openInvitation(await house.to(other), token);
    expect(offer).toMatchObject({ state: "open", forAnother: true });
    await expect(redeemInvitation(await house.newcomer(other), { token }, key())).rejects.toMatchObject({
      code: "members.invitationForAnother",
    });

    await db()
      .update(people)
      .set({ state: "active", name: "Pilar", emailVerifiedAt: new Date() })
      .where(eq(people.id, invited!.id));
    await redeemInvitation(await house.newcomer(invited!.id), { token }, key());
    await expect(house.member(invited!.id)).resolves.toBeDefined();
  });

  test("inviting somebody who is here already sends no mail and says nothing", async () => {
    const house = await aHouse();
    const email = "here@people.example";
    const here = await aPerson({ email });
    const { joinCommunity } = await import("@/lib/members/commands");
    await joinCommunity(await house.newcomer(here), {}, key());
    await expect(inviteByMail(await house.member(house.owner), { email, days: 14 }, key())).resolves.toHaveProperty(
      "invitationId",
    );
    expect(await db().select().from(outbox).where(eq(outbox.personId, here))).toEqual([]);
  });

  test("withdrawn and expired ones let nobody in; an unknown token is not there", async () => {
    const house = await aHouse("invitation");
    const member = await house.member(house.owner);
    const guest = await house.newcomer(await aPerson());
    const withdrawn = (await inviteByLink(member, { uses: 5, days: 14 }, key())).invitationId;
    await withdrawInvitation(member, { invitation: withdrawn }, key());
    const expired = (await inviteByLink(member, { uses: 5, days: 14 }, key())).invitationId;
    await db()
      .update(invitations)
      .set({ expiresAt: new Date(0) })
      .where(eq(invitations.id, expired));
    for (const [id, state] of [
      [withdrawn, "withdrawn"],
      [expired, "expired"],
    ] as const) {
      expect(await openInvitation(guest, invitationToken(id))).toMatchObject({ state });
      await expect(redeemInvitation(guest, { token: invitationToken(id) }, key())).rejects.toMatchObject({
        code: "members.invitationUsed",
      });
    }
    await expect(redeemInvitation(guest, { token: "nobody-made-this" }, key())).rejects.toMatchObject({ status: 404 });
    await expect(openInvitation(guest, "nobody-made-this")).rejects.toMatchObject({ status: 404 });
  });

  test("an invitation to one community opens no other", async () => {
    const [mine, theirs] = [await aHouse("invitation"), await aHouse("invitation")];
    const { invitationId } = await inviteByLink(await mine.member(mine.owner), { uses: 5, days: 14 }, key());
    const guest = await theirs.newcomer(await aPerson());
    await expect(redeemInvitation(guest, { token: invitationToken(invitationId) }, key())).rejects.toMatchObject({
      status: 404,
    });
  });

  test("the same form sent twice names the same link; only its maker reads it off, and only at first", async () => {
    const house = await aHouse();
    const maker = await house.member(await house.aMember("Thandeka"));
    const same = key();
    const one = await inviteByLink(maker, { uses: 3, days: 14 }, same);
    expect(await inviteByLink(maker, { uses: 3, days: 14 }, same)).toEqual(one);
    expect(await freshToken(maker, one.invitationId)).toBe(invitationToken(one.invitationId));
    expect(await freshToken(await house.member(house.owner), one.invitationId)).toBeUndefined();
    await db()
      .update(invitations)
      .set({ createdAt: new Date(0) })
      .where(eq(invitations.id, one.invitationId));
    expect(await freshToken(maker, one.invitationId)).toBeUndefined();
  });

  test("members withdraw their own, managers everybody's, others none", async () => {
    const house = await aHouse();
    const thandeka = await house.member(await house.aMember("Thandeka"));
    const gus = await house.member(await house.aMember("Gus"));
    const { invitationId } = await inviteByLink(thandeka, { uses: 3, days: 14 }, key());
    await expect(withdrawInvitation(gus, { invitation: invitationId }, key())).rejects.toMatchObject({ status: 404 });
    await withdrawInvitation(await house.member(house.owner), { invitation: invitationId }, key());
    await expect(withdrawInvitation(thandeka, { invitation: invitationId }, key())).rejects.toMatchObject({
      code: "members.invitationWithdrawn",
    });
  });
});
