import { embeddedCarrier } from "./embedded";
import { startFanOut } from "./fan-out";
import { type HostedSettings, hostedCarrier, pusherSdk } from "./hosted";
import { addressOfRequest, wrapHttpServers } from "./http-events";
import type { Log } from "./log";
import { openOwnPort } from "./own-port";
import { gossipPresence } from "./presence-gossip";
import { selfTest } from "./self-test";
import { createRealtimeServer } from "./server/server";

export interface StartOptions {
  readonly realtime: HostedSettings & { readonly embedded: boolean };
  readonly origin: string;
  readonly port: number;
  readonly host: string;
  /** For sockets alone, where the web server keeps its upgrades. */
  readonly realtimePort?: number;
  readonly databaseUrlDirect: string;
  readonly trustedProxies: number;
  readonly log: Log;
}

/** Realtime of one app process. The wrapper stamps client addresses in either case. */
export function startRealtime(options: StartOptions): { close(): Promise<void> } {
  return options.realtime.embedded ? startEmbedded(options) : startHosted(options);
}

function startEmbedded(options: StartOptions) {
  const { realtime, origin, port, host, realtimePort, databaseUrlDirect, trustedProxies, log } = options;
  const { appId, key, secret } = realtime;
  const server = createRealtimeServer({
    app: { appId, key, secret },
    origin,
    addressOf: (request) => addressOfRequest(request, trustedProxies),
  });
  wrapHttpServers(trustedProxies, server);
  let closed = false;
  const second = selfTest({ port, key, origin, hub: server.hub, log }).then((finding) =>
    finding === "not taken" && !closed ? openOwnPort({ server, host, port: realtimePort, log }) : undefined,
  );
  const fanOut = startFanOut({
    connectionString: databaseUrlDirect,
    carrier: embeddedCarrier(server.hub),
    neighbours: gossipPresence(server.hub.presence, log),
    log,
  });
  return {
    async close() {
      closed = true;
      server.close();
      // Not waited for: while nobody listens yet, the test goes on asking.
      void second.then((opened) => opened?.close());
      await fanOut.close();
    },
  };
}

function startHosted({ realtime, databaseUrlDirect, trustedProxies, log }: StartOptions) {
  wrapHttpServers(trustedProxies, undefined);
  return startFanOut({ connectionString: databaseUrlDirect, carrier: hostedCarrier(pusherSdk(realtime), log), log });
}
