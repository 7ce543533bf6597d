import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { passwords, people, sessions } from "@/db/schema";
import type { PersonAccess } from "@/lib/access/gate";
import { recordForAccount } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";
import { countAttempt, forgiveAttempt } from "./attempts";
import { isBrowserOf } from "./browsers";
import type { Onward, passwordInput, proveInput, sessionInput } from "./input";
import { guesses, hashPassword, isPassword, setPassword } from "./passwords";
import { acceptCode } from "./second-factor";
import { endSessionOf, endSessions, type Keyed } from "./sessions";
import { voidTokens } from "./tokens";

// Its own file: what somebody signed in does about their own security.

/** The password or a code once more, so that sensitive acts are theirs and not of whoever sits at their open screen. */
export async function prove(
  access: PersonAccess,
  { password, code }: Onward<typeof proveInput>,
  { browser }: { browser?: string },
): Promise<void> {
  const { personId } = access;
  const known = (await isBrowserOf(personId, browser)) ? browser : undefined;
  const counted = guesses(`prove ${personId}`, access.viewer.address, known);
  await countAttempt(counted);
  if (code) await db().transaction((tx) => acceptCode(tx, personId, code, { known: true }));
  else {
    const [row] = await db().select({ hash: passwords.hash }).from(passwords).where(eq(passwords.personId, personId));
    if (!(await isPassword(row?.hash, password))) throw refuse.invalid({ password: "accounts.passwordWrong" });
  }
  await renewProof(access);
  await forgiveAttempt(counted);
}

export async function renewProof(access: PersonAccess): Promise<void> {
  await db()
    .update(sessions)
    .set({ provenAt: sql`now()` })
    .where(and(eq(sessions.id, access.viewer.sessionId ?? ""), eq(sessions.personId, access.personId)));
}

/** Ends the other sessions: whoever knew the old password is out on their next request. */
export async function changePassword(
  access: PersonAccess,
  { password }: Onward<typeof passwordInput>,
  { key }: Keyed,
): Promise<void> {
  const { personId } = access;
  const secret = await hashPassword(password);
  await write(access, key, "accounts.changePassword", {}, async (tx) => {
    await setPassword(tx, personId, secret);
    await endSessions(tx, personId, "password changed", access.viewer.sessionId);
    await voidTokens(tx, personId, ["magic", "reset", "change", "ticket", "second"]);
    await tx.update(people).set({ pendingEmail: null }).where(eq(people.id, personId));
    await recordForAccount(tx, "password changed", { actorId: personId, objectId: personId, at: when(access) });
    return {};
  });
}

export async function endOneSession(access: PersonAccess, { session }: z.infer<typeof sessionInput>, { key }: Keyed) {
  return write(access, key, "accounts.endSession", { session }, async (tx) => {
    if (!(await endSessionOf(tx, access.personId, session))) throw refuse.notFound();
    await recordForAccount(tx, "signed out", { actorId: access.personId, objectId: session });
    return {};
  });
}

/** Nobody is refused: somebody whose session is over already is signed out. */
export async function signOut(access: PersonAccess, _: unknown, { key }: Keyed): Promise<void> {
  const { sessionId } = access.viewer;
  if (!sessionId) return;
  await write(access, key, "accounts.signOut", {}, async (tx) => {
    if (await endSessionOf(tx, access.personId, sessionId))
      await recordForAccount(tx, "signed out", { actorId: access.personId, objectId: sessionId });
    return {};
  });
}

/** Every device, this one too. */
export async function signOutEverywhere(access: PersonAccess, _: unknown, { key }: Keyed): Promise<void> {
  const { personId } = access;
  await write(access, key, "accounts.signOutEverywhere", {}, async (tx) => {
    await endSessions(tx, personId, "signed out everywhere");
    await voidTokens(tx, personId, ["magic", "reset", "ticket", "second"]);
    await recordForAccount(tx, "signed out", { actorId: personId, objectId: personId });
    return {};
  });
}
