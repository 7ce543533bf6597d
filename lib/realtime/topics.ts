import { type Channel, readChannel } from "./channels";

/** The NOTIFY channels of PostgreSQL that app processes hear each other by, and what is written on them. */
export const topics = {
  events: "kindling_events",
  revoke: "kindling_revoke",
  presence: "kindling_presence",
  typing: "kindling_typing",
} as const;

/** Where a channel's row is kept: under its community, or (a person's) in the instance. */
export interface Place {
  readonly communityId: string | undefined;
  readonly channel: Channel;
}

export interface EventNote extends Place {
  readonly seq: number;
}

export interface RevokeNote extends Place {
  readonly epoch: number;
  readonly personId: string;
}

/** `<community>:<kind>:<id>:<seq>`, or `person:<id>:<seq>`. */
export function readEventNote(payload: string): EventNote | undefined {
  const parts = payload.split(":");
  const seq = Number(parts.pop());
  const place = readPlace(parts);
  return place && Number.isSafeInteger(seq) ? { ...place, seq } : undefined;
}

/** Somebody writes in a thread of a space; nothing of it is kept. */
export interface TypingNote extends Place {
  readonly epoch: number;
  readonly thread: string;
  /** Their presence id in that space. */
  readonly who: string;
  /** The process that was told: where one process sends for all, it is this one. */
  readonly teller: string;
}

/** The same place, then `<epoch>:<thread>:<who>:<teller>`. */
export function readTypingNote(payload: string): TypingNote | undefined {
  const parts = payload.split(":");
  const [epoch, thread, who, teller] = parts.splice(-4);
  const place = readPlace(parts);
  return place && thread && who && teller && Number(epoch) > 0
    ? { ...place, epoch: Number(epoch), thread, who, teller }
    : undefined;
}

/** The same place, then `<epoch>:<person>`. */
export function readRevokeNote(payload: string): RevokeNote | undefined {
  const parts = payload.split(":");
  const personId = parts.pop();
  const epoch = Number(parts.pop());
  const place = readPlace(parts);
  return place && personId && Number.isSafeInteger(epoch) ? { ...place, epoch, personId } : undefined;
}

function readPlace(parts: readonly string[]): Place | undefined {
  const channel = parts.slice(-2).join(":") as Channel;
  const kind = readChannel(channel)?.kind;
  if (!kind || (kind === "person") !== (parts.length === 2)) return undefined;
  return { communityId: kind === "person" ? undefined : parts[0], channel };
}
