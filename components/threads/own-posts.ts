import { useSyncExternalStore } from "react";

type Own = {
  /** Whose words are on their way from this tab. */
  readonly sending?: string;
  /** What arrived of them, as thread and position. */
  readonly sent: readonly string[];
};

let own: Own = { sent: [] };
const listeners = new Set<() => void>();
const nothing: Own = { sent: [] };

function change(next: Own) {
  own = next;
  for (const listener of listeners) listener();
}

/** The composer shows what it sends until the page itself does; what arrives live is told to leave it to the composer. */
export const sendingFrom = (name: string) => change({ ...own, sending: name });

/** @param sent its thread and position, when it is known to have arrived */
export const sendingEnded = (sent?: { thread: string; position: number }) =>
  change({ sent: sent ? [...own.sent, `${sent.thread} ${sent.position}`] : own.sent });

/** @returns whether this tab's own composer shows that post */
export function useOwnPosts(thread: string): (post: { position: number; author: { name: string } }) => boolean {
  const { sending, sent } = useSyncExternalStore(listen, read, () => nothing);
  return ({ position, author }) => author.name === sending || sent.includes(`${thread} ${position}`);
}

const read = () => own;

function listen(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
