import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import http, { type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { addressHeader, clientAddress, privatePrefix, stampHeader } from "@/lib/access/address";
import type { RealtimeServer } from "./server/server";

interface Wrapping {
  readonly stamp: string;
  readonly answering: AsyncLocalStorage<http.ServerResponse>;
  trustedProxies: number;
  server: RealtimeServer | undefined;
  visitors: Visitors | undefined;
}

/** Who may answer a request before the framework hears of it. */
export interface Visitors {
  answer(request: IncomingMessage, response: http.ServerResponse, go: () => void): void;
}

// On globalThis because the framework loads a module once per bundle, and in development again after a change.
const held = globalThis as unknown as { kindlingHttp?: Wrapping };

/**
 * The framework owns the HTTP server and offers no way to its upgrades, so what the server emits is looked at first. This
 * works as long as instrumentation runs in the process that listens; the self-test at the start says so if it does not.
 */
export function wrapHttpServers(trustedProxies: number, server: RealtimeServer | undefined) {
  if (held.kindlingHttp) {
    Object.assign(held.kindlingHttp, { trustedProxies, server });
    return;
  }
  const stamp = randomBytes(16).toString("hex");
  const wrapping: Wrapping = { stamp, answering: new AsyncLocalStorage(), trustedProxies, server, visitors: undefined };
  held.kindlingHttp = wrapping;

  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...args: unknown[]) {
    if (event === "request" || event === "upgrade") {
      const request = args[0] as IncomingMessage;
      if (event === "request" && !isReadable(request.url)) return refuseAddress(args[1] as http.ServerResponse);
      stampAddress(request, wrapping);
      if (wrapping.server?.takes(request, event)) {
        if (event === "upgrade") wrapping.server.upgrade(request, args[1] as Socket, args[2] as Buffer);
        else wrapping.server.request(request, args[1] as http.ServerResponse);
        return true;
      }
    }
    const emitted = () => emit.apply(this, [event, ...args] as Parameters<typeof emit>);
    if (event !== "request") return emitted();
    const [request, response] = args as [IncomingMessage, http.ServerResponse];
    const go = () => wrapping.answering.run(response, emitted);
    if (!wrapping.visitors) return go();
    wrapping.visitors.answer(request, response, go);
    return true;
  };
}

/** From now on asked first. After `wrapHttpServers`. */
export function letVisitors(visitors: Visitors | undefined) {
  if (held.kindlingHttp) held.kindlingHttp.visitors = visitors;
}

/** The answer that is being made; nothing outside of one. */
export const responseNow = (): http.ServerResponse | undefined => held.kindlingHttp?.answering.getStore();

/** The status of the answer that is being made, for a page: the framework gives pages no way to say it. */
export function answerWith(status: number) {
  const response = responseNow();
  if (response && !response.headersSent) response.statusCode = status;
}

/** An address that stands for no text, or for one that no database holds, would be answered 500 as if we had failed. */
function isReadable(url = "/"): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0]!);
    return !/%00/.test(url);
  } catch {
    return false;
  }
}

function refuseAddress(response: http.ServerResponse): true {
  response.writeHead(400, { "content-type": "text/plain", "x-content-type-options": "nosniff" }).end("Bad request\n");
  return true;
}

export function addressOfRequest(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = request.headers["x-forwarded-for"];
  return clientAddress(request.socket.remoteAddress, [forwarded].flat().join(",") || undefined, trustedProxies);
}

/** Nobody outside may speak our private headers; the framework itself would hand a forged one through. */
function stampAddress(request: IncomingMessage, { stamp, trustedProxies }: Wrapping) {
  const { headers } = request;
  for (const name of Object.keys(headers)) if (name.startsWith(privatePrefix)) delete headers[name];
  headers[addressHeader] = addressOfRequest(request, trustedProxies);
  headers[stampHeader] = stamp;
}
