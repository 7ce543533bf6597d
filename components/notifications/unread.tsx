"use client";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { LiveEvent } from "../realtime/catch-up";
import { useLive } from "../realtime/live";

/** How much is news: as it stands on a sign ("99+"; empty for nothing), and in words, for the bar on top and the phone's. */
export type UnreadCount = { shown: string; label: string; short: string };

const Context = createContext<UnreadCount | undefined>(undefined);
export const useUnread = () => useContext(Context);

type Props = {
  first: UnreadCount;
  person: string;
  community: string;
  /** Answers the count of now. */
  ask: string;
  since: number;
  children: ReactNode;
};

/** Several events of one act are one question. Milliseconds. */
const gather = 250;

/** Keeps the number in the bars the same on every page and device: it hears that something changed, and asks. */
export function UnreadNews({ first, person, community, ask, since, children }: Props) {
  const [known, setKnown] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A page that is read again brings a newer count.
  const { shown, label, short } = first;
  useEffect(() => setKnown({ shown, label, short }), [shown, label, short]);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function count() {
    const answer = await fetch(ask, { headers: { accept: "application/json" }, cache: "no-store" }).catch(
      () => undefined,
    );
    if (answer?.ok) setKnown((await answer.json()) as UnreadCount);
  }
  function soon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(count, gather);
  }
  const heard = (events: readonly LiveEvent[]) => {
    if (concerns(events, community)) soon();
  };
  useLive({ channel: `person:${person}`, since, onEvents: heard, onReset: soon });
  return <Context.Provider value={known}>{children}</Context.Provider>;
}

export const concerns = (events: readonly LiveEvent[], community: string, name = "notification.") =>
  events.some((event) => event.name.startsWith(name) && event.ids.community === community);
