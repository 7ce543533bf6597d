import { embeddedCarrier } from "./embedded";
import { startFanOut } from "./fan-out";
import { type HostedSettings, hostedCarrier, pusherSdk } from "./hosted";
import { addressOfRequest, wrapHttpServers } from "./http-events";
import type { Log } from "./log";
import { gossipPresence } from "./presence-gossip";
import { selfTest } from "./self-test";
import { createRealtimeServer } from "./server/server";

export interface StartOptions {
  readonly realtime: HostedSettings & { readonly embedded: boolean };
  readonly origin: string;
  readonly port: number;
  readonly databaseUrlDirect: string;
  readonly trustedProxies: number;
  readonly log: Log;
}

/** Realtime of one app process. The wrapper stamps client addresses in either case. */
export function startRealtime(options: StartOptions): { close(): Promise<void> } {
  return options.realtime.embedded ? startEmbedded(options) : startHosted(options);
}

function startEmbedded({ realtime, origin, port, databaseUrlDirect, trustedProxies, log }: StartOptions) {
  const { appId, key, secret } = realtime;
  const server = createRealtimeServer({
    app: { appId, key, secret },
    origin,
    addressOf: (request) => addressOfRequest(request, trustedProxies),
  });
  wrapHttpServers(trustedProxies, server);
  void selfTest({ port, key, origin, hub: server.hub, log });
  const fanOut = startFanOut({
    connectionString: databaseUrlDirect,
    carrier: embeddedCarrier(server.hub),
    neighbours: gossipPresence(server.hub.presence, log),
    log,
  });
  return {
    async close() {
      server.close();
      await fanOut.close();
    },
  };
}

function startHosted({ realtime, databaseUrlDirect, trustedProxies, log }: StartOptions) {
  wrapHttpServers(trustedProxies, undefined);
  return startFanOut({ connectionString: databaseUrlDirect, carrier: hostedCarrier(pusherSdk(realtime), log), log });
}
