"use client";

import { type RefObject, useEffect } from "react";

/** Keeps what is docked above the keyboard of a phone, and the end of the page above what is docked. */
export function useDock(dock: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const box = dock.current;
    const root = document.documentElement;
    if (!box) return;
    const seen = window.visualViewport;
    const above = () => {
      const hidden = seen ? Math.max(0, window.innerHeight - seen.height - seen.offsetTop) : 0;
      // A page made larger by two fingers is no keyboard.
      const keyboard = seen && seen.scale === 1 ? hidden : 0;
      root.style.setProperty("--keyboard", `${Math.round(keyboard)}px`);
    };
    const sizes = new ResizeObserver(() => root.style.setProperty("--dock", `${Math.round(box.offsetHeight)}px`));
    sizes.observe(box);
    above();
    seen?.addEventListener("resize", above);
    seen?.addEventListener("scroll", above);
    return () => {
      sizes.disconnect();
      seen?.removeEventListener("resize", above);
      seen?.removeEventListener("scroll", above);
      root.style.removeProperty("--keyboard");
      root.style.removeProperty("--dock");
    };
  }, [dock]);
}
