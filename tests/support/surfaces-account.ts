import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { db } from "@/db/client";
import { outbox } from "@/db/schema";
import type { PersonAccess } from "@/lib/access/gate";
import { openPerson } from "@/lib/access/gate";
import { changeAvatar } from "@/lib/accounts/avatar";
import { secondStep, signIn, signUp } from "@/lib/accounts/commands";
import { changeEmail, confirmEmail, stopEmailChange, stopEmailChangeByMail } from "@/lib/accounts/email-change";
import { importPerson } from "@/lib/accounts/import";
import {
  isGoodLink,
  lookAtLink,
  redeemLink,
  resendVerification,
  resetPassword,
  verifyAddress,
  waitingOf,
} from "@/lib/accounts/links";
import { demandOpenDoor, lookAtDoor } from "@/lib/accounts/open-door";
import { hashPassword, setPassword } from "@/lib/accounts/passwords";
import { changeLanguage, changeProfile } from "@/lib/accounts/profile";
import {
  arriveFromProvider,
  type Claims,
  linkProvider,
  proveByProvider,
  unlinkProvider,
} from "@/lib/accounts/providers";
import { myAccount, myCommunities, myDevices, myProviders, pendingFactor } from "@/lib/accounts/queries";
import {
  confirmSecondFactor,
  newRecoveryCodes,
  removeSecondFactor,
  startSecondFactor,
} from "@/lib/accounts/second-factor";
import { changePassword, endOneSession, prove, renewProof, signOut, signOutEverywhere } from "@/lib/accounts/security";
import { newToken } from "@/lib/accounts/tokens";
import { opened } from "@/lib/mail/outbox";
import { verified } from "./principals";
import { emailOf, newKey } from "./principals-make";
import { type Cell, person, product, type Rows, visitor } from "./surfaces-acts";

const password = "a password of the tests";
const browser = { device: "a test" };
const claims = (subject: string): Claims => ({
  provider: "house",
  subject,
  email: `${subject}@people.example`,
  emailVerified: true,
  name: "Somebody New",
  authenticatedAt: new Date(),
});
const token = (purpose: "verify" | "magic" | "reset" | "second", personId: string) =>
  db().transaction((tx) => newToken(tx, purpose, personId));
const withPassword = async (personId: string) => {
  const hash = await hashPassword(password);
  await db().transaction((tx) => setPassword(tx, personId, hash));
};

/** Switches the second step on for somebody, and says the codes that work instead of the app. */
async function withSecondStep(access: PersonAccess) {
  await startSecondFactor(access, {}, newKey());
  const { secret } = (await pendingFactor(access))!;
  const code = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate();
  return confirmSecondFactor(access, { code }, newKey());
}

const linked = (access: PersonAccess) => linkProvider(access, claims("linked"), newKey());
/** Asks for another address, and reads the two links in the two mails. */
const changing = async (access: PersonAccess) => {
  await changeEmail(access, { email: "moved@people.example" }, newKey());
  const secretOf = async (kind: string) => {
    const [mail] = await db()
      .select()
      .from(outbox)
      .where(and(eq(outbox.personId, access.personId), eq(outbox.kind, kind)));
    return opened(mail!.sealed).secret!;
  };
  return { confirm: await secretOf("email-changed-new"), stop: await secretOf("email-changed-old") };
};
const asTheirs = async ({ w }: Cell, who: "member") => openPerson(await w.viewer(who));
const slow = true;

