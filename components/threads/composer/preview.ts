"use client";

import { type RefObject, useEffect, useState } from "react";

/** Nothing is drawn while somebody types on. Milliseconds. */
const pause = 500;

type Drawn = { html: string; failed: boolean };

/** What stands in the field as the server draws it: one request at a time, after a pause, and only while `shown`. */
export function usePreview(
  area: RefObject<HTMLElement | null>,
  action: string,
  shown: boolean,
  first: string | undefined,
): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ html: first ?? "", failed: false });
  useEffect(() => {
    const field = area.current?.querySelector("textarea");
    if (!shown || !field) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: string | undefined;
    let busy = false;

    async function draw() {
      const { value: text, form } = field!;
      if (busy || text === last) return;
      last = text;
      if (text.trim() === "") return setDrawn({ html: "", failed: false });
      busy = true;
      const key = new FormData(form!).get("key");
      try {
        const answer = await fetch(action, {
          method: "POST",
          body: new URLSearchParams({ key: String(key), text }),
          headers: { accept: "application/json" },
          signal: stop.signal,
        });
        const { preview } = (await answer.json()) as { preview?: string };
        setDrawn((before) => ({ html: preview ?? before.html, failed: preview === undefined }));
      } catch {
        if (!stop.signal.aborted) setDrawn((before) => ({ ...before, failed: true }));
      }
      busy = false;
      if (field!.value !== last) later();
    }
    function later() {
      clearTimeout(timer);
      timer = setTimeout(() => void draw(), pause);
    }

    void draw();
    field.addEventListener("input", later);
    return () => {
      stop.abort();
      clearTimeout(timer);
      field.removeEventListener("input", later);
    };
  }, [area, action, shown]);
  return drawn;
}
