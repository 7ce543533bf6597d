import WebSocket from "ws";
import { pause } from "./backoff";
import type { Log } from "./log";
import type { Hub } from "./server/hub";
import { readFrame } from "./server/protocol";

type Finding = "taken" | "not taken" | "nobody listens";

interface Setting {
  readonly port: number;
  readonly key: string;
  readonly origin: string;
  readonly hub: Hub;
  readonly log: Log;
  readonly attempts?: number;
}

/** Connects to our own port as a browser would, so that a web server that keeps its upgrades is noticed at the start. */
export async function selfTest({ port, key, origin, hub, log, attempts = 30 }: Setting): Promise<Finding> {
  const address = `ws://localhost:${port}/app/${key}?protocol=7&client=self-test`;
  let finding: Finding = "nobody listens";
  for (let attempt = 0; attempt < attempts && finding === "nobody listens"; attempt++) {
    if (attempt > 0) await pause(500);
    finding = await knock(address, origin, hub);
  }
  if (finding === "taken") log.info({ port }, "Realtime answers on the port of the app");
  else if (finding === "nobody listens")
    log.warn({ port }, "Realtime could not be checked: nothing listens on localhost at this port.");
  return finding;
}

function knock(address: string, origin: string, hub: Hub): Promise<Finding> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address, { origin, handshakeTimeout: 5_000 });
    const settle = (finding: Finding) => {
      resolve(finding);
      socket.terminate();
    };
    // That somebody answers is not enough: another process may hold the port.
    socket.on("message", (raw) => {
      const data = readFrame(raw.toString())?.data;
      settle(hub.has(String(data?.socket_id)) ? "taken" : "not taken");
    });
    socket.on("error", (error: NodeJS.ErrnoException) => settle(isRefused(error) ? "nobody listens" : "not taken"));
    socket.on("close", () => settle("not taken"));
  });
}

/** A name with several addresses fails with one error that holds the others. */
function isRefused(error: NodeJS.ErrnoException | AggregateError): boolean {
  if (error instanceof AggregateError) return error.errors.every(isRefused);
  return error.code === "ECONNREFUSED";
}
