import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { people } from "@/db/schema";
import type { PersonAccess, VisitorAccess } from "@/lib/access/gate";
import { keyedDigest, sameSecret } from "@/lib/access/secrets";
import { recordForAccount } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/outbox";
import { when, write } from "@/lib/write";
import { countAttempt } from "./attempts";
import type { changeEmailInput, tokenInput } from "./input";
import { type Keyed, lockPerson } from "./sessions";
import { newToken, useTokenOfPerson, voidTokens } from "./tokens";

// Its own file: moving an account to another mailbox takes two mailboxes and three acts.

const fingerprint = (email: string) => keyedDigest("address", email);

/** Asks for another address. Whether somebody else has it is not told here: only who reads its mail may know. */
export async function changeEmail(
  access: PersonAccess,
  { email }: z.infer<typeof changeEmailInput>,
  { key }: Keyed,
): Promise<void> {
  const { personId } = access;
  await countAttempt([{ key: `change of ${personId}`, max: 5 }]);
  await write(access, key, "accounts.changeEmail", { email }, async (tx) => {
    const person = await lockPerson(tx, personId);
    if (person.email === email) throw refuse.invalid({ email: "accounts.emailSame" });
    await tx.update(people).set({ pendingEmail: email }).where(eq(people.id, personId));
    const confirm = await newToken(tx, "change", personId, { act: "confirm", to: fingerprint(email) });
    const stop = await newToken(tx, "change", personId, { act: "stop" }, false);
    await enqueueMail(tx, { personId, kind: "email-changed-new", params: {}, secret: confirm });
    await enqueueMail(tx, { personId, kind: "email-changed-old", params: {}, secret: stop });
    return {};
  });
}

/**
 * The link in the new mailbox, opened by who asked: somebody else who confirms a mail they did not expect
 * would only give their address to a stranger's account.
 */
export async function confirmEmail(access: PersonAccess, { token }: z.infer<typeof tokenInput>, { key }: Keyed) {
  await write(access, key, "accounts.confirmEmail", {}, async (tx) => {
    const { personId, detail } = await useTokenOfPerson(tx, "change", token);
    const person = await lockPerson(tx, personId);
    const { pendingEmail } = person;
    if (personId !== access.personId) throw refuse.forbidden("accounts.otherAccount");
    if (detail.act !== "confirm" || !pendingEmail || !sameSecret(fingerprint(pendingEmail), detail.to ?? ""))
      throw refuse.conflict("accounts.linkUsed");
    const [moved] = await tx
      .update(people)
      .set({ email: pendingEmail, pendingEmail: null, emailVerifiedAt: sql`now()` })
      .where(
        and(
          eq(people.id, personId),
          sql`not exists (select 1 from people other where other.email = ${pendingEmail} and other.id <> ${personId})`,
        ),
      )
      .returning({ id: people.id });
    if (!moved) throw refuse.conflict("accounts.emailTaken");
    // What went to the mailbox before opens nothing any more.
    await voidTokens(tx, personId, ["verify", "magic", "reset", "change"]);
    await recordForAccount(tx, "address changed", { actorId: personId, objectId: personId, at: when(access) });
    return {};
  });
}

export async function stopEmailChange(access: PersonAccess, _: unknown, { key }: Keyed): Promise<void> {
  await write(access, key, "accounts.stopEmailChange", {}, async (tx) => {
    await stop(tx, access.personId);
    return {};
  });
}

/** From the old mailbox, by whoever reads it: stopping needs less than changing. */
export async function stopEmailChangeByMail(
  access: VisitorAccess,
  { token }: z.infer<typeof tokenInput>,
  { key }: Keyed,
) {
  await write(access, key, "accounts.stopEmailChangeByMail", {}, async (tx) => {
    const { personId, detail } = await useTokenOfPerson(tx, "change", token);
    if (detail.act !== "stop") throw refuse.conflict("accounts.linkUsed");
    await stop(tx, personId);
    return {};
  });
}

async function stop(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(people)
    .set({ pendingEmail: null })
    .where(and(eq(people.id, personId), isNotNull(people.pendingEmail)));
  await voidTokens(tx, personId, ["change"]);
}
