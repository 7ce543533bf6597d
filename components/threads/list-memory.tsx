"use client";

import { useEffect } from "react";

/**
 * A list of threads that goes on in place, and to which one comes back where one left: the row that was opened and how many
 * pages were shown stand in the entry of the browser's history, so another visit to the same address begins at its top.
 */
export function ListMemory() {
  useEffect(() => {
    let pages = 0;
    let gone = false;
    const clicked = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const target = event.target as Element;
      const more = target.closest<HTMLAnchorElement>(".more a[rel='next']");
      if (more && list()) {
        event.preventDefault();
        void goOn(more, () => gone).then((first) => {
          if (!first) return;
          pages += 1;
          first.querySelector<HTMLElement>("a")?.focus();
        });
      }
      const row = target.closest<HTMLElement>(".tl > li[id]");
      if (!row || !target.closest("a")) return;
      left.set(here(), { row: row.id, pages });
      history.replaceState({ ...history.state, row: row.id, pages }, "");
    };
    document.addEventListener("click", clicked, true);

    const place = (wentBack ? left.get(here()) : undefined) ?? (history.state as Partial<Place> | null);
    const wanted = place?.row ?? (location.hash.startsWith("#t-") ? location.hash.slice(1) : undefined);
    if (wanted) void comeBack(wanted, place?.pages ?? 0);

    async function comeBack(id: string, shown: number) {
      while (!document.getElementById(id) && pages < shown) {
        const more = document.querySelector<HTMLAnchorElement>(".more a[rel='next']");
        if (!more || !(await goOn(more, () => gone))) break;
        pages += 1;
      }
      focusOn(id, 8);
    }

    /** The framework may still put the page in order: it is tried again until somebody has the focus. */
    function focusOn(id: string, tries: number) {
      const row = document.getElementById(id);
      if (gone || !row || tries === 0) return;
      if (document.activeElement === document.body) {
        row.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
        row.scrollIntoView({ block: "center" });
      }
      setTimeout(() => focusOn(id, tries - 1), 150);
    }
    return () => {
      gone = true;
      document.removeEventListener("click", clicked, true);
    };
  }, []);
  return null;
}

type Place = { row: string; pages: number };

// Kept beside the browser's own entry, which the framework rewrites when it goes back without loading a page.
const left = new Map<string, Place>();
const here = () => location.pathname + location.search;
let wentBack = false;
if (typeof window !== "undefined") {
  window.addEventListener("popstate", () => {
    wentBack = true;
    setTimeout(() => {
      wentBack = false;
    }, 3_000);
  });
}

const list = () => document.querySelector<HTMLElement>(".tl");

/** Fetches the next page and puts its rows below those that are shown. @returns the first of them */
async function goOn(more: HTMLAnchorElement, gone: () => boolean): Promise<Element | undefined> {
  if (more.ariaBusy === "true") return undefined;
  more.ariaBusy = "true";
  try {
    const answer = await fetch(more.href, { headers: { accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    // Parsed apart, so that no script of it runs here.
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (gone()) return undefined;
    const rows = [...page.querySelectorAll(".tl > li")].filter(({ id }) => !id || !document.getElementById(id));
    list()?.append(...rows);
    const next = page.querySelector<HTMLAnchorElement>(".more a[rel='next']");
    if (next) more.href = next.href;
    else more.closest(".more")?.remove();
    more.ariaBusy = null;
    return rows.find(({ id }) => id);
  } catch {
    // The address itself says what is wrong, or works when the line is back.
    location.assign(more.href);
    return undefined;
  }
}
