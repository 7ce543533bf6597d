import { expect, test } from "vitest";
import WebSocket from "ws";
import { app, browserOf, joined, next, origin, running, signedFor, until } from "./support";

const space = "private-space-0b0e9c1e-7a55-4f0e-9d80-111111111111-1";
const presence = "presence-space-0b0e9c1e-7a55-4f0e-9d80-111111111111-1";

interface Said {
  event: string;
  channel?: string;
  data: { code?: number; socket_id?: string } & Record<string, unknown>;
}

/** A socket without pusher-js, for what pusher-js would not do. */
function bare(port: number, options: { path?: string; headers?: Record<string, string>; origin?: string } = {}) {
  const path = options.path ?? `/app/${app.key}?protocol=7&client=test`;
  const socket = new WebSocket(`ws://localhost:${port}${path}`, { origin: options.origin, headers: options.headers });
  const said: Said[] = [];
  socket.on("message", (raw) => {
    const message = JSON.parse(raw.toString()) as Said;
    said.push({ ...message, data: typeof message.data === "string" ? JSON.parse(message.data) : message.data });
  });
  const ended = new Promise<number>((resolve) => {
    socket.on("close", resolve);
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => {});
  });
  const say = (event: string, data: object) => socket.send(JSON.stringify({ event, data }));
  const hears = async (event: string) => {
    await until(() => said.some((message) => message.event === event));
    return said.find((message) => message.event === event) as Said;
  };
  const greeted = async () => String((await hears("pusher:connection_established")).data.socket_id);
  return { socket, said, ended, say, hears, greeted };
}

test("socket ids are digits.digits", async () => {
  const { port } = await running();
  const ids = await Promise.all(Array.from({ length: 20 }, () => bare(port).greeted()));
  expect(new Set(ids).size).toBe(20);
  for (const id of ids) expect(id).toMatch(/^\d+\.\d+$/);
});

test("wrong Origin is refused before a socket opens; the configured one is let in", async () => {
  const { port, realtime } = await running();
  for (const wrong of ["https://evil.example", `${origin}.evil.example`, "null", "http://community.example"])
    expect(await bare(port, { origin: wrong }).ended).toBe(403);
  expect(realtime.hub.size()).toBe(0);
  await bare(port, { origin }).greeted();
});

test("client events are refused and reach nobody", async () => {
  const { port } = await running();
  const mara = bare(port);
  const jonas = bare(port);
  for (const [name, it] of [
    ["mara", mara],
    ["jonas", jonas],
  ] as const) {
    const id = await it.greeted();
    it.say("pusher:subscribe", { channel: space, ...signedFor(name).channel(id, space) });
    await it.hears("pusher_internal:subscription_succeeded");
  }
  mara.socket.send(JSON.stringify({ event: "client-typing", channel: space, data: {} }));
  expect((await mara.hears("pusher:error")).data.code).toBe(4301);
  mara.say("pusher:ping", {});
  await mara.hears("pusher:pong");
  expect(jonas.said.map((message) => message.event)).not.toContain("client-typing");
});

test("only private and presence channels with a right signature are joined", async () => {
  const { port, realtime } = await running();
  const { greeted, say, said } = bare(port);
  const id = await greeted();
  const good = signedFor("mara").channel(id, space);
  const attempts = [
    { channel: "public", auth: "" },
    { channel: "private-encrypted-x", ...signedFor("mara").channel(id, "private-encrypted-x") },
    { channel: space, auth: "" },
    { channel: space, auth: `${good.auth.slice(0, -1)}x` },
    { channel: space, auth: `other:${good.auth.split(":")[1]}` },
    { channel: space, auth: signedFor("mara").channel("1.1", space).auth },
    { channel: `${space}0`, auth: good.auth },
    { channel: presence, auth: signedFor("mara").channel(id, presence).auth },
    { channel: "#server-to-user-jonas", auth: "" },
  ];
  for (const attempt of attempts) say("pusher:subscribe", attempt);
  await until(() => said.filter((message) => message.event === "pusher:subscription_error").length === attempts.length);
  expect(realtime.hub.names()).toEqual([]);
  say("pusher:subscribe", { channel: space, ...good });
  await until(() => realtime.hub.listeners(space) === 1);
});

