"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useLive } from "../realtime/live";
import { concerns } from "./unread";

type Props = { person: string; community: string; since: number; label: string };

/** The list does not move under somebody's finger: it says that there is something new, and shows it when they say so. */
export function LiveNews({ person, community, since, label }: Props) {
  const router = useRouter();
  const [news, setNews] = useState(false);
  const [reading, startReading] = useTransition();
  useLive({
    channel: `person:${person}`,
    since,
    onEvents: (events) => concerns(events, community, "notification.added") && setNews(true),
    onReset: () => setNews(true),
  });
  function show() {
    setNews(false);
    startReading(() => router.refresh());
  }
  return (
    <p className="livenews" aria-live="polite">
      {news || reading ? (
        <button type="button" className="pill" onClick={show} disabled={reading}>
          {label}
        </button>
      ) : null}
    </p>
  );
}
