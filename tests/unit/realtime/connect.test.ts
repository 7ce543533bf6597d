import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { connect } from "@/components/realtime/connect";
import type { Who } from "@/components/realtime/follow";
import { embeddedCarrier } from "@/lib/realtime/embedded";
import { createRealtimeServer } from "@/lib/realtime/server/server";
import { afterwards, app, origin, signedFor, until } from "./support";

const id = "0b0e9c1e-7a55-4f0e-9d80-111111111111";
const channel = `space:${id}` as const;
const line = { query: async () => [], close: async () => {} };

/** What the app answers over HTTP, and a server for sockets that can be taken away and put back on the same port. */
async function world() {
  const state = { epoch: 1, seq: 0, status: 200, asked: 0 };
  const signed = signedFor("mara");
  vi.stubGlobal("WebSocket", WebSocket);
  vi.stubGlobal("fetch", async (url: string, init?: { body?: URLSearchParams }) => {
    if (state.status !== 200) return new Response("{}", { status: state.status });
    if (url.startsWith("/auth")) {
      state.asked += 1;
      const [socket = "", name] = [init?.body?.get("socket_id") ?? "", init?.body?.get("channel_name")];
      if (name && !name.endsWith(`-${state.epoch}`)) return new Response("{}", { status: 404 });
      return Response.json(name ? signed.channel(socket, name) : signed.person(socket));
    }
    const after = Number(new URL(url, "http://x").searchParams.get("after") ?? state.seq);
    const events = Array.from({ length: state.seq - after }, (_, n) => ({
      seq: after + n + 1,
      name: "post.added",
      ids: {},
    }));
    const [name, presence] = ["private", "presence"].map((access) => `${access}-space-${id}-${state.epoch}`);
    return Response.json({ name, presence, seq: state.seq, events, reset: false });
  });

  let port = 0;
  const up = async () => {
    const realtime = createRealtimeServer({ app, origin, addressOf: () => "127.0.0.1" });
    const http = createServer().on("upgrade", (request, socket, head) => realtime.upgrade(request, socket, head));
    await new Promise<void>((resolve) => http.listen(port, "localhost", resolve));
    port = (http.address() as AddressInfo).port;
    const down = async () => {
      realtime.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    };
    return { hub: realtime.hub, carrier: embeddedCarrier(realtime.hub), down };
  };
  let server = await up();
  afterwards(() => server.down());

  const page = connect({
    key: app.key,
    host: "localhost",
    port,
    tls: false,
    authUrl: "/auth",
    catchUpUrl: "/catch-up",
  });
  afterwards(() => page.close());
  const seen: number[] = [];
  const told: string[] = [];
  let who: Who | undefined;
  const follow = (more: object = {}) =>
    page.follow({
      channel,
      community: "c",
      since: 0,
      onEvents: (events) => seen.push(...events.map(({ seq }) => seq)),
      onReset: () => told.push("reset"),
      onLost: () => told.push("lost"),
      ...more,
    });
  return {
    state,
    seen,
    told,
    follow,
    hub: () => server.hub,
    carrier: () => server.carrier,
    who: () => who,
    watch: () => follow({ onPresence: (next: Who) => (who = next) }),
    joined: () => until(() => server.hub.listeners(`private-space-${id}-${state.epoch}`) === 1),
    async happen() {
      state.seq += 1;
      const event = { communityId: "c", channel, epoch: state.epoch, seq: state.seq, name: "post.added", ids: {} };
      await server.carrier.deliver([event]);
    },
    down: () => server.down(),
    up: async () => {
      server = await up();
    },
  };
}

beforeEach(() => vi.unstubAllGlobals());

test("a page hears what happens, with the real pusher-js", async () => {
  const w = await world();
  w.follow();
  await w.joined();
  await w.happen();
  await w.happen();
  await until(() => w.seen.length === 2);
  expect(w.seen).toEqual([1, 2]);
});

test("after the server was away the page knows everything within five seconds", async () => {
  const w = await world();
  w.follow();
  await w.joined();
  await w.down();
  w.state.seq = 3;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await w.up();
  await until(() => w.seen.length === 3);
  await w.joined();
  await w.happen();
  await until(() => w.seen.length === 4);
  expect(w.seen).toEqual([1, 2, 3, 4]);
}, 15_000);

test("when somebody else loses access the page moves along; when its person does, it is told", async () => {
  const w = await world();
  w.follow();
  await w.joined();
  await until(() =>
    w
      .hub()
      .sockets()
      .some((socket) => socket.person === "mara"),
  );
  w.state.epoch = 2;
  await w.carrier().revoke(line, { communityId: "c", channel, epoch: 2, personId: "jonas" });
  await w.joined();
  await w.happen();
  await until(() => w.seen.length === 1);

  w.state.status = 404;
  await w.carrier().revoke(line, { communityId: "c", channel, epoch: 3, personId: "mara" });
  await until(() => w.told.length > 0, 8_000);
  expect(w.told).toEqual(["lost"]);
}, 15_000);

test("who was signed out is not asked for again and again", async () => {
  const w = await world();
  w.follow();
  await w.joined();
  w.state.status = 401;
  w.hub().endPerson("mara");
  await until(() => w.hub().size() === 0);
  await until(() => w.told.length > 0, 8_000);
  const asked = w.state.asked;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(w.hub().size()).toBe(0);
  expect(w.state.asked).toBe(asked);
}, 15_000);

test("two listeners share a channel, and one may go without the other", async () => {
  const w = await world();
  w.follow();
  const other: number[] = [];
  const stop = w.follow({ onEvents: (events: Array<{ seq: number }>) => other.push(...events.map(({ seq }) => seq)) });
  await w.joined();
  await w.happen();
  await until(() => w.seen.length === 1 && other.length === 1);
  stop();
  await w.happen();
  await until(() => w.seen.length === 2);
  expect(other).toEqual([1]);
});

test("a page sees who is there, and only their number in a crowd", async () => {
  const w = await world();
  w.watch();
  await until(() => w.who() !== undefined);
  expect(w.who()).toEqual({ ids: ["mara"], count: 1 });
  const name = `presence-space-${id}-1`;
  w.hub().presence.joinedElsewhere("elsewhere", name, "jonas");
  await until(() => w.who()?.count === 2);
  expect(w.who()).toEqual({ ids: ["mara", "jonas"], count: 2 });
  for (let n = 0; n < 100; n++) w.hub().presence.joinedElsewhere("elsewhere", name, `p${n}`);
  await until(() => w.who()?.count === 102);
  expect(w.who()).toEqual({ ids: null, count: 102 });
});
