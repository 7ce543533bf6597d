import { backoff, pause } from "./backoff";
import type { Carrier } from "./carrier";
import { readEvents } from "./event-rows";
import { keepLine, type Line } from "./line";
import type { Log } from "./log";
import { type EventNote, type RevokeNote, readEventNote, readRevokeNote, readTypingNote, topics } from "./topics";

type Task = EventNote | RevokeNote | "resume";

interface Setting {
  readonly connectionString: string;
  readonly carrier: Carrier;
  readonly log: Log;
  /** Who is where, told between processes; only sockets of our own need it. */
  readonly neighbours?: { heard(payload: string): void; ready(line: Line): void; close(): unknown };
}

const mostAtOnce = 500;

/** Hears what was committed anywhere and has it carried to the browsers, in the order of the commits. */
export function startFanOut({ connectionString, carrier, log, neighbours }: Setting): { close(): Promise<void> } {
  let queue: Task[] = [];
  let working = false;
  let closed = false;
  let failures = 0;

  const line = keepLine({
    connectionString,
    topics: Object.values(topics),
    log,
    heard(topic, payload) {
      if (topic === topics.presence) return neighbours?.heard(payload);
      if (topic === topics.typing) {
        const typing = readTypingNote(payload);
        return typing && carrier.typing(typing);
      }
      const note = topic === topics.events ? readEventNote(payload) : readRevokeNote(payload);
      if (note) add(note);
    },
    ready() {
      add("resume");
      neighbours?.ready(line);
    },
  });

  function add(task: Task) {
    queue.push(task);
    if (!working) void work();
  }

  async function work() {
    working = true;
    while (queue.length > 0 && !closed) {
      try {
        await one();
        failures = 0;
      } catch (error) {
        if (closed) break;
        log.warn({ err: error }, "Events could not be read; they will be made good");
        await pause(backoff(failures++));
        // Without a connection, `ready` asks for this again.
        queue.push("resume");
      }
    }
    working = false;
  }

  /** A resume, a revocation, or all the events up to the next of these. */
  async function one() {
    const [first] = queue;
    if (first === "resume") {
      queue = queue.filter((task) => task !== "resume");
      return carrier.resume(line);
    }
    if (first && "epoch" in first) {
      queue.shift();
      return carrier.revoke(line, first);
    }
    const notes: EventNote[] = [];
    for (const task of queue.slice(0, mostAtOnce)) {
      if (task === "resume" || "epoch" in task) break;
      notes.push(task);
    }
    queue.splice(0, notes.length);
    await carrier.deliver(await readEvents(line, notes, carrier.claims));
  }

  return {
    async close() {
      closed = true;
      await neighbours?.close();
      await line.close();
    },
  };
}
