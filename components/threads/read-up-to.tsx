"use client";

import { useEffect } from "react";

type Props = { action: string; thread: string; read: number; last: number };

/** Said once somebody has rested this long, and at the latest when they leave. Milliseconds. */
const rest = 1_500;

/** Tells how far somebody has read: the last post that was in view, never one further back than before. */
export function ReadUpTo({ action, thread, read, last }: Props) {
  // With another last post there are other posts to watch.
  // biome-ignore lint/correctness/useExhaustiveDependencies(last): the posts of the page are read from the page
  useEffect(() => {
    let reached = read;
    let told = read;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function tell() {
      // Only pages from a safe origin can mint a key; elsewhere nothing is kept.
      if (reached <= told || !crypto.randomUUID) return;
      told = reached;
      const body = new URLSearchParams({ key: crypto.randomUUID(), thread, position: String(reached) });
      void fetch(action, { method: "POST", body, headers: { accept: "application/json" }, keepalive: true }).catch(
        () => {
          told = read;
        },
      );
    }

    const watching = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen)
        if (isIntersecting) reached = Math.max(reached, Number(target.id.slice(1)));
      clearTimeout(timer);
      timer = setTimeout(tell, rest);
    });
    for (const post of document.querySelectorAll(".post, .post-gone")) watching.observe(post);
    // Somebody who says it themselves is not to be overruled by what still waits here.
    const said = (event: SubmitEvent) => {
      if ((event.submitter as HTMLButtonElement | null)?.name === "position") told = Number.POSITIVE_INFINITY;
    };
    document.addEventListener("submit", said);
    const leaving = () => document.visibilityState === "hidden" && tell();
    document.addEventListener("visibilitychange", leaving);
    return () => {
      clearTimeout(timer);
      tell();
      watching.disconnect();
      document.removeEventListener("visibilitychange", leaving);
      document.removeEventListener("submit", said);
    };
  }, [action, thread, read, last]);
  return null;
}
