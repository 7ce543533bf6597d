"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/** How long the page may take to bring the real post; after that it is loaded anew. Milliseconds. */
const patience = 8_000;

/**
 * After a post arrived: a page that shows its place already is drawn again where it stands, any other is gone to.
 * @param here the thread and the page of it that is shown
 * @param there what has arrived, said once it stands in the page
 * @returns what goes there, and says which position it has
 */
export function useArrival(here: { thread: string; page: number }, there: () => void) {
  const router = useRouter();
  const [awaited, setAwaited] = useState<URL>();

  useEffect(() => {
    if (!awaited) return;
    const id = awaited.hash.slice(1);
    const look = () => {
      const post = document.getElementById(id);
      if (!post) return false;
      setAwaited(undefined);
      there();
      requestAnimationFrame(() => post.scrollIntoView({ block: "nearest" }));
      return true;
    };
    if (look()) return;
    const changes = new MutationObserver(() => look() && changes.disconnect());
    changes.observe(document.body, { childList: true, subtree: true });
    const late = setTimeout(() => location.reload(), patience);
    return () => {
      changes.disconnect();
      clearTimeout(late);
    };
  }, [awaited, there]);

  return (address: string): number => {
    const next = new URL(address, location.href);
    const page = Number(next.searchParams.get("page") ?? 1);
    const position = Number(next.hash.slice(2));
    if (!next.pathname.startsWith(here.thread) || page !== here.page) {
      location.assign(next);
      return position;
    }
    // The post that was answered is no longer asked for; the title in the address stays.
    const query = page > 1 ? `?page=${page}` : "";
    history.replaceState(null, "", `${location.pathname}${query}${next.hash}`);
    setAwaited(next);
    router.refresh();
    return position;
  };
}
