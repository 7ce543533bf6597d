import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDb } from "@/db/client";
import { personSettings } from "@/db/schema";
import { type Viewer, visitor } from "@/lib/access/viewer";
import { refuse } from "@/lib/errors";
import { personOfPresence, presenceId } from "@/lib/realtime/presence-ids";
import { announce, announceToPerson, revokeAccess } from "@/lib/realtime/publish";
import { authorizeChannel, authorizePerson, type Doors, eventsAfter } from "@/lib/realtime/queries";
import { channelText, sign } from "@/lib/realtime/server/signature";
import { signedFor } from "@/tests/unit/realtime/support";
import { lastingWorld, type World } from "./support";

const keys = { key: "key", secret: "a secret", embedded: true };
const viewerOf = (personId: string): Viewer => ({ ...visitor, personId, sessionId: "s", verified: true });
const socketId = "12.34";

let world: World;
const open = new Set<string>();
/** Whoever is in the set may read; everything asked is remembered. */
const doors: Doors = {
  community: async (viewer) => void demand(viewer),
  space: async (viewer, community, space) => {
    if (community !== world.community || space !== world.space) throw refuse.notFound();
    demand(viewer);
  },
};
function demand(viewer: Viewer) {
  if (!viewer.personId || !open.has(viewer.personId)) throw refuse.notFound();
}

beforeAll(async () => {
  world = await lastingWorld();
  process.env.DATABASE_URL = world.url;
  open.add(world.mara);
});
afterAll(async () => {
  await closeDb();
  await world.close();
});

const place = () => ({ communityId: world.community, channel: `space:${world.space}` as const });
const ask = (person: string, channelName: string, communityId: string | undefined = world.community) =>
  authorizeChannel(doors, keys, viewerOf(person), { socketId, channelName, communityId });
const after = (person: string, seq?: number) => eventsAfter(doors, viewerOf(person), place(), seq);

test("who may read gets a signature for the present name, and for no other", async () => {
  const name = `private-space-${world.space}-1`;
  expect(await ask(world.mara, name)).toEqual({ auth: signedFor(world.mara).channel(socketId, name).auth });
  for (const other of [`private-space-${world.space}-2`, `private-space-${world.mara}-1`, "private-x", "public"])
    await expect(ask(world.mara, other)).rejects.toMatchObject({ status: 404 });
  await expect(ask(world.mara, name, world.mara)).rejects.toMatchObject({ status: 404 });
  await expect(ask(world.jonas, name)).rejects.toMatchObject({ status: 404 });
  await expect(ask(world.jonas, `presence-space-${world.space}-1`)).rejects.toMatchObject({ status: 404 });
  await expect(after(world.jonas)).rejects.toMatchObject({ status: 404 });
});

test("visitors hold no socket", async () => {
  const request = { socketId, channelName: `private-space-${world.space}-1`, communityId: world.community };
  await expect(authorizeChannel(doors, keys, visitor, request)).rejects.toMatchObject({ status: 401 });
  await expect(eventsAfter(doors, visitor, place())).rejects.toMatchObject({ status: 401 });
  expect(() => authorizePerson(keys, visitor, socketId)).toThrow();
});

test("a person's channel is theirs alone", async () => {
  await ask(world.mara, `private-person-${world.mara}-1`);
  await expect(ask(world.mara, `private-person-${world.jonas}-1`)).rejects.toMatchObject({ status: 404 });
  await expect(ask(world.mara, `presence-person-${world.mara}-1`)).rejects.toMatchObject({ status: 404 });
});

test.each(["", "1", "1.2.3", "a.b", "1.2:private-x", "1.2\n"])("socket id %j is signed for nobody", async (id) => {
  const request = { socketId: id, channelName: `private-space-${world.space}-1`, communityId: world.community };
  await expect(authorizeChannel(doors, keys, viewerOf(world.mara), request)).rejects.toMatchObject({ status: 422 });
  expect(() => authorizePerson(keys, viewerOf(world.mara), id)).toThrow();
});

