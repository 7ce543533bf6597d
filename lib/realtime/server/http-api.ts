import type { IncomingMessage, ServerResponse } from "node:http";
import type { App } from "./connection";
import type { Hub } from "./hub";
import { isChannelName, isPresence, isSocketId, readObject } from "./protocol";
import { demandSignature, Refusal, readBody } from "./signed-request";

const dataBytes = 10_240;

interface Setting {
  readonly app: App;
  readonly hub: Hub;
  readonly requestBytes: number;
  now(): number;
}

interface Call {
  readonly hub: Hub;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly parts: readonly string[];
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  answer(call: Call): object;
}

/** The part of Pusher's HTTP API that its server library calls. It reaches the sockets of this process. */
const routes: readonly Route[] = [
  { method: "POST", path: /^\/events$/, answer: ({ hub, body }) => sendAll(hub, [body]) },
  {
    method: "POST",
    path: /^\/batch_events$/,
    answer({ hub, body }) {
      if (!Array.isArray(body.batch) || body.batch.length > 10) throw new Refusal(400, "A batch holds up to 10 events");
      return sendAll(hub, body.batch);
    },
  },
  {
    method: "GET",
    path: /^\/channels$/,
    answer({ hub, query }) {
      const prefix = query.get("filter_by_prefix") ?? "";
      const names = hub.names().filter((name) => isChannelName(name) && name.startsWith(prefix));
      return { channels: Object.fromEntries(names.map((name) => [name, {}])) };
    },
  },
  {
    method: "GET",
    path: /^\/channels\/([^/]+)$/,
    answer: ({ hub, parts: [name = ""] }) => ({
      occupied: hub.listeners(name) > 0,
      subscription_count: hub.listeners(name),
    }),
  },
  {
    method: "GET",
    path: /^\/channels\/([^/]+)\/users$/,
    answer({ hub, parts: [name = ""] }) {
      if (!isPresence(name)) throw new Refusal(400, "Only presence channels have users");
      return { users: hub.presence.members(name).map((id) => ({ id })) };
    },
  },
  {
    method: "POST",
    path: /^\/users\/([^/]+)\/terminate_connections$/,
    answer({ hub, parts: [person = ""] }) {
      hub.endPerson(person);
      return {};
    },
  },
];

export function createHttpApi({ app, hub, requestBytes, now }: Setting) {
  async function answer(request: IncomingMessage): Promise<object> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const method = request.method ?? "GET";
    const body = await readBody(request, requestBytes);
    demandSignature(app, method, url, body, now());
    const base = `/apps/${app.appId}`;
    if (!url.pathname.startsWith(`${base}/`)) throw new Refusal(404, "Application does not exist");
    for (const route of routes) {
      const found = route.method === method && route.path.exec(url.pathname.slice(base.length));
      if (!found) continue;
      const parts = found.slice(1).map(decodeURIComponent);
      return route.answer({ hub, query: url.searchParams, body: readObject(body.toString()) ?? {}, parts });
    }
    throw new Refusal(404, "Not found");
  }

  return async function handle(request: IncomingMessage, response: ServerResponse) {
    const [status, content] = await answer(request).then(
      (result) => [200, result] as const,
      (error: unknown) =>
        error instanceof Refusal
          ? ([error.status, { error: error.message }] as const)
          : ([400, { error: "The request could not be read" }] as const),
    );
    // An unread rest of a body would be taken for the next request on this connection.
    const connection = status === 413 ? { connection: "close" } : {};
    response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store", ...connection });
    response.end(JSON.stringify(content));
  };
}

/** All are read before the first is sent: a bad one spoils the whole request, as with the hosted service. */
function sendAll(hub: Hub, list: readonly unknown[]): object {
  for (const { names, event, data, except } of list.map(readEvent))
    for (const name of names) hub.send(name, event, data, except);
  return {};
}

function readEvent(item: unknown) {
  const { name, data, channel, channels, socket_id: except } = Object(item) as Record<string, unknown>;
  const names: readonly unknown[] = Array.isArray(channels) ? channels : [channel];
  if (typeof name !== "string" || name.length === 0 || name.length > 200) throw new Refusal(400, "Unfit event name");
  if (typeof data !== "string") throw new Refusal(400, "Data is a string");
  if (Buffer.byteLength(data) > dataBytes) throw new Refusal(413, "The data of an event is too large");
  if (names.length === 0 || names.length > 100 || !names.every(isTarget)) throw new Refusal(400, "Unfit channel name");
  if (except !== undefined && !(typeof except === "string" && isSocketId(except)))
    throw new Refusal(400, "Unfit socket_id");
  return { names, event: name, data, except };
}

const isTarget = (name: unknown): name is string =>
  typeof name === "string" && (isChannelName(name) || name.startsWith("#server-to-user-"));