export const accountActs: Rows = {
  "accounts/commands.signUp": visitor(
    (access, { more }) => signUp(access, { name: "New", email: "new@people.example", password }, more),
    { slow },
  ),
  "accounts/commands.signIn": visitor(
    async (access, { w }) => {
      await withPassword(w.target);
      return signIn(access, { email: emailOf("target"), password }, browser);
    },
    { slow },
  ),
  "accounts/commands.secondStep": visitor(async (access, cell) => {
    const me = await asTheirs(cell, "member");
    const [code = ""] = await withSecondStep(me);
    return secondStep(access, { code }, { ...browser, second: await token("second", me.personId) });
  }),
  "accounts/links.resendVerification": visitor((access, { more }) =>
    resendVerification(access, { email: emailOf("unverified"), typed: {} }, more),
  ),
  "accounts/links.redeemLink": visitor(async (access, { w, more }) =>
    redeemLink(access, { token: await token("magic", w.target) }, { ...more, ...browser }),
  ),
  "accounts/links.resetPassword": visitor(
    async (access, { w, more }) =>
      resetPassword(access, { token: await token("reset", w.target), password }, { ...more, ...browser }),
    { slow },
  ),
  "accounts/links.verifyAddress": visitor(async (access, { w, more }) =>
    verifyAddress(access, { token: await token("verify", w.target), password: "" }, { ...more, ...browser }),
  ),
  "accounts/links.isGoodLink": visitor((access) => isGoodLink(access, "magic", "nobody has this one")),
  "accounts/links.lookAtLink": visitor(async (access, { w }) =>
    lookAtLink(access, await token("verify", w.target), undefined),
  ),
  "accounts/links.waitingOf": person((access) => waitingOf(access, "")),
  "accounts/email-change.changeEmail": person((access, { more }) =>
    changeEmail(access, { email: "moved@people.example" }, more),
  ),
  "accounts/email-change.confirmEmail": person(async (access, { more }) =>
    confirmEmail(access, { token: (await changing(access)).confirm }, more),
  ),
  "accounts/email-change.stopEmailChange": person(async (access, { more }) => {
    await changing(access);
    return stopEmailChange(access, {}, more);
  }),
  "accounts/email-change.stopEmailChangeByMail": visitor(async (access, cell) => {
    const { stop } = await changing(await asTheirs(cell, "member"));
    return stopEmailChangeByMail(access, { token: stop }, cell.more);
  }),
  "accounts/open-door.demandOpenDoor": visitor((access) => demandOpenDoor(access, { email: "new@people.example" })),
  "accounts/open-door.lookAtDoor": visitor((access) => lookAtDoor(access, "/")),
  "accounts/import.importPerson": product((access, { more }) =>
    importPerson(access, { name: "New", email: "new@people.example", bio: null, locale: null, zone: null }, more),
  ),
  "accounts/avatar.changeAvatar": person((access, { more }) => changeAvatar(access, { remove: "yes" }, more)),
  "accounts/profile.changeProfile": person((access, { more }) =>
    changeProfile(access, { name: "Renamed", bio: "", locale: "", zone: "" }, more),
  ),
  "accounts/profile.changeLanguage": person((access, { more }) => changeLanguage(access, { locale: "de" }, more)),
  "accounts/providers.arriveFromProvider": visitor((access, { more }) =>
    arriveFromProvider(access, claims("arrives"), { ...more, ...browser, next: "/" }),
  ),
  "accounts/providers.linkProvider": person((access, { more }) => linkProvider(access, claims("linked"), more), {
    who: verified,
  }),
  "accounts/providers.unlinkProvider": person((access, { more }) =>
    unlinkProvider(access, { provider: "house" }, more),
  ),
  "accounts/providers.proveByProvider": person(
    async (access, { more }) => {
      await linked(access);
      return proveByProvider(access, claims("linked"), more);
    },
    { who: verified },
  ),
  "accounts/queries.myAccount": person(myAccount),
  "accounts/queries.myCommunities": person(myCommunities),
  "accounts/queries.myDevices": person(myDevices),
  "accounts/queries.pendingFactor": person(pendingFactor),
  "accounts/queries.myProviders": person(myProviders),
  "accounts/second-factor.startSecondFactor": person((access, { more }) => startSecondFactor(access, {}, more)),
  "accounts/second-factor.confirmSecondFactor": person(withSecondStep),
  "accounts/second-factor.removeSecondFactor": person((access, { more }) => removeSecondFactor(access, {}, more)),
  "accounts/second-factor.newRecoveryCodes": person(async (access, { more }) => {
    await withSecondStep(access);
    return newRecoveryCodes(access, {}, more);
  }),
  "accounts/security.prove": person(
    async (access) => {
      await withPassword(access.personId);
      return prove(access, { password, code: "" }, {});
    },
    { slow },
  ),
  "accounts/security.renewProof": person(renewProof),
  "accounts/security.changePassword": person((access, { more }) => changePassword(access, { password }, more), {
    slow,
  }),
  "accounts/security.endOneSession": person((access, { more }) =>
    endOneSession(access, { session: access.viewer.sessionId ?? randomUUID() }, more),
  ),
  "accounts/security.signOut": person((access, { more }) => signOut(access, {}, more)),
  "accounts/security.signOutEverywhere": person((access, { more }) => signOutEverywhere(access, {}, more)),
};
