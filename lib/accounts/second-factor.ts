import { randomInt } from "node:crypto";
import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { recoveryCodes, totpFactors } from "@/db/schema";
import type { PersonAccess } from "@/lib/access/gate";
import { keyedDigest, seal, unseal } from "@/lib/access/secrets";
import { recordForAccount } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";
import { countAttempt } from "./attempts";
import type { codeInput } from "./input";
import { type Keyed, lockPerson } from "./sessions";

// Its own file: the second step is a subject of its own, with its own secrets and its own arithmetic.

const period = 30;
const issuer = "Kindling";

const generator = (secret: string, label = "") =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period, digits: 6 });

/** What an authenticator app reads from the picture. */
export const factorAddress = (secret: string, label: string) => generator(secret, label).toString();

export const openFactor = (sealed: string) => unseal("totp", sealed);

/** Begins: a secret that counts for nothing until a code made from it has come back. */
export async function startSecondFactor(access: PersonAccess, _: unknown, { key }: Keyed) {
  return write(access, key, "accounts.startSecondFactor", {}, async (tx) => {
    const secret = seal("totp", new Secret({ size: 20 }).base32);
    await tx
      .insert(totpFactors)
      .values({ personId: access.personId, secret })
      .onConflictDoUpdate({
        target: totpFactors.personId,
        set: { secret, lastStep: 0 },
        setWhere: isNull(totpFactors.confirmedAt),
      });
    return {};
  });
}

/** Switches the second step on. @returns the recovery codes, which can be seen this once */
export async function confirmSecondFactor(access: PersonAccess, input: z.infer<typeof codeInput>, { key }: Keyed) {
  await countAttempt([{ key: `confirm ${access.personId}`, max: 20 }]);
  let codes: string[] = [];
  await write(access, key, "accounts.confirmSecondFactor", {}, async (tx) => {
    await lockPerson(tx, access.personId);
    const [factor] = await tx.select().from(totpFactors).where(eq(totpFactors.personId, access.personId));
    if (!factor || factor.confirmedAt) throw refuse.conflict("accounts.startSecondStepAgain");
    await acceptTotp(tx, access.personId, input.code, { known: true });
    await tx.update(totpFactors).set({ confirmedAt: sql`now()` }).where(eq(totpFactors.personId, access.personId));
    codes = await replaceCodes(tx, access.personId);
    await noteChange(tx, access, "second step on");
    return {};
  });
  return codes;
}

export async function removeSecondFactor(access: PersonAccess, _: unknown, { key }: Keyed) {
  return write(access, key, "accounts.removeSecondFactor", {}, async (tx) => {
    const gone = await tx.delete(totpFactors).where(eq(totpFactors.personId, access.personId)).returning();
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, access.personId));
    if (gone.some((factor) => factor.confirmedAt)) await noteChange(tx, access, "second step off");
    return {};
  });
}

export async function newRecoveryCodes(access: PersonAccess, _: unknown, { key }: Keyed) {
  let codes: string[] = [];
  await write(access, key, "accounts.newRecoveryCodes", {}, async (tx) => {
    const [factor] = await tx.select().from(totpFactors).where(eq(totpFactors.personId, access.personId));
    if (!factor?.confirmedAt) throw refuse.conflict("accounts.startSecondStepAgain");
    codes = await replaceCodes(tx, access.personId);
    return {};
  });
  return codes;
}

/** Takes a code from the app or a recovery code, each once; refuses anything else. */
export async function acceptCode(tx: Tx, personId: string, code: string, by: { known: boolean }): Promise<void> {
  const plain = code.replace(/[\s-]/g, "").toLowerCase();
  if (/^\d{6}$/.test(plain)) return acceptTotp(tx, personId, plain, by);
  const [used] = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(recoveryCodes.personId, personId),
        eq(recoveryCodes.hash, codeHash(personId, plain)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ usedAt: recoveryCodes.usedAt });
  if (!used) throw refuse.invalid({ code: "accounts.codeWrong" });
}

async function acceptTotp(tx: Tx, personId: string, code: string, { known }: { known: boolean }): Promise<void> {
  const token = code.replace(/\s/g, "");
  const [factor] = await tx.select().from(totpFactors).where(eq(totpFactors.personId, personId));
  if (!factor) throw refuse.invalid({ code: "accounts.codeWrong" });
  const totp = generator(openFactor(factor.secret));
  const now = Math.floor(Date.now() / 1000 / period);
  const away = totp.validate({ token, window: 1 });
  if (away === null)
    throw refuse.invalid({ code: isOtherTime(totp, token, known) ? "accounts.clockOff" : "accounts.codeWrong" });
  // The condition makes a code work once, also for two who send it at the same time.
  const taken = await tx
    .update(totpFactors)
    .set({ lastStep: now + away })
    .where(and(eq(totpFactors.personId, personId), lt(totpFactors.lastStep, now + away)))
    .returning({ lastStep: totpFactors.lastStep });
  if (taken.length === 0) throw refuse.invalid({ code: "accounts.codeUsed" });
}

/**
 * A right code of another time means that a clock is wrong, and saying so saves an evening. Codes of the future are only
 * recognised for a browser that signed in before: telling a stranger "this will be right" would help their guessing.
 */
function isOtherTime(totp: TOTP, token: string, known: boolean): boolean {
  const away = totp.validate({ token, window: (26 * 3600) / period });
  return away !== null && (away < 0 || known);
}

const letters = "abcdefghjkmnpqrstuvwxyz23456789";

async function replaceCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () =>
    Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join(""),
  );
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ personId, hash: codeHash(personId, code) })));
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, "$1-"));
}

const codeHash = (personId: string, code: string) => keyedDigest("recovery code", `${personId} ${code}`);

const noteChange = (tx: Tx, access: PersonAccess, verb: "second step on" | "second step off") =>
  recordForAccount(tx, verb, { actorId: access.personId, objectId: access.personId, at: when(access) });
