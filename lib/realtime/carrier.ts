import type { SentEvent } from "./event-rows";
import type { Line } from "./line";
import type { RevokeNote, TypingNote } from "./topics";

/** How events travel from this process to the browsers: over its own sockets, or through a hosted service. */
export interface Carrier {
  /** True if one process sends for all; then each event is claimed first. */
  readonly claims: boolean;
  deliver(events: readonly SentEvent[]): Promise<void>;
  revoke(line: Line, note: RevokeNote): Promise<void>;
  /** Whoever misses it misses nothing. */
  typing(note: TypingNote): void;
  /** The database was out of hearing for a while: make good what was missed. */
  resume(line: Line): Promise<void>;
}

/** What browsers hear. Their counterpart is components/realtime/follow.ts. */
export const heard = {
  event: "kindling:event",
  head: "kindling:head",
  moved: "kindling:moved",
  typing: "kindling:typing",
} as const;

export const eventData = ({ channel, seq, name, ids }: SentEvent) => ({ channel, seq, name, ids });
