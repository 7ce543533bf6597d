import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { invitations, people } from "@/db/schema";
import { operatorSettings } from "@/db/schema/settings";
import { openCommunity, openGuest } from "@/lib/access/gate";
import { signUp } from "@/lib/accounts/commands";
import { askLink, redeemLink } from "@/lib/accounts/links";
import { arriveFromProvider } from "@/lib/accounts/providers";
import { inviteByLink, inviteByMail, redeemInvitation, withdrawInvitation } from "@/lib/members/invitations/commands";
import { openInvitation } from "@/lib/members/invitations/queries";
import { invitationToken } from "@/lib/members/invitations/token";
import { paths } from "@/lib/paths";
import { aHouse, type House } from "../members/house";
import { browser, house, idOf, key, linkTo, mailsTo, password, somebody, type TestBrowser } from "./house";

house();

const more = () => ({ key: key() });
const close = () => db().insert(operatorSettings).values({ key: "signUpsOpen", value: false });
const open = () => db().delete(operatorSettings);

async function linked(yard: House, uses = 5) {
  const { invitationId: id } = await inviteByLink(await yard.member(yard.owner), { uses, days: 14 }, more());
  return { id, token: invitationToken(id), path: paths.invitation(yard.slug, invitationToken(id)) };
}
async function mailed(yard: House, email: string) {
  const { invitationId: id } = await inviteByMail(await yard.member(yard.owner), { email, days: 14 }, more());
  return { id, token: invitationToken(id), path: paths.invitation(yard.slug, invitationToken(id)) };
}
async function come(at: TestBrowser, email: string, next: string, chosen = password) {
  const input = { name: "Noor", email, password: chosen, next };
  return signUp(await at.visit(), input, { ...more(), ...at.here, locale: "en" });
}
const redeem = async (at: TestBrowser, { slug }: House, token: string) =>
  redeemInvitation(openGuest(await openCommunity(await at.viewer(), slug)), { token }, more());
const nobodyHas = async (email: string) =>
  expect(await db().select().from(people).where(eq(people.email, email))).toEqual([]);

describe("sign-up reached through an invitation, where sign-ups are closed", () => {
  beforeEach(close);
  afterEach(open);

  it("is refused without one", async () => {
    for (const next of ["/", "/somewhere/join"])
      await expect(come(browser(), "ada@example.org", next)).rejects.toThrow("signUpsClosed");
    await nobodyHas("ada@example.org");
  });

  it("works by a link for anybody, whose address is still to be proven by a mail", async () => {
    const yard = await aHouse("invitation");
    const { path, token } = await linked(yard);
    for (const email of ["bo@example.org", "cleo@example.org"]) {
      const at = browser();
      expect(await come(at, email, path)).toMatchObject({ email, next: path });
      await at.signIn(email);
      await expect(redeem(at, yard, token)).rejects.toThrow("verifyFirst");
      expect(await at.verify(await linkTo(email))).toMatchObject({ next: path });
      await redeem(at, yard, token);
    }
    const [row] = await db().select().from(invitations).where(eq(invitations.createdBy, yard.owner));
    expect(row?.uses).toBe(2);
  });

  it("works by a mailed one for its reader only, who is in at once and proven", async () => {
    const yard = await aHouse("invitation");
    const { path, token } = await mailed(yard, "dov@example.org");
    await expect(come(browser(), "mallory@example.org", path)).rejects.toThrow("signUpsClosed");
    await nobodyHas("mallory@example.org");
    const dov = browser();
    const entered = await come(dov, "dov@example.org", path);
    if ("typed" in entered) throw new Error("Somebody who reads their mail was sent to read it.");
    expect(entered.next).toBe(path);
    await dov.enter(entered);
    expect(await dov.viewer()).toMatchObject({ verified: true, name: "Noor" });
    await redeem(dov, yard, token);
    await browser().signIn("dov@example.org");
    expect((await mailsTo("dov@example.org")).map(({ kind }) => kind)).not.toContain("verify-email");
  });

  it("cannot be forged: no made-up, withdrawn, expired or used-up token, and no path that only looks like one", async () => {
    const yard = await aHouse("invitation");
    const [good, withdrawn, expired, used] = [
      await linked(yard),
      await linked(yard),
      await linked(yard),
      await linked(yard, 1),
    ];
    await withdrawInvitation(await yard.member(yard.owner), { invitation: withdrawn.id }, more());
    await db()
      .update(invitations)
      .set({ expiresAt: new Date(0) })
      .where(eq(invitations.id, expired.id));
    await db().update(invitations).set({ uses: 1 }).where(eq(invitations.id, used.id));
    const forged = [
      withdrawn.path,
      expired.path,
      used.path,
      paths.invitation(yard.slug, good.id),
      paths.invitation(yard.slug, "nobody-made-this"),
      `/elsewhere?next=${good.path}`,
      `${good.path}/more`,
      `${good.path}%00`,
      `//evil.example${good.path}`,
      good.path.toUpperCase(),
    ];
    for (const next of forged)
      await expect(come(browser(), "elif@example.org", next), next).rejects.toThrow("signUpsClosed");
    await nobodyHas("elif@example.org");
    await come(browser(), "elif@example.org", good.path);
  });

  it("to somebody who was erased since opens nothing, for no address", async () => {
    const yard = await aHouse("invitation");
    const { path } = await mailed(yard, "fay@example.org");
    await db().update(people).set({ state: "erased", email: null }).where(eq(people.email, "fay@example.org"));
    await expect(come(browser(), "fay@example.org", path)).rejects.toThrow("signUpsClosed");
  });

  it("works in the same way for who comes from a provider", async () => {
    const yard = await aHouse("invitation");
    const link = await linked(yard);
    const mail = await mailed(yard, "gil@example.org");
    const arrive = async (name: string, next: string) => {
      const claims = { provider: "club", subject: name, email: `${name}@example.org`, emailVerified: true, name };
      const at = browser();
      return arriveFromProvider(await at.visit(), claims, { ...more(), ...at.here, next });
    };
    await expect(arrive("hana", "/")).rejects.toThrow("signUpsClosed");
    await expect(arrive("hana", mail.path)).rejects.toThrow("signUpsClosed");
    expect(await arrive("hana", link.path)).toMatchObject({ next: link.path });
    expect(await arrive("gil", mail.path)).toMatchObject({ next: mail.path });
    await db().insert(people).values({ state: "contact", email: "ines@example.org" });
    await expect(arrive("ines", "/")).rejects.toThrow("signUpsClosed");
  });
});

