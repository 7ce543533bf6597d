"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { LiveEvent } from "../realtime/catch-up";
import { useLive } from "../realtime/live";
import { HereNow, type HereWords, useHere } from "./here-now";

type Followed = { id: string; since: number };
type Props = {
  community: string;
  spaces: readonly Followed[];
  words: { newShow: string };
  /** Who is here, where the list is that of one space. */
  here?: { url: string | null; space: string; words: HereWords };
};

/** "3 new, show": a list never moves under somebody's finger; it is read again when they say so. */
export function LiveList({ community, spaces, words, here }: Props) {
  const router = useRouter();
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  const [reading, startReading] = useTransition();

  function heard(events: readonly LiveEvent[]) {
    const moved = events.filter(({ name }) => name === "post.added" || name === "thread.started");
    if (moved.length > 0) setNews((before) => new Set([...before, ...moved.map(({ ids }) => String(ids.thread))]));
  }

  function show() {
    setNews(new Set());
    startReading(() => router.refresh());
  }

  return (
    <>
      {spaces.map((space) => (
        <Ear key={space.id} {...{ community, space, heard }} lost={() => router.refresh()} here={here} />
      ))}
      <p className="livenews" aria-live="polite">
        {news.size > 0 || reading ? (
          <button type="button" className="pill" onClick={show} disabled={reading}>
            {words.newShow.replace("#", String(news.size))}
          </button>
        ) : null}
      </p>
    </>
  );
}

type EarProps = {
  community: string;
  space: Followed;
  heard: (events: readonly LiveEvent[]) => void;
  lost: () => void;
  here: Props["here"];
};

function Ear({ community, space, heard, lost, here: place }: EarProps) {
  const here = useHere(place?.url ?? null, place?.space ?? "");
  useLive({
    channel: `space:${space.id}`,
    community,
    since: space.since,
    onEvents: heard,
    onReset: lost,
    onLost: lost,
    onPresence: place ? here.onPresence : undefined,
  });
  return place ? <HereNow here={here} words={place.words} /> : null;
}
