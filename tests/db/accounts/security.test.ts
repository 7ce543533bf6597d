import { eq } from "drizzle-orm";
import { TOTP } from "otpauth";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { people, sessions, tokens } from "@/db/schema";
import { clientAddress } from "@/lib/access/address";
import { openProvenPerson } from "@/lib/access/gate";
import { secondStep, signIn } from "@/lib/accounts/commands";
import { changeEmail, confirmEmail, stopEmailChange, stopEmailChangeByMail } from "@/lib/accounts/email-change";
import { askLink, askReset, redeemLink, resetPassword } from "@/lib/accounts/links";
import { myAccount, myDevices, pendingFactor } from "@/lib/accounts/queries";
import {
  confirmSecondFactor,
  newRecoveryCodes,
  removeSecondFactor,
  startSecondFactor,
} from "@/lib/accounts/second-factor";
import { changePassword, endOneSession, prove, signOut, signOutEverywhere } from "@/lib/accounts/security";
import { browser, house, key, linkTo, mailsTo, password, somebody, type TestBrowser } from "./house";

house();

const guess = async (at: TestBrowser, email: string, typed = "a wrong password") =>
  signIn(await at.visit(), { email, password: typed }, at.here);
const settled = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).filter(({ status }) => status === "fulfilled").length;

describe("brute force", () => {
  it("gets ten guesses at an account in a quarter of an hour, however many try at once and from wherever", async () => {
    await somebody("Ada", "ada@example.org");
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, n) => guess(browser(`203.0.113.${n}`), "ada@example.org")),
    );
    const codes = outcomes.map((outcome) => (outcome.status === "rejected" ? String(outcome.reason.code) : "in"));
    expect(codes.filter((code) => code === "accounts.wrongSignIn")).toHaveLength(10);
    expect(codes.filter((code) => code === "accounts.tooManyTries")).toHaveLength(20);
    await expect(guess(browser(), "ada@example.org", password)).rejects.toThrow("tooManyTries");
  });

  it("does not lock out the owner in a browser that signed in before, nor by a link", async () => {
    const { own } = await somebody("Bo", "bo@example.org");
    await signOut(await own.person(), {}, { key: key() });
    const stranger = browser();
    for (let n = 0; n < 10; n++)
      await expect(guess(stranger, "bo@example.org")).rejects.toThrow("accounts.wrongSignIn");
    await expect(guess(stranger, "bo@example.org")).rejects.toThrow("tooManyTries");
    await own.signIn("bo@example.org");
    expect(await own.isSignedIn()).toBe(true);
    await askLink(await stranger.visit(), { email: "bo@example.org" }, { key: key() });
    const token = await linkTo("bo@example.org", "magic-link");
    const fresh = browser();
    await fresh.enter(await redeemLink(await fresh.visit(), { token }, { key: key(), ...fresh.here }));
    expect(await fresh.isSignedIn()).toBe(true);
  });

  it("gains nothing by inventing a known browser", async () => {
    await somebody("Cleo", "cleo@example.org");
    for (let n = 0; n < 10; n++)
      await expect(guess(browser(), "cleo@example.org")).rejects.toThrow("accounts.wrongSignIn");
    await expect(guess(browser(), "cleo@example.org")).rejects.toThrow("tooManyTries");
  });

  it("counts a span that moves along, and says how long to wait", async () => {
    await somebody("Dov", "dov@example.org");
    for (let n = 0; n < 10; n++)
      await expect(guess(browser(), "dov@example.org")).rejects.toThrow("accounts.wrongSignIn");
    const refused = await guess(browser(), "dov@example.org").catch((error) => error);
    expect(refused.more.retryAfter).toBeGreaterThan(14 * 60);
    expect(refused.more.retryAfter).toBeLessThanOrEqual(16 * 60);
  });

  it("cannot forge where it comes from: forwarding headers count only as far as the operator says", () => {
    expect(clientAddress("198.51.100.9", "1.2.3.4", 0)).toBe("198.51.100.9");
    expect(clientAddress("10.0.0.1", "1.2.3.4, 198.51.100.9", 1)).toBe("198.51.100.9");
  });

  it("is counted for mails too", async () => {
    await somebody("Elif", "elif@example.org");
    const ask = async () => askReset(await browser().visit(), { email: "elif@example.org" }, { key: key() });
    for (let n = 0; n < 4; n++) await ask();
    await expect(ask()).rejects.toThrow("tooManyTries");
  });
});

