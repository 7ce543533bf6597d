import { randomUUID } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { beforeAll } from "vitest";
import { closeDb, db, pool } from "@/db/client";
import { outbox, people, sessions } from "@/db/schema";
import { openPerson, openVisitor } from "@/lib/access/gate";
import { digest, newSecret } from "@/lib/access/secrets";
import { provenLately, type Viewer, viewerOf, visitor } from "@/lib/access/viewer";
import { signIn, signUp } from "@/lib/accounts/commands";
import { verifyAddress } from "@/lib/accounts/links";
import { type Entered, redeemTicket } from "@/lib/accounts/sessions";
import { opened } from "@/lib/mail/outbox";
import { freshDatabase } from "../../support/cluster";

/** A database of this file's own, and people in it who act by the product's own commands. */
export function house() {
  beforeAll(async () => {
    process.env.AUTH_SECRET ??= "the secret of the tests, which guards nothing at all";
    process.env.DATABASE_URL = await freshDatabase();
    return closeDb;
  });
}

export const key = () => randomUUID() as string;
export const password = "seven lanterns in the fog";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

let homes = 0;
const home = () => `198.18.${Math.floor(++homes / 250)}.${homes % 250}`;

/** One browser: it keeps a secret to be known by, and at most one session. Each stands in a home of its own. */
export function browser(address = home()) {
  const secret = newSecret();
  let session: string | undefined;
  const here = { device: firefox, browser: secret };
  const viewer = async (): Promise<Viewer> =>
    (session && (await viewerBy(session, address))) || { ...visitor, address };
  return {
    here,
    viewer,
    visit: async () => openVisitor(await viewer()),
    person: async () => openPerson(await viewer()),
    async enter(entered: Entered) {
      if ("second" in entered) return entered.second;
      const begun = await redeemTicket(entered.ticket, secret);
      if (!begun) throw new Error("The ticket was not good.");
      session = begun.secret;
      return undefined;
    },
    async signUp(name: string, email: string, chosen = password, next = "/") {
      const input = { name, email, password: chosen, next };
      return signUp(openVisitor(await viewer()), input, { key: key(), browser: secret, locale: "en" });
    },
    async signIn(email: string, typed = password) {
      return this.enter(await signIn(openVisitor(await viewer()), { email, password: typed, next: "/" }, here));
    },
    async verify(token: string, typed = "") {
      const more = { key: key(), ...here };
      const entered = await verifyAddress(openVisitor(await viewer()), { token, password: typed }, more);
      await this.enter(entered);
      return entered;
    },
    isSignedIn: async () => (await viewer()).personId !== null,
  };
}
export type TestBrowser = ReturnType<typeof browser>;

/** Who holds this session now, asked of the table as every request asks it. */
async function viewerBy(secret: string, address: string): Promise<Viewer | undefined> {
  const [row] = await db()
    .select({ personId: sessions.personId, id: sessions.id, proven: provenLately })
    .from(sessions)
    .where(
      and(eq(sessions.secretHash, digest(secret)), sql`${sessions.endedAt} is null and ${sessions.expiresAt} > now()`),
    );
  return row && { ...(await viewerOf(row.personId)), sessionId: row.id, proven: row.proven, address };
}

/** Somebody with a proven account, and the browser they sit at. */
export async function somebody(name: string, email: string) {
  const own = browser();
  await own.signUp(name, email);
  await own.verify(await linkTo(email));
  return { own, personId: await idOf(email) };
}

export async function idOf(email: string): Promise<string> {
  const [row] = await db().select({ id: people.id }).from(people).where(eq(people.email, email));
  if (!row) throw new Error(`Nobody has the address ${email}.`);
  return row.id;
}

/** The one-time token in the newest mail to somebody. */
export async function linkTo(email: string, kind?: string): Promise<string> {
  const mails = await mailsTo(email);
  const mail = mails.find((row) => row.sealed && (!kind || row.kind === kind));
  return opened(mail?.sealed ?? null).secret ?? "";
}

export const mailsTo = async (email: string) =>
  db()
    .select({ kind: outbox.kind, sealed: outbox.sealed })
    .from(outbox)
    .innerJoin(people, eq(people.id, outbox.personId))
    .where(eq(people.email, email))
    .orderBy(desc(outbox.createdAt));

/** How many statements the database was sent while something was done. */
export async function counting(work: () => Promise<unknown>): Promise<{ statements: number; failed?: unknown }> {
  let statements = 0;
  const client = await pool().connect();
  const proto = Object.getPrototypeOf(client) as { query: (...args: unknown[]) => unknown };
  client.release();
  const original = proto.query;
  proto.query = function (this: unknown, ...args: unknown[]) {
    statements++;
    return original.apply(this, args);
  };
  try {
    await work();
    return { statements: some(statements) };
  } catch (failed) {
    return { statements: some(statements), failed };
  } finally {
    proto.query = original;
  }
}

function some(statements: number): number {
  if (statements === 0) throw new Error("Nothing was counted, so nothing was compared.");
  return statements;
}
