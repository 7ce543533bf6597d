import { createPresence } from "./presence";
import { codes, frame, isPresence, userChannel } from "./protocol";

export interface Socket {
  readonly id: string;
  /** Known once the socket has signed in. */
  person: string | undefined;
  /** Channel name to the member id it is listed under (presence channels only). */
  readonly channels: Map<string, string | undefined>;
  send(text: string): void;
  end(code: number, reason: string): void;
}

export type Hub = ReturnType<typeof createHub>;

/** The sockets of this process and what they listen to. */
export function createHub() {
  const sockets = new Map<string, Socket>();
  const channels = new Map<string, Set<Socket>>();
  const presence = createPresence(tell);

  function tell(channel: string, text: string, exceptSocket?: string) {
    for (const socket of channels.get(channel) ?? []) if (socket.id !== exceptSocket) socket.send(text);
  }

  function leave(socket: Socket, channel: string) {
    if (!socket.channels.has(channel)) return;
    const member = socket.channels.get(channel);
    socket.channels.delete(channel);
    const listeners = channels.get(channel);
    listeners?.delete(socket);
    if (listeners?.size === 0) channels.delete(channel);
    if (member !== undefined) presence.leave(channel, member);
  }

  return {
    presence,
    size: () => sockets.size,
    has: (socketId: string) => sockets.has(socketId),
    sockets: () => [...sockets.values()],
    names: () => [...channels.keys()],
    listeners: (channel: string) => channels.get(channel)?.size ?? 0,

    add: (socket: Socket) => void sockets.set(socket.id, socket),

    remove(socket: Socket) {
      for (const channel of [...socket.channels.keys()]) leave(socket, channel);
      sockets.delete(socket.id);
    },

    subscribe(socket: Socket, channel: string, member?: string) {
      if (!socket.channels.has(channel)) {
        const listeners = channels.get(channel) ?? new Set();
        channels.set(channel, listeners.add(socket));
        socket.channels.set(channel, member);
        if (member !== undefined) presence.join(channel, member, socket.id);
      }
      const roll = isPresence(channel) ? presence.roll(channel) : {};
      socket.send(frame("pusher_internal:subscription_succeeded", roll, channel));
    },

    unsubscribe: leave,

    send(channel: string, event: string, data: string | object, exceptSocket?: string) {
      tell(channel, frame(event, data, channel), exceptSocket);
    },

    /** Nobody listens to this name any more; whoever may, joins its successor. */
    dissolve(channel: string) {
      for (const socket of [...(channels.get(channel) ?? [])]) leave(socket, channel);
    },

    /** Ends a person's connections: all of them, or those that listen to one of `names`. */
    endPerson(person: string, names?: readonly string[]) {
      for (const socket of [...sockets.values()]) {
        if (socket.person !== person) continue;
        if (names && !names.some((name) => socket.channels.has(name))) continue;
        socket.end(codes.unauthorized, "Connection ended by the application");
      }
    },

    signIn(socket: Socket, person: string) {
      if (socket.person !== undefined && socket.person !== person) leave(socket, userChannel(socket.person));
      socket.person = person;
    },
  };
}
