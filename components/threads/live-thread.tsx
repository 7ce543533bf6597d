"use client";

import { useEffect, useRef, useState } from "react";
import type { LiveEvent } from "../realtime/catch-up";
import { useLive } from "../realtime/live";
import { useRefresh } from "../realtime/use-refresh";
import { Arrivals } from "./arrivals";
import { HereNow, type HereWords, useHere } from "./here-now";
import { useOwnPosts } from "./own-posts";
import type { PostFacts } from "./post";

export type LiveThreadProps = {
  community: string;
  space: { id: string; slug: string };
  /** The last event that the page was made with. */
  since: number;
  thread: string;
  /** The last position when the page was made, and the last that belongs on this page. */
  position: number;
  pageEnd: number;
  urls: { since: string; present: string | null; typing: string | null; end: string };
  words: HereWords & { newBelow: string; newAtEnd: string; arrivedFrom: string };
};

/** After this long the page is read again, so that what arrived gets all its buttons. Milliseconds. */
const settle = 1_500;

/** What happens in a thread while it is read: posts arrive at its end, everything else changes where it stands. */
export function LiveThread(props: LiveThreadProps) {
  const { community, space, since, thread, position, pageEnd, urls, words } = props;
  const [arrived, setArrived] = useState<readonly PostFacts[]>([]);
  const [beyond, setBeyond] = useState(0);
  const refresh = useRefresh();
  const here = useHere(urls.present, space.slug);
  const known = useRef(position);
  const fetching = useRef(false);
  // The last position that was heard of; also of what came while others were being fetched.
  const heard = useRef(position);
  const isOwn = useOwnPosts(thread);
  const others = arrived.filter((post) => !isOwn(post));
  // What the page itself now shows is not shown twice.
  const shown = others.filter((post) => post.position > position);
  const end = beyond > position ? beyond - position : 0;

  useEffect(() => {
    known.current = Math.max(known.current, position);
  }, [position]);

  async function fetchNew() {
    const upTo = heard.current;
    if (fetching.current || upTo <= known.current) return;
    fetching.current = true;
    try {
      const response = await fetch(`${urls.since}?after=${known.current}`, { headers: { accept: "application/json" } });
      if (!response.ok) return refresh();
      const { posts } = (await response.json()) as { posts: PostFacts[] };
      known.current = Math.max(upTo, known.current, ...posts.map((post) => post.position));
      const fitting = posts.filter((post) => post.position <= pageEnd);
      setArrived((before) => [...before, ...fitting.filter((post) => !before.some(({ id }) => id === post.id))]);
      if (posts.length > fitting.length) setBeyond(known.current);
      if (fitting.length > 0) refresh(settle);
    } catch {
      // The line dropped: catching up asks again when it is back.
      return;
    } finally {
      fetching.current = false;
    }
    await fetchNew();
  }

  function onEvents(events: readonly LiveEvent[]) {
    const mine = events.filter(({ ids }) => ids.thread === thread);
    const added = mine.filter(({ name }) => name === "post.added").map(({ ids }) => Number(ids.position));
    const last = Math.max(0, ...added);
    heard.current = Math.max(heard.current, last);
    if (last > position && position >= pageEnd) {
      setBeyond(last);
      // The numbers of the whole thread, in its pager and scrubber.
      refresh(settle);
    } else if (last > 0) void fetchNew();
    if (mine.length > added.length) refresh();
  }

  useLive({
    channel: `space:${space.id}`,
    community,
    since,
    onEvents,
    onReset: () => refresh(),
    onLost: () => refresh(0),
    onPresence: here.onPresence,
    onTyping: (typing) => typing.thread === thread && here.onTyping(typing.who),
  });

  return (
    <>
      <Arrivals posts={shown} latest={others.findLast(({ folded }) => !folded)?.author.name} words={words} />
      <div className="livebar">
        <HereNow here={here} words={words} typingUrl={urls.typing} thread={thread} />
        {end > 0 ? (
          <a className="pill" href={urls.end}>
            {words.newAtEnd.replace("#", String(end))}
          </a>
        ) : null}
      </div>
    </>
  );
}
