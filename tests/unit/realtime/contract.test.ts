import type PusherJs from "pusher-js";
import { describe, expect, test } from "vitest";
import { embeddedCarrier } from "@/lib/realtime/embedded";
import type { SentEvent } from "@/lib/realtime/event-rows";
import { hostedCarrier, pusherSdk } from "@/lib/realtime/hosted";
import { app, browserOf, joined, next, type Running, running, signedIn, silent, until } from "./support";

const id = "0b0e9c1e-7a55-4f0e-9d80-111111111111";
const community = "0b0e9c1e-7a55-4f0e-9d80-222222222222";
const place = { communityId: community, channel: `space:${id}` } as const;
const nameAt = (epoch: number) => `private-space-${id}-${epoch}`;
const posted: SentEvent = { ...place, epoch: 1, seq: 7, name: "post.added", ids: { post: "p1" } };

const sdkTo = (port: number) => pusherSdk({ ...app, host: "localhost", port, tls: false });
/** Claims everything, like the first process to ask. */
const line = { query: async () => [{}] as never[], close: async () => {} };

const carriers = {
  "over sockets of our own": ({ realtime }: Running) => embeddedCarrier(realtime.hub),
  "through PUSHER_* settings": ({ port }: Running) => hostedCarrier(sdkTo(port), silent),
};

/** The same contract test runs through PUSHER_* settings, with the server addressed as if somebody else ran it. */
describe.each(Object.entries(carriers))("events travel %s", (_, carrierOf) => {
  test("to who listens under that very name", async () => {
    const server = await running();
    const mara = await joined(browserOf("mara", server.port), nameAt(1));
    const former = await joined(browserOf("jonas", server.port), nameAt(2));
    const strayed: unknown[] = [];
    former.bind("kindling:event", (data: unknown) => strayed.push(data));
    const heard = next(mara, "kindling:event");
    await carrierOf(server).deliver([posted]);
    expect(await heard).toEqual({ channel: place.channel, seq: 7, name: "post.added", ids: { post: "p1" } });
    expect(strayed).toEqual([]);
  });

  test("in order, however many", async () => {
    const server = await running();
    const mara = await joined(browserOf("mara", server.port), nameAt(1));
    const heard: number[] = [];
    mara.bind("kindling:event", ({ seq }: SentEvent) => heard.push(seq));
    await carrierOf(server).deliver(Array.from({ length: 25 }, (_, n) => ({ ...posted, seq: n + 1 })));
    await until(() => heard.length === 25);
    expect(heard).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
  });

  test("revocation by epoch: the person's connection ends, the others are shown the new name", async () => {
    const server = await running();
    const [mara, jonas] = [browserOf("mara", server.port), browserOf("jonas", server.port)];
    await Promise.all([signedIn(mara), signedIn(jonas)]);
    const channels = [await joined(mara, nameAt(1)), await joined(jonas, nameAt(1))] as const;
    const moved = next(channels[1], "kindling:moved");
    const ended = next<void>(mara.connection, "disconnected");
    const carrier = carrierOf(server);
    await carrier.revoke(line, { ...place, epoch: 2, personId: "mara" });
    await ended;
    expect(await moved).toEqual({ channel: place.channel, epoch: 2 });
    expect(jonas.connection.state).toBe("connected");

    const again = await joined(jonas, nameAt(2));
    const heard = next<SentEvent>(again, "kindling:event");
    await carrier.deliver([{ ...posted, epoch: 2, seq: 8 }]);
    expect((await heard).seq).toBe(8);
  });
});

describe("the real pusher-js and the real pusher server SDK", () => {
  const listening = async () => {
    const server = await running();
    const mara = browserOf("mara", server.port);
    await signedIn(mara);
    return { ...server, mara, sdk: sdkTo(server.port) };
  };

  test("trigger, batch, leave out a socket", async () => {
    const { sdk, mara } = await listening();
    const channel = await joined(mara, "private-a");
    const heard: unknown[] = [];
    channel.bind_global((event: string, data: unknown) => event.startsWith("pusher") || heard.push([event, data]));
    await sdk.trigger(["private-a", "private-b"], "one", { a: "ä€🔥" });
    await sdk.trigger("private-a", "not for mara", {}, { socket_id: mara.connection.socket_id });
    await sdk.triggerBatch([{ channel: "private-a", name: "two", data: { b: 2 } }]);
    await until(() => heard.length === 2);
    expect(heard).toEqual([
      ["one", { a: "ä€🔥" }],
      ["two", { b: 2 }],
    ]);
  });

  test("channels and their people are listed", async () => {
    const { sdk, mara } = await listening();
    await joined(mara, "private-a");
    await joined(mara, "presence-b");
    const read = async (path: string, params = {}) => (await sdk.get({ path, params })).json();
    expect(await read("/channels")).toEqual({ channels: { "private-a": {}, "presence-b": {} } });
    expect(await read("/channels", { filter_by_prefix: "presence-" })).toEqual({ channels: { "presence-b": {} } });
    expect(await read("/channels/presence-b/users")).toEqual({ users: [{ id: "mara" }] });
    await expect(read("/channels/private-a/users")).rejects.toMatchObject({ status: 400 });
  });

  test("a person is spoken to, and all their connections are ended", async () => {
    const { sdk, mara, port } = await listening();
    const jonas = browserOf("jonas", port);
    await signedIn(jonas);
    const heard = next(mara.user as unknown as PusherJs, "hello");
    await until(() => mara.user.serverToUserChannel.subscribed);
    await sdk.sendToUser("mara", "hello", { n: 1 });
    expect(await heard).toEqual({ n: 1 });
    const ended = next<void>(mara.connection, "disconnected");
    await sdk.terminateUserConnections("mara");
    await ended;
    expect(jonas.connection.state).toBe("connected");
  });

  test("only who knows the secret is answered, and only for ten minutes", async () => {
    const { port } = await running();
    const asked = (settings: object) =>
      pusherSdk({ ...app, host: "localhost", port, tls: false, ...settings }).trigger("private-a", "x", {});
    await expect(asked({ secret: "guess" })).rejects.toMatchObject({ status: 401 });
    await expect(asked({ key: "other" })).rejects.toMatchObject({ status: 401 });
    await expect(asked({ appId: "other" })).rejects.toMatchObject({ status: 404 });
    const late = await running({ now: () => Date.now() + 601_000 });
    await expect(sdkTo(late.port).trigger("private-a", "x", {})).rejects.toMatchObject({ status: 401 });
  });

  test("a changed body, an unfit name and too much data are refused", async () => {
    const { port } = await running();
    const sdk = sdkTo(port);
    const query = sdk.createSignedQueryString({ method: "POST", path: "/apps/kindling/events", body: "{}" });
    const forged = await fetch(`http://localhost:${port}/apps/kindling/events?${query}`, {
      method: "POST",
      body: "{ }",
    });
    expect(forged.status).toBe(401);
    await expect(sdk.trigger("public", "x", {})).rejects.toMatchObject({ status: 400 });
    await expect(sdk.trigger("private-a", "x", "y".repeat(11_000))).rejects.toMatchObject({ status: 413 });
    await expect(sdk.trigger("private-a", "x", "y".repeat(300_000))).rejects.toMatchObject({ status: 413 });
  });
});
