import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Pusher from "pusher-js";
import { afterEach } from "vitest";
import type { Limits } from "@/lib/realtime/server/limits";
import { createRealtimeServer, type RealtimeServer } from "@/lib/realtime/server/server";
import { channelText, sign, userText } from "@/lib/realtime/server/signature";

export const app = { appId: "kindling", key: "key", secret: "a secret" };
export const origin = "https://community.example";
export const silent = { info() {}, warn() {}, error() {} };

const undo: Array<() => unknown> = [];
export const afterwards = (act: () => unknown) => void undo.push(act);
afterEach(async () => {
  for (const act of undo.splice(0).reverse()) await act();
});

export interface Running {
  readonly realtime: RealtimeServer;
  readonly port: number;
}

/** The embedded server on a port of its own, taking its part of what an HTTP server hears. */
export async function running(options: { limits?: Partial<Limits>; now?: () => number } = {}): Promise<Running> {
  const realtime = createRealtimeServer({ app, origin, addressOf: (request) => address(request.headers), ...options });
  const http = createServer((request, response) => {
    if (realtime.takes(request, "request")) realtime.request(request, response);
    else response.writeHead(404).end();
  });
  http.on("upgrade", (request, socket, head) => realtime.upgrade(request, socket, head));
  const port = await listen(http);
  afterwards(() => {
    realtime.close();
    http.closeAllConnections();
    http.close();
  });
  return { realtime, port };
}

const address = (headers: Record<string, string | string[] | undefined>) =>
  String(headers["x-test-address"] ?? "127.0.0.1");

export async function listen(http: Server): Promise<number> {
  await new Promise<void>((resolve) => http.listen(0, "localhost", resolve));
  return (http.address() as AddressInfo).port;
}

/** The port of a web server in a process of its own, which keeps its upgrades to itself. */
export async function keepsUpgrades(): Promise<number> {
  const source = `const server = require("node:http").createServer((_, answer) => answer.end("a page"));
    server.listen(0, "localhost", () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ["-e", source], { stdio: ["ignore", "pipe", "inherit"] });
  afterwards(() => child.kill("SIGKILL"));
  const [said] = await once(child.stdout, "data");
  return Number(said);
}

/** What the app's signing address would answer to this person, whoever they are. */
export const signedFor = (person: string, member: object = {}) => ({
  person: (socketId: string) => {
    const userData = JSON.stringify({ id: person });
    return { auth: `${app.key}:${sign(app.secret, userText(socketId, userData))}`, user_data: userData };
  },
  channel: (socketId: string, name: string) => {
    const data = name.startsWith("presence-") ? JSON.stringify({ user_id: person, ...member }) : undefined;
    return { auth: `${app.key}:${sign(app.secret, channelText(socketId, name, data))}`, channel_data: data };
  },
});

/** The real pusher-js, as the browser would use it. */
export function browserOf(person: string, port: number, member: object = {}): Pusher {
  const signed = signedFor(person, member);
  const pusher = new Pusher(app.key, {
    cluster: "",
    wsHost: "localhost",
    wsPort: port,
    forceTLS: false,
    enabledTransports: ["ws"],
    userAuthentication: { customHandler: ({ socketId }, told) => told(null, signed.person(socketId)) },
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, told) => told(null, signed.channel(socketId, channelName)),
    },
  });
  pusher.signin();
  afterwards(() => pusher.disconnect());
  return pusher;
}

type Speaker = { bind(event: string, heard: (data: never) => void): unknown };

/** Resolves with what is said next under this name. */
export const next = <T>(speaker: Speaker, event: string) =>
  new Promise<T>((resolve) => speaker.bind(event, (data) => resolve(data)));

export async function joined(pusher: Pusher, name: string) {
  const channel = pusher.subscribe(name);
  await next(channel, "pusher:subscription_succeeded");
  return channel;
}

export async function signedIn(pusher: Pusher) {
  const before = Date.now();
  await until(() => pusher.user.user_data !== null || Date.now() - before > 5_000);
}

/** Waits for something that is to become true; fails with its own words if it does not. */
export async function until(true_: () => boolean, patience = 20_000) {
  const end = Date.now() + patience;
  while (!true_()) {
    if (Date.now() > end) throw new Error(`It did not come true: ${true_}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
