import type Pusher from "pusher-js";
import { type Authorize, NotAuthorized, type Signed } from "./authorize";
import { backoff } from "./backoff";
import type { RealtimeSettings } from "./settings";

export interface Link {
  readonly pusher: Pusher;
  close(): void;
}

const attemptMs = 8_000;

/**
 * Keeps one pusher-js connection up. Left alone, pusher-js comes back after exactly one second, all browsers together, and
 * waits fifteen when it is turned away; so each time it wants to try again we stop it and try at a moment of our own.
 */
export async function openLink(settings: RealtimeSettings, authorize: Authorize): Promise<Link> {
  const { default: Client } = await import("pusher-js");
  let attempt = 0;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;

  // Nothing else tells of an attempt that failed.
  const runtime = Client.Runtime;
  runtime.createWebSocket = (url: string) => {
    const socket = new WebSocket(url);
    socket.addEventListener("close", () => {
      if (pusher.connection.state !== "connected") queueMicrotask(tryLater);
    });
    // Its own type of a socket lists handlers only, all of which a WebSocket has.
    return socket as unknown as ReturnType<typeof runtime.createWebSocket>;
  };

  const answer = async (question: Promise<Signed>, told: (error: Error | null, signed: Signed | null) => void) =>
    question.then(
      (signed) => told(null, signed),
      (error: unknown) => {
        // Signed out: no later attempt would be answered otherwise.
        if (error instanceof NotAuthorized && error.status === 401) close();
        told(error instanceof Error ? error : new Error(String(error)), null);
      },
    );

  const pusher = new Client(settings.key, {
    cluster: "",
    wsHost: settings.host,
    wsPort: settings.port,
    wssPort: settings.port,
    forceTLS: settings.tls,
    enabledTransports: ["ws"],
    enableStats: false,
    userAuthentication: {
      customHandler: ({ socketId }, told) => void answer(authorize(socketId), told as Parameters<typeof answer>[1]),
    },
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, told) => void answer(authorize(socketId, channelName), told),
    },
  });

  function tryLater() {
    if (closed || timer) return;
    clearTimeout(limit);
    pusher.disconnect();
    timer = setTimeout(() => {
      timer = undefined;
      pusher.connect();
      watchAttempt();
    }, backoff(attempt++));
  }

  function watchAttempt() {
    clearTimeout(limit);
    limit = setTimeout(() => {
      if (pusher.connection.state !== "connected") tryLater();
    }, attemptMs);
  }

  function close() {
    closed = true;
    clearTimeout(timer);
    clearTimeout(limit);
    pusher.disconnect();
  }

  // In a microtask: pusher-js announces its next attempt before it has set the timer that we then take away.
  const tryLaterInstead = () => queueMicrotask(tryLater);
  pusher.connection.bind("connecting_in", tryLaterInstead);
  pusher.connection.bind("state_change", ({ previous, current }: { previous: string; current: string }) => {
    if (current === "connected") attempt = 0;
    // It sets two timers of its own when a connection is closed with a code, and forgets one of them.
    else if (current === "connecting" && timer) queueMicrotask(() => timer && pusher.disconnect());
    else if (current !== "connecting" || previous === "connected") tryLaterInstead();
  });
  pusher.signin();
  watchAttempt();
  return { pusher, close };
}
