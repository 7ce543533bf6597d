import { frame } from "./protocol";

/** Above this many people a channel tells how many there are, and no longer who. */
export const crowd = 100;

const here = "";

export interface Neighbours {
  joined(channel: string, member: string): void;
  left(channel: string, member: string): void;
}

interface Room {
  /** Member to the processes that hold a socket of theirs; our own sockets are counted. */
  readonly members: Map<string, Map<string, number>>;
  /** Stays until the room is empty: listeners who were given counts cannot go back to names. */
  crowded: boolean;
}

export type Presence = ReturnType<typeof createPresence>;

/** Who is on which presence channel, over all processes. `tell` reaches the sockets of this process. */
export function createPresence(tell: (channel: string, text: string, exceptSocket?: string) => void) {
  const rooms = new Map<string, Room>();
  let neighbours: Neighbours | undefined;

  function add(channel: string, member: string, from: string, exceptSocket?: string) {
    const room = rooms.get(channel) ?? { members: new Map(), crowded: false };
    rooms.set(channel, room);
    const known = room.members.get(member);
    const holders = known ?? new Map<string, number>();
    room.members.set(member, holders);
    holders.set(from, from === here ? (holders.get(here) ?? 0) + 1 : 1);
    room.crowded ||= room.members.size > crowd;
    if (!known) announce(channel, room, "pusher_internal:member_added", member, exceptSocket);
    return holders.get(here) === 1 && from === here;
  }

  function remove(channel: string, member: string, from: string) {
    const room = rooms.get(channel);
    const holders = room?.members.get(member);
    if (!room || !holders?.has(from)) return false;
    const left = (holders.get(from) ?? 1) - 1;
    if (left > 0) {
      holders.set(from, left);
      return false;
    }
    holders.delete(from);
    if (holders.size === 0) {
      room.members.delete(member);
      announce(channel, room, "pusher_internal:member_removed", member);
    }
    if (room.members.size === 0) rooms.delete(channel);
    return from === here;
  }

  function announce(channel: string, room: Room, event: string, member: string, exceptSocket?: string) {
    const text = room.crowded
      ? frame("pusher_internal:subscription_count", { subscription_count: room.members.size }, channel)
      : frame(event, { user_id: member, user_info: null }, channel);
    tell(channel, text, exceptSocket);
  }

  return {
    join(channel: string, member: string, socketId: string) {
      if (add(channel, member, here, socketId)) neighbours?.joined(channel, member);
    },
    leave(channel: string, member: string) {
      if (remove(channel, member, here)) neighbours?.left(channel, member);
    },
    /** What a newly subscribed socket is told. */
    roll(channel: string) {
      const room = rooms.get(channel);
      const ids = room && !room.crowded ? [...room.members.keys()] : [];
      const hash = Object.fromEntries(ids.map((id) => [id, null]));
      return { presence: { ids, hash, count: room?.members.size ?? 0 } };
    },
    members: (channel: string) => [...(rooms.get(channel)?.members.keys() ?? [])],
    /** Those whose socket is in this process. */
    own(): Array<[channel: string, member: string]> {
      return [...rooms].flatMap(([channel, room]) =>
        [...room.members].filter(([, holders]) => holders.has(here)).map(([id]): [string, string] => [channel, id]),
      );
    },
    setNeighbours(next: Neighbours) {
      neighbours = next;
    },
    joinedElsewhere: (process: string, channel: string, member: string) => void add(channel, member, process),
    leftElsewhere: (process: string, channel: string, member: string) => void remove(channel, member, process),
    processGone(process: string) {
      for (const [channel, room] of [...rooms])
        for (const member of [...room.members.keys()]) remove(channel, member, process);
    },
  };
}