describe("a mailed invitation proves the mailbox", () => {
  it("but gives no account away that has an owner already", async () => {
    const yard = await aHouse("invitation");
    await somebody("Jo", "jo@example.org");
    const { path } = await mailed(yard, "jo@example.org");
    expect(await come(browser(), "jo@example.org", path, "another password")).toHaveProperty("typed");
    await expect(browser().signIn("jo@example.org", "another password")).rejects.toThrow("wrongSignIn");
    expect((await mailsTo("jo@example.org"))[0]?.kind).toBe("magic-link");
  });

  it("so what a stranger made with the address before dies when its reader signs up by it", async () => {
    const yard = await aHouse("invitation");
    const mallory = browser();
    await mallory.signUp("Mallory", "kit@example.org", "the password of mallory");
    await mallory.signIn("kit@example.org", "the password of mallory");
    const { path } = await mailed(yard, "kit@example.org");
    const kit = browser();
    const entered = await come(kit, "kit@example.org", path);
    if ("typed" in entered) throw new Error("Somebody who reads their mail was sent to read it.");
    await kit.enter(entered);
    expect([await mallory.isSignedIn(), await kit.isSignedIn()]).toEqual([false, true]);
    await expect(mallory.signIn("kit@example.org", "the password of mallory")).rejects.toThrow("wrongSignIn");
    await browser().signIn("kit@example.org");
  });

  it("of who is signed in without having confirmed, by coming in with it", async () => {
    const yard = await aHouse("invitation");
    const lea = browser();
    await lea.signUp("Lea", "lea@example.org");
    await lea.signIn("lea@example.org");
    const { token } = await mailed(yard, "lea@example.org");
    const offer = await openInvitation(await openCommunity(await lea.viewer(), yard.slug), token);
    expect(offer).toMatchObject({ forMe: true });
    await redeem(lea, yard, token);
    expect((await lea.viewer()).verified).toBe(true);
    await expect(yard.member(await idOf("lea@example.org"))).resolves.toBeDefined();
  });

  it("of nobody by a link, nor by one that was mailed to somebody else; and neither is used up", async () => {
    const yard = await aHouse("invitation");
    const mia = browser();
    await mia.signUp("Mia", "mia@example.org");
    await mia.signIn("mia@example.org");
    const [link, other] = [await linked(yard), await mailed(yard, "max@example.org")];
    await expect(redeem(mia, yard, link.token)).rejects.toThrow("verifyFirst");
    await expect(redeem(mia, yard, other.token)).rejects.toThrow("invitationForAnother");
    expect((await mia.viewer()).verified).toBe(false);
    const rows = await db().select().from(invitations).where(eq(invitations.createdBy, yard.owner));
    expect(rows.map(({ uses }) => uses)).toEqual([0, 0]);
  });

  it("once: the form sent again is no second way in, and neither is the link", async () => {
    const yard = await aHouse("invitation");
    const { path } = await mailed(yard, "noor@example.org");
    const at = browser();
    const input = { name: "Noor", email: "noor@example.org", password, next: path };
    const same = { ...more(), ...at.here };
    await signUp(await at.visit(), input, same);
    await expect(signUp(await at.visit(), input, same)).rejects.toThrow("alreadySent");
    expect(await come(browser(), "noor@example.org", path, "another password")).toHaveProperty("typed");
    await askLink(await at.visit(), { email: "noor@example.org" }, more());
    const token = await linkTo("noor@example.org", "magic-link");
    await at.enter(await redeemLink(await at.visit(), { token }, { ...more(), ...at.here }));
    expect(await at.isSignedIn()).toBe(true);
  });
});