test("an unknown app and an unknown version are told apart by their codes", async () => {
  const { port } = await running();
  expect(await bare(port, { path: "/app/other?protocol=7" }).ended).toBe(4001);
  expect(await bare(port, { path: `/app/${app.key}?protocol=5` }).ended).toBe(4007);
  expect(await bare(port, { path: `/app/${app.key}?protocol=x` }).ended).toBe(4006);
  expect(await bare(port, { path: `/app/${app.key}` }).ended).toBe(4008);
});

test("a connection that does not sign in is ended", async () => {
  const { port } = await running({ limits: { signInWithinMs: 50 } });
  expect(await bare(port).ended).toBe(4009);
});

test("a forged sign-in is ended", async () => {
  const { port } = await running();
  const { greeted, say, ended } = bare(port);
  const { auth } = signedFor("mara").person(await greeted());
  say("pusher:signin", { auth, user_data: JSON.stringify({ id: "jonas" }) });
  expect(await ended).toBe(4009);
});

test("a silent connection is asked and then ended", async () => {
  const { port } = await running({ limits: { roundMs: 20, silenceMs: 40 } });
  const { hears, ended } = bare(port);
  await hears("pusher:ping");
  expect(await ended).toBe(4201);
});

test("sockets, channels and messages have limits", async () => {
  const { port, realtime } = await running({
    limits: { socketsPerNetwork: 2, channelsPerSocket: 1, messageBytes: 500 },
  });
  const from = (address: string) => bare(port, { headers: { "x-test-address": address } });
  const mara = from("2001:db8::1");
  const id = await mara.greeted();
  await from("2001:db8::2").greeted();
  expect(await from("2001:db8::3").ended).toBe(429);
  await from("2001:db9::1").greeted();

  for (const name of [space, `${space}0`])
    mara.say("pusher:subscribe", { channel: name, ...signedFor("mara").channel(id, name) });
  expect((await mara.hears("pusher:subscription_error")).channel).toBe(`${space}0`);
  mara.say("pusher:ping", { text: "x".repeat(600) });
  expect(await mara.ended).toBe(1009);
  await until(() => realtime.hub.size() === 2);
  await from("2001:db8::4").greeted();
});

test("presence tells who is there by opaque ids, once a person", async () => {
  const { port } = await running();
  const mara = browserOf("m", port);
  const channel = (await joined(mara, presence)) as unknown as { members: { count: number }; bind: typeof mara.bind };
  const added = next<{ id: string }>(channel, "pusher:member_added");
  const removed = next<{ id: string }>(channel, "pusher:member_removed");
  const jonas = browserOf("j", port);
  await joined(jonas, presence);
  expect((await added).id).toBe("j");
  const second = browserOf("j", port);
  await joined(second, presence);
  expect(channel.members.count).toBe(2);
  jonas.disconnect();
  second.disconnect();
  expect((await removed).id).toBe("j");
  expect(channel.members.count).toBe(1);
});

test("who does not want to be shown sees who is there, and neither comes nor goes for the others", async () => {
  const { port, realtime } = await running();
  const mara = browserOf("m", port);
  const channel = await joined(mara, presence);
  const told: string[] = [];
  channel.bind_global((event: string, data: { id?: string }) => told.push(`${event} ${data?.id ?? ""}`));
  const unseen = browserOf("u", port, { unseen: true });
  const hers = (await joined(unseen, presence)) as unknown as { members: { count: number; members: object } };
  expect(hers.members).toMatchObject({ count: 1, members: { m: null } });
  realtime.hub.send(presence, "hello", {});
  await until(() => told.includes("hello "));
  unseen.disconnect();
  // Who comes after is told of, so what was said before has arrived.
  await joined(browserOf("j", port), presence);
  await until(() => told.some((each) => each.endsWith(" j")));
  expect(told).toEqual(["hello ", "pusher:member_added j"]);
  expect(realtime.hub.presence.own()).toEqual([
    [presence, "m"],
    [presence, "j"],
  ]);
});

test("in a crowd presence falls back to counts", async () => {
  const { port, realtime } = await running();
  for (let n = 0; n < 100; n++) realtime.hub.presence.joinedElsewhere("elsewhere", presence, `p${n}`);
  const mara = browserOf("m", port);
  const channel = await joined(mara, presence);
  expect((channel as unknown as { members: { count: number; members: object } }).members).toMatchObject({
    count: 101,
    members: {},
  });
  const told = next<{ subscription_count: number }>(channel, "pusher:subscription_count");
  await joined(browserOf("j", port), presence);
  expect((await told).subscription_count).toBe(102);
});
