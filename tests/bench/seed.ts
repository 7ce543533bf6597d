import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { closeDb, db } from "@/db/client";
import {
  openBrand,
  openCommunity,
  openDesk,
  openNewcomer,
  openSpaces,
  openSystem,
  openVisitor,
} from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { importPerson } from "@/lib/accounts/import";
import { resetPassword } from "@/lib/accounts/links";
import { issueTicket, redeemTicket } from "@/lib/accounts/sessions";
import { newToken } from "@/lib/accounts/tokens";
import { makeBadge } from "@/lib/badges/commands";
import { foundBrand, foundCommunity } from "@/lib/brands/commands";
import { work } from "@/lib/jobs/work";
import { joinCommunity } from "@/lib/members/commands";
import { writeHistory } from "@/lib/posts/history";
import { type History, mostAtOnce } from "@/lib/posts/history-input";
import { understandHistory } from "@/lib/posts/understand";
import { learnWords } from "@/lib/search/jobs";
import { makeSpace } from "@/lib/spaces/commands";
import { memberEmail, memberName, type Seeded, says, spaceName, spaceSlug, titleOf, world } from "./world";

/** The standard size, the same in every run, made by the product's own commands. Prints what the rows need. */

/** As many acts at once as this; more would wait for a connection. */
const BATCH = 8;

const digest = (text: string) => createHash("sha256").update(`kindling bench ${text}`).digest();

const keyOf = (act: string) =>
  digest(act)
    .toString("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");

/** Somebody comes every minute, so that lists by time have one order. */
const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n));

async function inBatches<T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => one(from + i));
    results.push(...(await Promise.all(batch)));
  }
  return results;
}

/** What the database learns by itself in a living product: how much there is, and what is seen by all. */
const settle = () => db().execute(sql`vacuum analyze`);

const systemAt = (at: Date) => openSystem({ ...visitor, actingAt: at }, "the bench");

function person(n: number) {
  const facts = { name: memberName(n), email: memberEmail(n), bio: null, locale: "en", zone: "Europe/Berlin" };
  return importPerson(systemAt(minute(0)), facts, { key: keyOf(`person ${n}`) });
}

async function foundOrchard(ownerId: string): Promise<void> {
  const brand = { brandName: "Scales and Sons", brandSlug: "scales", colour: "#3d6b4f" };
  await foundBrand(systemAt(minute(0)), ownerId, brand, { key: keyOf("brand") });
  const owner = await viewerOf(ownerId, minute(0));
  const access = await openBrand(owner, brand.brandSlug);
  const community = {
    communityName: world.communityName,
    communitySlug: world.community,
    purpose: world.purpose,
    about: "",
    zone: "Europe/Berlin",
    locale: "en" as const,
    joinMode: "open" as const,
    colour: "" as const,
  };
  const firstSpace = { slug: spaceSlug(1), name: spaceName(1), purpose: "The first bed of twenty." };
  await foundCommunity(access, community, { key: keyOf("community"), firstSpace });
  const badge = {
    name: "Scale Keeper",
    slug: "scale-keeper",
    meaning: "Keeps the scales.",
    earned: "By keeping them.",
  };
  const design = { ...badge, kind: "role" as const, motif: "key" as const, editionSize: null };
  const { badgeId } = await makeBadge(access, design, { key: keyOf("badge") });
  const desk = openDesk(await openCommunity(owner, world.community));
  for (let n = 2; n <= world.spaces; n++) {
    const last = n === world.spaces;
    const space = {
      name: last ? world.insiderName : spaceName(n),
      slug: last ? world.insider : spaceSlug(n),
      purpose: last ? world.insiderPurpose : `Bed ${n} of ${world.spaces}.`,
      readAudience: last ? ("badges" as const) : n % 3 ? ("everyone" as const) : ("members" as const),
      writeAudience: "members" as const,
      readBadges: last ? [badgeId] : [],
      writeBadges: [],
      needs: "any" as const,
      door: "listed" as const,
    };
    await makeSpace(desk, space, { key: keyOf(`space ${n}`) });
  }
}

