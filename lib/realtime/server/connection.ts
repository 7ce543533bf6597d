import { randomInt } from "node:crypto";
import type { WebSocket } from "ws";
import type { Hub, Socket } from "./hub";
import type { Limits } from "./limits";
import {
  activityTimeout,
  codes,
  errorFrame,
  type Frame,
  frame,
  isChannelName,
  isPresence,
  readFrame,
  readObject,
  refusalFrame,
  userChannel,
} from "./protocol";
import { channelText, same, sign, userText } from "./signature";

export interface App {
  readonly appId: string;
  readonly key: string;
  readonly secret: string;
}

export interface Connection extends Socket {
  /** Called at every round of the server: asks the quiet whether they are there, ends those who are not. */
  check(now: number): void;
}

/** Clients and the signing endpoint accept digits, a dot and digits, and nothing else. */
const newSocketId = () => `${randomInt(1, 2 ** 47)}.${randomInt(1, 2 ** 47)}`;

/** The life of one socket, from the greeting to its end. */
export function openConnection(ws: WebSocket, app: App, hub: Hub, limits: Limits): Connection {
  let lastHeard = Date.now();
  let asked = false;
  let messages = 0;

  const self: Connection = {
    id: newSocketId(),
    person: undefined,
    channels: new Map(),
    send(text) {
      // Who does not read is let go before their unread messages fill our memory.
      if (ws.bufferedAmount > limits.unreadBytes) ws.terminate();
      else if (ws.readyState === ws.OPEN) ws.send(text);
    },
    end(code, reason) {
      // Left at once, not when the other side confirms: nothing may reach them in between.
      hub.remove(self);
      self.send(errorFrame(code, reason));
      ws.close(code, reason);
      setTimeout(() => ws.terminate(), limits.closeWithinMs).unref();
    },
    check(now) {
      messages = 0;
      const quiet = now - lastHeard;
      if (asked && quiet > limits.silenceMs * 1.5) return self.end(codes.pongMissing, "Pong reply not received");
      if (quiet <= limits.silenceMs) return;
      asked = true;
      self.send(frame("pusher:ping", {}));
    },
  };

  const handlers: Record<string, (data: Frame["data"]) => void> = {
    "pusher:ping": () => self.send(frame("pusher:pong", {})),
    "pusher:pong": () => {},
    "pusher:signin": signIn,
    "pusher:subscribe": subscribe,
    "pusher:unsubscribe": (data) => hub.unsubscribe(self, String(data.channel)),
  };

  function signIn({ auth, user_data: userData }: Frame["data"]) {
    const person = typeof userData === "string" ? readObject(userData)?.id : undefined;
    if (typeof userData !== "string" || typeof person !== "string" || !signed(auth, userText(self.id, userData)))
      return self.end(codes.unauthorized, "Invalid sign-in");
    hub.signIn(self, person);
    self.send(frame("pusher:signin_success", { user_data: userData }));
  }

  function subscribe({ channel, auth, channel_data: channelData }: Frame["data"]) {
    if (typeof channel !== "string") return self.send(errorFrame(codes.reconnect, "No channel named"));
    if (self.person !== undefined && channel === userChannel(self.person)) return hub.subscribe(self, channel);
    if (!isChannelName(channel)) return refuse(channel, "Only private and presence channels are open");
    if (self.channels.size >= limits.channelsPerSocket && !self.channels.has(channel))
      return refuse(channel, "Too many channels on this connection");
    const data = typeof channelData === "string" ? channelData : undefined;
    if (!signed(auth, channelText(self.id, channel, data))) return refuse(channel, "Invalid signature");
    if (!isPresence(channel)) return hub.subscribe(self, channel);
    const { user_id: member, unseen } = (data && readObject(data)) || {};
    if (typeof member !== "string" || member.length === 0 || member.length > 128)
      return refuse(channel, "Presence needs a user_id");
    // Ours alone, and signed like the rest: somebody who listens and is listed nowhere.
    hub.subscribe(self, channel, unseen === true ? undefined : member);
  }

  const signed = (auth: unknown, text: string) =>
    typeof auth === "string" && same(auth, `${app.key}:${sign(app.secret, text)}`);

  // Hosted servers tell of a refusal by an error with a code, pusher-js hears only of one that names its channel.
  function refuse(channel: string, reason: string) {
    self.send(errorFrame(codes.unauthorized, `${channel.slice(0, 200)}: ${reason}`));
    self.send(refusalFrame(channel.slice(0, 200), reason));
  }

  ws.on("message", (raw, binary) => {
    if (!hub.has(self.id)) return;
    lastHeard = Date.now();
    asked = false;
    messages += 1;
    if (messages > limits.messagesPerRound) return self.end(codes.overCapacity, "Too many messages");
    const message = binary ? undefined : readFrame(raw.toString());
    if (!message) return self.send(errorFrame(codes.reconnect, "Not a message of this protocol"));
    const handle = Object.hasOwn(handlers, message.event) ? handlers[message.event] : undefined;
    if (handle) return handle(message.data);
    if (message.event.startsWith("client-")) self.send(errorFrame(codes.clientEvent, "Client events are off"));
  });
  ws.on("close", () => hub.remove(self));
  ws.on("error", () => ws.terminate());

  // Only a signed-in connection can be ended together with its person's access.
  setTimeout(() => {
    if (hub.has(self.id) && self.person === undefined) self.end(codes.unauthorized, "Not signed in within the timeout");
  }, limits.signInWithinMs).unref();

  hub.add(self);
  self.send(frame("pusher:connection_established", { socket_id: self.id, activity_timeout: activityTimeout }));
  return self;
}