test("presence shows another id in every space, and never the person's", async () => {
  const { channel_data: data } = await ask(world.mara, `presence-space-${world.space}-1`);
  const here = presenceId(keys.secret, `space:${world.space}`, world.mara);
  expect(JSON.parse(data ?? "")).toEqual({ user_id: here });
  expect(here).not.toBe(presenceId(keys.secret, `space:${world.jonas}`, world.mara));
  expect(here).not.toContain(world.mara);
});

test("only we lead a presence id back to the person, and only in its own space", () => {
  const channel = `space:${world.space}` as const;
  const here = presenceId(keys.secret, channel, world.mara);
  expect(personOfPresence(keys.secret, channel, here)).toBe(world.mara);
  expect(personOfPresence("another secret", channel, here)).not.toBe(world.mara);
  expect(personOfPresence(keys.secret, `space:${world.jonas}`, here)).not.toBe(world.mara);
  for (const odd of ["", "x", "../../etc", "\u0000", "a".repeat(500)])
    expect(personOfPresence(keys.secret, channel, odd)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test("who does not want to be shown listens unannounced; through another's server, which would announce them, not at all", async () => {
  const name = `presence-space-${world.space}-1`;
  const set = (value: boolean) =>
    world.commit(async (tx) => {
      await tx.delete(personSettings);
      await tx.insert(personSettings).values({ personId: world.mara, key: "presenceShown", value });
    });
  await set(false);
  const { channel_data: data, auth } = await ask(world.mara, name);
  expect(JSON.parse(data ?? "")).toMatchObject({ unseen: true });
  expect(auth).toBe(`key:${sign(keys.secret, channelText(socketId, name, data))}`);
  const request = { socketId, channelName: name, communityId: world.community };
  const hosted = { ...keys, embedded: false };
  await expect(authorizeChannel(doors, hosted, viewerOf(world.mara), request)).rejects.toMatchObject({ status: 404 });
  // News are not presence.
  await authorizeChannel(doors, hosted, viewerOf(world.mara), {
    ...request,
    channelName: name.replace("presence", "private"),
  });
  await set(true);
  expect(JSON.parse((await ask(world.mara, name)).channel_data ?? "")).not.toHaveProperty("unseen");
});

test("catch-up by sequence: what was missed, or the advice to read the page again", async () => {
  expect(await after(world.mara)).toEqual({
    name: `private-space-${world.space}-1`,
    presence: `presence-space-${world.space}-1`,
    seq: 0,
    events: [],
    reset: false,
  });
  await world.commit(async (tx) => {
    for (let n = 1; n <= 205; n++) await announce(tx, { ...place(), name: "post.added", ids: { post: `p${n}` } });
  });
  const missed = await after(world.mara, 100);
  expect(missed.events.map((event) => event.seq)).toEqual(Array.from({ length: 105 }, (_, n) => n + 101));
  expect(missed.events[0]).toEqual({ seq: 101, name: "post.added", ids: { post: "p101" } });
  expect(await after(world.mara, 205)).toMatchObject({ seq: 205, events: [], reset: false });
  expect(await after(world.mara, 0)).toMatchObject({ seq: 205, events: [], reset: true });
  // Later than anything: the database was restored from a backup.
  expect(await after(world.mara, 900)).toMatchObject({ seq: 205, events: [], reset: true });

  await world.commit((tx) => announceToPerson(tx, { personId: world.mara, name: "note.added", ids: { note: "n" } }));
  const own = await eventsAfter(
    doors,
    viewerOf(world.mara),
    { communityId: undefined, channel: `person:${world.mara}` },
    0,
  );
  expect(own).toMatchObject({ name: `private-person-${world.mara}-1`, presence: null, seq: 1, events: [{ seq: 1 }] });
});

test("after somebody lost access only the new name is signed", async () => {
  await world.commit((tx) => revokeAccess(tx, { ...place(), personId: world.jonas }));
  await expect(ask(world.mara, `private-space-${world.space}-1`)).rejects.toMatchObject({ status: 404 });
  await ask(world.mara, `private-space-${world.space}-2`);
  expect((await after(world.mara)).name).toBe(`private-space-${world.space}-2`);
});