async function joins(personId: string, n: number): Promise<void> {
  const access = await openCommunity(await viewerOf(personId, minute(n)), world.community);
  await joinCommunity(openNewcomer(access), {}, { key: keyOf(`join ${n}`) });
}

async function signsIn(personId: string): Promise<string> {
  const ticket = await db().transaction((tx) => issueTicket(tx, personId, { device: "the bench" }));
  const session = await redeemTicket(ticket);
  if (!session) throw new Error(`${personId} could not sign in.`);
  return session.secret;
}

async function choosesPassword(personId: string, n: number) {
  const token = await db().transaction((tx) => newToken(tx, "reset", personId));
  const input = { token, password: world.password };
  await resetPassword(openVisitor(visitor), input, { key: keyOf(`password ${n}`), device: "the bench" });
  return { email: memberEmail(n), browser: digest(`browser ${n}`).toString("base64url") };
}

const openSlugs = Array.from({ length: world.spaces - 1 }, (_, n) => n + 1)
  .filter((n) => n === 1 || n % 3 !== 0)
  .map(spaceSlug);

/** A thread a minute, after everybody came; its posts come one after the other. */
function talk(ids: readonly string[], spaceIds: readonly string[], t: number, posts: number) {
  const at = (n: number) => new Date(minute(world.members + t).getTime() + n * 1_000).toISOString();
  const by = (n: number) => ({ authorId: ids[1 + ((t + n * n) % (world.members - 1))]!, at: at(n) });
  const thread = { id: keyOf(`thread ${t}`), spaceId: spaceIds[t % spaceIds.length]!, title: titleOf(t), ...by(0) };
  const said = Array.from({ length: posts }, (_, n) => ({
    id: keyOf(`post ${t} ${n + 1}`),
    threadId: thread.id,
    text: says(t, n + 1),
    ...by(n),
  }));
  return { thread, said };
}

/** As it would come from elsewhere: in pieces, and then read by the jobs until nothing waits. */
async function talks(ids: readonly string[], count: number): Promise<Pick<Seeded, "threads" | "listening">> {
  const access = openDesk(await openCommunity(await viewerOf(ids[0]!, minute(0)), world.community));
  const open = (await openSpaces(access)).flatMap((one) =>
    "inside" in one && openSlugs.includes(one.inside.space.slug) ? one.inside.space.id : [],
  );
  const made: { id: string; title: string }[] = [];
  let waiting: History = { threads: [], posts: [] };
  const send = async () => {
    if (waiting.posts.length > 0)
      await writeHistory(access, waiting, { key: keyOf(`piece ${made.length} ${waiting.posts[0]!.id}`) });
    waiting = { threads: [], posts: [] };
  };
  for (let t = 0; t <= count; t++) {
    const { thread, said } = talk(ids, open, t, t === count ? world.longThread : world.postsEach);
    waiting.threads.push(thread);
    for (const post of said) {
      waiting.posts.push(post);
      if (waiting.posts.length === mostAtOnce) await send();
    }
    made.push({ id: thread.id, title: thread.title });
  }
  await send();
  return { threads: made, listening: { communityId: access.community.id, spaceId: open[0]! } };
}

/** Drawn, made to be found, and their words learned. */
async function readAll(): Promise<void> {
  for (const job of [understandHistory, learnWords]) while ((await job.due!(db())).length > 0) await work(job);
}

const scale = Number(process.argv[2] ?? 1);
const ids = (await inBatches(world.members, person)).map(({ personId }) => personId);
await foundOrchard(ids[0]!);
await inBatches(world.members - 1, (n) => joins(ids[n + 1]!, n + 1));
const readers = ids.slice(1, 1 + world.readers);
const sessions = await inBatches(world.readers, (n) => signsIn(readers[n]!));
const first = 1 + world.readers;
const signers = await inBatches(world.signers, (n) => choosesPassword(ids[first + n]!, first + n));
const began = performance.now();
const { threads, listening } = await talks(ids, world.threads * scale);
const written = performance.now();
await readAll();
const understood = performance.now();
await settle();
const seeded: Seeded = {
  sessions,
  signers,
  threads,
  listening,
  written: (written - began) / 1000,
  understood: (understood - written) / 1000,
};
console.log(JSON.stringify(seeded));
await closeDb();
