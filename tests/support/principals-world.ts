import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { openPerson } from "@/lib/access/gate";
import { digest } from "@/lib/access/secrets";
import { type Viewer, viewerOf, visitor } from "@/lib/access/viewer";
import { issueTicket, redeemTicket } from "@/lib/accounts/sessions";
import { foundBrand } from "@/lib/brands/commands";
import { draftPicture } from "@/lib/files/commands";
import { avatarLimits } from "@/lib/files/pictures";
import { beginPicture } from "@/lib/files/uploads";
import { work } from "@/lib/jobs/work";
import { enqueueMail } from "@/lib/mail/outbox";
import { learnWords } from "@/lib/search/jobs";
import { plain } from "../unit/files/pictures";
import { Canaries } from "./canary";
import { belonging, inB, owning, type Principal, principals, takingPart, type Who } from "./principals";
import { account, newKey, system } from "./principals-make";
import { foundSide, type Side } from "./principals-side";

/** Two brands, their communities and everybody who may stand before a door, made by the product's own commands. */
export interface World {
  readonly canaries: Canaries;
  readonly a: Side;
  readonly b: Side;
  /** Ids of persons; nobody for visitors. */
  readonly people: Readonly<Record<Principal, string>>;
  /** Somebody in community A whom nothing else concerns: acts are done to them. */
  readonly target: string;
  readonly suspensionOf: { suspended: string };
  /** Of the member: security mail of which nobody knows whether it went out. */
  readonly doubtfulMail: string;
  /** A picture of the member that belongs to nothing yet. */
  readonly draft: string;
  /** Of the member: begun, and nothing of it has come. */
  readonly upload: string;
  /** The present epoch of the hidden room's channel. */
  readonly hiddenEpoch: number;
  viewer(who: Principal): Promise<Viewer>;
  /** The secret of a session; none for visitors. */
  session(who: Principal): Promise<string | undefined>;
}

export async function buildWorld(): Promise<World> {
  const canaries = new Canaries();
  const people = {} as Record<Principal, string>;
  // What somebody says about themselves is read by themselves and by the members of where they belong.
  const readers = (who: Principal): Who => [
    who,
    ...(belonging.includes(who) ? takingPart : []),
    ...(who.endsWith("B") ? inB(takingPart) : []),
    // Beside their request to join, at the desk.
    ...(who === "unverifiedOutsider" ? owning : []),
  ];
  for (const who of principals)
    people[who] =
      who === "anonymous" || who === "expired" ? "" : await account(who, canaries.mark(`bio ${who}`, readers(who)));
  const target = await account("target", "");

  const a = await newBrand("alder", people.owner, (brand) => foundSide(brand, canaries, people, target, "a"));
  const b = await newBrand("birch", people.ownerB, (brand) => foundSide(brand, canaries, people, target, "b"));

  // What was said has been learned, as a minute later.
  await work(learnWords);

  // Time cannot be made to pass by a command, and nobody loses their proof of an address today.
  const unproven = [people.unverified, people.unverifiedManager, people.unverifiedOutsider];
  await db().execute(sql`update people set email_verified_at = null where id in (${sql.join(unproven, sql`, `)})`);

  const ask = async <T extends object>(query: ReturnType<typeof sql>) =>
    (await db().execute<T & Record<string, unknown>>(query)).rows[0];
  const suspended = await ask<{ id: string }>(sql`select id from suspensions where person_id = ${people.suspended}`);
  const head = await ask<{ epoch: number }>(
    sql`select epoch from channel_heads where channel = ${`space:${a.rooms.hidden.id}`}`,
  );
  await db().transaction((tx) =>
    enqueueMail(tx, { personId: people.member, kind: "magic-link", params: {}, secret: "none" }),
  );
  // As after a crash in the midst of sending.
  const mail = await ask<{ id: string }>(
    sql`update outbox set state = 'unknown' where person_id = ${people.member} and kind = 'magic-link' returning id`,
  );

  const sessions = new Map<Principal, string>();
  // All of them now: a session made within what is taken back would be taken back with it.
  const viewers = new Map<Principal, Viewer>();
  for (const who of principals) viewers.set(who, await viewerFor(people[who]));
  return {
    suspensionOf: { suspended: suspended!.id },
    doubtfulMail: mail!.id,
    draft: await draftPicture(openPerson(await viewerOf(people.member)), await plain("png", 40, 40), avatarLimits),
    upload: (await beginPicture(openPerson(await viewerOf(people.member)), { size: 100 }, newKey())).id,
    hiddenEpoch: head?.epoch ?? 1,
    canaries,
    a,
    b,
    people,
    target,
    viewer: async (who) => viewers.get(who)!,
    async session(who) {
      if (who === "anonymous") return undefined;
      const known = sessions.get(who);
      if (known) return known;
      const made = await newSession(people[who] || people.manager);
      sessions.set(who, made);
      if (who === "expired") await expire(made);
      return made;
    },
  };
}

async function newBrand(slug: string, ownerId: string, found: (brand: string) => Promise<Side>): Promise<Side> {
  await foundBrand(system(), ownerId, { brandName: `Brand ${slug}`, brandSlug: slug, colour: "#336633" }, newKey());
  return found(slug);
}

/** As the request of somebody who has just proven who they are. */
async function viewerFor(personId: string): Promise<Viewer> {
  if (!personId) return { ...visitor, address: "192.0.2.7" };
  return { ...(await viewerOf(personId)), proven: true, sessionId: await sessionIdOf(personId) };
}

export async function newSession(personId: string): Promise<string> {
  const ticket = await db().transaction((tx) => issueTicket(tx, personId, { device: "a test" }));
  const session = await redeemTicket(ticket);
  if (!session) throw new Error("The ticket opened no session.");
  return session.secret;
}

async function expire(secret: string): Promise<void> {
  await db().execute(
    sql`update sessions set expires_at = now() - interval '1 minute' where secret_hash = ${digest(secret)}`,
  );
}

async function sessionIdOf(personId: string): Promise<string> {
  const { rows } = await db().execute<{ id: string }>(
    sql`select id from sessions where person_id = ${personId} and ended_at is null order by created_at limit 1`,
  );
  if (rows[0]) return rows[0].id;
  await newSession(personId);
  return sessionIdOf(personId);
}
