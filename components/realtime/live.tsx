"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { connect, type Realtime } from "./connect";
import type { Following } from "./follow";
import type { RealtimeSettings } from "./settings";

const Context = createContext<Realtime | undefined>(undefined);

/** `settings` is null for visitors: they get the page and no socket. */
export function LiveUpdates({ settings, children }: { settings: RealtimeSettings | null; children: ReactNode }) {
  const [realtime, setRealtime] = useState<Realtime>();
  // Compared by value, because the server hands over a new object with every navigation.
  const wanted = settings && JSON.stringify(settings);

  useEffect(() => {
    if (!wanted) return;
    const opened = connect(JSON.parse(wanted) as RealtimeSettings);
    setRealtime(opened);
    return () => {
      setRealtime(undefined);
      opened.close();
    };
  }, [wanted]);

  return <Context.Provider value={realtime}>{children}</Context.Provider>;
}

/** Follows a channel as long as the component is shown; the handlers may change from one rendering to the next. */
export function useLive(following: Following) {
  const realtime = useContext(Context);
  const latest = useRef(following);
  latest.current = following;
  const { channel, community } = following;
  const watching = following.onPresence !== undefined;

  // `since` counts once: a page that is read again goes on listening where it was, and stays where it is.
  useEffect(() => {
    return realtime?.follow({
      channel,
      community,
      since: latest.current.since,
      onEvents: (events) => latest.current.onEvents(events),
      onReset: () => latest.current.onReset(),
      onLost: () => latest.current.onLost?.(),
      onPresence: watching ? (who) => latest.current.onPresence?.(who) : undefined,
      onTyping: (typing) => latest.current.onTyping?.(typing),
    });
  }, [realtime, channel, community, watching]);
}
