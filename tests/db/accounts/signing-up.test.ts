import { eq } from "drizzle-orm";
import { TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { passwords, people } from "@/db/schema";
import { askLink, askReset, redeemLink, resendVerification, resetPassword } from "@/lib/accounts/links";
import { pendingFactor } from "@/lib/accounts/queries";
import { confirmSecondFactor, startSecondFactor } from "@/lib/accounts/second-factor";
import { browser, counting, house, idOf, key, linkTo, mailsTo, password, somebody } from "./house";

house();

const person = async (email: string) => (await db().select().from(people).where(eq(people.email, email)))[0]!;

describe("e-mail and password", () => {
  it("Ada signs up, confirms in the same browser and is in with the password she chose", async () => {
    const ada = browser();
    await ada.signUp("Ada", "ada@example.org", password, "/garden/join");
    expect(await ada.isSignedIn()).toBe(false);
    const entered = await ada.verify(await linkTo("ada@example.org"));
    expect(entered).toMatchObject({ next: "/garden/join", choosePassword: false });
    expect((await ada.viewer()).verified).toBe(true);
    const phone = browser();
    await phone.signIn("ada@example.org");
    expect(await phone.isSignedIn()).toBe(true);
  });

  it("somebody who has not confirmed may sign in and is not verified", async () => {
    const bo = browser();
    await bo.signUp("Bo", "bo@example.org");
    await bo.signIn("bo@example.org");
    expect(await bo.viewer()).toMatchObject({ name: "Bo", verified: false });
  });

  it("the link may be opened on another device: the password stays if it is typed there", async () => {
    await browser().signUp("Cleo", "cleo@example.org");
    const phone = browser();
    expect((await phone.verify(await linkTo("cleo@example.org"), password)).choosePassword).toBe(false);
    await browser().signIn("cleo@example.org");
  });

  it("a wrong password on the other device leaves the link as it was", async () => {
    await browser().signUp("Dov", "dov@example.org");
    const link = await linkTo("dov@example.org");
    await expect(browser().verify(link, "not what was chosen")).rejects.toThrow("common.checkFields");
    expect((await browser().verify(link, password)).choosePassword).toBe(false);
  });

  it("signing up with a taken address looks the same, changes nothing and mails the owner a way in", async () => {
    await somebody("Elif", "elif@example.org");
    const before = await person("elif@example.org");
    await browser().signUp("Mallory", "elif@example.org", "a different password");
    expect(await person("elif@example.org")).toEqual(before);
    expect((await mailsTo("elif@example.org"))[0]?.kind).toBe("magic-link");
    await expect(browser().signIn("elif@example.org", "a different password")).rejects.toThrow("wrongSignIn");
  });
});

describe("an account made by a stranger before its owner came", () => {
  async function hijacked(email: string) {
    const mallory = browser();
    await mallory.signUp("Mallory", email, "the password of mallory");
    await mallory.signIn(email, "the password of mallory");
    expect(await mallory.isSignedIn()).toBe(true);
    return mallory;
  }
  async function expectStrangerIsOut(mallory: Awaited<ReturnType<typeof hijacked>>, email: string) {
    expect(await mallory.isSignedIn()).toBe(false);
    await expect(mallory.signIn(email, "the password of mallory")).rejects.toThrow("wrongSignIn");
  }

  it("dies when the owner confirms the mail in a browser of their own", async () => {
    const mallory = await hijacked("fay@example.org");
    const fay = browser();
    expect((await fay.verify(await linkTo("fay@example.org"))).choosePassword).toBe(true);
    expect(await fay.isSignedIn()).toBe(true);
    await expectStrangerIsOut(mallory, "fay@example.org");
  });

  it("dies when the owner comes by a sign-in link", async () => {
    const mallory = await hijacked("gil@example.org");
    const gil = browser();
    await askLink(await gil.visit(), { email: "gil@example.org" }, { key: key() });
    const token = await linkTo("gil@example.org", "magic-link");
    await gil.enter(await redeemLink(await gil.visit(), { token }, { key: key(), ...gil.here }));
    expect((await gil.viewer()).verified).toBe(true);
    await expectStrangerIsOut(mallory, "gil@example.org");
  });

  it("dies when the owner chooses a password by a link", async () => {
    const mallory = await hijacked("hana@example.org");
    const hana = browser();
    await askReset(await hana.visit(), { email: "hana@example.org" }, { key: key() });
    const token = await linkTo("hana@example.org", "reset-password");
    await hana.enter(
      await resetPassword(await hana.visit(), { token, password: "what hana chose" }, { key: key(), ...hana.here }),
    );
    await expectStrangerIsOut(mallory, "hana@example.org");
    await browser().signIn("hana@example.org", "what hana chose");
  });

  it("and the owner who signs up themselves afterwards keeps the password they typed", async () => {
    const mallory = await hijacked("ines@example.org");
    const ines = browser();
    await ines.signUp("Ines", "ines@example.org", "what ines chose");
    expect((await ines.verify(await linkTo("ines@example.org"))).choosePassword).toBe(false);
    await expectStrangerIsOut(mallory, "ines@example.org");
    await browser().signIn("ines@example.org", "what ines chose");
  });

  it("a stranger's later sign-up does not set a password either", async () => {
    const jo = browser();
    await jo.signUp("Jo", "jo@example.org");
    await browser().signUp("Mallory", "jo@example.org", "the password of mallory");
    await jo.verify(await linkTo("jo@example.org"));
    await expect(browser().signIn("jo@example.org", "the password of mallory")).rejects.toThrow("wrongSignIn");
  });
});

describe("somebody invited, who has no account yet", () => {
  it("is nobody's to act as before the mailbox is proven", async () => {
    await db().insert(people).values({ state: "invited", email: "kit@example.org" });
    await browser().signUp("Mallory", "kit@example.org", "the password of mallory");
    expect(await person("kit@example.org")).toMatchObject({ state: "invited", name: null });
    const rows = await db()
      .select()
      .from(passwords)
      .where(eq(passwords.personId, await idOf("kit@example.org")));
    expect(rows).toEqual([]);
  });

  it("becomes that person with the name and password they typed", async () => {
    await db().insert(people).values({ state: "invited", email: "lea@example.org" });
    const lea = browser();
    await lea.signUp("Lea", "lea@example.org");
    await lea.verify(await linkTo("lea@example.org"));
    expect(await person("lea@example.org")).toMatchObject({ state: "active", name: "Lea" });
    await browser().signIn("lea@example.org");
  });
});

describe("enumeration: the answer and the work are the same whether or not there is an account", () => {
  const mind = browser("198.51.100.1");
  const nobody = "nobody@example.org";
  /** Everybody an address may belong to; the last in their browser's language, which is the language of nobody. */
  const somebodies: Record<string, (email: string) => Promise<unknown>> = {
    "a member": (email) => somebody("Mia", email),
    "somebody with a second step": async (email) => {
      const { own } = await somebody("Max", email);
      await startSecondFactor(await own.person(), {}, { key: key() });
      const { secret } = (await pendingFactor(await own.person()))!;
      await confirmSecondFactor(await own.person(), { code: new TOTP({ secret }).generate() }, { key: key() });
    },
    "somebody who has not confirmed": (email) => browser().signUp("Una", email),
    "somebody invited": (email) => db().insert(people).values({ state: "invited", email }),
    "somebody who left an address with a report": (email) => db().insert(people).values({ state: "contact", email }),
    "somebody whose language is that of their browser": async (email) => {
      const { personId } = await somebody("Lou", email);
      await db().update(people).set({ locale: null }).where(eq(people.id, personId));
    },
  };

  const ways: Record<string, (email: string) => Promise<unknown>> = {
    "signing in": (email) => mind.signIn(email, "wrong wrong wrong"),
    "signing up": (email) => mind.signUp("Max", email),
    "a sign-in link": async (email) => askLink(await mind.visit(), { email }, { key: key(), locale: "en" }),
    "a reset": async (email) => askReset(await mind.visit(), { email }, { key: key(), locale: "en" }),
    "another mail after signing up": async (email) =>
      resendVerification(await mind.visit(), { next: "/", typed: {}, email }, { key: key(), locale: "en" }),
  };

  for (const [who, make] of Object.entries(somebodies))
    it(`for ${who}`, async () => {
      for (const [what, ask] of Object.entries(ways)) {
        const tag = `${what} ${who}`.replaceAll(/\W/g, "");
        await make(`${tag}@example.org`);
        const known = await counting(() => ask(`${tag}@example.org`));
        const unknown = await counting(() => ask(`no${tag}@example.org`));
        expect([what, unknown.statements]).toEqual([what, known.statements]);
        expect(JSON.stringify(unknown.failed)).toBe(JSON.stringify(known.failed));
      }
    });

  it("and nothing is left behind by pretending", async () => {
    for (const what of ["a sign-in link", "a reset"]) await ways[what]!(nobody);
    expect(await db().select().from(people).where(eq(people.email, nobody))).toEqual([]);
  });
});