describe("one-time tokens", () => {
  it("used twice at once: one wins", async () => {
    await somebody("Fay", "fay@example.org");
    await askLink(await browser().visit(), { email: "fay@example.org" }, { key: key() });
    const token = await linkTo("fay@example.org", "magic-link");
    const redeem = async () => {
      const at = browser();
      return at.enter(await redeemLink(await at.visit(), { token }, { key: key(), ...at.here }));
    };
    expect(await settled(Array.from({ length: 8 }, redeem))).toBe(1);
  });

  it("are bound to their purpose and run out", async () => {
    const { own, personId } = await somebody("Gil", "gil@example.org");
    await askLink(await own.visit(), { email: "gil@example.org" }, { key: key() });
    const token = await linkTo("gil@example.org", "magic-link");
    await expect(resetPassword(await own.visit(), { token, password }, { key: key(), ...own.here })).rejects.toThrow(
      "linkUsed",
    );
    await db()
      .update(tokens)
      .set({ expiresAt: new Date(0) })
      .where(eq(tokens.personId, personId));
    await expect(redeemLink(await own.visit(), { token }, { key: key(), ...own.here })).rejects.toThrow("linkUsed");
  });
});

describe("sessions", () => {
  async function twoDevices(email: string) {
    const { own } = await somebody("Hana", email);
    const phone = browser();
    await phone.signIn(email);
    return { own, phone };
  }

  it("are listed, this one first, and a new device is told by mail", async () => {
    const { own, phone } = await twoDevices("hana1@example.org");
    const devices = await myDevices(await phone.person());
    expect(devices.map(({ thisOne, device }) => [thisOne, device])).toEqual([
      [true, "Firefox · Linux"],
      [false, "Firefox · Linux"],
    ]);
    expect((await mailsTo("hana1@example.org"))[0]?.kind).toBe("new-device");
    await signOut(await own.person(), {}, { key: key() });
    await own.signIn("hana1@example.org");
    expect((await mailsTo("hana1@example.org")).filter(({ kind }) => kind === "new-device")).toHaveLength(1);
  });

  it("one of them ends, the other stays; somebody else's cannot be ended", async () => {
    const { own, phone } = await twoDevices("hana2@example.org");
    const other = (await myDevices(await own.person())).find(({ thisOne }) => !thisOne)!;
    const { own: stranger } = await somebody("Ines", "ines@example.org");
    await expect(endOneSession(await stranger.person(), { session: other.id }, { key: key() })).rejects.toThrow(
      "notFound",
    );
    await endOneSession(await own.person(), { session: other.id }, { key: key() });
    expect([await own.isSignedIn(), await phone.isSignedIn()]).toEqual([true, false]);
  });

  it("sign out everywhere: dead on the next request", async () => {
    const { own, phone } = await twoDevices("hana3@example.org");
    await signOutEverywhere(await phone.person(), {}, { key: key() });
    expect([await own.isSignedIn(), await phone.isSignedIn()]).toEqual([false, false]);
  });

  it("a changed password ends the others, a reset ends all", async () => {
    const { own, phone } = await twoDevices("hana4@example.org");
    await changePassword(await own.person(), { password: "another long password" }, { key: key() });
    expect([await own.isSignedIn(), await phone.isSignedIn()]).toEqual([true, false]);
    await askReset(await phone.visit(), { email: "hana4@example.org" }, { key: key() });
    const token = await linkTo("hana4@example.org", "reset-password");
    await phone.enter(await resetPassword(await phone.visit(), { token, password }, { key: key(), ...phone.here }));
    expect([await own.isSignedIn(), await phone.isSignedIn()]).toEqual([false, true]);
  });

  it("signing in again in one browser ends the session that was there", async () => {
    const { own, personId } = await somebody("Jo", "jo@example.org");
    await own.signIn("jo@example.org");
    const rows = await db().select().from(sessions).where(eq(sessions.personId, personId));
    expect(rows.map(({ endedWhy }) => endedWhy).sort()).toEqual([null, "rotated"]);
  });
});

