import { type Carrier, eventData, heard } from "./carrier";
import { type Channel, channelOf, readWireName, wireName } from "./channels";
import { readHeads } from "./event-rows";
import type { Hub } from "./server/hub";

/** Every process hears every event and hands it to the sockets that it holds itself. */
export function embeddedCarrier(hub: Hub): Carrier {
  function namesBefore(channel: Channel, epoch: number): string[] {
    return hub.names().filter((name) => {
      const read = readWireName(name);
      return read && channelOf(read) === channel && read.epoch < epoch;
    });
  }

  /** Nothing is said under a former name again; listeners are shown the way and let go. */
  function move(channel: Channel, epoch: number, names: readonly string[]) {
    for (const name of names) {
      hub.send(name, heard.moved, { channel, epoch });
      hub.dissolve(name);
    }
  }

  return {
    claims: false,

    async deliver(events) {
      for (const event of events) hub.send(wireName(event.channel, event.epoch), heard.event, eventData(event));
    },

    async revoke(_line, { channel, epoch, personId }) {
      const names = namesBefore(channel, epoch);
      hub.endPerson(personId, channel.startsWith("person:") ? undefined : names);
      move(channel, epoch, names);
    },

    typing({ channel, epoch, thread, who }) {
      hub.send(wireName(channel, epoch), heard.typing, { thread, who });
    },

    async resume(line) {
      const read = hub.names().flatMap((name) => readWireName(name) ?? []);
      const channels = [...new Set(read.map(channelOf))];
      if (channels.length === 0) return;
      for (const { channel, epoch, seq } of await readHeads(line, channels)) {
        const names = namesBefore(channel, epoch);
        if (channel.startsWith("person:") && names.length > 0) hub.endPerson(channel.slice("person:".length));
        move(channel, epoch, names);
        hub.send(wireName(channel, epoch), heard.head, { channel, seq });
      }
    },
  };
}
