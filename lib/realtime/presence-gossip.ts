import { randomUUID } from "node:crypto";
import type { Line } from "./line";
import type { Log } from "./log";
import type { Presence } from "./server/presence";
import { topics } from "./topics";

/** [process, what, ...]; PostgreSQL takes up to 8,000 bytes. */
type Message =
  | [process: string, "joined" | "left", channel: string, member: string]
  | [process: string, "hello" | "alive" | "bye"]
  | [process: string, "here", part: number, parts: number, members: Array<[channel: string, member: string]>];

interface Neighbour {
  heardAt: number;
  members: Set<string>;
  /** Being told again in parts; whoever is not in it at the last part has left unheard. */
  retold: Set<string>;
}

const pairsInAPart = 30;
export const aliveEveryMs = 20_000;
const forgottenAfterMs = 3 * aliveEveryMs;

const keyOf = (channel: string, member: string) => `${channel} ${member}`;

/** Tells the other processes who came and went here, and believes them likewise, so that presence spans them all. */
export function gossipPresence(presence: Presence, log: Log, now: () => number = Date.now) {
  const me = randomUUID();
  const neighbours = new Map<string, Neighbour>();
  let line: Line | undefined;

  function say(...message: Message) {
    return line
      ?.query("SELECT pg_notify($1, $2)", [topics.presence, JSON.stringify(message)])
      .catch((error: unknown) => {
        // The next connection says hello, and everything is told again.
        log.info({ err: error }, "Presence could not be told to the other processes");
      });
  }

  function tellAll() {
    const own = presence.own();
    const parts = Math.max(1, Math.ceil(own.length / pairsInAPart));
    for (let part = 0; part < parts; part++)
      void say(me, "here", part, parts, own.slice(part * pairsInAPart, (part + 1) * pairsInAPart));
  }

  function join(process: string, neighbour: Neighbour, channel: string, member: string) {
    neighbour.members.add(keyOf(channel, member));
    neighbour.retold.add(keyOf(channel, member));
    presence.joinedElsewhere(process, channel, member);
  }

  function leave(process: string, neighbour: Neighbour, channel: string, member: string) {
    neighbour.members.delete(keyOf(channel, member));
    neighbour.retold.delete(keyOf(channel, member));
    presence.leftElsewhere(process, channel, member);
  }

  function forget(process: string) {
    neighbours.delete(process);
    presence.processGone(process);
  }

  function heard(payload: string) {
    const message = JSON.parse(payload) as Message;
    const [process, what] = message;
    if (process === me) return;
    if (what === "bye") return forget(process);
    const neighbour = neighbours.get(process) ?? { heardAt: 0, members: new Set(), retold: new Set() };
    neighbours.set(process, neighbour);
    neighbour.heardAt = now();
    if (what === "hello") tellAll();
    if (what === "joined") join(process, neighbour, message[2], message[3]);
    if (what === "left") leave(process, neighbour, message[2], message[3]);
    if (what === "here") retell(process, neighbour, message[2], message[3], message[4]);
  }

  function retell(process: string, neighbour: Neighbour, part: number, parts: number, pairs: Array<[string, string]>) {
    if (part === 0) neighbour.retold = new Set();
    for (const [channel, member] of pairs) join(process, neighbour, channel, member);
    if (part + 1 < parts) return;
    for (const key of neighbour.members) {
      if (neighbour.retold.has(key)) continue;
      const space = key.indexOf(" ");
      leave(process, neighbour, key.slice(0, space), key.slice(space + 1));
    }
  }

  presence.setNeighbours({
    joined: (channel, member) => void say(me, "joined", channel, member),
    left: (channel, member) => void say(me, "left", channel, member),
  });
  const rounds = setInterval(() => {
    void say(me, "alive");
    for (const [process, { heardAt }] of neighbours) if (now() - heardAt > forgottenAfterMs) forget(process);
  }, aliveEveryMs);
  rounds.unref();

  return {
    heard,
    ready(open: Line) {
      line = open;
      void say(me, "hello");
      tellAll();
    },
    async close() {
      clearInterval(rounds);
      await say(me, "bye");
    },
  };
}
