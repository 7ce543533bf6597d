import type { HostedSettings } from "./hosted";
import { ownPort } from "./own-port";

/** What the browser needs to connect; handed to components as props. Holds no secret. */
export interface ClientSettings {
  readonly key: string;
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly authUrl: string;
  readonly catchUpUrl: string;
}

/** The origin here is the one the browser sees, so that a proxy in front changes nothing. */
export function clientSettings(
  realtime: HostedSettings & { embedded: boolean },
  origin: string,
  own = ownPort(),
): ClientSettings {
  const { key } = realtime;
  const urls = { authUrl: "/api/realtime/auth", catchUpUrl: "/api/realtime/catch-up" };
  if (realtime.embedded) {
    const { protocol, hostname, port } = new URL(origin);
    const tls = protocol === "https:";
    return { key, host: hostname, port: own ?? (Number(port) || defaultPort(tls)), tls, ...urls };
  }
  const { host, port, cluster = "mt1", tls = true } = realtime;
  // Pusher's own service has one host for the API and another for sockets; a compatible server has one for both.
  const sockets = (host ?? `api-${cluster}.pusher.com`).replace(/^api-([a-z0-9-]+)\.pusher\.com$/, "ws-$1.pusher.com");
  return { key, host: sockets, port: port ?? defaultPort(tls), tls, ...urls };
}

const defaultPort = (tls: boolean) => (tls ? 443 : 80);
