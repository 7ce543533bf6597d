import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { db, type Tx } from "@/db/client";
import { passwords, people } from "@/db/schema";
import type { PersonAccess, VisitorAccess } from "@/lib/access/gate";
import { digest, sameSecret, unseal } from "@/lib/access/secrets";
import { recordForAccount } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { write } from "@/lib/write";
import { countAttempt, network } from "./attempts";
import type { mailInput, Onward, resetInput, tokenInput, verifyInput } from "./input";
import { mailLink, mailProof, proveMailbox } from "./mailbox";
import { guesses, hashPassword, isPassword, setPassword } from "./passwords";
import { type Browser, type Entered, endSessions, enter, type Keyed } from "./sessions";
import { carried, findToken, useTokenOfPerson, voidTokens } from "./tokens";

// Its own file: what comes in by a link of a mail. Mail scanners open links, so nothing happens before a button is pressed.

type Asking = Keyed & { locale?: string };
type Coming = Keyed & Browser;

const countMail = (access: VisitorAccess, email: string) =>
  countAttempt([
    { key: `mails ${network(access.viewer.address)}`, max: 60 },
    { key: `mail ${email}`, max: 5 },
  ]);

/** The same answer and the same work whether or not somebody has an account with this address. */
const asking =
  (kind: "magic-link" | "reset-password", name: string) =>
  async (access: VisitorAccess, { email, next }: Onward<typeof mailInput>, { key, locale }: Asking): Promise<void> => {
    await countMail(access, email);
    await write(access, key, name, { email }, async (tx) => {
      await mailLink(tx, kind, { email, next, locale });
      return {};
    });
  };

export const askLink = asking("magic-link", "accounts.askLink");
export const askReset = asking("reset-password", "accounts.askReset");

/** Who waits for the mail that proves the address. */
export interface Waiting {
  email: string;
  next?: string;
  /** What belongs to the link: which browser signed up, and the hash of the password it chose. */
  typed: Record<string, string>;
}

export async function resendVerification(access: VisitorAccess, waiting: Waiting, { key, locale }: Asking) {
  await countMail(access, waiting.email);
  await write(access, key, "accounts.resendVerification", {}, async (tx) => {
    await mailProof(tx, { email: waiting.email, next: waiting.next, locale }, waiting.typed);
    return {};
  });
}

/**
 * One form, one redemption: the answer holds a secret, so it is not kept with the form's key, and a second sending
 * of the same form is told that the link was used.
 */
async function redeem(
  access: VisitorAccess,
  key: string,
  name: string,
  token: string,
  change: (tx: Tx) => Promise<Entered>,
): Promise<Entered> {
  let entered: Entered | undefined;
  await write(access, key, name, { token: digest(token) }, async (tx) => {
    entered = await change(tx);
    return {};
  });
  if (!entered) throw refuse.conflict("accounts.linkUsed");
  return entered;
}

export function redeemLink(access: VisitorAccess, { token }: z.infer<typeof tokenInput>, { key, ...browser }: Coming) {
  return redeem(access, key, "accounts.redeemLink", token, async (tx) => {
    const { personId, detail } = await useTokenOfPerson(tx, "magic", token);
    await proveMailbox(tx, personId, { signedIn: access.viewer.personId === personId });
    await voidTokens(tx, personId, ["magic"]);
    return enter(tx, personId, { ...browser, replaces: access.viewer.sessionId }, carried(detail));
  });
}

/** A new password ends every session: whoever knew the old one is out. */
export async function resetPassword(
  access: VisitorAccess,
  { token, password }: z.infer<typeof resetInput>,
  { key, ...browser }: Coming,
) {
  const secret = await hashPassword(password);
  return redeem(access, key, "accounts.resetPassword", token, async (tx) => {
    const { personId, detail } = await useTokenOfPerson(tx, "reset", token);
    await proveMailbox(tx, personId, { signedIn: access.viewer.personId === personId });
    await setPassword(tx, personId, secret);
    await endSessions(tx, personId, "password changed");
    await voidTokens(tx, personId, ["magic", "reset", "change", "ticket", "second"]);
    await tx.update(people).set({ pendingEmail: null }).where(eq(people.id, personId));
    await recordForAccount(tx, "password changed", { actorId: personId, objectId: personId });
    return enter(tx, personId, browser, carried(detail));
  });
}

/** @returns where to go on to; to choosing a password where the one that was typed at sign-up could not be kept */
export async function verifyAddress(
  access: VisitorAccess,
  { token, password }: z.infer<typeof verifyInput>,
  { key, ...browser }: Coming,
): Promise<Entered & { choosePassword: boolean }> {
  const chooser = await isChooser(access, token, password, browser);
  let choosePassword = false;
  const entered = await redeem(access, key, "accounts.verifyAddress", token, async (tx) => {
    const { personId, detail } = await useTokenOfPerson(tx, "verify", token);
    const signedIn = access.viewer.personId === personId;
    const first = await proveMailbox(tx, personId, { signedIn });
    if (first && chooser && !signedIn && detail.password) await setPassword(tx, personId, detail.password);
    if (detail.name)
      await tx
        .update(people)
        .set({ name: sql`coalesce(${people.name}, ${unseal("name", detail.name)})` })
        .where(eq(people.id, personId));
    choosePassword = (await tx.select().from(passwords).where(eq(passwords.personId, personId))).length === 0;
    return enter(tx, personId, { ...browser, replaces: access.viewer.sessionId }, carried(detail));
  });
  return { ...entered, choosePassword };
}

/** Whether this is who typed the password when signing up: the same browser, or somebody who knows it. */
async function isChooser(access: VisitorAccess, token: string, typed: string, { browser }: Browser): Promise<boolean> {
  const { personId, detail = {} } = (await findToken("verify", token)) ?? {};
  if (!personId) return false;
  if (browser && detail.browser && sameSecret(digest(browser), detail.browser)) return true;
  if (!typed) return false;
  await countAttempt(guesses(`verify ${personId}`, access.viewer.address, undefined));
  if (!(await isPassword(detail.password, typed))) throw refuse.invalid({ password: "accounts.passwordWrong" });
  return true;
}

/** For the pages behind the links of mails: looking uses nothing up. */
export const isGoodLink = async (_: VisitorAccess, purpose: "magic" | "reset", token: string): Promise<boolean> =>
  token.length <= 100 && (await findToken(purpose, token)) !== undefined;

/** What the one page of links that prove a mailbox has to show. */
export async function lookAtLink(
  access: VisitorAccess,
  token: string,
  browser: string | undefined,
): Promise<"verify" | "verify elsewhere" | "confirm" | "stop" | undefined> {
  if (token.length > 100) return undefined;
  const verify = await findToken("verify", token);
  if (verify) {
    const here = access.viewer.personId === verify.personId || (browser && verify.detail.browser === digest(browser));
    return here ? "verify" : "verify elsewhere";
  }
  const change = await findToken("change", token);
  return change?.detail.act === "confirm" || change?.detail.act === "stop" ? change.detail.act : undefined;
}

/** What the resent mail of somebody signed in carries. */
export async function waitingOf({ personId }: PersonAccess, browser: string | undefined): Promise<Waiting> {
  const [row] = await db()
    .select({ email: people.email, password: passwords.hash })
    .from(people)
    .leftJoin(passwords, eq(passwords.personId, people.id))
    .where(eq(people.id, personId));
  if (!row?.email) throw refuse.notFound();
  const typed = { ...(browser && { browser: digest(browser) }), ...(row.password && { password: row.password }) };
  return { email: row.email, typed };
}
