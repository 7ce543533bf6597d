import type { Channel } from "pusher-js";
import { type Authorize, authorizer } from "./authorize";
import { fetchCatchUp, type LiveEvent, type Place } from "./catch-up";
import { type Connection, type Following, follow } from "./follow";
import { type Link, openLink } from "./link";
import { watchPresence } from "./presence";
import type { RealtimeSettings } from "./settings";

export interface Realtime {
  follow(following: Following): () => void;
  close(): void;
}

/** One connection for a page. Only somebody signed in has one: visitors hold no socket. */
export function connect(settings: RealtimeSettings): Realtime {
  const authorize: Authorize = authorizer(settings.authUrl);
  const stops = new Set<() => void>();
  const listeners = new Map<string, number>();
  let closed = false;
  let link: Link | undefined;

  const loaded = idle().then(async () => {
    if (closed) return undefined;
    link = await openLink(settings, authorize);
    if (closed) link.close();
    return link;
  });

  /** Listeners come and go while pusher-js is still being loaded, and several may share a channel. */
  function subscribe(name: string, place: Place, bind: (channel: Channel, listener: object) => void): () => void {
    const listener = {};
    let left = false;
    authorize.placeOf(name, place);
    listeners.set(name, (listeners.get(name) ?? 0) + 1);
    void loaded.then((open) => {
      if (open && !left && !closed) bind(open.pusher.subscribe(name), listener);
    });
    return () => {
      left = true;
      const others = (listeners.get(name) ?? 1) - 1;
      listeners.set(name, others);
      link?.pusher.channel(name)?.unbind(undefined, undefined, listener);
      if (others === 0) link?.pusher.unsubscribe(name);
    };
  }

  const connection: Connection = {
    catchUp: (place, after) => fetchCatchUp(settings.catchUpUrl, place, after),
    connected: () => link?.pusher.connection.state === "connected",
    join: (name, place, ears) =>
      subscribe(name, place, (channel, listener) => {
        channel.bind("pusher:subscription_succeeded", ears.onJoined, listener);
        channel.bind("pusher:subscription_error", ears.onRefused, listener);
        channel.bind("kindling:event", (event: LiveEvent) => ears.onEvent(event), listener);
        channel.bind("kindling:head", ({ seq }: { seq: number }) => ears.onHead(seq), listener);
        channel.bind("kindling:typing", ears.onTyping, listener);
        channel.bind("kindling:moved", ears.onMoved, listener);
        if (channel.subscribed) ears.onJoined();
      }),
    watch: (name, place, onPresence) =>
      subscribe(name, place, (channel, listener) => watchPresence(channel, onPresence, listener)),
  };

  return {
    follow(following) {
      const stop = follow(connection, following);
      stops.add(stop);
      return () => {
        stops.delete(stop);
        stop();
      };
    },
    close() {
      closed = true;
      for (const stop of stops) stop();
      link?.close();
    },
  };
}

/** The page comes first. */
const idle = () =>
  new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: 3_000 });
    else setTimeout(resolve, 200);
  });
