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
      if (row && target.closest("a")) history.replaceState({ ...history.state, row: row.id, pages }, "");
    };
    document.addEventListener("click", clicked, true);

    const left = history.state as { row?: string; pages?: number } | null;
    const wanted = left?.row ?? (location.hash.startsWith("#t-") ? location.hash.slice(1) : undefined);
    if (wanted) void comeBack(wanted, left?.pages ?? 0);

    async function comeBack(id: string, shown: number) {
      while (!document.getElementById(id) && pages < shown) {
        const more = document.querySelector<HTMLAnchorElement>(".more a[rel='next']");
        if (!more || !(await goOn(more, () => gone))) break;
        pages += 1;
      }
      if (gone) return;
      const row = document.getElementById(id);
      row?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "center" });
    }
    return () => {
      gone = true;
      document.removeEventListener("click", clicked, true);
    };
  }, []);
  return null;
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
