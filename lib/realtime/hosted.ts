import Pusher from "pusher";
import { backoff, pause } from "./backoff";
import { type Carrier, eventData, heard } from "./carrier";
import { presenceName, wireName } from "./channels";
import { claimEpoch, claimForgotten, type SentEvent } from "./event-rows";
import type { Log } from "./log";
import { thisProcess } from "./typing";

export interface HostedSettings {
  readonly appId: string;
  readonly key: string;
  readonly secret: string;
  readonly cluster?: string;
  readonly host?: string;
  readonly port?: number;
  readonly tls?: boolean;
}

// The hosted service takes no more in one call.
const batchSize = 10;
const attempts = 4;

export function pusherSdk({ appId, key, secret, cluster, host, port, tls = true }: HostedSettings): Pusher {
  const shared = { appId, key, secret, useTLS: tls, timeout: 5_000 };
  if (host) return new Pusher({ ...shared, host, port: port ? String(port) : undefined });
  return new Pusher({ ...shared, cluster: cluster ?? "mt1" });
}

/** Events go through Pusher or a compatible server: the process that claims one sends it. */
export function hostedCarrier(sdk: Pusher, log: Log): Carrier {
  async function insist(what: string, call: () => Promise<unknown>) {
    for (let attempt = 0; ; attempt++) {
      try {
        return void (await call());
      } catch (error) {
        // Browsers notice the gap in the sequence, or ask after a while, and catch up over HTTP.
        if (attempt + 1 >= attempts) return log.warn({ err: error, what }, "The realtime service did not take a call");
        await pause(backoff(attempt));
      }
    }
  }

  async function deliver(events: readonly SentEvent[]) {
    for (let start = 0; start < events.length; start += batchSize) {
      const batch = events.slice(start, start + batchSize).map((event) => ({
        channel: wireName(event.channel, event.epoch),
        name: heard.event,
        data: JSON.stringify(eventData(event)),
      }));
      await insist("send", () => sdk.triggerBatch(batch));
    }
  }

  return {
    claims: true,
    deliver,

    async revoke(line, note) {
      if (!(await claimEpoch(line, note))) return;
      const { channel, epoch, personId } = note;
      await insist("end", () => sdk.terminateUserConnections(personId));
      const names = [wireName(channel, epoch - 1)];
      if (isSpace(channel)) names.push(presenceName(channel, epoch - 1));
      await insist("move", () => sdk.trigger(names, heard.moved, { channel, epoch }));
    },

    typing({ channel, epoch, thread, who, teller }) {
      if (teller !== thisProcess) return;
      // Once only: a second attempt would come when it is no longer true.
      sdk.trigger(wireName(channel, epoch), heard.typing, { thread, who }).catch((error: unknown) => {
        log.info({ err: error }, "The realtime service did not pass on that somebody writes");
      });
    },

    resume: async (line) => deliver(await claimForgotten(line)),
  };
}

const isSpace = (channel: string): channel is `space:${string}` => channel.startsWith("space:");
