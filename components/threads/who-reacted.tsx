"use client";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { X } from "@/components/ui/icons";
import { Link } from "../ui/link";
import { fetchInPlace } from "./fetch-in-place";
import { type Counts, ReactionSum } from "./reaction-icons";

export type WhoWords = { whoTitle: string; close: string };

type Props = {
  page: string;
  words: WhoWords /** By who closes it: the focus goes back. */;
  onClose: () => void /** The focus is elsewhere already. */;
  onLeave: () => void;
};

/** The list of the page behind the link, where one is. It takes the focus, and whoever opened it says where that goes back to. */
export function WhoReacted({ page, words, onClose, onLeave }: Props) {
  const box = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [there, setThere] = useState(false);
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });

  useEffect(() => {
    let gone = false;
    void fetchInPlace(page).then((people) => {
      if (gone) return;
      if (!people) return location.assign(page);
      list.current?.replaceChildren(...people);
      setThere(true);
    });
    return () => {
      gone = true;
    };
  }, [page]);

  // With its people in it, it may reach below what stands at the lower edge of a phone.
  useEffect(() => {
    if (there) box.current?.scrollIntoView({ block: "nearest" });
  }, [there]);

  useEffect(() => {
    box.current?.focus();
    const outside = (event: Event) => {
      if (!around(box.current, event.target)) leave.current();
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, []);

  return (
    <section
      className="whobox"
      ref={box}
      role="dialog"
      aria-label={words.whoTitle}
      aria-busy={!there}
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      onBlur={({ relatedTarget }) => relatedTarget && !around(box.current, relatedTarget) && onLeave()}
    >
      <div className="head">
        <h2 className="label">{words.whoTitle}</h2>
        <button type="button" className="iconbtn" aria-label={words.close} title={words.close} onClick={onClose}>
          <X className="i" aria-hidden />
        </button>
      </div>
      {there ? null : <p className="skeleton" aria-hidden />}
      {/* What stands in it came from another page, and is not for the framework to keep in order. */}
      <div ref={list} />
    </section>
  );
}

/** In it or where it was opened, which closes it by itself. */
const around = (box: HTMLElement | null, target: EventTarget | null) =>
  box?.parentElement?.contains(target as Node) ?? false;

/** A click without a modifier, which a page may answer itself. */
export const plainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** The sum for who reads and does not react: the list opens under it, and without scripts it is the link to its page. */
export function ReactedTotal({
  page,
  label,
  counts,
  words,
}: {
  page: string;
  label: string;
  counts: Counts;
  words: WhoWords;
}) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLAnchorElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div className="reactbox">
      <Link
        ref={opener}
        className="react"
        href={page}
        aria-label={label}
        aria-expanded={open}
        onClick={(event) => {
          if (!plainClick(event)) return;
          event.preventDefault();
          setOpen(!open);
        }}
      >
        <ReactionSum counts={counts} />
      </Link>
      {open ? <WhoReacted page={page} words={words} onClose={close} onLeave={() => setOpen(false)} /> : null}
    </div>
  );
}
