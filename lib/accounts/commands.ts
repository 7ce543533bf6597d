import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { db, type Tx } from "@/db/client";
import { passwords, people } from "@/db/schema";
import type { VisitorAccess } from "@/lib/access/gate";
import { digest, seal } from "@/lib/access/secrets";
import { recordForAccount } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";
import { countAttempt, forgiveAttempt, network } from "./attempts";
import { isBrowserOf, knowsBrowser, rememberBrowser } from "./browsers";
import type { codeInput, Onward, signInInput, signUpInput } from "./input";
import type { Waiting } from "./links";
import { mailProof, orPretend, proveMailbox } from "./mailbox";
import { demandOpenDoor } from "./open-door";
import { guesses, hashPassword, isPassword, setPassword } from "./passwords";
import { acceptCode } from "./second-factor";
import { type Browser, type Entered, enter, issueTicket, type Keyed } from "./sessions";
import { carried, findToken, useToken } from "./tokens";

export { argon } from "./passwords";

interface SigningUp extends Keyed, Partial<Browser> {
  /** The language of the page, for the first mail. */
  locale?: string;
}

/**
 * Makes an account and sends the link that proves the address. When the address has an account already the answer and the work are the same,
 * and its owner is told by mail: nobody learns who has an account here. Who was invited or imported becomes that person once the address is proven, not before.
 * Where sign-ups are closed an open invitation lets in; one that was mailed to this very address proves it, and no further mail is needed.
 */
export async function signUp(
  access: VisitorAccess,
  input: Onward<typeof signUpInput>,
  more: SigningUp,
): Promise<Waiting | Entered> {
  const { proven } = await demandOpenDoor(access, input);
  await countAttempt([
    { key: `sign-up ${network(access.viewer.address)}`, max: 60 },
    { key: `mail ${input.email}`, max: 5 },
  ]);
  const secret = await hashPassword(input.password);
  const { name, email } = input;
  const { locale, browser } = more;
  // What was typed travels with the link, since the account may be somebody else's until the mailbox is proven.
  const typed = { password: secret, name: seal("name", name), ...(browser && { browser: digest(browser) }) };
  let entered: Entered | undefined;
  const { came } = await write(access, more.key, "accounts.signUp", { email, name }, async (tx) => {
    const [taken] = await tx
      .select({ id: people.id, state: people.state, verifiedAt: people.emailVerifiedAt })
      .from(people)
      .where(eq(people.email, email));
    if (taken && proven && !(taken.state === "active" && taken.verifiedAt)) {
      entered = await becomeInvited(tx, access, taken.id, { name, secret, next: input.next }, more);
      return { came: true };
    }
    await orPretend(tx, !taken, (inner) =>
      makeAccount(inner, access, { name, email: taken ? null : email, locale }, secret, browser),
    );
    await mailProof(tx, { email, locale, next: input.next }, typed);
    return { came: false };
  });
  // Of the same form sent twice the first is in; the way in is not kept to be given again.
  if (came && !entered) throw refuse.conflict("common.alreadySent");
  return entered ?? { email, next: input.next, typed };
}

/** Whoever reads the mail of the invitation is the person it was mailed to, whatever a stranger did with the address before. */
async function becomeInvited(
  tx: Tx,
  access: VisitorAccess,
  personId: string,
  { name, secret, next }: { name: string; secret: string; next?: string },
  { device = "", browser, locale }: SigningUp,
): Promise<Entered> {
  await proveMailbox(tx, personId, { signedIn: false });
  await setPassword(tx, personId, secret);
  await tx
    .update(people)
    .set({ name, locale: sql`coalesce(${people.locale}, ${locale ?? null})` })
    .where(eq(people.id, personId));
  return enter(tx, personId, { device, browser, replaces: access.viewer.sessionId }, next);
}

async function makeAccount(
  tx: Tx,
  access: VisitorAccess,
  facts: { name: string; email: string | null; locale?: string },
  secret: string,
  browser: string | undefined,
): Promise<void> {
  const [person] = await tx
    .insert(people)
    .values({ ...facts, createdAt: when(access) })
    .onConflictDoNothing()
    .returning({ id: people.id });
  // Another form with this address was faster.
  if (!person) return;
  await tx.insert(passwords).values({ personId: person.id, hash: secret });
  if (browser) await rememberBrowser(tx, person.id, browser);
  await recordForAccount(tx, "account made", { actorId: person.id, objectId: person.id, at: when(access) });
}

/** Checks address and password. The same sentence and the same work whether the account, the password or both are wrong. */
export async function signIn(
  access: VisitorAccess,
  input: Onward<typeof signInInput>,
  browser: Browser,
): Promise<Entered> {
  const known = (await knowsBrowser(input.email, browser.browser)) ? browser.browser : undefined;
  const counted = guesses(input.email, access.viewer.address, known);
  await countAttempt(counted);
  const [found] = await db()
    .select({ id: people.id, hash: passwords.hash })
    .from(people)
    .innerJoin(passwords, eq(passwords.personId, people.id))
    .where(and(eq(people.email, input.email), eq(people.state, "active")));
  if (!(await isPassword(found?.hash, input.password)) || !found) throw refuse.invalid({}, "accounts.wrongSignIn");
  await forgiveAttempt(counted);
  const replaces = access.viewer.sessionId;
  return db().transaction((tx) => enter(tx, found.id, { ...browser, replaces }, input.next));
}

/** The code after the password. The token stays good while codes are wrong, and the codes are counted. */
export async function secondStep(
  access: VisitorAccess,
  input: z.infer<typeof codeInput>,
  { second, ...browser }: Browser & { second: string | undefined },
): Promise<Entered> {
  const token = second ? await findToken("second", second) : undefined;
  if (!second || !token?.personId) throw refuse.conflict("accounts.secondStepOver");
  const { personId, detail } = token;
  const known = (await isBrowserOf(personId, browser.browser)) ? browser.browser : undefined;
  const counted = guesses(`code ${personId}`, access.viewer.address, known);
  await countAttempt(counted);
  const entered = await db().transaction(async (tx): Promise<Entered> => {
    await acceptCode(tx, personId, input.code, { known: known !== undefined });
    await useToken(tx, "second", second);
    const ticket = await issueTicket(tx, personId, { ...browser, replaces: access.viewer.sessionId });
    return { ticket, next: carried(detail) };
  });
  await forgiveAttempt(counted);
  return entered;
}
