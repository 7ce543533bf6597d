import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Log } from "./log";
import type { RealtimeServer } from "./server/server";

// On globalThis because the framework loads a module once per bundle, and pages tell browsers this number.
const held = globalThis as unknown as { kindlingOwnPort?: number };

/** The port sockets have of their own in this process, where the web server does not hand over upgrades. */
export const ownPort = (): number | undefined => held.kindlingOwnPort;

interface Setting {
  readonly server: RealtimeServer;
  readonly host: string;
  /** Any free one, if none is given. */
  readonly port: number | undefined;
  readonly log: Log;
}

/** Opens a port for sockets alone. A number that is taken leaves realtime off, as the log then says. */
export async function openOwnPort({ server, host, port = 0, log }: Setting): Promise<{ close(): void }> {
  const http = createServer((request, response) => {
    if (server.takes(request, "request")) server.request(request, response);
    else response.writeHead(404).end();
  });
  http.on("upgrade", (request, socket, head) => server.upgrade(request, socket, head));
  try {
    http.listen(port, host);
    await once(http, "listening");
    held.kindlingOwnPort = (http.address() as AddressInfo).port;
    log.warn(
      { port: held.kindlingOwnPort },
      "The web server does not hand over WebSocket upgrades on /app/, so sockets have a port of their own. It must be reachable for browsers; REALTIME_PORT fixes its number.",
    );
  } catch (error) {
    log.error(
      { err: error, port },
      "Realtime is off: the web server does not hand over WebSocket upgrades on /app/, and the port of its own could not be opened. Pages work, but show news only when they ask.",
    );
  }
  return {
    close() {
      held.kindlingOwnPort = undefined;
      http.close();
    },
  };
}
