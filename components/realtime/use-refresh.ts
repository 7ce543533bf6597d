import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** All who read the same page hear the same event: each reads it again at a moment of its own, in milliseconds. */
const spread = 900;

/** Reads the page again soon, once for all that happens meanwhile; a page nobody looks at waits until somebody does. */
export function useRefresh(): (least?: number) => void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef(false);

  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === "hidden" || !waiting.current) return;
      waiting.current = false;
      router.refresh();
    };
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [router]);

  return (least = 100) => {
    if (timer.current) return;
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        if (document.visibilityState === "hidden") waiting.current = true;
        else router.refresh();
      },
      least + Math.random() * spread,
    );
  };
}
