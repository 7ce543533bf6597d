import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { App } from "./connection";
import { createHandshake } from "./handshake";
import { createHttpApi } from "./http-api";
import { createHub, type Hub } from "./hub";
import { limits as defaults, type Limits } from "./limits";

export interface RealtimeServer {
  readonly hub: Hub;
  /** True for what belongs to this server; then the matching handler below is called, and nobody else. */
  takes(request: IncomingMessage, way: "upgrade" | "request"): boolean;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  request(request: IncomingMessage, response: ServerResponse): void;
  close(): void;
}

export interface RealtimeServerOptions {
  readonly app: App;
  /** The only origin whose pages may open a socket. */
  readonly origin: string;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly limits?: Partial<Limits>;
  readonly now?: () => number;
}

/** A server of the Pusher protocol (version 7) inside the app: sockets on `/app/<key>`, its HTTP API on `/apps/`. */
export function createRealtimeServer({
  app,
  origin,
  addressOf,
  now = Date.now,
  ...rest
}: RealtimeServerOptions): RealtimeServer {
  const limits = { ...defaults, ...rest.limits };
  const hub = createHub();
  const handshake = createHandshake({ app, origin, hub, limits, addressOf });
  const api = createHttpApi({ app, hub, requestBytes: limits.requestBytes, now });
  const rounds = setInterval(() => handshake.check(Date.now()), limits.roundMs);
  rounds.unref();

  return {
    hub,
    takes: (request, way) => Boolean(request.url?.startsWith(way === "upgrade" ? "/app/" : "/apps/")),
    upgrade: handshake.upgrade,
    request: (request, response) => void api(request, response),
    close() {
      clearInterval(rounds);
      handshake.close();
    },
  };
}
