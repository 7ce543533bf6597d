"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";

const Palette = lazy(() => import("./palette"));

type Props = {
  /** Addresses of this community: where the suggestions come from, the page of keys, and home. */
  jump: string;
  keys: string;
  home: string;
  /** Single keys, unless this person switched them off. */
  single: boolean;
};

/** Listens for keys; what they do is fetched when the first of them is pressed. */
export function Keys({ jump, keys, home, single }: Props) {
  const [open, setOpen] = useState(false);
  const back = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const show = () => {
      back.current = document.activeElement as HTMLElement | null;
      setOpen(true);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        return show();
      }
      if (!single || event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) return;
      const at = event.target as HTMLElement;
      if (at.isContentEditable || at.closest("input, textarea, select, dialog, [role='menu'], [role='listbox']"))
        return;
      if (event.key === "/") {
        event.preventDefault();
        const field = document.querySelector<HTMLInputElement>("input[data-search]");
        return field ? field.select() : show();
      }
      void import("./shortcuts").then(({ press }) => press(event.key, { home, keys }));
    };
    const clicked = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target as Element).closest("a[data-jump]"))
        return;
      event.preventDefault();
      event.stopPropagation();
      show();
    };
    document.addEventListener("keydown", pressed);
    document.addEventListener("click", clicked, true);
    return () => {
      document.removeEventListener("keydown", pressed);
      document.removeEventListener("click", clicked, true);
    };
  }, [home, keys, single]);

  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Palette
        address={jump}
        onClose={() => {
          setOpen(false);
          back.current?.focus();
        }}
      />
    </Suspense>
  );
}