describe("a fresh proof", () => {
  it("is asked for after a quarter of an hour, and given by the password", async () => {
    const { own, personId } = await somebody("Kit", "kit@example.org");
    openProvenPerson(await own.viewer());
    await db()
      .update(sessions)
      .set({ provenAt: new Date(Date.now() - 16 * 60_000) })
      .where(eq(sessions.personId, personId));
    const stale = await own.viewer();
    expect(() => openProvenPerson(stale)).toThrow("proveAgain");
    await expect(prove(await own.person(), { password: "wrong", code: "" }, own.here)).rejects.toThrow("checkFields");
    await prove(await own.person(), { password, code: "" }, own.here);
    openProvenPerson(await own.viewer());
  });
});

describe("another address", () => {
  it("is confirmed from the new mailbox by who asked, and the old one is told", async () => {
    const { own, personId } = await somebody("Lea", "lea@example.org");
    await changeEmail(await own.person(), { email: "lea@example.net" }, { key: key() });
    const confirm = await linkTo("lea@example.org", "email-changed-new");
    expect((await mailsTo("lea@example.org")).map(({ kind }) => kind)).toContain("email-changed-old");
    const { own: stranger } = await somebody("Mia", "mia@example.org");
    await expect(confirmEmail(await stranger.person(), { token: confirm }, { key: key() })).rejects.toThrow(
      "otherAccount",
    );
    await confirmEmail(await own.person(), { token: confirm }, { key: key() });
    const [lea] = await db().select().from(people).where(eq(people.id, personId));
    expect(lea).toMatchObject({ email: "lea@example.net", pendingEmail: null });
  });

  it("can be stopped from the old mailbox and in the settings", async () => {
    const { own } = await somebody("Max", "max@example.org");
    for (const stop of [
      async () => stopEmailChange(await own.person(), {}, { key: key() }),
      async () => {
        const token = await linkTo("max@example.org", "email-changed-old");
        await stopEmailChangeByMail(await browser().visit(), { token }, { key: key() });
      },
    ]) {
      await changeEmail(await own.person(), { email: "thief@example.net" }, { key: key() });
      const confirm = await linkTo("max@example.org", "email-changed-new");
      await stop();
      await expect(confirmEmail(await own.person(), { token: confirm }, { key: key() })).rejects.toThrow("linkUsed");
      expect(await myAccount(await own.person())).toMatchObject({ email: "max@example.org", pendingEmail: null });
    }
  });

  it("that somebody has is not given away, and nobody is told that it is theirs", async () => {
    await somebody("Nia", "nia@example.org");
    const { own } = await somebody("Olu", "olu@example.org");
    await changeEmail(await own.person(), { email: "nia@example.org" }, { key: key() });
    const token = await linkTo("olu@example.org", "email-changed-new");
    await expect(confirmEmail(await own.person(), { token }, { key: key() })).rejects.toThrow("emailTaken");
  });
});

