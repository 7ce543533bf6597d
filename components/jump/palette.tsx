"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

type Item = { href: string; label: string; kind: string };
type Answer = { items: Item[]; words: { title: string; none: string; found: string; close: string } };

/** Typing pauses this long before the product is asked. Milliseconds. */
const pause = 120;

/** Jump anywhere: a field with a list of places beneath it, walked by arrows. Its words come with the first answer. */
export default function Palette({ address, onClose }: { address: string; onClose: () => void }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  const [answer, setAnswer] = useState<Answer>();
  const [at, setAt] = useState(0);
  const items = answer?.items ?? [];

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  useEffect(() => {
    const leaving = new AbortController();
    const timer = setTimeout(
      () =>
        fetch(`${address}?q=${encodeURIComponent(query)}`, {
          headers: { accept: "application/json" },
          signal: leaving.signal,
        })
          .then((sent) => (sent.ok ? (sent.json() as Promise<Answer>) : undefined))
          .then((found) => {
            if (!found) return;
            setAnswer(found);
            setAt(0);
          })
          .catch(() => {}),
      query ? pause : 0,
    );
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [address, query]);

  function go(item: Item | undefined) {
    if (!item) return;
    dialog.current?.close();
    router.push(item.href);
  }

  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      go(items[at]);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || items.length === 0) return;
    event.preventDefault();
    const next = (at + step + items.length) % items.length;
    setAt(next);
    document.getElementById(`jump-${next}`)?.scrollIntoView({ block: "nearest" });
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; this is the click beside it
    <dialog
      ref={dialog}
      className="dialog jump"
      aria-label={answer?.words.title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="field">
        <input
          type="text"
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls="jump-list"
          aria-autocomplete="list"
          aria-activedescendant={items.length ? `jump-${at}` : undefined}
          aria-label={answer?.words.title}
          placeholder={answer?.words.title}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          autoFocus
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={key}
        />
        <button type="button" className="btn qui sm" onClick={() => dialog.current?.close()}>
          {answer?.words.close}
        </button>
      </div>
      <div id="jump-list" role="listbox" aria-label={answer?.words.title}>
        {items.map((item, index) => (
          <a
            key={item.href}
            id={`jump-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            href={item.href}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              go(item);
            }}
          >
            <span dir="auto">{item.label}</span>
            <span className="meta">{item.kind}</span>
          </a>
        ))}
      </div>
      <p className={answer && items.length === 0 ? "quiet" : "vh"} role="status">
        {items.length === 0 ? answer?.words.none : answer?.words.found}
      </p>
    </dialog>
  );
}
