import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { networkOf } from "@/lib/access/address";
import { type App, type Connection, openConnection } from "./connection";
import type { Hub } from "./hub";
import type { Limits } from "./limits";
import { codes, errorFrame, versionRefusal } from "./protocol";

export interface Handshake {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  check(now: number): void;
  close(): void;
}

interface Setting {
  readonly app: App;
  readonly origin: string;
  readonly hub: Hub;
  readonly limits: Limits;
  addressOf(request: IncomingMessage): string;
}

const statusTexts = { 403: "Forbidden", 429: "Too Many Requests", 503: "Service Unavailable" } as const;

/** Decides whether a socket is opened at all. */
export function createHandshake({ app, origin, hub, limits, addressOf }: Setting): Handshake {
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, perMessageDeflate: false });
  const connections = new Set<Connection>();
  const perNetwork = new Map<string, number>();

  function count(network: string, step: number) {
    const next = (perNetwork.get(network) ?? 0) + step;
    if (next > 0) perNetwork.set(network, next);
    else perNetwork.delete(network);
  }

  return {
    upgrade(request, socket, head) {
      // Browsers always name their origin. Other programs carry nobody's cookies along, so they may leave it out.
      if (request.headers.origin !== undefined && request.headers.origin !== origin) return refuse(socket, 403);
      const network = networkOf(addressOf(request));
      if ((perNetwork.get(network) ?? 0) >= limits.socketsPerNetwork) return refuse(socket, 429);
      if (connections.size >= limits.sockets) return refuse(socket, 503);
      // Counted before the handshake ends, or a burst would pass the limit.
      count(network, 1);
      socket.once("close", () => count(network, -1));

      server.handleUpgrade(request, socket, head, (ws) => {
        const url = new URL(request.url ?? "/", "http://localhost");
        const refusal =
          url.pathname === `/app/${app.key}`
            ? versionRefusal(url.searchParams.get("protocol"))
            : { code: codes.unknownApp, reason: "Application does not exist" };
        if (refusal) {
          ws.on("error", () => ws.terminate());
          ws.send(errorFrame(refusal.code, refusal.reason));
          ws.close(refusal.code, refusal.reason);
          return;
        }
        const connection = openConnection(ws, app, hub, limits);
        connections.add(connection);
        ws.once("close", () => connections.delete(connection));
      });
    },
    check(now) {
      for (const connection of connections) connection.check(now);
    },
    close() {
      for (const connection of connections) connection.end(codes.reconnect, "The server goes away");
      server.close();
    },
  };
}

function refuse(socket: Duplex, status: keyof typeof statusTexts) {
  socket.on("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${statusTexts[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