describe("TOTP with recovery codes", () => {
  async function withSecondStep(name: string, email: string) {
    const { own, personId } = await somebody(name, email);
    await startSecondFactor(await own.person(), {}, { key: key() });
    const { secret } = (await pendingFactor(await own.person()))!;
    const at = (step: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + step * 30_000 });
    const codes = await confirmSecondFactor(await own.person(), { code: at(-1) }, { key: key() });
    return { own, personId, at, codes };
  }
  async function step(on: TestBrowser, second: string | undefined, code: string) {
    return on.enter(await secondStep(await on.visit(), { code }, { ...on.here, second }));
  }

  it("is asked for after the password, and a code works once", async () => {
    const { at } = await withSecondStep("Pia", "pia@example.org");
    const phone = browser();
    const second = await phone.signIn("pia@example.org");
    expect(second).toBeDefined();
    expect(await phone.isSignedIn()).toBe(false);
    await expect(step(phone, second, "000000")).rejects.toThrow("checkFields");
    const code = at(0);
    await step(phone, second, code);
    expect(await phone.isSignedIn()).toBe(true);
    const thief = browser();
    await expect(step(thief, await thief.signIn("pia@example.org"), code)).rejects.toMatchObject({
      more: { fields: { code: "accounts.codeUsed" } },
    });
  });

  it("is asked for after a link and after a reset too", async () => {
    await withSecondStep("Quin", "quin@example.org");
    const at = browser();
    await askLink(await at.visit(), { email: "quin@example.org" }, { key: key() });
    await askReset(await at.visit(), { email: "quin@example.org" }, { key: key() });
    const link = { token: await linkTo("quin@example.org", "magic-link") };
    const reset = { token: await linkTo("quin@example.org", "reset-password"), password };
    expect(await at.enter(await redeemLink(await at.visit(), link, { key: key(), ...at.here }))).toBeDefined();
    expect(await at.enter(await resetPassword(await at.visit(), reset, { key: key(), ...at.here }))).toBeDefined();
    expect(await at.isSignedIn()).toBe(false);
  });

  it("ten recovery codes, each once, also for two at the same time; new ones replace the old", async () => {
    const { own, codes } = await withSecondStep("Rai", "rai@example.org");
    expect(new Set(codes).size).toBe(10);
    const enter = async () => {
      const at = browser();
      return step(at, await at.signIn("rai@example.org"), codes[0]!.toUpperCase());
    };
    const first = browser();
    const second = await first.signIn("rai@example.org");
    const twice = [step(first, second, codes[1]!), step(first, second, codes[1]!)];
    expect(await settled(twice)).toBe(1);
    await enter();
    await expect(enter()).rejects.toThrow("checkFields");
    expect((await myAccount(await own.person())).codesLeft).toBe(8);
    const renewed = await newRecoveryCodes(await own.person(), {}, { key: key() });
    expect(renewed).toHaveLength(10);
    const phone = browser();
    await expect(step(phone, await phone.signIn("rai@example.org"), codes[2]!)).rejects.toThrow("checkFields");
  });

  it("codes are counted: a stranger who knows the password gets ten", async () => {
    await withSecondStep("Sam", "sam@example.org");
    const stranger = browser();
    const second = await stranger.signIn("sam@example.org");
    for (let n = 0; n < 10; n++) await expect(step(stranger, second, "123456")).rejects.toThrow("checkFields");
    await expect(step(stranger, second, "123456")).rejects.toThrow("tooManyTries");
  });

  it("says that the clock is off when a code belongs to another time", async () => {
    const { at } = await withSecondStep("Tia", "tia@example.org");
    const phone = browser();
    const second = await phone.signIn("tia@example.org");
    await expect(step(phone, second, at(-120))).rejects.toMatchObject({
      more: { fields: { code: "accounts.clockOff" } },
    });
    await expect(step(phone, second, at(120))).rejects.toMatchObject({
      more: { fields: { code: "accounts.codeWrong" } },
    });
  });

  it("survives a clock that jumps by an hour: nobody is signed out", async () => {
    const { own } = await withSecondStep("Uma", "uma@example.org");
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ["Date"] });
    expect(await own.isSignedIn()).toBe(true);
    vi.useRealTimers();
  });

  it("is switched off again", async () => {
    const { own } = await withSecondStep("Vic", "vic@example.org");
    await removeSecondFactor(await own.person(), {}, { key: key() });
    expect(await browser().signIn("vic@example.org")).toBeUndefined();
  });
});
