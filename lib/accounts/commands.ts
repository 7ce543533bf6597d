import { hash, verify } from "@node-rs/argon2";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { passwords, people, totpFactors } from "@/db/schema";
import type { VisitorAccess } from "@/lib/access/gate";
import { recordForAccount } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/outbox";
import { when, write } from "@/lib/write";
import { countAttempt, network } from "./attempts";
import type { signInInput, signUpInput } from "./input";
import { issueTicket } from "./sessions";
import { newToken } from "./tokens";

/** OWASP's first choice for argon2id: 19 MiB, two passes. */
export const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is verified when there is no such account, so that the answer takes as long. */
let nobody: Promise<string> | undefined;

/**
 * Makes an account and sends the link that proves the address. When the address has an account already the answer is the same,
 * and its owner is told by mail: nobody learns who has an account here.
 */
export async function signUp(access: VisitorAccess, input: z.infer<typeof signUpInput>, { key }: { key: string }): Promise<void> {
  await countAttempt([{ key: `sign-up ${network(access.viewer.address)}`, max: 20 }]);
  const secret = await hash(input.password, argon);
  await write(access, key, "accounts.signUp", { email: input.email, name: input.name }, async (tx) => {
    const [taken] = await tx.select({ id: people.id, state: people.state }).from(people).where(eq(people.email, input.email)).for("update");
    if (taken?.state === "active") {
      const token = await newToken(tx, "magic", taken.id);
      await enqueueMail(tx, { personId: taken.id, kind: "magic-link", params: {}, secret: token });
      return {};
    }
    const facts = { state: "active" as const, name: input.name, email: input.email };
    // Somebody invited or imported becomes the person they already are here.
    const [person] = taken
      ? await tx.update(people).set(facts).where(eq(people.id, taken.id)).returning({ id: people.id })
      : await tx.insert(people).values({ ...facts, createdAt: when(access) }).returning({ id: people.id });
    await tx.insert(passwords).values({ personId: person!.id, hash: secret });
    await recordForAccount(tx, "account made", { actorId: person!.id, objectId: person!.id, at: when(access) });
    const token = await newToken(tx, "verify", person!.id);
    await enqueueMail(tx, { personId: person!.id, kind: "verify-email", params: {}, secret: token });
    return {};
  });
}

/** What comes after the password: in, or a second step. */
export type SignedIn = { ticket: string } | { second: string };

/** Checks address and password. The same sentence and the same work whether the account, the password or both are wrong. */
export async function signIn(access: VisitorAccess, input: z.infer<typeof signInInput>, more: { device: string; replaces?: string; knownBrowser?: string }): Promise<SignedIn> {
  await countAttempt([
    // A browser that signed in before has a budget of its own: a stranger's guesses cannot lock the owner out.
    more.knownBrowser ? { key: `browser ${more.knownBrowser} ${input.email}`, max: 10 } : { key: `account ${input.email}`, max: 10 },
    { key: `network ${network(access.viewer.address)}`, max: 100 },
  ]);
  const [found] = await db()
    .select({ id: people.id, hash: passwords.hash, second: totpFactors.confirmedAt })
    .from(people)
    .innerJoin(passwords, eq(passwords.personId, people.id))
    .leftJoin(totpFactors, eq(totpFactors.personId, people.id))
    .where(and(eq(people.email, input.email), eq(people.state, "active")));
  nobody ??= hash("nobody has this password", argon);
  const right = await verify(found?.hash ?? (await nobody), input.password);
  if (!found || !right) throw refuse.invalid({}, "accounts.wrongSignIn");
  return db().transaction(async (tx): Promise<SignedIn> => {
    if (found.second) return { second: await newToken(tx, "second", found.id) };
    return { ticket: await issueTicket(tx, found.id, more) };
  });
}

