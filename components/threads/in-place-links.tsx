"use client";

import { useEffect } from "react";
import { fetchInPlace } from "./fetch-in-place";

/**
 * "In reply to" and "3 answers" open where they stand: the page behind the link is fetched and its posts are shown above or
 * below. A second click closes them. Without scripts, and with a modifier held, the link leads on.
 */
export function InPlaceLinks() {
  useEffect(() => {
    const clicked = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-in-place]");
      if (!link) return;
      event.preventDefault();
      void toggle(link);
    };
    document.addEventListener("click", clicked);
    return () => document.removeEventListener("click", clicked);
  }, []);
  return null;
}

const shown = new WeakMap<HTMLAnchorElement, HTMLElement>();

async function toggle(link: HTMLAnchorElement) {
  const open = shown.get(link);
  if (open) {
    open.remove();
    shown.delete(link);
    link.setAttribute("aria-expanded", "false");
    return;
  }
  if (link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  const posts = await fetchInPlace(link.dataset.inPlace ?? "");
  link.ariaBusy = null;
  // What is gone meanwhile, or cannot be had now, is said by the page itself.
  if (!posts) return location.assign(link.href);
  const box = document.createElement("div");
  box.className = "inplace";
  box.append(...posts);
  const acts = link.closest(".acts");
  if (link.dataset.where === "below" && acts) acts.after(box);
  else link.after(box);
  shown.set(link, box);
  link.setAttribute("aria-expanded", "true");
}
